import type { BagFiles, DigestFacts } from './facts.js';

/** Files and bytes in `data/`. */
export function payloadTotal(
  { rows, tags }: Pick<BagFiles, 'rows' | 'tags'>,
  digests: Pick<DigestFacts, 'sizeBytes'>,
): { readonly bytes: number; readonly files: number } {
  let bytes = 0;
  rows.forEach((row) => {
    bytes += digests.sizeBytes(row);
  });
  for (const row of tags.values()) bytes -= digests.sizeBytes(row);
  return { bytes, files: rows.size - tags.size };
}
