/** Schemas beside the archive: an editor that completes and checks its files finds them there, without a network. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchivePath } from '../../core/archive/paths.js';
import { compareText } from '../../core/text.js';
import { packageFile } from '../package-files.js';

export const SCHEMAS = 'schemas';

/** Of the files that a person edits, or reads through in a merge. */
const EDITED = /^(?:baseline|ledger|review|scores|scoring-system|settings|waivers)\.schema\.json$/;

interface EditorSchema {
  /** `schemas/ledger.schema.json`, in the archive and in the package alike. */
  readonly path: ArchivePath;
  readonly text: string;
}

/** As this version of the program has them, sorted by path. */
export function editorSchemas(): readonly EditorSchema[] {
  const names = readdirSync(packageFile(SCHEMAS)).filter((name) => EDITED.test(name));
  return names.sort(compareText).map((name) => {
    const path = `${SCHEMAS}/${name}`;
    return { path, text: readFileSync(packageFile(path), 'utf8') };
  });
}

/** Schemas that the archive at `root` has not, or has from another version. */
interface SchemasToWrite {
  readonly missing: readonly EditorSchema[];
  readonly other: readonly EditorSchema[];
}

export function schemasToWrite(root: string): SchemasToWrite {
  const missing: EditorSchema[] = [];
  const other: EditorSchema[] = [];
  for (const schema of editorSchemas()) {
    const there = textAt(join(root, schema.path));
    if (there === undefined) missing.push(schema);
    // Git on Windows gives text files its own line ends.
    else if (there.replaceAll('\r\n', '\n') !== schema.text) other.push(schema);
  }
  return { missing, other };
}

/** What cannot be read is taken for absent. */
function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
