import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDanganError } from '../../errors.js';
import { isFile } from './is-file.js';
import { findArchive } from './read-archive.js';

/** The archive that a place is in; outside any, the nearest folder that has a journal, or else its own folder. */
export function journalRoot(place: string): string {
  try {
    return findArchive(place);
  } catch (error) {
    if (!isDanganError(error) || error.code !== 'ARCHIVE_NOT_FOUND') throw error;
    if (existsSync(join(place, '.dangan', 'journal'))) return place;
    const folder = dirname(place);
    if (/\.ya?ml$/i.test(place) && isFile(place)) return folder;
    throw error;
  }
}
