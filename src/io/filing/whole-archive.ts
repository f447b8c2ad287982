/** Another archive and a bundle are no evidence as a whole: most of what is in them is for programs. */
import { basename, dirname, join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../core/archive/settings.js';
import { DanganError } from '../../errors.js';
import { readSettings, SETTINGS_FILE } from '../archive/read-settings.js';
import { diskStore } from '../store/disk-store.js';

/** The files that make a folder an archive or a bag: who hands one of them over hands over the whole. */
const BAG_FILE = 'bagit.txt';
const MARKS: readonly string[] = [SETTINGS_FILE, BAG_FILE];

/**
 * @param shown - A folder's path, as the clerk would write it.
 * @param names - What is in the folder.
 * @throws {DanganError} SOURCE_IS_WHOLE
 */
export async function refuseWhole(
  folder: string,
  shown: string,
  names: readonly string[],
): Promise<void> {
  const mark = MARKS.find((each) => names.includes(each));
  if (mark === undefined) return;
  const payload = mark === BAG_FILE ? 'data' : await evidenceOf(folder);
  throw new DanganError('SOURCE_IS_WHOLE', { path: shown, mark, evidence: join(shown, payload) });
}

/** The same for a file that is handed over by itself, as by a pattern. */
export async function refuseMark(path: string, shown: string): Promise<void> {
  await refuseWhole(dirname(path), dirname(shown), [basename(path)]);
}

/** Where its evidence is; the folder that most have, when its settings cannot be read. */
async function evidenceOf(folder: string): Promise<string> {
  try {
    return (await readSettings(diskStore(folder))).settings.evidence;
  } catch {
    return DEFAULT_SETTINGS.evidence;
  }
}
