/** Scoring rules that can do nothing as they stand: they would be passed over without a word. */
import type { PerWord, SchemaFault } from '../../messages/faults.js';
import type { BrokenReference } from './references.js';
import { formatDecimal, formatPercent, parseDecimal, type Decimal } from './decimal.js';
import { saysClosingDay } from '../dates/closing-day.js';
import { nearest } from '../text.js';
import { isLimit } from './limits.js';
import { isAtMost, isRateUnsigned, isStepped, measureIn, saysMissing } from './measures.js';
import { takingIn } from './taking.js';
import { pointsOf } from './sums.js';
import type { Indicator, Place, ScoringRule, ScoringSystem } from './types.js';
import { eachIndicator } from './walk.js';

/** Ways of putting parts together. */
const OF_PARTS: ReadonlySet<ScoringRule['rule']> = new Set(['highest', 'choose', 'average']);

/** What is said of points and can never take effect, as there is nothing that it could act on. */
export function* idleRules(system: ScoringSystem): Generator<BrokenReference> {
  yield* closingsUnread(system);
  const isScored = hasPoints(system);
  for (const { name, grades: [first] = [] } of system.bands) {
    if (first && !eachIndicator(system).some(({ indicator }) => isValued(indicator)))
      yield { at: first.at, indicator: undefined, fault: { wrong: 'band-unvalued', band: name } };
  }
  for (const { indicator, above } of eachIndicator(system)) {
    const told = (at: Place, fault: SchemaFault) => ({ at, indicator, fault });
    if (indicator.exempt && !indicator.applies && indicator.children.length > 0)
      yield told(indicator.at, { wrong: 'exempt-idle' });
    for (const rule of rulesOf(indicator)) {
      if (saysMissing(rule) && asksEvidence(indicator))
        yield told(rule.at, { wrong: 'per-missing', found: rule.per ?? '' });
      const slip = slipInPer(rule);
      if (slip) yield told(rule.at, slip);
    }
    for (const rule of indicator.scoring) {
      for (const fault of faultsOf(rule, system, isScored)) yield told(rule.at, fault);
      const fault = faultOfWhole(rule, indicator) ?? faultOfLimit(rule, [...above, indicator]);
      if (fault) yield told(rule.at, fault);
    }
    for (const { scoring } of indicator.criteria) {
      for (const rule of scoring) {
        for (const fault of faultsOf(rule, system, isScored)) yield told(rule.at, fault);
      }
    }
  }
}

/** Where what is late costs points, and the words of the closing day do not say which day it is. */
function* closingsUnread(system: ScoringSystem): Generator<BrokenReference> {
  if (!eachIndicator(system).some(({ indicator }) => rulesOf(indicator).some(countsLate))) return;
  for (const submission of system.submissions) {
    const { at, closes, every } = submission;
    if (closes === undefined || saysClosingDay(submission)) continue;
    yield { at, indicator: undefined, fault: { wrong: 'closing', found: closes, every } };
  }
}

function countsLate(rule: ScoringRule): boolean {
  return rule.rule === 'deduct' && rule.per === 'late' && !isStepped(rule);
}

/** With those of its criteria. */
function rulesOf({ scoring, criteria }: Indicator): ScoringRule[] {
  return [...scoring, ...criteria.flatMap((criterion) => criterion.scoring)];
}

/** `mising`, `Late`. Another first letter is another word. */
function slipInPer(rule: ScoringRule): SchemaFault | undefined {
  const { per: found = '' } = rule;
  if (isStepped(rule) || !/^[a-z]+$/iu.test(found)) return undefined;
  const meant = PER_WORDS.find((word) => word === nearest(found.toLowerCase(), PER_WORDS));
  const isWord = meant === found || meant?.[0] !== found[0]?.toLowerCase();
  return meant === undefined || isWord ? undefined : { wrong: 'per-word', found, meant };
}

const PER_WORDS: readonly PerWord[] = ['missing', 'late', 'occurrence'];

/** Is there anything that can be missing, as far as files tell? */
function asksEvidence({ evidence, children }: Indicator): boolean {
  return evidence.some(({ optional }) => !optional) || children.some(asksEvidence);
}

/** Without points there is nothing for a grade to be a share of. */
function hasPoints(system: ScoringSystem): boolean {
  if (system.total) return true;
  return [...eachIndicator(system)].some(({ indicator }) => indicator.points !== undefined);
}

function isValued(indicator: Indicator): boolean {
  const { points, weight, criteria } = indicator;
  const isRule = rulesOf(indicator).some(
    (rule) => rule.points !== undefined || rule.tiers.length > 0,
  );
  return (points ?? weight) !== undefined || isRule || criteria.some((each) => each.points);
}

function* faultsOf(
  rule: ScoringRule,
  { grades }: ScoringSystem,
  isScored: boolean,
): Generator<SchemaFault> {
  const lacks = (key: string): SchemaFault => ({ wrong: 'rule-lacks', rule: rule.rule, key });
  if ((rule.rule === 'tiers' || rule.rule === 'rank') && rule.tiers.length === 0)
    yield lacks('tiers');
  yield* measureFaults(rule);
  yield* tierFaults(rule);
  yield* takeFaults(rule);
  if (rule.take === 'between' && rule.tiers.some(({ from }) => !from)) yield lacks('from');
  // Where there are grades, one that is not among them is told as such.
  if (rule.rule !== 'grade' || !isScored || Object.keys(grades).length > 0) return;
  const named = Object.keys(rule.grades);
  yield named.length === 0 ? lacks('grades') : { wrong: 'grades-unvalued', grades: named };
}

