/** What is added each time: as often as a person says and the evidence bears, a piece for each time. */
import {
  addDecimals,
  compareDecimals,
  isZero,
  minDecimal,
  multiplyDecimals,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import type { Evidence } from '../evidence/types.js';
import { listIn } from '../group.js';
import { isStepped, measureIn } from '../system/measures.js';
import type { ScoringRule } from '../system/types.js';
import { lowestOf, perhaps, surely } from './amount.js';
import { timesIn } from './answers.js';
import { eachOf, isAbout } from './missing.js';
import {
  bearing,
  bearsClaims,
  mergeOutcomes,
  NO_OUTCOME,
  overclaim,
  unborne,
  whole,
  type AskedRule,
  type Outcome,
  type Part,
} from './part.js';
import { askedOf, supportOf } from './support.js';

/** What all rules add that do. */
export function additions(part: Part): Outcome {
  const rules = part.rules.filter(({ rule }) => rule.rule === 'add');
  const counted = rules.filter((asked) => isCounted(part, asked));
  const borne = borneBy(part, counted, (asked) => claimedBy(asked));
  return mergeOutcomes(rules.map((asked) => addition(part, asked, borne.get(asked))));
}

/** The most that additions come to, where each of them needs a piece of its own; else `undefined`. */
export function mostAdded(part: Part): Decimal | undefined {
  const { rules, indicator } = part;
  const isAll = rules.every((asked) => asked.rule.rule === 'add' && isCounted(part, asked));
  if (rules.length === 0 || indicator.children.length > 0 || !isAll) return undefined;
  const borne = borneBy(part, rules, () => undefined);
  return addDecimals(rules.map((asked) => borne.get(asked) ?? ZERO));
}

/** @param borne - The most that pieces bear; `undefined` where it is not pieces that count. */
function addition(part: Part, asked: AskedRule, borne: Decimal | undefined): Outcome {
  const { rule, entries } = asked;
  const [entry] = entries;
  if (!entry) return part.bonus ? NO_OUTCOME : unsaid(part, asked);
  const full = fullOf(part, rule);
  const claimed = claimedBy(asked);
  const wanted = full ? minDecimal(full, claimed) : claimed;
  const points = minDecimal(wanted, bearsClaims(part) ? (borne ?? wanted) : ZERO);
  const over = subtractDecimals(wanted, points);
  const atStake = part.bonus ? points : (full ?? wanted);
  const times = timesIn(rule, entry) ?? 0;
  const more = surely({ is: 'times', times, rule }, subtractDecimals(atStake, wanted));
  return {
    amount: { low: points, high: points },
    atStake,
    drafts: [...unborne(part, entry, points, over), ...(part.bonus ? [] : [more])],
    entries,
    overclaims: isZero(over) ? [] : [overclaim(part, entry, claimed, points)],
  };
}

/** Nobody has said how often. */
function unsaid(part: Part, { rule, number }: AskedRule): Outcome {
  const requirements = askedOf(part.covers);
  const isEmpty = supportOf(part.covers) === 'none';
  const atStake = fullOf(part, rule) ?? ZERO;
  return {
    ...NO_OUTCOME,
    amount: { low: ZERO, high: isEmpty ? ZERO : atStake },
    atStake,
    drafts: [
      isEmpty
        ? surely({ is: 'nothing', requirements }, atStake)
        : perhaps({ is: 'unsaid', rule, number }, atStake),
    ],
  };
}

function fullOf({ points }: Part, { cap }: ScoringRule): Decimal | undefined {
  return cap ?? points;
}

function claimedBy({ rule, entries: [entry] }: AskedRule): Decimal {
  if (!entry) return ZERO;
  const each = eachOf(rule) ?? ZERO;
  return entry.points ?? multiplyDecimals(whole(timesIn(rule, entry) ?? 0), each);
}

/** Does each time need a piece? Not what is measured in steps, such as 每10万元, which one piece may tell. */
function isCounted({ indicator, bonus, covers }: Part, { rule }: AskedRule): boolean {
  const step = measureIn(rule.per);
  const isOne = !step || (!step.isShare && compareDecimals(step.value, whole(1)) === 0);
  const isDecided = indicator.files && (bonus || askedOf(covers).length > 0);
  return isDecided && isOne && !isStepped(rule) && !isZero(eachOf(rule) ?? ZERO);
}

/**
 * How many points the pieces bear by each rule. A piece bears one of them once: the one that it gives most by.
 *
 * @param claimed - How many points a person claims by a rule; `undefined` for as many as can be.
 */
function borneBy(
  part: Part,
  rules: readonly AskedRule[],
  claimed: (asked: AskedRule) => Decimal | undefined,
): ReadonlyMap<AskedRule, Decimal> {
  const borne = new Map(rules.map((asked) => [asked, ZERO]));
  const gain = (asked: AskedRule) => {
    const sofar = borne.get(asked) ?? ZERO;
    const limit = lowestOf(claimed(asked), fullOf(part, asked.rule));
    const each = eachOf(asked.rule) ?? ZERO;
    return limit ? minDecimal(each, subtractDecimals(limit, sofar)) : each;
  };
  for (const able of piecesBy(part, rules)) {
    const best = able.toSorted((a, b) => compareDecimals(gain(b), gain(a)))[0];
    if (best) borne.set(best, addDecimals([borne.get(best) ?? ZERO, gain(best)]));
  }
  return borne;
}

/** For each piece the rules that may count it, those first that few rules may. */
function piecesBy(part: Part, rules: readonly AskedRule[]): readonly (readonly AskedRule[])[] {
  const able = new Map<Evidence, AskedRule[]>();
  for (const asked of rules) {
    for (const piece of piecesFor(part, asked)) listIn(able, piece).push(asked);
  }
  return [...able.values()].toSorted((a, b) => a.length - b.length);
}

/** All that is filed and can count; for a rule about some criteria, what counts for those. */
function piecesFor(part: Part, { rule }: AskedRule): ReadonlySet<Evidence> {
  const covers = part.covers.filter((cover) => isAbout(rule, cover));
  const about = covers.flatMap(({ evidence }) => evidence);
  return new Set(rule.criteria.length > 0 ? about : [...bearing(part), ...about]);
}
