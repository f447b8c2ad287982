import { expect, test } from 'vitest';
import { archiveFromTree, archiveOf } from '../../../../test/helpers/archive-of.js';
import { allowancesIn } from '../../../../test/helpers/waivers.js';
import { judge } from '../../waivers/judge.js';
import { fingerprintOf } from '../findings.js';
import { ARCHIVE_RULES } from '../index.js';
import { rulesNamed } from '../named.js';
import { waiverUnused } from './index.js';

const TREE = '1.1 机构/\n  01：通知.docx\n  03：纪要.docx';
const WHO = 'reason: 借出, owner: 办公室, until: 2020-12-31';
const told = (...lines: readonly string[]) => [
  ...waiverUnused.check(archiveFromTree([...lines, TREE].join('\n'))),
];
const baseline = (rule: 'name-separator' | 'name-sequence-gap', title: string, count = 1) =>
  `# baseline: - { rule: ${rule}, indicator: "1.1", title: ${title}, count: ${count}, fingerprint: "${fingerprintOf(rule, '1.1', title)}" }`;

test('what nothing needs is told where it stands', () => {
  expect(told(`# waivers: - { rule: name-sequence-gap, title: 通知, ${WHO} }`)).toMatchObject([
    {
      messageId: 'waiver-unused/waiver',
      path: 'waivers.yaml',
      at: { line: 2 },
      title: 'name-sequence-gap 通知',
    },
  ]);
});

test.each(['03：纪要.docx', '纪要.docx', '03：纪要'])(
  'one with a file name for its title is told the title: %s',
  (title) => {
    expect(told(`# waivers: - { rule: name-sequence-gap, title: ${title}, ${WHO} }`)).toMatchObject(
      [
        {
          messageId: 'waiver-unused/title',
          data: { found: title, title: '纪要' },
          fix: 'proposes',
        },
      ],
    );
  },
);

test('a file name whose title nothing has is needed no more than another', () => {
  expect(
    told(`# waivers: - { rule: name-sequence-gap, title: 01：通知.docx, ${WHO} }`),
  ).toMatchObject([{ messageId: 'waiver-unused/waiver' }]);
});

test('to take it away is safe where names decide, and not where contents do', () => {
  const tiers = ['name-separator', 'content-empty', 'name'].map(
    (rule) => told(`# waivers: - { rule: ${rule}, title: 通知, ${WHO} }`)[0]?.fix,
  );
  expect(tiers).toEqual([undefined, 'unsafe', undefined]);
});

test('one that is needed beside another is in order', () => {
  expect(
    told(
      `# waivers: - { rule: name-sequence-gap, title: 纪要, ${WHO} }`,
      `# waivers: - { rule: name, indicator: "1.1", ${WHO} }`,
    ),
  ).toEqual([]);
});

test('entries of the baseline are counted in one', () => {
  expect(
    told(
      baseline('name-separator', '通知'),
      baseline('name-separator', '方案', 3),
      baseline('name-sequence-gap', '纪要', 2),
    ),
  ).toMatchObject([{ messageId: 'waiver-unused/baseline', data: { count: 5 } }]);
});

test('a baseline of what is there is in order', () => {
  expect(told(baseline('name-sequence-gap', '纪要'))).toEqual([]);
});

test('a waiver whose rule has not run is not judged, nor one of a rule that is off', () => {
  const settings = { rules: { 'name-pattern': 'off' } } as const;
  const archive = archiveOf({ '1.1 机构': ['01：通知.docx'] }, { settings });
  const entry = (rule: string) => `  - { rule: ${rule}, title: 通知, ${WHO} }\n`;
  const text = `waivers:\n${['name-pattern', 'name-separator', 'content-empty', 'name'].map(entry).join('')}`;
  const allowances = allowancesIn(archive, text);
  const unused = (...words: readonly string[]) => {
    const ids = words.flatMap((word) =>
      rulesNamed(
        word,
        ARCHIVE_RULES.map(({ id }) => id),
      ),
    );
    const rules = ARCHIVE_RULES.filter(({ id }) => ids.includes(id));
    const given = { allowances, today: '2020-08-15', besides: [] };
    return judge(archive, rules, given).findings.map(({ title }) => title);
  };
  expect([unused('waiver'), unused('name-separator', 'waiver'), unused('name', 'waiver')]).toEqual([
    [],
    ['name-separator 通知'],
    ['name-separator 通知', 'name 通知'],
  ]);
});
