/** How much of what is due is there, piece by piece: quarters, meetings, papers. */
import type { RequirementCoverage } from '../coverage/types.js';
import { timesDue } from '../coverage/verdict.js';
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  formatPercent,
  minDecimal,
  multiplyDecimals,
  quotientOf,
  ZERO,
  type Decimal,
  type Rounding,
} from '../system/decimal.js';
import { isAtMost, isShortOf, measureIn } from '../system/measures.js';
import type { ScoringRule } from '../system/types.js';
import { whole } from './part.js';
import { askedOf, isMissing, isSet, missingOf } from './support.js';

/** What is not due yet counts as due once it is there. */
export interface Pieces {
  readonly due: number;
  /** Of those, there beyond doubt. */
  readonly done: number;
  /** Of those, there, with what a person has to look at. */
  readonly most: number;
  /** Not due yet. */
  readonly ahead: number;
}

/** So much of so much. */
type Fraction = readonly [done: Decimal, of: Decimal];

const ONE = whole(1);
const NONE: Pieces = { due: 0, done: 0, most: 0, ahead: 0 };

/** Pieces of one kind, of which each counts as much as the next; `undefined` where they are not. */
export function alikeIn(covers: readonly RequirementCoverage[]): Pieces | undefined {
  const [cover, second] = applying(covers);
  if (!cover || second || isSet(cover)) return undefined;
  const isMany = cover.periods.length > 0 || cover.wanted.min > 1;
  return isMany ? orNone(piecesOf(cover)) : undefined;
}

/** Pieces of whatever kind. */
export function piecesIn(covers: readonly RequirementCoverage[]): Pieces | undefined {
  return orNone(add(applying(covers).map(piecesOf)));
}

/** Each requirement as one piece. */
export function requirementsIn(covers: readonly RequirementCoverage[]): Pieces | undefined {
  const asked = applying(covers);
  const states = asked.map((cover) => ({
    ...cover,
    found: 0,
    state: isSaid(cover) ? cover.state : ('person' as const),
  }));
  return asked.length === 0 ? undefined : add(states.map((cover) => counted(cover, 1, cover)));
}

/**
 * The pieces that a share is about: quarters, occasions and activities, even where words say what it is a share of;
 * papers only where no words do. Where a number other than a share is full, or less is better, pieces do not tell.
 */
export function piecesOfShare(
  { of, full }: ScoringRule,
  covers: readonly RequirementCoverage[],
): Pieces | undefined {
  if (measureIn(full)?.isShare === false || isAtMost(full)) return undefined;
  const isPapers = applying(covers).some(({ counts }) => counts === 'files' || counts === 'parts');
  return of !== undefined && isPapers ? undefined : alikeIn(covers);
}

/** What so much of so much is worth by a proportional rule; cut once. */
export function worthOf(
  rule: ScoringRule,
  full: Decimal,
  [done, of]: Fraction,
  rounding: Rounding,
): Decimal {
  const measure = measureIn(rule.full);
  const wanted = measure?.isShare ? measure.value : ONE;
  // Some places more, so that points are cut or rounded once only.
  const share = divideDecimals(done, of, rounding.places + 12);
  if (isShortOf(rule, { value: share, isShare: true })) return ZERO;
  const earned = multiplyDecimals(full, done);
  return minDecimal(full, quotientOf(earned, multiplyDecimals(of, wanted), rounding));
}

/** A percentage of two places that is worth as much; `undefined` where none is. */
export function percentFor(
  rule: ScoringRule,
  full: Decimal,
  part: Fraction,
  rounding: Rounding,
): string | undefined {
  const worth = worthOf(rule, full, part, rounding);
  const cut = divideDecimals(part[0], part[1], 4);
  const next = addDecimals([cut, { units: 1n, scale: 4 }]);
  const found = [cut, next].find(
    (share) => compareDecimals(worthOf(rule, full, [share, ONE], rounding), worth) === 0,
  );
  return found && formatPercent(found);
}

/** Of what applies, and has to be there. */
function applying(covers: readonly RequirementCoverage[]): RequirementCoverage[] {
  return askedOf(covers).filter(({ state }) => state !== 'exempt');
}

/** Does the evidence alone tell how it stands? */
function isSaid(cover: RequirementCoverage): boolean {
  return isMissing(cover) || cover.state === 'met' || cover.state === 'open';
}

function piecesOf(cover: RequirementCoverage): Pieces {
  const { requirement, state, wanted, found, periods } = cover;
  if (state === 'exempt' || state === 'outside' || requirement.optional) return NONE;
  if (periods.length > 0) {
    const each = Math.max(1, requirement.count.min);
    return add(timesDue(periods).map((time) => counted(time, each, cover)));
  }
  if (isSet(cover)) return add(cover.parts.map(piecesOf));
  const due = Math.max(1, wanted.min);
  const pieces = counted({ state, found }, due, cover);
  // What is there and only lacks its date may yet be found to count.
  return isMissing(cover)
    ? { ...pieces, most: Math.max(pieces.most, due - missingOf(cover).sure) }
    : pieces;
}

function counted(
  { state, found }: Pick<RequirementCoverage, 'state' | 'found'>,
  due: number,
  { lacks }: RequirementCoverage,
): Pieces {
  if (state === 'exempt' || state === 'outside') return NONE;
  if (state === 'open') return { ...NONE, ahead: due };
  if (state === 'met' || state === 'over') return { due, done: due, most: due, ahead: 0 };
  if (state === 'person' || lacks.some(({ is }) => is === 'condition')) {
    return { due, done: 0, most: due, ahead: 0 };
  }
  const done = Math.min(found, due - 1);
  return { due, done, most: done, ahead: 0 };
}

function add(all: readonly Pieces[]): Pieces {
  const sum = (of: (pieces: Pieces) => number) => all.reduce((so, each) => so + of(each), 0);
  return {
    due: sum(({ due }) => due),
    done: sum(({ done }) => done),
    most: sum(({ most }) => most),
    ahead: sum(({ ahead }) => ahead),
  };
}

function orNone(pieces: Pieces): Pieces | undefined {
  return pieces.due > 0 ? pieces : undefined;
}
