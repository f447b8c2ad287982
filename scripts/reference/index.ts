/** The pages of the reference, made of the program itself. */
import { codesPage } from './codes.js';
import { commandsPage } from './commands.js';
import { environmentPage } from './environment.js';
import { keysPage, schemaNames } from './keys.js';
import { TONGUES, type Tongue } from './languages.js';
import { libraryPage } from './library.js';
import { rulesPage } from './rules.js';
import { schemasPage } from './schemas.js';

/** Files that a unit or an office writes; those of them that have a schema get a page of their keys. */
const WRITTEN = ['scoring-system', 'settings', 'ledger', 'scores', 'review', 'waivers', 'baseline'];

/** @returns text by path from the repository's root. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const tongue of TONGUES) {
    for (const [name, text] of Object.entries(await pagesIn(tongue))) {
      const file = `${name}.md`;
      pages.set(`docs/${tongue.folder}/reference/${file}`, text.replace('/PAGE)', `/${file})`));
    }
  }
  return pages;
}

async function pagesIn(tongue: Tongue): Promise<Readonly<Record<string, string>>> {
  const names = schemaNames().filter((name) => WRITTEN.includes(name));
  return {
    commands: await commandsPage(tongue),
    rules: rulesPage(tongue),
    'exit-codes': codesPage(tongue),
    environment: environmentPage(tongue),
    schemas: schemasPage(tongue),
    library: await libraryPage(tongue),
    ...Object.fromEntries(names.map((name) => [name, keysPage(name, tongue)])),
  };
}
