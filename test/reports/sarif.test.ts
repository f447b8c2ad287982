import { expect, test } from 'vitest';
import { withOwnTitles } from '../../src/report/words.js';
import { ownRuleOf } from '../helpers/own-rule.js';
import { findingOf, outcomeOf, RENDER, speech, twoLeaves } from '../helpers/outcome-of.js';
import { sarifErrors } from '../helpers/sarif.js';
import { HOSTILE } from './hostile.js';

const folder = '档案/1 组织领导/1.1 领导机构';
const by = { kind: 'waiver', reason: '已报市文明办同意', owner: '办公室' } as const;
const at = { file: 'waivers.yaml', line: 4, column: 3 };
const ownPlans = ownRuleOf(
  'own-plans',
  '{ title: 计划要写年份, where: { indicator: "1" }, name: { matches: "{year}年*" }, why: <b>按年</b>翻看 }',
);
const outcome = outcomeOf({
  archive: twoLeaves(...HOSTILE),
  findings: [
    ...HOSTILE.map((name) => findingOf(name, { file: `${folder}/${name}` })),
    findingOf('计划', { file: folder, rule: 'name-sequence-gap', severity: 'warning' }),
    findingOf('其他', { rule: 'own-plans', severity: 'info', indicator: undefined }),
  ],
  waived: [{ finding: findingOf('已豁免'), by: { ...by, at } }],
  own: [ownPlans],
  ok: false,
  prefix: '档案馆/2026',
});

test.each(['zh-CN', 'en'] as const)('it keeps to the schema of OASIS, in %s', (language) => {
  for (const each of [outcome, outcomeOf({})]) {
    expect(sarifErrors(JSON.parse(RENDER.sarif(each, speech(language))))).toEqual([]);
  }
});

const words = { ...speech('zh-CN'), say: withOwnTitles(speech('zh-CN').say, [ownPlans]) };
const log = JSON.parse(RENDER.sarif(outcome, words)) as { runs: [Run] };
const [run] = log.runs;
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[]; readonly version: string } };
  readonly automationDetails: object;
  readonly invocations: readonly object[];
  readonly columnKind: string;
  readonly results: readonly Result[];
}
interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help?: { readonly text: string; readonly markdown: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly suppressions: readonly object[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly object[];
  readonly relatedLocations?: readonly object[];
}

test('every result names its rule twice, and both are the same', () => {
  const { rules } = run.tool.driver;
  for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
});

test('a rule brings its page, in both languages', () => {
  const rule = run.tool.driver.rules.find(({ id }) => id === 'name-sequence-gap');
  expect(rule?.help?.text).toMatch(/^序号不连续\n[^]*Gap in the ordinals/);
  expect(rule?.help?.markdown).toContain('```tree\n1.1 领导机构/');
});

test('a rule of the unit’s own brings what it declares, and nothing in that is Markdown', () => {
  const rule = run.tool.driver.rules.find(({ id }) => id === 'own-plans');
  expect(rule).toMatchObject({
    shortDescription: { text: '计划要写年份' },
    fullDescription: { text: '对指标 1（含下级）的材料，要求：\n- 题名写成“{year}年*”的样子' },
    defaultConfiguration: { level: 'warning' },
    help: { text: expect.stringContaining('\n\n为什么：<b>按年</b>翻看') as string },
  });
  expect(rule?.help?.markdown).toContain('\n\n- 题名写成“{year}年\\*”的样子\n\n');
  expect(rule?.help?.markdown).toContain('为什么：\\<b>按年\\</b>翻看');
});

test('what is let pass stays, with the reason and where that is written', () => {
  expect(run.results.at(-1)?.suppressions).toMatchObject([
    {
      kind: 'external',
      status: 'accepted',
      justification: '已报市文明办同意',
      location: {
        physicalLocation: {
          artifactLocation: { uri: expect.stringMatching(/\/2026\/waivers\.yaml$/) as string },
          region: { startLine: 4, startColumn: 3 },
        },
      },
    },
  ]);
  expect(run.results.at(0)?.suppressions).toEqual([]);
});

test('a finding on a folder stands at its indicator and is related to the folder', () => {
  const result = run.results.find(({ ruleId }) => ruleId === 'name-sequence-gap');
  const top = encodeURIComponent('档案馆');
  expect(result?.locations).toMatchObject([
    {
      physicalLocation: {
        artifactLocation: { uri: `${top}/2026/criteria.yaml`, uriBaseId: '%SRCROOT%' },
        region: { startLine: 8 },
      },
      logicalLocations: [{ name: '1.2', fullyQualifiedName: '1/1.2' }],
    },
  ]);
  expect(result?.relatedLocations).toHaveLength(1);
});

test('fingerprints of equal findings are told apart by a number', () => {
  const hashes = run.results.map(
    ({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash'],
  );
  expect(hashes.slice(0, 2)).toEqual(['0123456789abcdef:1', '0123456789abcdef:2']);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('the run says what it came to, and whose it is', () => {
  expect(run).toMatchObject({
    tool: { driver: { version: '0.1.0' } },
    invocations: [{ executionSuccessful: true, exitCode: 1 }],
    automationDetails: { id: 'dangan/档案馆/2026/' },
    columnKind: 'utf16CodeUnits',
  });
});
