/** Marks in words. */
import type { ToMend } from '../../core/review/rectify.js';
import type { Mark } from '../../core/review/types.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Messages } from '../../messages/index.js';

/** `3.5`, `B`; empty where nothing was given. */
export function markWords({ points, grade }: Mark): string {
  return points ? formatDecimal(points) : (grade ?? '');
}

/** Those in dispute with a stroke between them. */
export function givenWords({ of }: ToMend, { review: { occurred } }: Messages): string {
  if (of.is === 'veto') return occurred;
  return of.given.map(markWords).join(' / ');
}
