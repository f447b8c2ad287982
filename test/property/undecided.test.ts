/** What is undecided is just what people's answers can still make of it: all of them are tried. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDecimals,
  formatDecimal,
  maxDecimal,
  minDecimal,
  type Decimal,
} from '../../src/core/system/decimal.js';
import type { ScoringSystem } from '../../src/core/system/types.js';
import type { ScoreEntry } from '../../src/core/scoring/scores.js';
import type { Score } from '../../src/core/scoring/types.js';
import { decimal, eachScore, scoreOf } from '../helpers/score-of.js';
import { systemWith } from '../helpers/system-of.js';

type Answers = readonly Partial<ScoreEntry>[];

/** A question that nobody but a person can answer, and answers from none to more than all there is. */
interface Question {
  readonly place: Partial<ScoreEntry>;
  readonly answers: readonly Partial<ScoreEntry>[];
}

const TIMES = [0, 1, 40].map((times) => ({ times }));
const SHARES = ['0%', '35%', '100%'].map((share) => ({ share }));
const EVENTS = [{ points: decimal('6') }, { tier: '一般事故' }, { tier: '重大事故' }];

interface Leaf {
  readonly points: number;
  readonly rules: readonly string[];
  readonly answers: Question['answers'];
  /** Criteria in the place of rules: each has a rule of its own. */
  readonly inCriteria?: boolean;
}

const step = fc.constantFrom('0.5', '1', '2', '3');
const deduct = fc
  .tuple(step, fc.constantFrom('', ', cap: 1', ', cap: 4'), fc.constantFrom('', ', floor: 2'))
  .map(
    ([each, cap, floor]) => `{ rule: deduct, when: 某事, each: ${each}, per: 每次${cap}${floor} }`,
  );

const leaf = fc.oneof(
  fc.record({
    points: fc.integer({ min: 1, max: 8 }),
    rules: fc.array(deduct, { minLength: 1, maxLength: 2 }),
    answers: fc.constant(TIMES),
    inCriteria: fc.boolean(),
  }),
  fc.record({
    points: fc.integer({ min: 1, max: 8 }),
    rules: fc.constant(['{ rule: proportional, of: 完成率 }']),
    answers: fc.constant(SHARES),
  }),
  fc.record({
    points: fc.constant(6),
    rules: fc.constant([
      '{ rule: tiers, take: all, tiers: [{ when: 一般事故, points: -2 }, { when: 重大事故, points: -9 }] }',
    ]),
    answers: fc.constant(EVENTS),
  }),
);

const limit = fc.constantFrom(
  '',
  '',
  '{ rule: deduct, cap: 1 }',
  '{ rule: deduct, cap: 3 }',
  '{ rule: deduct, cap: 6 }',
);

interface Drawn {
  readonly inner: readonly Leaf[];
  readonly outer: readonly Leaf[];
  readonly limits: readonly [string, string, string];
  readonly own: readonly string[];
  readonly cap: number | undefined;
  readonly together: string;
}

const drawn = fc.record({
  inner: fc.array(leaf, { minLength: 1, maxLength: 2 }),
  outer: fc.array(leaf, { maxLength: 2 }),
  limits: fc.tuple(limit, limit, limit),
  own: fc.array(deduct, { maxLength: 1 }),
  cap: fc.constantFrom(undefined, undefined, 2, 5),
  together: fc.constantFrom(
    '',
    '',
    '',
    '{ rule: highest }',
    '{ rule: average }',
    '{ rule: choose, take: 1 }',
  ),
}) satisfies fc.Arbitrary<Drawn>;

const worth = ({ points, rules, inCriteria }: Leaf) => points * (inCriteria ? rules.length : 1);
const leafYaml = (code: string, leaf: Leaf) => {
  const { points, rules, inCriteria } = leaf;
  const criteria = rules.map(
    (rule, at) => `{ code: ①${at}, text: 甲, points: ${points}, scoring: ${rule} }`,
  );
  const how = inCriteria ? `criteria: ${list(criteria)}` : `scoring: ${list(rules)}`;
  return `{ code: ${code}, name: ${code}, points: ${worth(leaf)}, files: false, ${how} }`;
};
const list = (rules: readonly string[]) => `[${rules.filter((rule) => rule !== '').join(', ')}]`;
const sumOf = (leaves: readonly Leaf[]) => leaves.reduce((sum, leaf) => sum + worth(leaf), 0);

