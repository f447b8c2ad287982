/** What missing evidence costs, where rules say so much for each piece. */
import type { RequirementCoverage } from '../coverage/types.js';
import {
  addDecimals,
  compareDecimals,
  maxDecimal,
  minDecimal,
  multiplyDecimals,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import type { ScoringRule } from '../system/types.js';
import { perhaps, surely, type Draft } from './amount.js';
import { whole, type AskedRule } from './part.js';
import { isOthers, phraseFor } from './phrases.js';
import type { ScoreEntry } from './scores.js';
import { missingOf, type Missing } from './support.js';

export interface Deduction {
  readonly drafts: readonly Draft[];
  readonly entries: readonly ScoreEntry[];
}

export function isMissingRule({ rule }: AskedRule): boolean {
  return rule.rule === 'deduct' && rule.per === 'missing';
}

/** Is the rule about this requirement, as far as criteria tell? */
export function isAbout({ criteria }: ScoringRule, { requirement }: RequirementCoverage): boolean {
  return criteria.length === 0 || requirement.for.some((code) => criteria.includes(code));
}

/** What a rule takes off, or adds, each time. */
export function eachOf({ each, points }: ScoringRule): Decimal | undefined {
  return each ?? points;
}

/**
 * Each missing piece costs what the rule whose words are about it says. Where several rules may be meant, the cheapest
 * is sure and the dearest possible, as far as no person has said how many pieces each of them is about.
 *
 * @param left - All that there is to lose.
 */
export function missingDeduction(
  rules: readonly AskedRule[],
  covers: readonly RequirementCoverage[],
  left: Decimal,
): Deduction {
  const prices = new Prices(rules, left);
  const assigned = assignedTo(rules, covers);
  for (const { cover, candidates } of assigned) {
    const [rule, second] = candidates;
    if (rule && !second) prices.take(cover, rule, missingOf(cover));
  }
  for (const { cover, candidates } of assigned) {
    if (candidates.length > 1) prices.takeBetween(cover, candidates, missingOf(cover));
  }
  prices.takeTold();
  return { drafts: prices.settle(), entries: rules.flatMap(({ entries }) => entries) };
}

interface Assigned {
  readonly cover: RequirementCoverage;
  readonly candidates: readonly AskedRule[];
}

/** The rules that may be about each requirement. */
function assignedTo(
  rules: readonly AskedRule[],
  covers: readonly RequirementCoverage[],
): readonly Assigned[] {
  const byWords = covers.map((cover) => {
    const own = rules.filter(({ rule }) => isAbout(rule, cover));
    const phrases = own.map(({ rule }) => rule.when);
    const at = own.length > 1 ? phraseFor(cover.requirement.title, phrases) : 0;
    return { cover, own, rule: at === undefined ? undefined : own[at] };
  });
  const taken = new Set(byWords.map(({ rule }) => rule));
  return byWords.map(({ cover, own, rule }) => {
    if (rule) return { cover, candidates: [rule] };
    const free = own.filter((each) => isOthers(each.rule.when) || !taken.has(each));
    return { cover, candidates: free.length > 0 ? free : own };
  });
}

/** What is to be taken off for a reason, and the rule whose cap limits it. */
interface Taken extends Draft {
  readonly asked: AskedRule | undefined;
}

class Prices {
  private readonly taken: Taken[] = [];
  private readonly left: Decimal;
  /** How many pieces people say that each rule is about, and that are not counted yet. */
  private readonly told: Map<AskedRule, number>;

  constructor(rules: readonly AskedRule[], left: Decimal) {
    this.left = left;
    this.told = new Map(
      rules.map((asked) => [
        asked,
        asked.entries.find(({ times }) => times !== undefined)?.times ?? 0,
      ]),
    );
  }

  take(requirement: RequirementCoverage, asked: AskedRule, pieces: Missing): void {
    const { sure, open } = pieces;
    if (sure + open === 0) return;
    this.told.set(asked, Math.max(0, (this.told.get(asked) ?? 0) - sure));
    const each = eachOf(asked.rule);
    if (!each) {
      const why = { is: 'unsaid', rule: asked.rule, number: asked.number } as const;
      this.taken.push({ ...perhaps(why, this.left), asked: undefined });
      return;
    }
    this.taken.push({
      why: { is: 'missing', requirement, pieces, each },
      sure: multiplyDecimals(whole(sure), each),
      open: multiplyDecimals(whole(open), each),
      asked,
    });
  }

  takeBetween(
    requirement: RequirementCoverage,
    candidates: readonly AskedRule[],
    { sure, open, ahead }: Missing,
  ): void {
    let rest = sure;
    for (const asked of candidates) {
      const told = Math.min(rest, this.told.get(asked) ?? 0);
      this.take(requirement, asked, { sure: told, open: 0, ahead: 0 });
      rest -= told;
    }
    if (rest + open === 0) return;
    const prices = candidates.map(({ rule }) => eachOf(rule) ?? this.left);
    const dear = prices.reduce(maxDecimal, ZERO);
    const cheap = prices.reduce(minDecimal, dear);
    // While the rules differ in price, what a piece costs beyond the cheapest is open too.
    const unpriced = compareDecimals(dear, cheap) > 0 ? rest : 0;
    const pieces = { sure: rest, open: unpriced + open, ahead };
    this.taken.push({
      why: { is: 'missing', requirement, pieces, each: undefined },
      sure: multiplyDecimals(whole(rest), cheap),
      open: addDecimals([
        multiplyDecimals(whole(rest), subtractDecimals(dear, cheap)),
        multiplyDecimals(whole(open), dear),
      ]),
      asked: undefined,
    });
  }

  /** A person counts more than the evidence shows. */
  takeTold(): void {
    for (const [asked, times] of this.told) {
      const [entry] = asked.entries;
      const each = eachOf(asked.rule);
      if (times === 0 || !entry || !each) continue;
      const points = multiplyDecimals(whole(times), each);
      this.taken.push({
        ...surely({ is: 'occurred', rule: asked.rule, times, entry }, points),
        asked,
      });
    }
  }

  /** No rule takes more than its cap; what is sure comes out of it before what is open. */
  settle(): Draft[] {
    const used = new Map<AskedRule, Decimal>();
    const within = (asked: AskedRule | undefined, points: Decimal): Decimal => {
      if (!asked?.rule.cap) return points;
      const sofar = used.get(asked) ?? ZERO;
      const taken = minDecimal(points, subtractDecimals(asked.rule.cap, sofar));
      used.set(asked, addDecimals([sofar, taken]));
      return taken;
    };
    const sure = this.taken.map((each) => within(each.asked, each.sure));
    const open = this.taken.map((each) => within(each.asked, each.open));
    return this.taken.map(({ why }, at) => ({
      why,
      sure: sure[at] ?? ZERO,
      open: open[at] ?? ZERO,
    }));
  }
}
