/** Rules that take off so much each time. */
import type { RequirementCoverage } from '../coverage/types.js';
import { timesDue } from '../coverage/verdict.js';
import {
  addDecimals,
  isZero,
  minDecimal,
  multiplyDecimals,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import { isShortOf, isStepped } from '../system/measures.js';
import type { ScoringRule } from '../system/types.js';
import { perhaps, surely } from './amount.js';
import { measuredIn, timesIn } from './answers.js';
import { withinLimit } from './limits.js';
import { eachOf, isAbout, isMissingRule, missingDeduction, type Deduction } from './missing.js';
import { whole, type AskedRule, type Part } from './part.js';
import type { ScoreEntry } from './scores.js';
import { addMissing, askedOf, isSet, missingOf, type Missing } from './support.js';
import type { Taken } from './types.js';

const isLateRule = ({ rule }: AskedRule) => rule.rule === 'deduct' && rule.per === 'late';

/** Requirements that no rule says the price of when they are missing. */
export function uncounted(part: Part): readonly RequirementCoverage[] {
  const rules = part.rules.filter(isMissingRule);
  const below = new Set(part.countedBelow);
  return part.covers.filter(
    (cover) => !below.has(cover) && !rules.some(({ rule }) => isAbout(rule, cover)),
  );
}

/**
 * All that is taken off: what is missing or late as the evidence says, anything else as a person says. What nobody has
 * said may be all that is left.
 */
export function deductions(part: Part, left: Decimal): Deduction & { readonly taken: Taken } {
  const rules = part.rules.filter(({ rule }) => rule.rule === 'deduct');
  // What nothing is asked for cannot be missing, as far as files tell.
  const counts = askedOf(part.covers).length > 0;
  const missing = rules.filter((asked) => counts && isMissingRule(asked));
  const others = rules
    .filter((asked) => !missing.includes(asked))
    .map((asked) =>
      isLateRule(asked) ? lateDeduction(part, asked, left) : saidDeduction(asked, left),
    );
  const all = [missingDeduction(missing, part.covers, left), ...others];
  return {
    ...withinLimit(
      all.flatMap(({ drafts }) => drafts),
      part.limit,
    ),
    entries: all.flatMap(({ entries }) => entries),
  };
}

/** Late where the ledger tells when a piece was handed in; else a person says how often. */
function lateDeduction(part: Part, asked: AskedRule, left: Decimal): Deduction {
  const { rule, entries } = asked;
  const each = eachOf(rule);
  const overdue = !part.rules.some(isMissingRule);
  const isDue = hasClosing(part);
  const { sure, open, ahead } = addMissing(
    part.covers.map((cover) => lateOf(cover, { overdue, isDue })),
  );
  const times = entries.find((entry) => entry.times !== undefined)?.times;
  if (!each || (times === undefined && sure === 0 && !(isDue && (open > 0 || isTold(part))))) {
    return saidDeduction(asked, left);
  }
  const count = Math.max(sure, times ?? 0);
  const worth = (number: number) => capped(rule, multiplyDecimals(whole(number), each));
  const most = times === undefined ? worth(count + open) : worth(count);
  const isOpen = times === undefined;
  const pieces = { sure: count, open: isOpen ? open : 0, ahead: isOpen ? ahead : 0 };
  const why = { is: 'late', pieces, each } as const;
  const taken = { why, sure: worth(count), open: subtractDecimals(most, worth(count)) };
  return { drafts: isZero(most) ? [] : [taken], entries };
}

/** Does the system tell by which day each piece has to be handed in? */
function hasClosing({ closes, covers }: Part): boolean {
  return (
    closes ||
    covers.every(({ periods }) => periods.length > 0 && periods.every(({ period }) => period.due))
  );
}

/** Is the day known on which each piece was handed in? */
function isTold({ covers }: Part): boolean {
  const pieces = covers.flatMap(({ evidence }) => evidence);
  return pieces.length > 0 && pieces.every(({ entry }) => entry?.submitted !== undefined);
}

/** Of the pieces that a requirement asks for, how many are late for sure, and how many may be. */
function lateOf(
  cover: RequirementCoverage,
  { overdue, isDue }: { readonly overdue: boolean; readonly isDue: boolean },
): Missing {
  const { requirement, state, evidence, found } = cover;
  if (state === 'exempt' || state === 'outside') return { sure: 0, open: 0, ahead: 0 };
  const late = lateIn(cover);
  const all = piecesWanted(cover);
  const there = Math.min(evidence.length, all);
  const asked = requirement.optional ? late : overdue ? all : Math.max(there, late);
  const missing = overdue && state === 'late' ? overdueIn(cover, asked - found) : 0;
  const told = evidence.filter(({ entry }) => entry?.submitted !== undefined).length;
  // Without a day by which to hand in, the day on which it was tells nothing.
  const inTime = isDue ? told - late : 0;
  const sure = Math.min(asked, late + missing);
  const open = Math.max(0, asked - sure - Math.max(0, inTime));
  return { sure, open, ahead: overdue ? Math.min(open, missingOf(cover).ahead) : 0 };
}

/** How many pieces were handed in late, those of a set too. */
function lateIn(cover: RequirementCoverage): number {
  const own = cover.lacks.filter(({ is }) => is === 'submitted').length;
  return isSet(cover) ? cover.parts.reduce((sum, part) => sum + lateIn(part), own) : own;
}

/** Of what is due again and again, so many each time. */
function piecesWanted({ periods, requirement, wanted }: RequirementCoverage): number {
  return periods.length > 0 ? wanted.min * Math.max(1, requirement.count.min) : wanted.min;
}

/** Of periods, what is not there in those that are over; else all that is not there. */
function overdueIn({ periods, requirement }: RequirementCoverage, gap: number): number {
  if (periods.length === 0) return Math.max(0, gap);
  const late = timesDue(periods).filter(({ state }) => state === 'late');
  return late.reduce((sum, { found }) => sum + Math.max(1, requirement.count.min - found), 0);
}

/** As often as a person says; unsaid, it may be anything up to all that is left. */
function saidDeduction(asked: AskedRule, left: Decimal): Deduction {
  const { rule, number, entries } = asked;
  const each = eachOf(rule);
  const [entry] = entries;
  if (!entry) {
    // A deduction that stands by itself is one that nobody has reported.
    const points = capped(rule, left);
    return {
      drafts: isZero(points) ? [] : [perhaps({ is: 'unsaid', rule, number }, points)],
      entries,
    };
  }
  const taken = entries.map((said) => {
    const { points } = said;
    if (points) return points.units < 0n ? { ...points, units: -points.units } : points;
    if (isAllLost(rule, said)) return left;
    const times = timesIn(rule, said);
    return times === undefined || !each ? ZERO : multiplyDecimals(whole(times), each);
  });
  const points = capped(rule, addDecimals(taken));
  const times = isAllLost(rule, entry) ? undefined : timesIn(rule, entry);
  const why = { is: 'occurred', rule, times, entry } as const;
  return { drafts: isZero(points) ? [] : [surely(why, points)], entries };
}

/** Measured, and not up to where points begin. */
function isAllLost(rule: ScoringRule, entry: ScoreEntry): boolean {
  const measured = isStepped(rule) ? measuredIn(entry) : undefined;
  return measured !== undefined && isShortOf(rule, measured);
}

function capped({ cap }: ScoringRule, points: Decimal): Decimal {
  return cap ? minDecimal(cap, points) : points;
}
