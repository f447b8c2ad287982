import { existsSync } from 'node:fs';
import type { Cli } from '../../cli/context.js';
import { DanganError } from '../../errors.js';
import { makeFolders } from '../../io/make-folders.js';
import { breath } from '../../io/threads/pause.js';
import { writeWhole } from '../../io/write-whole.js';
import { CATALOGUE_WRITERS } from '../catalogue/writers.js';
import type { ListsFile, ListsPlace } from './place.js';

interface Writing {
  readonly place: ListsPlace;
  readonly force: boolean;
  /** What the lists are. */
  readonly heading: string;
}

/**
 * All of them are made before the first is written. Characters that could not be printed are told.
 *
 * @throws {DanganError} SHEET_EXISTS, and what the disk refuses.
 */
export async function writeLists(
  files: readonly ListsFile[],
  { place: { is, path, extension }, force, heading }: Writing,
  cli: Cli,
): Promise<void> {
  const { say, language, signal } = cli;
  const taken = force ? undefined : files.find((each) => existsSync(each.path));
  if (taken) throw new DanganError('SHEET_EXISTS', { path: taken.path });
  const writer = CATALOGUE_WRITERS[extension];
  if (!writer) return;
  const missing = new Set<string>();
  const made: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  for (const { path: target, lists } of files) {
    const [only] = lists;
    const about = lists.length === 1 && only && only.title !== heading ? ` ${only.title}` : '';
    const title = `${heading}${about}`;
    const printed = await writer({ lists, title, listedBy: say.notice.owner, say, language });
    printed.missing?.forEach((each) => missing.add(each));
    made.push({ path: target, bytes: printed.bytes });
    await breath(signal);
  }
  if (is === 'folder' && made.length > 0) makeFolders(path);
  for (const { path: target, bytes } of made) writeWhole(target, bytes);
  if (missing.size === 0) return;
  const words = say.catalogue.notes.missing({ characters: [...missing] });
  cli.note(`${cli.notePaint.yellow(words)}\n`);
}
