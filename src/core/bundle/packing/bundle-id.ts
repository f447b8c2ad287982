/** The bundle's name, known before a byte of its evidence is read. */
import { createHash } from 'node:crypto';
import type { Day } from '../../system/types.js';

/**
 * Eight hex digits that differ when the scoring system, a path or a size does. It names a bundle and proves nothing:
 * the manifests do.
 *
 * @param files - Sorted by path.
 */
export function bundleId(
  systemDigest: string,
  files: Iterable<{ readonly path: string; readonly sizeBytes: number }>,
): string {
  const hash = createHash('sha256').update(`${systemDigest}\n`);
  let block = '';
  for (const { path, sizeBytes } of files) {
    block += `${sizeBytes}\t${path}\n`;
    if (block.length < BLOCK_LETTERS) continue;
    hash.update(block);
    block = '';
  }
  hash.update(block);
  return hash.digest('hex').slice(0, 8);
}

/** A call for each row would take longer than the digest, as would a text that is large for the heap. */
const BLOCK_LETTERS = 16 * 1024;

/** Longest part of a bundle's name that the unit's name may take, so that paths stay short on Windows. */
const UNIT_LETTERS = 20;

/**
 * `县水利局-2026-1a2b3c4d`
 *
 * @param unit - Already a name that every system can hold.
 */
export function bundleName(unit: string, today: Day, id: string): string {
  const short = Array.from(unit).slice(0, UNIT_LETTERS).join('').trim();
  return `${short || '迎检包'}-${today.slice(0, 4)}-${id}`;
}

/** A name-based URN for the profile of one edition of a scoring system: UUID version 8, from its digest. */
export function profileUrn(systemDigest: string): string {
  const hex = systemDigest;
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
