import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baselineIn, parseBaselineText } from '../../io/waivers/read-waivers.js';
import { fingerprintOf } from '../rules/findings.js';
import { ARCHIVE_RULES } from '../rules/index.js';
import { countIn, formatBaseline, moreIn, type BaselineRow } from './baseline.js';
import { isForBaseline } from './waivable.js';

const RULES = ARCHIVE_RULES.map(({ id }) => id);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((each) => each.replaceAll('\uFEFF', '')),
  fc.constantFrom(
    '通知',
    '',
    '2020',
    '1.10',
    'null',
    '“引号”：说明',
    '甲\n乙',
    '# 注',
    '- 条',
    '{}',
    "it's",
  ),
);
const row = fc
  .record({
    rule: fc.constantFrom(...RULES.filter(isForBaseline)),
    indicator: fc.constantFrom('', '1/1.1', '1.10', '四/6', '2~2'),
    title: text,
    count: fc.integer({ min: 1, max: 9 }),
  })
  .map((each): BaselineRow => {
    return { ...each, fingerprint: fingerprintOf(each.rule, each.indicator, each.title) };
  });
const rows = fc.uniqueArray(row, { maxLength: 8, selector: ({ fingerprint }) => fingerprint });
const read = (written: string) => baselineIn(parseBaselineText(written), RULES);
const key = ({ fingerprint, count }: BaselineRow) => `${fingerprint} ${count}`;

test('what is written is read again, whatever the titles hold', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const { entries, problems } = read(formatBaseline(given));
      expect([entries.map(key).sort(), problems]).toEqual([given.map(key).sort(), []]);
    }),
    { numRuns: 300 },
  );
});

test('the bytes do not depend on the order in which things were found', () => {
  fc.assert(
    fc.property(rows, (given) => {
      expect(formatBaseline(given.toReversed())).toBe(formatBaseline(given));
    }),
  );
});

test('lines of two branches, one after the other as a union merge leaves them, are read', () => {
  fc.assert(
    fc.property(rows, rows, (ours, theirs) => {
      const lines = formatBaseline(theirs)
        .split('\n')
        .filter((line) => line.startsWith('  - '));
      const { entries, problems } = read(
        formatBaseline(ours) + lines.map((line) => `${line}\n`).join(''),
      );
      expect(problems).toEqual([]);
      expect(countIn(moreIn([...ours, ...theirs], entries))).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('one entry a line, sorted, with what a person reads first', () => {
  const rowOf = (rule: 'name-separator' | 'tree-junk-file', title: string, count = 1) => {
    const indicator = rule === 'name-separator' ? '1/1.1' : '';
    return { rule, indicator, title, count, fingerprint: fingerprintOf(rule, indicator, title) };
  };
  const written = formatBaseline([
    rowOf('tree-junk-file', 'Thumbs.db', 3),
    rowOf('name-separator', '通知'),
    rowOf('name-separator', '2020'),
  ]);
  expect(written.split('\n').slice(3)).toEqual([
    'format: dangan/baseline@1',
    'findings:',
    '  - { rule: name-separator, indicator: 1/1.1, title: "2020", fingerprint: "974e07fc74f4c706" }',
    '  - { rule: name-separator, indicator: 1/1.1, title: 通知, fingerprint: "2d8be00da798a75a" }',
    '  - { rule: tree-junk-file, title: Thumbs.db, count: 3, fingerprint: "0837d25c47e9d31e" }',
    '',
  ]);
});
