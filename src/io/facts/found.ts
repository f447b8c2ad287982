import type { ContentFacts } from '../../core/evidence/types.js';

/** What one reader tells of a file. */
export type Found = ContentFacts;

const NOTHING: ContentFacts = { characters: undefined, created: undefined, taken: undefined };

/** What is not told is not known. */
export function found(told: Partial<ContentFacts>): Found {
  return { ...NOTHING, ...told };
}