/** Steps need points for each, and a size that can be held against what is full; so does where points begin. */
function* measureFaults(rule: ScoringRule): Generator<SchemaFault> {
  const { each, points, per, from, full = '100%' } = rule;
  const lacks = (key: string): SchemaFault => ({ wrong: 'rule-lacks', rule: rule.rule, key });
  const stepped = isStepped(rule);
  if (isRateUnsigned(rule)) {
    yield { wrong: 'full-share', of: rule.of ?? '', found: `${full.trim()}%` };
    return;
  }
  if (!stepped && (rule.rule !== 'proportional' || from === undefined)) return;
  const whole = measureIn(full);
  if (!whole) yield { wrong: 'measure', key: 'full', found: full, full };
  const isAlike = (text: string) => {
    const measure = measureIn(text);
    return measure?.isShare === whole?.isShare && measure?.value.units !== 0n;
  };
  if (stepped && !(each ?? points)) yield lacks('each');
  if (stepped && per === undefined) yield lacks('per');
  for (const [key, found] of Object.entries({ per: stepped ? per : undefined, from })) {
    if (!whole || found === undefined || isAlike(found)) continue;
    yield { wrong: 'measure', key: key === 'per' ? key : 'from', found, full };
  }
}

/** Words that say “at most” where the tier begins there: what is measured would be held against it the wrong way. */
function* tierFaults({ tiers }: ScoringRule): Generator<SchemaFault> {
  for (const { when, from, isAtMost: isWritten } of tiers) {
    if (from && !from.isShare && isNumberOfShare(when, from.value)) {
      const found = `${isWritten ? '≤' : ''}${formatDecimal(from.value)}%`;
      yield { wrong: 'tier-share', when, found };
      continue;
    }
    if (!from || from.value.units <= 0n || isWritten || AT_LEAST.test(when)) continue;
    const found = from.isShare ? formatPercent(from.value) : formatDecimal(from.value);
    if (isAtMost(when)) yield { wrong: 'tier-at-most', when, found };
  }
}

/** Does the number stand in words that are of a share: 90 in `90%以上`, 80 in `80-90%`? */
function isNumberOfShare(when: string, value: Decimal): boolean {
  if (!/[%％]/u.test(when)) return false;
  const numbers = when.match(/\d{1,9}(?:\.\d{1,9})?/gu) ?? [];
  return numbers.some(
    (each) => formatDecimal(parseDecimal(each) ?? value) === formatDecimal(value),
  );
}

const AT_LEAST =
  /≥|>|＞|以上|不低于|不少于|(?<!不)高于|(?<!不)超过|达到|至|到|[-—～~]|at least|from|over|more/iu;

function* takeFaults({ rule, take }: ScoringRule): Generator<SchemaFault> {
  if (take === undefined) return;
  const isKnown = takingIn(take) !== undefined;
  if ((rule === 'average' || rule === 'choose') && !isKnown) {
    yield { wrong: 'take', rule, found: take };
  }
  if (rule === 'tiers' && !/^(?:highest|all|between|\d{1,4})$/.test(take)) {
    yield { wrong: 'take', rule, found: take };
  }
}

/** A limit needs something to limit: here, below, or what holds here from above. */
function faultOfLimit(rule: ScoringRule, places: readonly Indicator[]): SchemaFault | undefined {
  if (!isLimit(rule) || !rule.cap) return undefined;
  const indicator = places.at(-1);
  const isOfParts = indicator?.scoring.some((each) => OF_PARTS.has(each.rule)) ?? false;
  const isBelow = indicator?.children.some(takesOff) ?? false;
  if (!isOfParts && (isBelow || places.some(takesOffItself))) return undefined;
  return { wrong: 'limit-idle', cap: formatDecimal(rule.cap) };
}

function takesOff(indicator: Indicator): boolean {
  return takesOffItself(indicator) || indicator.children.some(takesOff);
}

function takesOffItself(indicator: Indicator): boolean {
  return rulesOf(indicator).some((rule) => rule.rule === 'deduct' && !isLimit(rule));
}

function faultOfWhole(rule: ScoringRule, indicator: Indicator): SchemaFault | undefined {
  const { children, criteria } = indicator;
  if (OF_PARTS.has(rule.rule) && children.length === 0 && criteria.length === 0) {
    return { wrong: 'rule-alone', rule: rule.rule };
  }
  if (rule.rule === 'choose' && rule.take === undefined) {
    return { wrong: 'rule-lacks', rule: rule.rule, key: 'take' };
  }
  const counts = rule.rule === 'deduct' && (rule.per === 'missing' || rule.per === 'late');
  if (!counts || !rule.cap || children.length === 0) return undefined;
  const reaches = children.some((child) => pointsOf(child) === undefined);
  const cap = formatDecimal(rule.cap);
  return reaches ? undefined : { wrong: 'cap-above', rule: rule.rule, cap };
}