/** 甲 holds 乙, which holds leaves, and leaves of its own. */
function built({ inner, outer, limits, own, cap: drawnCap, together }: Drawn) {
  const isSum = together === '';
  // A cap over deductions below, and others after it that share a limit with them, is nothing that an office writes.
  const cap = limits[1] !== '' && own.length > 0 ? undefined : drawnCap;
  // How deductions within a mean count towards a limit over it, no office says.
  const [whole, above, below] = isSum ? limits : ['', '', ''];
  const innerPoints = isSum ? sumOf(inner) : 6;
  const system = systemWith(`total: ${Math.min(innerPoints + sumOf(outer), cap ?? Infinity)}
scoring: ${list([whole])}
indicators:
  - code: 甲
    name: 甲
    points: ${innerPoints + sumOf(outer)}${cap === undefined ? '' : `\n    cap: ${cap}`}
    scoring: ${list([above, ...own])}
    children:
      - code: 乙
        name: 乙
        points: ${innerPoints}
        scoring: ${list([isSum ? below : '', together])}
        children:
${inner.map((each, at) => `          - ${leafYaml(`丙${at}`, each)}`).join('\n')}
${outer.map((each, at) => `      - ${leafYaml(`丁${at}`, each)}`).join('\n')}
`).system;
  const questionsOf = (id: string, { rules, answers, inCriteria }: Leaf): Question[] =>
    rules.map((_, at) => ({
      place: inCriteria ? { indicator: id, criterion: `①${at}` } : { indicator: id, rule: at + 1 },
      answers,
    }));
  const questions = [
    ...inner.flatMap((each, at) => questionsOf(`甲/乙/丙${at}`, each)),
    ...outer.flatMap((each, at) => questionsOf(`甲/丁${at}`, each)),
    ...own.map((): Question => ({
      place: { indicator: '甲', rule: above === '' ? 1 : 2 },
      answers: TIMES,
    })),
  ];
  return { system, questions };
}

function* allAnswers([first, ...rest]: readonly Question[]): Generator<Answers> {
  if (!first) {
    yield [];
    return;
  }
  for (const others of allAnswers(rest)) {
    for (const answer of first.answers) yield [{ ...first.place, ...answer }, ...others];
  }
}

interface Ends {
  readonly low: Decimal;
  readonly high: Decimal;
}

const tallies = (score: Score) =>
  new Map([
    ['total', score.total],
    ...[...eachScore(score.indicators)].map((each) => [each.indicator.id, each] as const),
  ]);

function reachable(system: ScoringSystem, said: Answers, open: readonly Question[]) {
  const ends = new Map<string, Ends>();
  for (const more of allAnswers(open)) {
    for (const [name, { earned }] of tallies(scoreOf(system, { said: [...said, ...more] }))) {
      const { low, high } = ends.get(name) ?? { low: earned, high: earned };
      ends.set(name, { low: minDecimal(low, earned), high: maxDecimal(high, earned) });
    }
  }
  return ends;
}

test('the ends of what is undecided are those that answers can reach', () => {
  fc.assert(
    fc.property(
      drawn,
      fc.array(fc.option(fc.nat(3), { freq: 2 }), { minLength: 9, maxLength: 9 }),
      (draft, picks) => {
        const { system, questions } = built(draft);
        const isOpen = (_: unknown, at: number) => picks[at] === null;
        const said = questions.flatMap(({ place, answers }, at) => {
          const pick = picks[at];
          return pick === null || pick === undefined
            ? []
            : [{ ...place, ...answers[pick % answers.length] }];
        });
        const open = questions.filter(isOpen);
        fc.pre(open.length <= 4);
        const ends = reachable(system, said, open);
        for (const [name, { earned, undecided }] of tallies(scoreOf(system, { said }))) {
          const found = ends.get(name);
          const shown = [earned, addDecimals([earned, undecided])].map(formatDecimal);
          expect([name, ...shown]).toEqual([
            name,
            ...[found?.low, found?.high].map((end) => end && formatDecimal(end)),
          ]);
        }
      },
    ),
    { numRuns: 200 },
  );
});
