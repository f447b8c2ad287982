/** A disk of its own, small enough to be filled. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, rmSync, closeSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../archive-on-disk.js';

/** May this process mount one? A build server (`CI=true`) must; elsewhere the tests say that they did not run. */
export function canMount(): boolean {
  const place = '/tmp/dangan-mount-probe';
  mkdirSync(place, { recursive: true });
  const mounted = process.platform === 'linux' && mount(place, '64k');
  if (mounted) spawnSync('umount', [place]);
  rmSync(place, { recursive: true, force: true });
  if (!mounted) process.stderr.write('no disk can be mounted: what needs a full one did not run\n');
  return mounted || process.env['CI'] === 'true';
}

function mount(place: string, size: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place]).status === 0;
}

export interface SmallDisk {
  readonly root: string;
  /** Leave so many bytes free. */
  fill(free: number): void;
  /** Take the filling away. */
  empty(): void;
  /** From now on it may only be read. */
  readOnly(): void;
}

export function smallDisk(size = '2m'): SmallDisk {
  const root = temporaryFolder();
  if (!mount(root, size)) throw new Error('a build server must be able to mount a disk');
  onTestFinished(() => void spawnSync('umount', ['-l', root]));
  const filling = join(root, 'filling');
  return {
    root,
    fill(free) {
      const file = openSync(filling, 'a');
      const page = Buffer.alloc(4096, 1);
      let size = 0;
      try {
        for (;;) size += writeSync(file, page);
      } catch {
        // Full, which was asked for.
      }
      closeSync(file);
      truncateSync(filling, Math.max(0, size - free));
    },
    empty: () => rmSync(filling, { force: true }),
    readOnly: () => void spawnSync('mount', ['-o', 'remount,ro', root]),
  };
}
