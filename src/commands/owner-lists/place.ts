/** Where lists for departments are written: one file, or a folder with a file for each of them. */
import { existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { PrintedList } from '../../core/catalogue/printed.js';
import { toPortable } from '../../core/naming/portable.js';
import { DanganError } from '../../errors.js';
import { liesWithin } from '../../io/bundle/places.js';
import { isFolder, refuseOutputFolder } from '../../io/output-folder.js';
import { CATALOGUE_WRITERS } from '../catalogue/writers.js';
import { refuseOutput } from '../options/output-place.js';

const EXTENSIONS = Object.keys(CATALOGUE_WRITERS);
/** What a file for each department can be. */
export const LIST_TYPES = EXTENSIONS.map((each) => each.slice(1));

export interface ListsPlace {
  readonly is: 'file' | 'folder';
  /** Absolute. */
  readonly path: string;
  /** Of the files: `.docx`. */
  readonly extension: string;
}

/** A file to be written, with what it lists. */
export interface ListsFile {
  readonly path: string;
  readonly lists: readonly PrintedList[];
}

interface PlaceOptions {
  readonly output?: string;
  readonly type?: string;
}

/** @throws {DanganError} USAGE */
export function listsPlace({ output, type }: PlaceOptions, command: string, cli: Cli): ListsPlace {
  const { noOutput, badOutput, typeOfFile } = cli.say.notice;
  if (output === undefined) throw wrong(noOutput({ known: EXTENSIONS }), command);
  const path = resolve(cli.cwd, output);
  const extension = extname(output).toLowerCase();
  const isMeant = /[/\\]$/.test(output) || extension === '' || isFolder(path);
  if (isMeant) return { is: 'folder', path, extension: `.${type ?? 'docx'}` };
  if (!EXTENSIONS.includes(extension))
    throw wrong(badOutput({ path: output, known: EXTENSIONS }), command);
  if (type !== undefined && `.${type}` !== extension)
    throw wrong(typeOfFile({ path: output }), command);
  return { is: 'file', path, extension };
}

/**
 * Asked before the archive is read.
 *
 * @param evidence - The evidence root, absolute.
 * @throws {DanganError} FILE_NOT_FOUND, NOT_A_FOLDER, PERMISSION_DENIED, SHEET_INSIDE_EVIDENCE, SHEET_EXISTS
 */
export function refusePlace({ is, path }: ListsPlace, evidence: string, force: boolean): void {
  if (is === 'file') {
    refuseOutput(path, evidence, force);
    return;
  }
  if (existsSync(path) && !isFolder(path)) throw new DanganError('NOT_A_FOLDER', { path });
  // A folder that is there has to take new files, one that is not has to be made.
  refuseOutputFolder(isFolder(path) ? join(path, '.dangan') : path);
  if (liesWithin(path, evidence))
    throw new DanganError('SHEET_INSIDE_EVIDENCE', { path, root: evidence });
}

/** One file with all lists, or one for each. @param fileName - Of the file of one department. */
export function filesOf(
  { is, path, extension }: ListsPlace,
  lists: readonly PrintedList[],
  fileName: (d: { owner: string }) => string,
): readonly ListsFile[] {
  if (lists.length === 0) return [];
  if (is === 'file') return [{ path, lists }];
  return lists.map((list) => {
    const name = fileName({ owner: list.name });
    return { path: join(path, toPortable(`${name}${extension}`)), lists: [list] };
  });
}

function wrong(what: string, command: string): DanganError {
  return new DanganError('USAGE', { what, command });
}
