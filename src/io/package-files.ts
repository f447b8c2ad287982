/** Files that come with the program itself. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../core/text.js';

/** @returns Where a file of the package is, `schemas/settings.schema.json`, on this disk. */
export function packageFile(path: string): string {
  return join(packageRoot(), path);
}

/** The font of what is printed and stamped. */
export function fontFile(): string {
  return packageFile('dist/fonts/NotoSansSC.ttf');
}

/**
 * The bundled program is in `dist/`, its source deeper: the root is the first folder above with a package.json.
 *
 * @throws where there is none: another program has the library in its own bundle.
 */
export function packageRoot(below = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = below; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) {
      throw new Error(`dangan was taken out of its package, and its own files are not at ${below}`);
    }
  }
}

/** A scoring system that comes with the program, to start from or to learn from. */
interface Example {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Another example that it adds to. */
  readonly base: string | undefined;
}

/** Every built-in example, by id. */
export async function readExamples(): Promise<readonly Example[]> {
  const root = packageFile('examples');
  const entries = await readdir(root, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const examples = ids.sort(compareText).map(async (id) => {
    const path = join(root, id, 'criteria.yaml');
    const text = await readFile(path, 'utf8');
    return { id, title: titleIn(text), path, base: baseIn(text) };
  });
  return Promise.all(examples);
}

function baseIn(text: string): string | undefined {
  return /^extends: *\.\.\/([^/]+)\//m.exec(text)?.[1];
}

/** Its line is looked for, not parsed: a list of examples must not cost the reading of all of them. */
function titleIn(text: string): string {
  return /^title: *(.*?) *$/m.exec(text)?.[1] ?? '';
}
