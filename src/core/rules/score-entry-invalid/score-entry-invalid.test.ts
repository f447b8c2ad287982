import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { scoreOf } from '../../../../test/helpers/score-of.js';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { parseScores } from '../../../io/scoring/read-scores.js';
import { messagesIn } from '../../../messages/index.js';
import { scoreEntryInvalid } from './index.js';

const { system } = systemWith(`grades: { A: 100%, B: 66% }
indicators:
  - code: "1"
    name: 组织领导
    points: 10
    children:
      - { code: "1.1", name: 机构, points: 6, files: false, scoring: { rule: judgement, range: 1..2 } }
      - code: "1.2"
        name: 制度
        points: 4
        criteria: [{ code: ①, text: 有制度 }, { code: ②, text: 落实, points: 2 }]
        scoring:
          - { rule: deduct, each: 1, per: 每次, floor: 0 }
          - { rule: deduct, each: 2, per: 每人, floor: 0 }
  - { code: "2", name: 现场, points: 5, files: false, scoring: { rule: grade, by: judgement } }
  - { code: "3", name: 名次, files: false, scoring: { rule: rank, tiers: [{ when: 第1名, points: 5 }] } }
  - { code: "4", name: 现场, children: [{ code: "1.1", name: 现场, points: 1 }] }
vetoes: [{ code: 否1, text: 重大事故 }]
`);
const WHO = 'by: 张三, on: 2020-12-01, because: 测评组反馈';

const told = (text: string) => {
  const known = { scores: parseScores(text, system) };
  return [...scoreEntryInvalid.check({ ...archiveOf({}), ...archiveOf({}, { known }) })];
};
const faults = (text: string) => told(text).map(({ data, at }) => ({ ...data, line: at?.line }));
const entry = (value: string) => `scores:\n  - { ${value}, ${WHO} }\n`;
const wrong = (value: string) => faults(entry(value));

