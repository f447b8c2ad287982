import { resolve } from 'node:path';
import { DEFAULT_SETTINGS } from '../../../core/archive/settings.js';
import type { HeldSystem } from '../../../core/bundle/judge/judge-edition.js';
import { freezeSystem } from '../../system/freeze-system.js';
import { readUsableSystem } from '../../system/read-system.js';

/**
 * The scoring system that the inspector holds, with all that it extends.
 *
 * @param path - As the user wrote it.
 * @throws {DanganError} SYSTEM_INVALID, FILE_NOT_FOUND and the like.
 */
export async function readHeldSystem(path: string, cwd: string): Promise<HeldSystem> {
  const { template } = DEFAULT_SETTINGS.folders;
  const source = await readUsableSystem(path, { template, cwd });
  const { digest } = await freezeSystem(resolve(cwd, path), source);
  return { system: source.system, digest };
}
