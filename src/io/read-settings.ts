import { join } from 'node:path';
import { decodeSettings } from '../core/archive/decode-settings.js';
import type { Settings } from '../core/archive/settings.js';
import type { YamlSource } from '../core/yaml-file/node.js';
import { DanganError } from '../errors.js';
import { readYaml } from './yaml.js';

/** The file that makes a folder an archive. */
export const SETTINGS_FILE = 'dangan.yaml';

/**
 * Read `dangan.yaml` of the archive at `root`.
 *
 * @throws {DanganError} SETTINGS_INVALID - with everything that is wrong, in the order of the file.
 */
export async function readSettings(
  root: string,
): Promise<{ settings: Settings; source: YamlSource }> {
  const path = join(root, SETTINGS_FILE);
  const source = await readYaml(path);
  const { settings, problems } = decodeSettings(source);
  if (problems.length > 0) throw new DanganError('SETTINGS_INVALID', { path, problems });
  return { settings, source };
}
