/** What files really are, wherever they lie: no archive is needed, and nothing is kept. */
import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileFacts } from '../../core/documents/types.js';
import { compareText } from '../../core/text.js';
import { diskError } from '../../errors.js';
import { FileLooker } from './file-looker.js';
import { refuseMissing } from '../archive/is-file.js';

interface IdentifiedPlace extends FileFacts {
  /** As it was given, or from there. */
  readonly path: string;
}

interface Identified {
  readonly files: readonly IdentifiedPlace[];
  /** Files and folders whose names are no UTF-8, as they can be shown: no path leads to them. */
  readonly garbled: readonly string[];
}

const FILES_A_BREATH = 256;

/**
 * Look at each file, and at each file in a folder and below, links and hidden folders left out, sorted.
 *
 * @param places - Absolute, with how the user wrote them.
 * @throws {DanganError} FILE_NOT_FOUND, or that a folder cannot be listed.
 */
export async function identifyPlaces(
  places: readonly { readonly path: string; readonly shown: string }[],
  signal: AbortSignal,
): Promise<Identified> {
  const looker = new FileLooker();
  const found: IdentifiedPlace[] = [];
  const garbled: string[] = [];
  for (const place of places) {
    for (const { path, shown } of eachFile(place.path, place.shown, garbled)) {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (!stats?.isFile()) continue;
      const { format, marks, sizeBytes, sha256 } = looker.look(path, stats);
      found.push({ path: shown, format, marks, sizeBytes, sha256 });
      if (found.length % FILES_A_BREATH !== 0) continue;
      await setImmediate();
      signal.throwIfAborted();
    }
  }
  return { files: found, garbled };
}

function* eachFile(
  path: string,
  shown: string,
  garbled: string[],
): Generator<{ readonly path: string; readonly shown: string }> {
  refuseMissing(path, shown);
  // What the user names may be a link: it is what it leads to that is asked about.
  const real = realpathSync(path);
  if (statSync(real).isDirectory()) yield* filesBelow(real, shown.replace(/[\\/]+$/, ''), garbled);
  else yield { path: real, shown };
}

function* filesBelow(
  folder: string,
  shown: string,
  garbled: string[],
): Generator<{ readonly path: string; readonly shown: string }> {
  for (const { name, isText, entry } of listing(folder)) {
    const place = { path: join(folder, name), shown: shown === '.' ? name : `${shown}/${name}` };
    const isOpen = entry.isDirectory() && !name.startsWith('.');
    if (!isText && (entry.isFile() || isOpen)) garbled.push(place.shown);
    else if (entry.isFile()) yield place;
    else if (isOpen) yield* filesBelow(place.path, place.shown, garbled);
  }
}

interface Listed {
  readonly name: string;
  /** `name` is what the disk has; else bytes that are no UTF-8 are shown as `�`. */
  readonly isText: boolean;
  readonly entry: Pick<Dirent, 'isFile' | 'isDirectory'>;
}

function listing(folder: string): Listed[] {
  try {
    const entries = readdirSync(Buffer.from(folder), { withFileTypes: true, encoding: 'buffer' });
    return entries
      .map((entry) => ({ name: entry.name.toString(), isText: isUtf8(entry.name), entry }))
      .sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    throw diskError(folder, error);
  }
}
