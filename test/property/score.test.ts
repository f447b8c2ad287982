/** What holds of every self score, whatever the rules, the evidence and the answers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  minDecimal,
  multiplyDecimals,
  subtractDecimals,
  ZERO,
  type Decimal,
} from '../../src/core/system/decimal.js';
import type {
  Criterion,
  Indicator,
  Requirement,
  ScoringRule,
  ScoringSystem,
} from '../../src/core/system/types.js';
import { eachIndicator, eachRequirement, withIds } from '../../src/core/system/walk.js';
import { whole } from '../../src/core/scoring/part.js';
import type { ScoreEntry } from '../../src/core/scoring/scores.js';
import type { IndicatorScore, Score } from '../../src/core/scoring/types.js';
import { SCORING_RULES } from '../../src/core/system/vocabulary.js';
import { indicatorOf, requirementOf, systemOf } from '../helpers/indicator-of.js';
import { decimal, eachScore, scoreOf, shown, type Said } from '../helpers/score-of.js';

const points = fc
  .integer({ min: 0, max: 400 })
  .map((tenths): Decimal => decimal(String(tenths / 10)));
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const rule = fc
  .record({
    rule: fc.constantFrom(...SCORING_RULES, 'deduct', 'deduct'),
    each: some(points),
    per: fc.constantFrom('missing', 'missing', 'late', 'occurrence', '每处', undefined),
    points: fc.constant(undefined),
    cap: some(points),
    floor: some(fc.constantFrom(ZERO, decimal('1'))),
    by: fc.constantFrom<ScoringRule['by']>('met', 'named', 'violations', 'judgement', undefined),
    when: fc.constantFrom(undefined, '缺甲材料', '其他材料'),
    take: fc.constantFrom(undefined, '1', '2', 'all'),
    of: fc.constantFrom(undefined, '完成量'),
    full: fc.constantFrom(undefined, '10例', '90%'),
    tiers: fc.array(
      fc.record({
        when: fc.constantFrom('甲', '乙', '丙'),
        points: fc.oneof(points, points.map(negative)),
      }),
      { maxLength: 3 },
    ),
    grades: fc.constantFrom<Record<string, string>>(
      {},
      { A: '2', B: '1' },
      { A: '1)2)', C: '2)' },
      { A: '0', B: '1..2', D: '其余' },
    ),
    criteria: fc.constantFrom<readonly string[]>([], [], ['1)']),
    range: fc.constantFrom(undefined, { min: ZERO, max: decimal('2') }),
  })
  .map((given): ScoringRule => ({
    at: { line: 1, column: 1 },
    from: undefined,
    note: undefined,
    ...given,
  }));

function negative(value: Decimal): Decimal {
  return subtractDecimals(ZERO, value);
}

const requirement = fc.record({
  title: fc.constantFrom('甲', '乙', '丙材料', '丁'),
  count: fc.integer({ min: 1, max: 3 }).map((min) => ({ min, max: undefined })),
  for: fc.constantFrom<readonly string[]>([], ['1)'], ['2)']),
  optional: fc.constantFrom(false, false, false, true),
});

const criterion = (code: string) =>
  fc
    .record({ points: some(points), scoring: fc.array(rule, { maxLength: 1 }) })
    .map((given): Criterion => ({
      at: { line: 1, column: 1 },
      code,
      text: code,
      methods: [],
      owner: [],
      applies: undefined,
      ...given,
    }));

/** One late piece may cost more than a missing one: handing it in would then rightly lower the score. */
function oneOfLateAndMissing(rules: readonly ScoringRule[]): readonly ScoringRule[] {
  const isMissing = ({ rule, per }: ScoringRule) => rule === 'deduct' && per === 'missing';
  const isLate = ({ rule, per }: ScoringRule) => rule === 'deduct' && per === 'late';
  return rules.some(isMissing) ? rules.filter((each) => !isLate(each)) : rules;
}

interface Draft {
  readonly points: Decimal | undefined;
  readonly cap: Decimal | undefined;
  readonly files: boolean;
  readonly scoring: readonly ScoringRule[];
  readonly evidence: readonly Partial<Requirement>[];
  readonly criteria: readonly Criterion[];
  readonly children: readonly Draft[];
}

