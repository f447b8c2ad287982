/** Pieces of a status that its table and its end have in common. */
import type { RequirementCoverage, State } from '../../core/coverage/types.js';
import { isBelated, isWelcome } from '../../core/status/status.js';
import { padded } from '../columns.js';
import { printable } from '../printable.js';
import type { TextStyle } from '../text-style.js';
import { textWidth } from '../text-width.js';
import { wrap } from '../wrap.js';

/** Between two columns. */
export const GAP = '  ';

/** Names of a scoring system may hold line breaks and tabs. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/gu, ' ').trim());
}

/** Lines of so many columns, the mark included that may hang behind one. */
export function wrapped(text: string, columns: number): readonly string[] {
  return textWidth(text) <= columns ? [text] : wrap(text, columns - 2);
}

/** The word of a state, as wide as its column. */
export function stateWord(state: State, width: number, style: TextStyle): string {
  return statePaint(state, style)(padded(style.say.status.state[state], width));
}

/** The same for a requirement: what is not there and need not be is not met; what is there may have come late. */
export function coverageWord(
  coverage: RequirementCoverage,
  width: number,
  style: TextStyle,
): string {
  const { welcome, belated } = style.say.status;
  if (isWelcome(coverage)) return style.paint.dim(padded(welcome, width));
  if (coverage.state === 'met' && isBelated(coverage))
    return style.paint.green(padded(belated, width));
  return stateWord(coverage.state, width, style);
}

function statePaint(state: State, { paint }: TextStyle): (text: string) => string {
  switch (state) {
    case 'late':
      return paint.red;
    case 'short':
    case 'over':
      return paint.yellow;
    case 'person':
      return paint.cyan;
    case 'met':
      return paint.green;
    case 'open':
    case 'exempt':
    case 'outside':
      return paint.dim;
  }
}

/**
 * A word, and beside it sentences that keep to their column.
 *
 * @param width - Of the word, without its colours.
 */
export function hanging(
  indent: string,
  word: string,
  sentences: readonly string[],
  width: number,
  { say, columns }: TextStyle,
): readonly string[] {
  const hang = ' '.repeat(indent.length + width + GAP.length);
  const text = sentences.map(oneLine).join(say.status.pause);
  return wrapped(text, columns - hang.length).map((line, at) =>
    (at === 0 ? `${indent}${word}${GAP}${line}` : hang + line).trimEnd(),
  );
}
