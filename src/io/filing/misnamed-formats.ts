/** Files that will not open under their names, told when they are filed. */
import { lstatSync } from 'node:fs';
import { opensAs } from '../../core/documents/formats.js';
import type { FileFormat } from '../../core/documents/types.js';
import { parseName } from '../../core/naming/parse.js';
import { FileLooker } from '../facts/file-looker.js';

export interface MisnamedFormat {
  readonly name: string;
  /** What it is by its contents. */
  readonly format: FileFormat;
}

/** Anything may be text. */
const NO_SIGNATURE: ReadonlySet<FileFormat> = new Set(['txt', 'csv']);

/** @param files - Absolute paths, with the names that they have or will have. */
export function misnamedFormats(
  files: readonly { readonly path: string; readonly name: string }[],
): readonly MisnamedFormat[] {
  const looker = new FileLooker();
  return files.flatMap(({ path, name }) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile()) return [];
    const { format } = looker.look(path, stats);
    if (format === undefined || NO_SIGNATURE.has(format)) return [];
    return opensAs(format, parseName(name).extension) === false ? [{ name, format }] : [];
  });
}
