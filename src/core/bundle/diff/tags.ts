/** What differs between two bundles beside their evidence: the page, the findings at packing, and what else was made then. */
import { compareText } from '../../text.js';

/** By path, the digest of what is no evidence. */
export type Tags = ReadonlyMap<string, string>;

export interface TagDiff {
  /** Sorted; without the lists and the facts, which follow whatever else changes. */
  readonly paths: readonly string[];
  /** All that the page is made of is the same, down to day and program, and the page is not. */
  readonly isPageAlone: boolean;
}

const FOLLOWING = /^(?:bagit\.txt|bag-info\.txt|index\.json|(?:tag)?manifest-[^/]*\.txt)$/;

/** @returns `undefined` where nothing differs, or one of the two does not tell. */
export function diffTags(old: Tags | undefined, now: Tags | undefined): TagDiff | undefined {
  if (!old || !now) return undefined;
  const all = [...new Set([...old.keys(), ...now.keys()])];
  const differing = all.filter((path) => old.get(path) !== now.get(path));
  const paths = differing.filter((path) => !FOLLOWING.test(path)).sort(compareText);
  if (paths.length === 0) return undefined;
  return { paths, isPageAlone: differing.length === 1 && paths[0] === 'index.html' };
}
