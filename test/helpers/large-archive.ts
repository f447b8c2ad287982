import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { smallArchive } from './small-archive.js';

/** Long before any packing: nobody can still be writing to them. */
const LONG_AGO = 1_500_000_000;

/** An archive with videos that take no room on the disk; each begins in its own way. */
export function largeArchive(files: number, megabytes: number): string {
  const root = smallArchive();
  const folder = join(root, '档案/1 组织领导/1.1 领导机构');
  utimesSync(join(folder, '01：创建领导小组文件.docx'), LONG_AGO, LONG_AGO);
  for (let number = 2; number < files + 2; number += 1) {
    const name = `${String(number).padStart(2, '0')}：录像${number}.mp4`;
    writeLarge(join(folder, name), name, megabytes * 1e6);
  }
  return root;
}

export function writeLarge(path: string, beginning: string, sizeBytes: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  writeSync(file, beginning);
  ftruncateSync(file, sizeBytes);
  closeSync(file);
  utimesSync(path, LONG_AGO, LONG_AGO);
}

/** Bundles that are half written. */
export function partials(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.partial'));
}

/** How many files of a half-written bundle are listed as being on the disk. */
export function listed(folder: string): number {
  const [stage] = partials(folder);
  try {
    return readFileSync(join(folder, stage ?? '', '1.files'), 'utf8').split('\n').length - 2;
  } catch {
    // Not yet there, or taken over by the next run just now.
    return 0;
  }
}
