/** Which files of a bundle get smaller by compression. */

/** Kinds that are text or old uncompressed office formats. All others are compressed already, and stored. */
const COMPRESSIBLE = new Set(
  'txt csv tsv log html htm xml json yaml yml md svg rtf bmp doc xls ppt wps et dps eml'.split(' '),
);

/** Below it there is nothing to gain: a disk gives out space in blocks. */
const SMALLEST = 1024;

/** Above it the time is not worth it: who waits is a person before an inspection. */
const LARGEST = 8 * 1024 * 1024;

/** Is compression tried on such a file? Depends on nothing but name and size, so that packs do not differ. */
export function isCompressible(name: string, sizeBytes: number): boolean {
  if (sizeBytes < SMALLEST || sizeBytes > LARGEST) return false;
  const dot = name.lastIndexOf('.');
  return dot > 0 && COMPRESSIBLE.has(name.slice(dot + 1).toLowerCase());
}

export const COMPRESSED_AT_MOST = LARGEST;
