/** All that the tests make goes into one folder, and goes with it at the end. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'dangan-tests-'));
  // As the folder it is in: some tests run as a user who may do little.
  chmodSync(folder, 0o1777);
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      // A folder that a test made unreadable stays; it is no fault of what was tested.
      console.warn(`${folder}: ${String(error)}`);
    }
  };
}
