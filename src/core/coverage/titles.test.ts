import { expect, test } from 'vitest';
import {
  likeness,
  namesOccasion,
  occasionOf,
  pairsShared,
  titleKey,
  undatedKey,
} from './titles.js';

const like = (a: string, b: string) => likeness(titleKey(a), titleKey(b));

test.each([
  ['创建领导小组文件', '创建领导小组文件', 'exact'],
  ['《创建领导小组文件》', '创建领导小组文件', 'exact'],
  ['2020年度工作计划', '年度工作计划', 'like'],
  ['2020年工作计划', '年度工作计划', 'like'],
  ['（一）工作计划', '工作计划', 'like'],
  ['工作计划（修订稿）', '工作计划', 'like'],
  ['计划', '工作计划', 'like'],
  ['划', '工作计划', undefined],
  ['工作总结', '工作计划', undefined],
  ['', '', undefined],
])('%j and %j: %s', (a, b, expected) => {
  expect(like(a, b)).toBe(expected);
});

test('the day in a title is no number before it', () => {
  expect(titleKey('3.15活动方案').key).toBe('315活动方案');
});

test('a title that is only a year is left as it is', () => {
  expect(titleKey('2020年').key).toBe('2020年');
});

test.each([
  ['春节', ['春节']],
  ['美德少年（或学雷锋）', ['美德少年', '学雷锋']],
  ['中秋或国庆', ['中秋', '国庆']],
  ['清明“网上祭英烈”', ['清明网上祭英烈', '网上祭英烈']],
  ['“十一”向国旗敬礼', ['十一向国旗敬礼']],
])('%s is told by %j', (name, words) => {
  expect(occasionOf(name).words).toEqual(words);
});

test.each([
  ['2022年元宵', '元宵节', true],
  ['清明祭英烈', '清明节', true],
  ['重阳节慰问', '重阳', true],
  ['端午节后上班检查', '端午', true],
  ['端午后上班检查', '端午节', false],
  ['中秋前安全检查', '中秋节', false],
  ['教师培训', '教师节', false],
  ['劳动竞赛', '劳动节', false],
  ['世界环境日宣传', '世界环境日', true],
  ['2023年节能宣传周', '全国节能宣传周', true],
  ['宪法日宣传', '国家宪法日', true],
  ['国家安全教育日宣传', '全民国家安全教育日', true],
  ['中小学生安全教育日', '国家安全教育日', false],
  ['节水日记', '世界水日', false],
])('%s, where %s is asked for: %s', (title, occasion, isOf) => {
  expect(namesOccasion(titleKey(title).whole, occasionOf(occasion))).toBe(isOf);
});

test.each([
  ['安委会第三次全体会议纪要', '安委会全体会议纪要'],
  ['食安委2024年第一次全体会议纪要（2024年3月12日）', '食安委全体会议纪要'],
  ['工作信息第12期', '工作信息'],
])('%s is called %s without its number', (title, asked) => {
  expect(undatedKey(title)).toEqual(titleKey(asked));
});

test('what has no number and no date has nothing to leave out', () => {
  expect(undatedKey('第一书记工作总结')).toBeUndefined();
});

test('of two titles the one with more in common is more alike', () => {
  const asked = ['法律顾问聘用合同', '法律顾问意见书'];
  expect(asked.map((title) => pairsShared('2023年下半年法律意见书', title))).toEqual([1, 3]);
});

test('an occasion is found anywhere in a title', () => {
  expect(namesOccasion('2020年学雷锋志愿服务', occasionOf('美德少年（或学雷锋）'))).toBe(true);
});
