/** Tiers and places in a ranking: the best that holds, or several. */
import type { RequirementCoverage } from '../coverage/types.js';
import {
  addDecimals,
  compareDecimals,
  isNegative,
  maxDecimal,
  minDecimal,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../system/decimal.js';
import type { ScoringRule, Tier } from '../system/types.js';
import { exactly, surely, type Amount } from './amount.js';
import { isSameTier, tiersTaken } from './answers.js';
import type { Holds } from './grades.js';
import { outcome, unanswered } from './level.js';
import {
  bearsClaims,
  overclaim,
  unborne,
  type AskedRule,
  type Outcome,
  type Part,
} from './part.js';
import { phraseFor } from './phrases.js';
import { isMissing, supportOf } from './support.js';
import { nextTier, tierMeasured, withinTiers } from './tier-measured.js';
import type { Why } from './types.js';

export function tiered(part: Part, written: AskedRule): Outcome {
  const { entries } = written;
  const most = tierPoints(
    written.rule,
    written.rule.tiers.filter(({ points }) => !isNegative(points)),
  );
  const rule = entries.reduce(
    (risen, entry) => withinTiers(risen, entry, part.rounding),
    written.rule,
  );
  const asked = { ...written, rule };
  const states = entries.length > 0 ? tiersGiven(part, asked) : tiersCovered(part, rule);
  const full = rule.points ?? part.points ?? most;
  if (part.points && !part.bonus && rule.tiers.every(({ points }) => isNegative(points))) {
    return penalised(part, asked, full);
  }
  const { low, high } = tierAmount(rule, states, entries.length > 0);
  const amount = { low: minDecimal(low, full), high: minDecimal(high, full) };
  const bears = entries.length === 0 || bearsClaims(part);
  const [entry] = entries;
  const claimed = tierPoints(rule, tiersNamed(rule, asked));
  // A penalty needs no evidence.
  const supported = bears ? amount.high : minDecimal(ZERO, amount.high);
  if (entry && compareDecimals(claimed, minDecimal(high, supported)) > 0) {
    const wanted = minDecimal(claimed, full);
    const tier = entry.tier ?? bestTier(states)?.when;
    return {
      amount: exactly(supported),
      atStake: part.bonus ? maxDecimal(ZERO, supported) : full,
      drafts: [
        ...unborne(part, entry, supported, subtractDecimals(wanted, supported)),
        surely({ is: 'tier', tier }, subtractDecimals(full, wanted)),
      ],
      entries,
      overclaims: [overclaim(part, entry, claimed, supported)],
    };
  }
  if (!entry && supportOf(part.covers) === 'none') return unanswered(part, asked, full);
  const open = compareDecimals(amount.low, amount.high) < 0;
  const best = bestTier(states);
  const why: Why =
    open && !states.some(({ holds }) => holds === 'yes')
      ? { is: 'unsaid', rule, number: asked.number }
      : entry && best && isNegative(best.points)
        ? { is: 'given', entry }
        : { is: 'tier', tier: best?.when, next: entry && nextTier(written.rule, entry) };
  return outcome(part, full, amount, why, { entries });
}

/** All tiers take off: what has not happened leaves all of the points. */
function penalised(part: Part, asked: AskedRule, full: Decimal): Outcome {
  const { rule, entries } = asked;
  const [entry] = entries;
  if (!entry) return unanswered(part, asked, full);
  const taken = tierPoints(rule, tiersNamed(rule, asked));
  const left = maxDecimal(ZERO, addDecimals([full, taken]));
  return outcome(part, full, exactly(left), { is: 'given', entry }, { entries });
}

interface TierState {
  readonly tier: Tier;
  readonly holds: Holds;
}

function tiersNamed(rule: ScoringRule, { entries }: AskedRule): Tier[] {
  const measured = entries.map((entry) => tierMeasured(rule, entry));
  return rule.tiers.filter(
    (each) =>
      measured.includes(each) || entries.some(({ tier }) => isSameTier(each.when, tier ?? '')),
  );
}

/** Those that a person names hold, but where the evidence for them is short. */
function tiersGiven(part: Part, asked: AskedRule): TierState[] {
  const named = tiersNamed(asked.rule, asked);
  const covered = tiersCovered(part, asked.rule);
  return covered.map(({ tier, holds }) => {
    if (!named.includes(tier)) return { tier, holds: 'no' };
    return { tier, holds: holds === 'no' ? 'no' : 'yes' };
  });
}

/** What the evidence says of tiers that a requirement is about; the others only a person can name. */
function tiersCovered(part: Part, { tiers }: ScoringRule): TierState[] {
  const covers = part.covers.flatMap(withParts);
  // Evidence never speaks for a tier that takes points off.
  const phrases = tiers.map(({ when, points }) => (isNegative(points) ? undefined : when));
  const about = covers.flatMap((cover) => {
    const at = phraseFor(cover.requirement.title, phrases);
    return at === undefined ? [] : [{ at, cover }];
  });
  return tiers.map((tier, at) => {
    const own = about.filter((each) => each.at === at).map(({ cover }) => cover);
    if (own.length === 0) return { tier, holds: 'maybe' };
    if (own.some(({ state }) => state === 'met' || state === 'over')) return { tier, holds: 'yes' };
    return { tier, holds: own.every(isMissing) ? 'no' : 'maybe' };
  });
}

function withParts(cover: RequirementCoverage): RequirementCoverage[] {
  return [cover, ...cover.parts.flatMap(withParts)];
}

/** What nobody has named takes nothing off. */
function tierAmount(rule: ScoringRule, states: readonly TierState[], isNamed: boolean): Amount {
  const kept = (keep: (state: TierState) => boolean) =>
    tierPoints(
      rule,
      states.filter(keep).map(({ tier }) => tier),
    );
  const isSure = ({ holds }: TierState) => holds === 'yes';
  const sure = kept(isSure);
  if (isNamed) return { low: sure, high: sure };
  const low = kept((state) => isSure(state) || isNegative(state.tier.points));
  return {
    low: maxDecimal(ZERO, low),
    high: maxDecimal(
      ZERO,
      kept((state) => isSure(state) || (state.holds === 'maybe' && !isNegative(state.tier.points))),
    ),
  };
}

/** The best of them, the sum of the best so many, or of all. */
export function tierPoints(rule: ScoringRule, tiers: readonly Tier[]): Decimal {
  const points = tiers.map((tier) => tier.points).sort((a, b) => compareDecimals(b, a));
  return addDecimals(points.slice(0, tiersTaken(rule)));
}

function bestTier(states: readonly TierState[]): Tier | undefined {
  return states
    .filter(({ holds }) => holds === 'yes')
    .map(({ tier }) => tier)
    .sort((a, b) => compareDecimals(b.points, a.points))[0];
}
