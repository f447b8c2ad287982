/** A group that does not apply to a unit, and has to prove that. */
import { describe, expect, test } from 'vitest';
import { archiveOf, knownOf } from '../../../test/helpers/archive-of.js';
import { at, shown } from '../../../test/helpers/score-of.js';
import { systemWith } from '../../../test/helpers/system-of.js';
import { eachExpected } from '../archive/layout.js';
import { DEFAULT_SETTINGS } from '../archive/settings.js';
import { coverageOf } from '../coverage/cover.js';
import { scoreOf } from '../scoring/score.js';
import { systemFor } from './for-unit.js';

const systemOf = (score: string, proof = '[{ title: 无食堂说明, kind: statement }]') =>
  systemWith(`total: 20
indicators:
  - code: "1"
    name: 食堂
    applies: { unit: { 食堂: 有 } }
    exempt: { score: ${score}, proof: ${proof} }
    scoring: { rule: deduct, each: 1, per: missing }
    children:
      - { code: "1.1", name: 许可, points: 6, evidence: [{ title: 许可证 }] }
      - { code: "1.2", name: 检查, points: 4, evidence: [{ title: 检查记录 }] }
  - { code: "2", name: 制度, points: 10, evidence: [{ title: 制度 }] }
`).system;

const archive = (
  files: readonly string[],
  {
    canteen = '无',
    score = 'full',
    proof,
  }: { canteen?: string; score?: string; proof?: string } = {},
) => {
  const unit = { ...DEFAULT_SETTINGS.unit, profile: { 食堂: canteen } };
  const scoring = systemFor(systemOf(score, proof), unit.profile);
  const folders = { '1 食堂': files, '2 制度': ['01：制度.docx'] };
  return archiveOf(folders, { scoring, settings: { unit }, known: knownOf() });
};

const PROOF = ['01：无食堂说明.docx'];

describe('without what it is about', () => {
  test('it has one folder, for the proof', () => {
    const paths = [...eachExpected(archive([]).expected)].map(({ path }) => path);
    expect(paths).toEqual(['档案/1 食堂', '档案/2 制度']);
  });

  test('it is owed the proof, and exempt with it', () => {
    const states = (files: readonly string[]) =>
      coverageOf(archive(files)).leaves.map(({ state }) => state);
    expect(states([])).toEqual(['short', 'met']);
    expect(states(PROOF)).toEqual(['exempt', 'met']);
  });

  test.each([
    ['full', [], '0/10', '10/20'],
    ['full', PROOF, '10/10', '20/20'],
    ['average', PROOF, '10/10', '20/20'],
    ['zero', PROOF, '0/10', '10/20'],
    ['exclude', PROOF, '0/0', '10/10'],
  ])('counting %s, with %j, it earns %s of a total of %s', (score, files, own, total) => {
    const scored = scoreOf(archive(files, { score }));
    expect([shown(at(scored, '1')), shown(scored.total)]).toEqual([own, total]);
  });
});

test('where it applies it is as it was', () => {
  const system = systemOf('full');
  expect(systemFor(system, { 食堂: '有' })).toBe(system);
  expect(systemFor(system, {})).toBe(system);
});

test('where no proof is asked for it has no folder', () => {
  const system = systemOf('full', '[]');
  expect(systemFor(system, { 食堂: '无' })).toBe(system);
});

test('groups further down are seen, too', () => {
  const [group] = systemOf('full').indicators;
  const system = systemWith('indicators: [{ code: A, name: 后勤, children: [] }]\n').system;
  const [above] = system.indicators;
  if (!group || !above) throw new Error('no such indicator');
  const nested = { ...system, indicators: [{ ...above, children: [group] }] };
  const [found] = systemFor(nested, { 食堂: '无' }).indicators;
  expect(found?.children.map(({ points, children }) => [points, children])).toEqual([
    [{ units: 10n, scale: 0 }, []],
  ]);
});
