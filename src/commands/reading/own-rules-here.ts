import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { errorText } from '../../cli/error-text.js';
import type { OwnRule } from '../../core/own-rules/types.js';
import { isDanganError } from '../../errors.js';

/** The rules of the unit whose archive a place is in. @throws {DanganError} ARCHIVE_NOT_FOUND, SETTINGS_INVALID */
export async function ownRulesAt(place: string, cli: Cli): Promise<readonly OwnRule[]> {
  const { findArchive } = await import('../../io/archive/read-archive.js');
  const { readSettings } = await import('../../io/archive/read-settings.js');
  const { diskStore } = await import('../../io/store/disk-store.js');
  const root = findArchive(resolve(cli.cwd, place));
  return (await readSettings(diskStore(root, cli.cwd))).settings.own;
}

/** Those of the archive that the working folder is in; none where it is in none. */
export async function ownRulesHere(cli: Cli): Promise<readonly OwnRule[]> {
  try {
    return await ownRulesAt('.', cli);
  } catch (error) {
    if (!isDanganError(error)) throw error;
    // What all rules have in common can be told whatever is wrong with the file.
    if (error.code !== 'ARCHIVE_NOT_FOUND') cli.note(`${errorText(error, cli.say)[0]}\n`);
    return [];
  }
}
