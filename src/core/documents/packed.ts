import type { EvidenceKind } from '../system/types.js';

const PACKED = /\.(?:zip|rar|7z|tar|t?gz|bz2)$/iu;

/** Of an archive of files by its name: what is in it nobody sees, and it is evidence of nothing. */
export function isPacked(name: string): boolean {
  return PACKED.test(name);
}

/** Where whatever a unit has may be handed in, that may be packed. */
export function takesPacked(kinds: readonly EvidenceKind[]): boolean {
  return kinds.includes('other');
}
