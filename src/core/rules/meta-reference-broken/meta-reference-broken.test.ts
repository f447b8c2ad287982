import { expect, test } from 'vitest';
import { archiveOf, withLedgers } from '../../../../test/helpers/archive-of.js';
import { indicatorOf, requirementOf, systemOf } from '../../../../test/helpers/indicator-of.js';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { expectedFolders } from '../../archive/layout.js';
import type { Archive } from '../../archive/types.js';
import { metaReferenceBroken } from './index.js';

const plan = requirementOf({ id: 'plan', title: '年度计划' });
const meeting = requirementOf({
  id: 'meeting',
  title: '领导小组会议',
  of: [requirementOf({ id: 'minutes', title: '会议记录' })],
});
const festivals = requirementOf({ title: '节日活动图片', occasions: ['元宵节', '清明节'] });
const leaf = (id: string, name: string) =>
  indicatorOf({ id, code: id.slice(2), name, evidence: [plan, meeting, festivals] });
const group = (
  code: string,
  children = [leaf(`${code}/1.1`, '机构'), leaf(`${code}/1.2`, '制度')],
) => indicatorOf({ id: code, code, name: `第${code}项`, children });
const system = {
  ...systemOf([group('1'), group('2', [leaf('2/1.2', '宣传'), leaf('2/2.2', '学雷锋活动')])]),
  owners: { office: '办公室', party: '机关党委' },
  vetoes: systemWith(
    'vetoes: [{ code: 否1, text: 事故, effect: disqualify, evidence: [{ title: 无事故证明 }] }]\nindicators: [{ code: "1", name: 甲 }]\n',
  ).system.vetoes,
};

const HOME = '1 第1项/1.1 机构';
const tree = archiveOf({ [HOME]: ['01：通知.docx', '02：说明.docx'], [`${HOME}/一季度`]: [] });
const archive: Archive = {
  ...tree,
  system,
  expected: expectedFolders(system, tree.settings),
};
const found = (text: string, folder = HOME) =>
  [...metaReferenceBroken.check(withLedgers(archive, { [folder]: text }))].map(({ data }) => data);
const entry = (line: string) => found(`entries:\n  - file: 01：通知.docx\n    ${line}\n`);

test.each([
  'references: 1/1.2',
  'references: 2.2',
  'references: [1/1.2#plan, 2/2.2#年度计划]',
  'references: 1/1.2#minutes',
  'requirements: plan',
  'requirements: [年度计划, minutes, 领导小组会议]',
  'requirements: 无事故证明',
  'occasion: 元宵节',
  'occasion: 2020年元宵',
  'owner: office',
  'owner: 机关党委',
])('%s is there', (line) => {
  expect(entry(line)).toEqual([]);
});

const known = ['年度计划', '领导小组会议', '会议记录', '节日活动图片'];
const festivalNames = ['元宵节', '清明节'];
const owners = ['办公室', '机关党委'];

test.each([
  ['references: 3/1.2', { thing: 'indicator', name: '3/1.2', nearest: '1/1.2' }],
  ['references: 学雷锋活动', { thing: 'indicator', name: '学雷锋活动', nearest: '2/2.2' }],
  ['references: 1/1.2#plam', { thing: 'evidence', name: 'plam', nearest: 'plan', known }],
  [
    'requirements: 年度计画',
    { thing: 'evidence', name: '年度计画', nearest: '年度计划', known: [...known, '无事故证明'] },
  ],
  [
    'occasion: 元霄节',
    { thing: 'occasion', name: '元霄节', nearest: '元宵节', known: festivalNames },
  ],
  ['owner: offce', { thing: 'owner', name: 'offce', nearest: 'office', known: owners }],
  [
    'owner: 环保局污染防治科',
    { thing: 'owner', name: '环保局污染防治科', nearest: undefined, known: owners },
  ],
])('%s is not', (line, expected) => {
  expect(entry(line)).toEqual([{ wrong: 'no-such', ...expected }]);
});

test('a code that two indicators have needs its path', () => {
  expect(entry('references: 1.2')).toEqual([{ wrong: 'ambiguous', name: '1.2', count: 2 }]);
});

test('an indicator with others below it holds no evidence', () => {
  expect(entry('references: 2')).toEqual([{ wrong: 'not-a-leaf', name: '2' }]);
});

test('a folder inside that of an indicator belongs to it', () => {
  expect(found('notApplicable:\n  - { reason: x, requirement: plam }\n', `${HOME}/一季度`)).toEqual(
    [{ wrong: 'no-such', thing: 'evidence', name: 'plam', nearest: 'plan', known }],
  );
});

test('the proof of what does not apply is in the folder', () => {
  expect(found('notApplicable:\n  - { reason: x, proof: 02：说明.docx }\n')).toEqual([]);
  expect(found('notApplicable:\n  - { reason: x, proof: 02：说名.docx }\n')).toEqual([
    { wrong: 'no-such', thing: 'file', name: '02：说名.docx', nearest: '02：说明.docx' },
  ]);
});

test.each([
  ['references: 9', 3],
  ['date: 2020\n    requirements:\n      - plan\n      - plam', 4],
  ['number: 3\n    date: 2020\n    owner: offce', 5],
])('it points to the key: %j', (lines, line) => {
  const text = `entries:\n  - file: 01：通知.docx\n    ${lines}\n`;
  const [seen] = metaReferenceBroken.check(withLedgers(archive, { [HOME]: text }));
  expect(seen).toMatchObject({
    path: `档案/${HOME}/ledger.yaml`,
    at: { file: `档案/${HOME}/ledger.yaml`, line, column: 5 },
  });
});
