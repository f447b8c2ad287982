import { expect, test } from 'vitest';
import { archiveOf, withFiles, withLedgers } from '../../../test/helpers/archive-of.js';
import type { FileFacts } from '../documents/types.js';
import { runArchiveRules } from '../rules/run.js';
import { ownRule } from './own-rule.js';
import type { OwnRule } from './types.js';

const DECLARED: OwnRule = {
  id: 'own-年度总结',
  title: '总结要写明年份',
  severity: 'warning',
  why: undefined,
  remedy: undefined,
  where: { indicators: [], kinds: [], files: undefined },
  name: { matches: [], contains: [], without: [] },
  kinds: [],
  count: undefined,
  of: [],
  per: 'leaf',
  size: undefined,
  formats: undefined,
};

type Files = Readonly<Record<string, readonly string[]>>;
const own = (asked: Partial<OwnRule>) => ownRule({ ...DECLARED, ...asked });

const findings = (asked: Partial<OwnRule>, files: Files) =>
  runArchiveRules(archiveOf(files), [own(asked)]);

const places = (asked: Partial<OwnRule>, files: Files) =>
  findings(asked, files).map(({ file }) => file);

const where = (asked: Partial<OwnRule['where']>) => ({ ...DECLARED.where, ...asked });
const name = (asked: Partial<OwnRule['name']>) => ({ ...DECLARED.name, ...asked });
const at = (code: string) => ({ code, at: { line: 1, column: 1 } });

test('a title that no pattern fits is told with its place, its indicator and what was asked', () => {
  const asked = { name: name({ matches: ['{year}年*总结'] }) };
  const files = { '1.1 总结': ['01：2020年工作总结.docx', '02：工作总结.docx'] };
  expect(findings(asked, files)).toMatchObject([
    {
      rule: 'own-年度总结',
      severity: 'warning',
      messageId: 'own/matches',
      params: { rule: '总结要写明年份', title: '工作总结', asked: ['{year}年*总结'] },
      file: '档案/1.1 总结/02：工作总结.docx',
      indicator: { code: '1.1' },
    },
  ]);
});

test('its fingerprint is of rule, indicator and title: renumbering does not change it', () => {
  const asked = { name: name({ matches: ['{year}*'] }) };
  const prints = ['02：工作总结.docx', '05：工作总结.pdf'].map(
    (file) => findings(asked, { '1.1 总结': [file] })[0]?.fingerprint,
  );
  expect(new Set(prints).size).toBe(1);
});

test('one of several words is enough, and none of others may be there', () => {
  const asked = { name: name({ contains: ['年度', '全年'], without: ['草稿'] }) };
  const files = { 甲: ['01：全年计划.docx', '02：计划.docx', '03：年度计划（草稿）.docx'] };
  expect(findings(asked, files).map(({ messageId, params }) => [messageId, params])).toMatchObject([
    ['own/contains', { title: '计划' }],
    ['own/without', { word: '草稿' }],
  ]);
});

test('an indicator is meant with all that is below it', () => {
  const files = {
    '1 组织/1.1 甲': ['01：a.docx'],
    '1 组织/1.2 乙': ['01：a.docx'],
    '2 丙': ['01：a.docx'],
  };
  const asked = (code: string) =>
    places({ name: name({ contains: ['年'] }), where: where({ indicators: [at(code)] }) }, files);
  expect(asked('1')).toEqual(['档案/1 组织/1.1 甲/01：a.docx', '档案/1 组织/1.2 乙/01：a.docx']);
  expect(asked('1.*')).toEqual(asked('1'));
  expect(asked('1.2')).toEqual(['档案/1 组织/1.2 乙/01：a.docx']);
});

test('of files, those are meant whose name fits the pattern', () => {
  const asked = { name: name({ contains: ['年'] }), where: where({ files: '*总结*.DOCX' }) };
  expect(places(asked, { 甲: ['01：总结.docx', '02：总结.pdf', '03：通知.docx'] })).toEqual([
    '档案/甲/01：总结.docx',
  ]);
});

test('of kinds, those are meant that their names tell of', () => {
  const asked = { name: name({ contains: ['年'] }), where: where({ kinds: ['photo'] }) };
  expect(places(asked, { 甲: ['01：合影.jpg', '02：通知.docx'] })).toEqual([
    '档案/甲/01：合影.jpg',
  ]);
});

test('evidence is counted in each leaf indicator, one that is empty too', () => {
  const files = {
    '1 甲': ['01：a.docx', '02：b.docx', '03：c.docx'],
    '2 乙': [],
    '3 丙': ['01：a'],
  };
  const found = findings({ count: { min: 1, max: 2 } }, files);
  expect(found.map(({ file, params }) => [file, params])).toMatchObject([
    ['档案/1 甲', { found: 3, min: 1, max: 2 }],
    ['档案/2 乙', { found: 0 }],
  ]);
});

