import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseName } from '../naming/parse.js';
import { EVIDENCE_KINDS } from '../system/vocabulary.js';
import { kindsOf, passesFor } from './kind.js';

const kinds = (name: string) => {
  const { title, extension } = parseName(name);
  return kindsOf(title, extension).join(' ');
};

test.each([
  ['01：创建领导小组文件.docx', 'document'],
  ['关于表彰先进的决定.pdf', 'document'],
  ['关于加强文明创建的实施意见.docx', 'document'],
  ['2020年度工作计划.docx', 'plan'],
  ['学雷锋活动方案.docx', 'plan'],
  ['领导小组会议纪要.pdf', 'minutes'],
  ['2020年工作总结.docx', 'summary'],
  ['核心价值观三进说明报告.docx', 'report'],
  ['岗位培训情况.docx', 'report'],
  ['申报文明单位事迹材料.docx', 'report'],
  ['2020年3月份文明简报.pdf', 'bulletin'],
  ['县级媒体报道.pdf', 'news'],
  ['关于召开会议的通知.pdf', 'notice'],
  ['注册志愿者名单.docx', 'list'],
  ['日常工作台账.docx', 'list'],
  ['干部任免审批表.pdf', 'approval form'],
  ['三爱活动情况统计表.docx', 'form'],
  ['单位正式制度.docx', 'rule'],
  ['文明单位管理办法（试行）.docx', 'rule'],
  ['学历证书.pdf', 'certificate'],
  ['评价意见.docx', 'opinion'],
  ['法律意见书.pdf', 'opinion'],
  ['2023年5月防火巡查记录.docx', 'form minutes'],
  ['会议记录.docx', 'minutes'],
  ['行政处罚决定书.pdf', 'document'],
  ['整改通知书.pdf', 'notice'],
  ['会议议程.docx', 'plan'],
  ['统计年报.pdf', 'bulletin report'],
  ['无此情况的证明.pdf', 'statement certificate'],
  ['领导签批件.pdf', 'approval'],
])('the kind of %s is %s', (name, kind) => {
  expect(kinds(name)).toBe(kind);
});

test.each([
  ['学雷锋活动.docx'],
  ['人大代表.docx'],
  ['学习资料.docx'],
  ['计划生育.docx'],
  ['.docx'],
])('%s tells no kind', (name) => {
  expect(kinds(name)).toBe('');
});

test.each([
  ['年度计划完成情况报告.docx', 'report'],
  ['工作总结会议通知.docx', 'notice'],
  ['总结及表彰大会通知.docx', 'notice'],
  ['关于报送工作总结的通知.docx', 'notice'],
])('what %s only speaks of is not its kind', (name, kind) => {
  expect(kinds(name)).toBe(kind);
});

test('a notice that issues a plan is both', () => {
  expect(kinds('关于印发《2020年创建工作方案》的通知（皖文明〔2020〕3号）.pdf')).toBe(
    'notice plan',
  );
});

test('things joined are all there', () => {
  expect(kinds('会议通知及签到表.docx')).toBe('list form notice');
  expect(kinds('方案、记录、总结.docx')).toBe('summary minutes plan');
});

test.each([
  ['会议记录1.docx'],
  ['会议记录（一）.docx'],
  ['会议记录扫描件.pdf'],
  ['会议记录2020年3月5日.docx'],
  ['会议记录（定稿）.docx'],
  ['会议记录汇编.docx'],
])('numbers, dates, scans and versions do not hide that %s is of a meeting', (name) => {
  expect(kinds(name)).toBe('minutes');
});

test('a kind in brackets counts where there is no other', () => {
  expect(kinds('志愿服务活动（方案）.docx')).toBe('plan');
  expect(kinds('长期规划（目标情况）.docx')).toBe('plan');
});

test.each([
  ['领导小组会议.jpg', 'photo'],
  ['活动情况.JPG', 'photo'],
  ['会议记录现场.jpg', 'photo'],
  ['活动总结会照片.png', 'photo'],
  ['会议记录扫描件.jpg', 'minutes'],
  ['获奖证书.heic', 'certificate'],
  ['网页截图.png', 'screenshot'],
  ['媒体报道截图.png', 'news screenshot'],
  ['市级媒体报道.jpg', 'news screenshot'],
])('the image %s is %s', (name, kind) => {
  expect(kinds(name)).toBe(kind);
});

test('a recording is one, whatever its title', () => {
  expect(kinds('会议记录.mp3')).toBe('audio');
  expect(kinds('活动方案宣讲.mp4')).toBe('video');
});

test('a spreadsheet is a form besides what its title says', () => {
  expect(kinds('注册志愿者名单.xlsx')).toBe('list form');
  expect(kinds('2020年.et')).toBe('form');
});

test('a formal document is asked for: notices, rules, plans and approvals are such', () => {
  expect(EVIDENCE_KINDS.filter((kind) => passesFor([kind], ['document']))).toEqual([
    'document',
    'plan',
    'notice',
    'approval',
    'rule',
  ]);
});

test('a document is no plan, and nothing known is of no kind', () => {
  expect(passesFor(['document'], ['plan'])).toBe(false);
  expect(passesFor([], ['plan', 'photo'])).toBe(false);
});

test('where no kind is asked for, anything will do', () => {
  expect(passesFor([], [])).toBe(true);
});

test('a number behind a title changes no kind', () => {
  const word = fc.constantFrom('方案', '通知', '纪要', '总结', '简报', '名单', '制度', '证书');
  const number = fc.integer({ min: 1, max: 99 });
  fc.assert(
    fc.property(word, number, fc.constantFrom('.docx', '.pdf', '.jpg', '.xlsx'), (end, at, ext) => {
      expect(kindsOf(`创建工作${end}${at}`, ext)).toEqual(kindsOf(`创建工作${end}`, ext));
    }),
  );
});

test('a title of any length is read at once', () => {
  const before = process.hrtime.bigint();
  kindsOf('及1、（'.repeat(50_000), '.docx');
  expect(Number(process.hrtime.bigint() - before) / 1e6).toBeLessThan(100);
});
