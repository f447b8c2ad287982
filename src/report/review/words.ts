/** Marks in words. */
import type { ToMend, Words } from '../../core/review/rectify.js';
import { editionOf } from '../../core/review/settle.js';
import type { Edition, Mark, Review } from '../../core/review/types.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Messages } from '../../messages/index.js';
import { oneLine } from '../status/parts.js';

/** `3.5`, `B`; empty where nothing was given. */
export function markWords({ points, grade }: Mark): string {
  return points ? formatDecimal(points) : (grade ?? '');
}

/** Of those in dispute the lowest and the highest. */
export function givenWords({ of }: ToMend, { review: { occurred } }: Messages): string {
  if (of.is === 'veto') return occurred;
  const [first, last] = [of.given[0], of.given.at(-1)];
  const given = [...new Set([first, last])].flatMap((mark) => (mark ? markWords(mark) : []));
  return given.join('～');
}

/** Of marks that were given by another scoring system, or by an earlier text of it; empty of others. */
export function editionWords(
  review: Review,
  ours: Edition,
  { review: { add: words } }: Messages,
): string {
  const edition = editionOf(review, ours);
  if (edition === undefined) return '';
  return edition === 'other'
    ? words.otherSystem({ theirs: review.system.title, ours: ours.title })
    : words.earlierSystem;
}

/** On one line; with who said it, where several have looked. */
export function saidWords(
  words: readonly Words[],
  isSeveral: boolean,
  { review: { show }, status }: Messages,
): string {
  const each = words.map(({ by, text }) => (isSeveral ? show.saidBy({ by, text }) : text));
  return each.map(oneLine).join(status.pause);
}