test('evidence is of one of the kinds asked for, as its name tells or does not', () => {
  const files = { 甲: ['01：活动方案.docx', '02：活动总结.docx', '03：材料一.docx'] };
  const found = findings({ kinds: ['plan', 'notice'] }, files);
  expect(found.map(({ messageId, params }) => [messageId, params])).toMatchObject([
    ['own/kind', { title: '活动总结', found: ['summary'], asked: ['plan', 'notice'] }],
    ['own/kind', { title: '材料一', found: [] }],
  ]);
});

test('each of some kinds is in each leaf indicator', () => {
  const files = {
    '1 甲': ['01：方案.docx', '02：合影.jpg'],
    '2 乙': ['01：方案.docx'],
    '3 丙': [],
  };
  const found = findings({ of: ['plan', 'photo'] }, files);
  expect(found.map(({ file, messageId, params }) => [file, messageId, params])).toMatchObject([
    ['档案/2 乙', 'own/of', { missing: ['photo'] }],
    ['档案/3 丙', 'own/of', { missing: ['plan', 'photo'] }],
  ]);
});

const GROUPS = {
  '1 组织/1.1 甲': ['01：通知.docx', '02：合影.jpg'],
  '1 组织/1.2 乙': ['01：通知.docx'],
  '2 丙': ['01：通知.docx'],
};

test('what an indicator above the leaves has is the sum of what is below it', () => {
  const asked = (count: OwnRule['count']) => ({
    count,
    per: 'indicator' as const,
    where: where({ indicators: [at('1'), at('2')] }),
  });
  const found = findings(asked({ min: 2, max: 2 }), GROUPS);
  expect(found.map(({ file, indicator, params }) => [file, indicator?.code, params])).toMatchObject(
    [
      ['档案/1 组织', '1', { found: 3 }],
      ['档案/2 丙', '2', { found: 1 }],
    ],
  );
  expect(findings(asked({ min: 1, max: 3 }), GROUPS)).toEqual([]);
});

test('an indicator that is named twice is told once', () => {
  const indicators = [at('1'), at('1.*'), at('组织')];
  const asked = {
    count: { min: 9, max: undefined },
    per: 'indicator',
    where: where({ indicators }),
  };
  expect(places(asked as Partial<OwnRule>, GROUPS)).toEqual(['档案/1 组织']);
});

test('an indicator above the leaves without a folder is told by its line', () => {
  const indicators = [at('1')];
  const asked = {
    count: { min: 1, max: undefined },
    per: 'indicator',
    where: where({ indicators }),
  };
  const archive = archiveOf({ '2 丙': [] }, { system: ['1 组织/1.1 甲', '2 丙'] });
  const [found] = runArchiveRules(archive, [own(asked as Partial<OwnRule>)]);
  expect([found?.file, found?.indicator?.code, found?.at?.line]).toMatchObject([undefined, '1', 1]);
});

test('a link that a ledger holds counts, as it does for the scoring system', () => {
  const link = 'entries:\n  - { link: "https://example.com/1", kind: news, title: 节水宣传 }\n';
  const archive = withLedgers(archiveOf({ '1 甲': ['01：合影.jpg'] }), { '1 甲': link });
  const asked = (kinds: OwnRule['kinds']) =>
    runArchiveRules(archive, [own({ count: { min: 2, max: 2 }, where: where({ kinds }) })]);
  expect([asked([]), asked(['news'])[0]?.params]).toMatchObject([[], { found: 1 }]);
});

test('the archive is counted as a whole, and told with the evidence root', () => {
  const asked = { count: { min: 5, max: undefined }, of: ['summary'], per: 'archive' } as const;
  const found = findings(asked, GROUPS);
  expect(found.map(({ file, title, params }) => [file, title, params])).toMatchObject([
    ['档案', '档案', { found: 4, min: 5 }],
    ['档案', '档案', { missing: ['summary'] }],
  ]);
});

test('sizes and formats are judged where somebody looked', () => {
  const facts = (format: FileFacts['format'], sizeBytes: number): FileFacts => ({
    format,
    sizeBytes,
    marks: [],
    sha256: undefined,
  });
  const archive = archiveOf({ 甲: ['01：a.pdf', '02：b.docx', '03：c.pdf'] });
  const looked = withFiles(
    archive,
    new Map([
      ['甲/01：a.pdf', facts('pdf', 5_000_000)],
      ['甲/02：b.docx', facts('docx', 50_000_000)],
    ]),
  );
  const rule = own({ size: { min: 0, max: 10_000_000 }, formats: ['pdf', 'image'] });
  expect(runArchiveRules(looked, [rule]).map(({ messageId }) => messageId)).toEqual([
    'own/size',
    'own/format',
  ]);
  expect(runArchiveRules(archive, [rule])).toEqual([]);
});

test('its level is that of the settings, and off does not run it', () => {
  const rule = own({ name: name({ contains: ['年'] }) });
  const levels = (level: 'error' | 'off') =>
    runArchiveRules(
      archiveOf({ 甲: ['01：a.docx'] }, { settings: { rules: { [rule.id]: level } } }),
      [rule],
    ).map(({ severity }) => severity);
  expect([levels('error'), levels('off')]).toEqual([['error'], []]);
});
