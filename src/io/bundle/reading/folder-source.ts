/** A bag that is a folder on disk. Links are told, never followed. */
import { lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { diskError } from '../../../errors.js';
import { shareNames } from '../../digest/shared-names.js';
import { runOnThreads } from '../../threads/threads.js';
import type { BagSource, Listed } from './source.js';

/** Below this, starting another thread takes longer than it saves. */
const ALONE_BYTES = 8 * 2 ** 20;
const ALONE_FILES = 400;

export function openFolder(root: string): BagSource {
  const listed = walk(root);
  const totalBytes = listed.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return {
    kind: 'folder',
    listed,
    guessed: undefined,
    refusals: [],
    totalBytes,
    readWhole: (row, limit) => {
      const { path, sizeBytes } = listed[row] ?? { path: '', sizeBytes: Infinity };
      if (sizeBytes > limit) return undefined;
      try {
        return readFileSync(join(root, path));
      } catch {
        return undefined;
      }
    },
    digestAll: async ({ table, copy, threads, pause, meanwhile }) => {
      const rows = listed.flatMap(({ kind }, row) => (kind === 'file' ? [row] : []));
      const size = (row: number) => listed[row]?.sizeBytes ?? 0;
      const alone = totalBytes < ALONE_BYTES && rows.length < ALONE_FILES;
      const job = {
        root,
        paths: shareNames(listed.map(({ path, kind }) => (kind === 'file' ? path : undefined))),
        order: rows.sort((a, b) => size(b) - size(a)),
        table: table.parts,
        copy,
      };
      const chosen = alone ? { ...threads, count: 1 } : threads;
      await runOnThreads(chosen, 'digest-folder', job, pause, meanwhile);
    },
  };
}

function walk(root: string): Listed[] {
  const listed: Listed[] = [];
  const rest = [''];
  for (let folder = rest.pop(); folder !== undefined; folder = rest.pop()) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        rest.push(path);
        listed.push({ path, kind: 'folder', sizeBytes: 0 });
      } else {
        const kind = entry.isFile() ? 'file' : 'link';
        listed.push({ path, kind, sizeBytes: kind === 'file' ? sizeOf(join(root, path)) : 0 });
      }
    }
  }
  return listed;
}

function entriesOf(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    throw diskError(path, cause);
  }
}

/** A file that is gone or not to be read is told when it is read. */
function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
