/** Two folders on two disks. */
import { accessSync, constants, lstatSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const PLACES = [tmpdir(), '/dev/shm', '/var/tmp', process.cwd()];

/** Are there any? A build server (`CI=true`) must have them; elsewhere the tests say that they did not run. */
export function hasTwoDisks(): boolean {
  const found = places().length > 1;
  if (!found) process.stderr.write('there is one disk only: what moves to another did not run\n');
  return found || process.env['CI'] === 'true';
}

/** Gone when the test is over. */
export function twoDisks(): [string, string] {
  const [one = tmpdir(), another = tmpdir()] = places();
  return [folderIn(one), folderIn(another)];
}

function folderIn(place: string): string {
  const folder = realpathSync(mkdtempSync(join(place, 'dangan-disk-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One for each disk that may be written. */
function places(): string[] {
  const found = new Map<number, string>();
  for (const place of PLACES.filter(isWritable)) {
    const { dev } = lstatSync(place);
    if (!found.has(dev)) found.set(dev, place);
  }
  return [...found.values()];
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
