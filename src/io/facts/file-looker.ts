/** Looks at files one after the other, with one buffer for the beginning of each. */
import { closeSync, constants, openSync, readSync, type Stats } from 'node:fs';
import { crc32 } from 'node:zlib';
import { HEAD_BYTES, identify } from '../../core/documents/identify/identify.js';
import type { Identified } from '../../core/documents/types.js';
import { readAt } from '../bundle/reading/read-at.js';
import type { CachedFile } from './formats-cache.js';

/** Not through a link, and not waiting for anybody at a pipe that came into the file's place; Windows has neither. */
const OPEN = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
/** Smaller files are kept by some disks where their names are, and take no block of it. */
const LARGER_THAN_A_BLOCK = 4096;
/** These tell truly how much of a file is on the disk, and reading the rest would bring it from the cloud. */
const CLOUD_SYSTEMS = new Set(['win32', 'darwin']);

const PLACEHOLDER: Identified = { format: undefined, marks: ['placeholder'] };
const UNREADABLE: Identified = { format: undefined, marks: ['unreadable'] };

/** What the disk tells of a file; of all that it tells, little is kept of many. */
export type FileStats = Pick<Stats, 'size' | 'mtimeMs' | 'ino' | 'blocks'>;

/** Are its bytes not on this disk, as far as that can be told without opening it? */
export function isElsewhere({ blocks, size }: Pick<FileStats, 'blocks' | 'size'>): boolean {
  return blocks === 0 && size > LARGER_THAN_A_BLOCK;
}

interface Looked {
  readonly identified: Identified;
  readonly begin: number;
}

export class FileLooker {
  readonly #head = Buffer.allocUnsafe(HEAD_BYTES);
  readonly #onOpen: ((path: string) => void) | undefined;

  constructor(onOpen?: (path: string) => void) {
    this.#onOpen = onOpen;
  }

  /**
   * @param stats - Of the file itself, by `lstat`.
   * @param shown - How it is called in the result.
   */
  look(path: string, stats: FileStats, shown = path): CachedFile {
    const { size: sizeBytes, mtimeMs, ino: inode } = stats;
    const elsewhere = isElsewhere(stats);
    const seen =
      elsewhere && CLOUD_SYSTEMS.has(process.platform)
        ? { identified: PLACEHOLDER, begin: 0 }
        : this.#open(path, sizeBytes);
    // Elsewhere it is known when there is nothing but zeros in it.
    const isHole = elsewhere && seen.identified.marks.includes('damaged');
    const { begin } = seen;
    const identified = isHole ? PLACEHOLDER : seen.identified;
    const { format, marks } = identified;
    return { path: shown, format, marks, sizeBytes, mtimeMs, inode, begin, sha256: undefined };
  }

  #open(path: string, sizeBytes: number): Looked {
    try {
      this.#onOpen?.(path);
      const file = openSync(path, OPEN);
      try {
        return this.#read(file, sizeBytes);
      } finally {
        closeSync(file);
      }
    } catch {
      return { identified: UNREADABLE, begin: 0 };
    }
  }

  #read(file: number, sizeBytes: number): Looked {
    const head = this.#head.subarray(0, readSync(file, this.#head, 0, HEAD_BYTES, 0));
    const read = (offset: number, length: number) => {
      const inFile = Math.min(length, sizeBytes - offset);
      if (!(offset >= 0) || !(inFile > 0)) return Buffer.alloc(0);
      if (offset + inFile <= head.length) return head.subarray(offset, offset + inFile);
      return readAt(file, offset, inFile);
    };
    return { identified: identify({ sizeBytes, read }), begin: crc32(head) };
  }
}
