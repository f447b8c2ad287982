import { relative } from 'node:path';
import { decodeSettings } from '../../core/archive/settings/decode.js';
import { SETTINGS_KEYS } from '../../core/archive/settings/keys.js';
import type { Settings } from '../../core/archive/settings.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import { DanganError } from '../../errors.js';
import type { Store } from '../store/types.js';

/** The file that makes a folder an archive. */
export const SETTINGS_FILE = 'dangan.yaml';

/**
 * Read `dangan.yaml` of an archive.
 *
 * @throws {DanganError} SETTINGS_INVALID - with everything that is wrong, in the order of the file.
 */
export async function readSettings(
  store: Store,
): Promise<{ settings: Settings; source: YamlSource }> {
  const source = await store.readYaml(SETTINGS_FILE, SETTINGS_KEYS);
  const { settings, problems } = decodeSettings(source);
  if (problems.length > 0)
    throw new DanganError('SETTINGS_INVALID', { path: store.shown(SETTINGS_FILE), problems });
  return { settings, source };
}

/** A path as the user would write it: from the working folder, or in full when that would lead out of it. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' || short.startsWith('..') ? path : short;
}