const { indicator } = fc.letrec<{ indicator: Draft }>((tie) => ({
  indicator: fc.record({
    points: some(points),
    cap: fc.option(points, { nil: undefined, freq: 4 }),
    files: fc.constantFrom(true, true, true, false),
    scoring: fc.array(rule, { maxLength: 2 }).map(oneOfLateAndMissing),
    evidence: fc.array(requirement, { maxLength: 3 }),
    criteria: fc.oneof(
      fc.constant([]),
      fc.tuple(criterion('1)'), criterion('2)')).map((both) => [...both]),
    ),
    children: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<readonly Draft[]>([]),
      fc.array(tie('indicator'), { maxLength: 3 }),
    ),
  }),
}));

function built(drafts: readonly Draft[], above = 'r'): Indicator[] {
  return drafts.map(({ children, evidence, ...draft }, index) => {
    const code = String(index + 1);
    const leaf = children.length === 0;
    return indicatorOf({
      ...draft,
      code,
      evidence: leaf
        ? evidence.map((each, number) =>
            requirementOf({ ...each, id: `${above}-${code}-${number}` }),
          )
        : [],
      children: built(children, `${above}-${code}`),
    });
  });
}

const system = fc
  .record({
    base: fc.array(indicator, { minLength: 1, maxLength: 3 }),
    bonus: fc.array(indicator, { maxLength: 1 }),
    total: some(points),
  })
  .map(({ base, bonus, total }) =>
    withIds(
      systemOf(built(base), {
        total,
        bonus: built(bonus, 'b'),
        grades: { A: '100%', B: '66%', C: '33%', D: '0%' },
      }),
    ),
  );

const STATES = ['short', 'late', 'open', 'person', 'met', 'exempt'] as const;

interface Case {
  readonly system: ScoringSystem;
  readonly covered: Readonly<Record<string, Said>>;
  readonly said: readonly Partial<ScoreEntry>[];
}

const anyCase = system.chain((of): fc.Arbitrary<Case> => {
  const requirements = [...eachIndicator(of)].flatMap((place) => [
    ...eachRequirement(place.indicator.evidence),
  ]);
  const state = (each: Requirement) =>
    fc
      .tuple(fc.constantFrom(...STATES), fc.integer({ min: 0, max: each.count.min - 1 }))
      .map(([is, found]): readonly [string, Said] => [each.id ?? '', saidOf(each, is, found)]);
  const ids = [...eachIndicator(of)].map((place) => place.indicator.id);
  return fc.record({
    system: fc.constant(of),
    covered: fc.tuple(...requirements.map(state)).map((all) => Object.fromEntries(all)),
    said: fc.array(entry(ids), { maxLength: 3 }).map(oneEach),
  });
});

function saidOf({ count }: Requirement, state: (typeof STATES)[number], found: number): Said {
  if (state === 'met' || state === 'person') return { state, found: count.min };
  return state === 'exempt' ? { state, found: 0 } : { state, found };
}

const entry = (ids: readonly string[]) =>
  fc.record({
    indicator: fc.constantFrom(...ids),
    rule: fc.constantFrom(undefined, 1, 2),
    criterion: fc.constantFrom(undefined, undefined, '1)'),
    answer: fc.oneof(
      points.map((value) => ({ points: value })),
      fc.integer({ min: 0, max: 9 }).map((times) => ({ times })),
      fc.constantFrom({ grade: 'A' }, { grade: 'B' }, { tier: '甲' }, { tier: '乙' }),
      fc.constantFrom({ share: '50%' }, { share: '120%' }, { met: true }, { met: false }),
    ),
  });

/** Two answers to one question are refused when the file is read. */
function oneEach(
  entries: readonly {
    indicator: string;
    rule: number | undefined;
    criterion: string | undefined;
    answer: object;
  }[],
): Partial<ScoreEntry>[] {
  const byPlace = new Map(
    entries.map(({ answer, ...place }) => [
      `${place.indicator} ${place.criterion}`,
      { ...place, ...answer },
    ]),
  );
  return [...byPlace.values()];
}

const all = ({ indicators, bonusIndicators }: Score): IndicatorScore[] => [
  ...eachScore([...indicators, ...bonusIndicators]),
];
const sum = (values: readonly Decimal[]) => formatDecimal(addDecimals(values));
const atLeast = (a: Decimal, b: Decimal) => compareDecimals(a, b) >= 0;

