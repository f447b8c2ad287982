/** Other programs on this computer. */
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/**
 * The first of `names` that is in one of the folders, in full.
 *
 * @param folders - Those that are relative are passed over: what lies where somebody happens to stand is not run.
 */
export function programIn(
  folders: readonly string[],
  names: readonly string[],
): string | undefined {
  for (const folder of folders.filter(isAbsolute)) {
    const found = names.map((name) => join(folder, name)).find(isProgram);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