describe('in order', () => {
  test.each([
    '',
    'scores: []',
    entry('indicator: "1/1.1", points: 1.5'),
    entry('indicator: "2", grade: B'),
    entry('indicator: "2", share: 50%'),
    entry('indicator: "3", tier: 第1名'),
    entry('indicator: "1.2", rule: 2, times: 0'),
    entry('indicator: "1.2", rule: 1, points: -1'),
    entry('indicator: "1.2", criterion: ①, met: true'),
    entry('indicator: "1.2", criterion: ②, points: 2'),
    `vetoes:\n  - { veto: 否1, occurred: false, ${WHO} }`,
  ])('%s', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('told with its line', () => {
  test.each<[string, object]>([
    [
      'indicator: "1.3", points: 1',
      { wrong: 'nothing-such', thing: 'indicator', name: '1.3', nearest: '1.1' },
    ],
    ['indicator: "1.1", points: 1', { wrong: 'several', name: '1.1', ids: ['1/1.1', '4/1.1'] }],
    ['indicator: "1/1.1", points: 3', { wrong: 'points', found: '3', min: '1', max: '2' }],
    ['indicator: "2", points: 6', { wrong: 'points', found: '6', min: '0', max: '5' }],
    ['indicator: "2"', { wrong: 'no-answer' }],
    ['indicator: "2", points: 1, grade: A', { wrong: 'two-answers', answers: ['points', 'grade'] }],
    [
      'indicator: "2", grade: C',
      { wrong: 'nothing-such', thing: 'grade', name: 'C', nearest: undefined, known: ['A', 'B'] },
    ],
    [
      'indicator: "2", times: 2',
      { wrong: 'not-asked', answer: 'times', rule: undefined, instead: ['points', 'grade'] },
    ],
    [
      'indicator: "1.2", rule: 1, share: 30%',
      { wrong: 'not-asked', answer: 'share', rule: 1, instead: ['points', 'times'] },
    ],
    [
      'indicator: "3", times: 1',
      { wrong: 'not-asked', answer: 'times', rule: undefined, instead: ['points', 'tier'] },
    ],
    ['indicator: "1.2", times: 2', { wrong: 'which-rule', answer: 'times', rules: [1, 2] }],
    [
      'indicator: "1.2", rule: 3, times: 2',
      { wrong: 'nothing-such', thing: 'rule', name: '3', nearest: undefined },
    ],
    [
      'indicator: "3", tier: 第一名',
      { wrong: 'nothing-such', thing: 'tier', name: '第一名', nearest: '第1名', known: ['第1名'] },
    ],
    [
      'indicator: "1.2", criterion: ③, met: true',
      { wrong: 'nothing-such', thing: 'criterion', name: '③', nearest: undefined },
    ],
    [
      'indicator: "1.2", criterion: ①, points: 1',
      { wrong: 'not-asked', answer: 'points', rule: undefined, instead: ['met'] },
    ],
    [
      'indicator: "2", points: 五分',
      { wrong: 'type', key: 'points', expected: ['number'], found: '五分' },
    ],
    [
      'indicator: "2", points: 1e0',
      { wrong: 'form', key: 'points', found: '1e0', form: 'decimal' },
    ],
    ['indicator: "2", point: 1', { wrong: 'unknown-key', key: 'point', nearest: 'points' }],
  ])('%s', (value, fault) => {
    expect(wrong(value)[0]).toEqual({ ...fault, line: 2 });
  });

  test.each(['by', 'on', 'because'])('%s is missing', (key) => {
    const without = entry('indicator: "2", points: 1').replace(
      new RegExp(`${key}: [^,}]+`),
      'note: 无',
    );
    expect(faults(without)).toEqual([{ wrong: 'missing-key', key, line: 2 }]);
  });

  test('a day that is none', () => {
    const text = entry('indicator: "2", points: 1').replace('2020-12-01', '2020-12-32');
    expect(faults(text)).toEqual([
      { wrong: 'form', key: 'on', found: '2020-12-32', form: 'one-day', line: 2 },
    ]);
  });

  test('the same said twice', () => {
    const line = `  - { indicator: "2", points: 1, ${WHO} }\n`;
    expect(faults(`scores:\n${line}${line}`)).toEqual(
      [{ wrong: 'said-twice', line: 3 }].map((each) => ({ ...each, line: 3 })),
    );
  });

  test('a veto that there is not', () => {
    expect(faults(`vetoes:\n  - { veto: 否2, occurred: false, ${WHO} }`)).toEqual([
      { wrong: 'nothing-such', thing: 'veto', name: '否2', nearest: '否1', line: 2 },
    ]);
  });
});

test('what is wrong does not count, what is in order does', () => {
  const text = `scores:
  - { indicator: "2", points: 9, ${WHO} }
  - { indicator: "1/1.1", points: 2, ${WHO} }
`;
  expect(parseScores(text, system).entries.map(({ indicator }) => indicator)).toEqual(['1/1.1']);
});

test('a code that is there once is as good as its path', () => {
  const text = entry('indicator: "1.2", rule: 1, times: 1');
  expect(parseScores(text, system).entries.map(({ indicator }) => indicator)).toEqual(['1/1.2']);
});

test('no value makes it throw', () => {
  const keys = [
    'indicator',
    'criterion',
    'rule',
    'points',
    'grade',
    'times',
    'share',
    'tier',
    'met',
  ];
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom<unknown>(
      '1.1',
      '1/1.1',
      '1.2',
      '2',
      '3',
      '①',
      '第1名',
      'A',
      1,
      0,
      -1,
      2.5,
      true,
    ),
  );
  const entries = fc.array(fc.dictionary(fc.constantFrom(...keys, 'by', 'on', 'because'), value));
  fc.assert(
    fc.property(entries, (scores) => {
      const signed = scores.map((each) => ({ by: '甲', on: '2020-12-01', because: '乙', ...each }));
      const read = parseScores(JSON.stringify({ scores: signed }), system);
      expect(() => scoreOf(system, { said: read.entries })).not.toThrow();
    }),
  );
});

test('nothing makes it throw', () => {
  for (const text of [
    '- 1',
    'scores: 1',
    'scores: [1, [2]]',
    'scores: {',
    'vetoes: [null]',
    '\0',
  ]) {
    expect(() => faults(text)).not.toThrow();
  }
});

test('said in both languages', () => {
  const [seen] = told(entry('indicator: "1.2", times: 2'));
  const say = (language: 'en' | 'zh-CN') =>
    messagesIn(language).findings['score-entry-invalid/entry'](seen?.data as never);
  expect([say('zh-CN'), say('en')]).toEqual([
    '第 1、2 条计分办法都要“times”；请写明是哪一条，如 rule: 1',
    'Scoring rules 1 and 2 both ask for “times”; say which one: rule: 1',
  ]);
});
