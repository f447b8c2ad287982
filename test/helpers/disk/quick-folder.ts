import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

/** A new folder in memory where there is such a place: a test that writes much waits for no disk. */
export function quickFolder(prefix: string): string {
  try {
    accessSync(MEMORY, constants.W_OK);
    return mkdtempSync(join(MEMORY, prefix));
  } catch {
    return mkdtempSync(join(tmpdir(), prefix));
  }
}