const holds = (property: (score: Score, given: Case) => void, runs = 200) =>
  fc.assert(
    fc.property(anyCase, (given) => {
      property(scoreOf(given.system, given), given);
    }),
    { numRuns: runs },
  );

describe('of every indicator', () => {
  test('earned, lost and undecided are what is at stake', () => {
    holds((score) => {
      for (const each of [...all(score), score.base, score.bonus]) {
        expect(sum([each.earned, each.lost, each.undecided])).toBe(formatDecimal(each.atStake));
      }
    });
  });

  test('nothing undecided or lost is less than nothing', () => {
    holds((score) => {
      for (const { undecided, lost } of [...all(score), score.base, score.bonus]) {
        expect([atLeast(undecided, ZERO), atLeast(lost, ZERO)]).toEqual([true, true]);
      }
    });
  });

  test('no cap is exceeded', () => {
    holds((score) => {
      for (const { indicator: of, earned, atStake } of all(score)) {
        const limit = of.cap && of.points ? minDecimal(of.cap, of.points) : (of.cap ?? of.points);
        if (limit) expect([atLeast(limit, earned), atLeast(limit, atStake)]).toEqual([true, true]);
      }
    });
  });

  test('nothing is earned below zero where points are at stake', () => {
    holds((score) => {
      for (const { indicator: of, part, earned, children } of all(score)) {
        const isPlain = part === 'indicators' && of.points && children.length === 0;
        const goesBelow = of.scoring.some(({ tiers }) => tiers.length > 0);
        const inCriteria = of.criteria.some(
          ({ points: own, scoring }) => !own || scoring.length > 0,
        );
        if (isPlain && !goesBelow && !inCriteria) expect(atLeast(earned, ZERO)).toBe(true);
      }
    });
  });

  test('the reasons of a leaf add up to what it loses', () => {
    holds((score) => {
      for (const { lost, undecided, losses, children } of all(score)) {
        if (children.length > 0) continue;
        const open = losses.filter((loss) => loss.undecided);
        expect([
          sum(losses.filter((loss) => !loss.undecided).map((loss) => loss.points)),
          sum(open.map((loss) => loss.points)),
        ]).toEqual([formatDecimal(lost), formatDecimal(undecided)]);
      }
    });
  });

  test('pieces that are missing or late lose no more than so many of them cost', () => {
    holds((score) => {
      for (const { points: lost, undecided, why } of all(score).flatMap(({ losses }) => losses)) {
        if ((why.is !== 'missing' && why.is !== 'late') || !why.each) continue;
        const count = undecided ? why.pieces.open : why.pieces.sure;
        expect(atLeast(multiplyDecimals(whole(count), why.each), lost)).toBe(true);
      }
    }, 500);
  });

  test('what is earned by a leaf has something behind it', () => {
    holds((score) => {
      for (const { earned, gains, children } of all(score)) {
        if (children.length > 0) continue;
        expect(gains.length > 0).toBe(compareDecimals(earned, ZERO) > 0);
      }
    });
  });
});

test('more evidence never lowers what is earned, nor what can be', () => {
  fc.assert(
    fc.property(anyCase, fc.nat(), (given, pick) => {
      const ids = Object.keys(given.covered);
      const id = ids[pick % Math.max(1, ids.length)];
      fc.pre(id !== undefined && given.covered[id] !== undefined);
      const more = { ...given.covered, [id]: better(given.covered[id]) };
      const before = scoreOf(given.system, given);
      const after = scoreOf(given.system, { ...given, covered: more });
      expect(atLeast(after.total.earned, before.total.earned)).toBe(true);
      const can = ({ earned, undecided }: Score['total']) => addDecimals([earned, undecided]);
      expect(atLeast(can(after.total), can(before.total))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

/** One piece more, or the last one. */
function better(said: Said | undefined): Said {
  if (said === undefined || typeof said === 'string') return 'met';
  const { state, found = 0 } = said;
  if (state === 'exempt' || state === 'met') return said;
  return { state: 'met', found: Math.max(1, found) };
}

test('the order in which people answered makes no difference', () => {
  holds((score, given) => {
    const turned = scoreOf(given.system, { ...given, said: given.said.toReversed() });
    expect(all(turned).map(shown)).toEqual(all(score).map(shown));
  });
});
