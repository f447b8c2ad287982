import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateInTitle, withoutDates } from './date-in-title.js';
import { spanLabel } from './label.js';

const dateOf = (title: string, year?: number) => {
  const span = dateInTitle(title, year);
  return span && spanLabel(span);
};

test.each([
  ['2020年度工作计划', '2020'],
  ['关于表彰文明科室的决定〔2020〕36号', '2020'],
  ['（2020年度）思想重视', '2020'],
  ['2020年第一季度领导小组会议纪要', '2020-Q1'],
  ['2020年上半年创建工作总结', '2020-H1'],
  ['2020年3月份文明简报', '2020-03'],
  ['2020年第12期简报', '2020'],
  ['文明简报2020年第12期', '2020'],
  ['2020年3月5日学雷锋活动方案', '2020-03-05'],
  ['学雷锋活动照片2020.3.5', '2020-03-05'],
  ['道德讲堂20200512', '2020-05-12'],
  ['IMG_20200512_143000', '2020-05-12'],
  ['微信图片_20200512143000', '2020-05-12'],
  ['培训班2020年11月30日至12月9日', '2020-11-30..2020-12-09'],
  ['2018—2020年創建資料', '2018..2020'],
  ['2018年和2019年工作总结', '2018..2019'],
  ['二〇二〇年工作要点', '2020'],
  ['2020年30周年庆典', '2020'],
  ['中心组学习记录24.7.16', '2024-07-16'],
  ['24年7月16日支委会记录', '2024-07-16'],
  ['党课讲稿（24年三季度）', '2024-Q3'],
  ['票据清单24年1-3月', '2024-Q1'],
  ['24年度工作总结', '2024'],
  ['23-24学年第一学期工作计划', '2023-09-01..2024-01-31'],
  ['2023-2024-2教学检查记录', '2024-02-01..2024-08-31'],
  ['2023—2024学年（1）工作计划', '2023-09-01..2024-01-31'],
  ['2023年秋季学期德育工作计划', '2023-09-01..2023-12-31'],
  ['2024年春季学期德育工作计划', '2024-02-01..2024-08-31'],
  ['年度工作总结2023', '2023'],
  ['支委会记录_202304', '2023-04'],
  ['先进个人名单（202304）', '2023-04'],
  ['4月主题班会记录2024', '2024-04'],
  ['优质护理2022方案', '2022'],
  ['志愿服务2022活动总结', '2022'],
  ['22年优质护理方案', '2022'],
  ['微信图片_20230512', '2023-05-12'],
])('the date of %s is %s', (title, label) => {
  expect(dateOf(title)).toBe(label);
});

test.each([
  ['领导小组会议纪要'],
  ['2020人签名活动'],
  ['捐款1998元'],
  ['13805512020联系人'],
  ['mmexport1588600000000'],
  ['IMG_2031'],
  ['DSC_2023 (2)'],
  ['1997年以来年度考核登记表'],
  ['1993年后的工资材料'],
  ['1999年版《干部履历表》'],
  ['2020届毕业生名单'],
  ['三月学雷锋'],
  ['十一五规划'],
  ['3-8-1统计表'],
  ['24.1.2 领导机构文件'],
  ['V24.7.1安装说明'],
  ['从警24年工作总结'],
  ['证书编号202304'],
  ['房间号2023'],
  ['捐款2020'],
  ['慰问2022份礼品名单'],
  ['共2022名单'],
  ['编号2022登记表'],
  ['接种2022人情况'],
  ['20年发展总结'],
  ['30年党龄党员名单'],
  ['24年来工作总结'],
])('%s has no date', (title) => {
  expect(dateOf(title)).toBeUndefined();
});

test('a finer date inside the period that a title is about makes it finer', () => {
  expect(dateOf('2020年度学雷锋活动（2020年3月5日）')).toBe('2020-03-05');
});

test('the day on which a summary was signed is not what it is about', () => {
  expect(dateOf('2020年度工作总结（2021年1月8日）')).toBe('2020');
});

test('the year of a document number gives way to that of its subject', () => {
  expect(dateOf('皖文明〔2020〕3号关于印发2021年工作计划的通知')).toBe('2021');
});

test('the day that a title begins with is its date, whatever year was talked about', () => {
  expect(dateOf('2020年12月28日2021年工作部署会会议记录')).toBe('2020-12-28');
});

test('of two periods the finer one counts, of two alike the first', () => {
  expect(dateOf('2018年计划及2019年上半年总结')).toBe('2019-H1');
  expect(dateOf('2018年计划，2019年总结')).toBe('2018');
});

test('a month, day or quarter belongs to the year of the title', () => {
  expect(dateOf('2020年度3月份简报')).toBe('2020-03');
  expect(dateOf('3月5日学雷锋活动（2020年）')).toBe('2020-03-05');
});

test('a month or quarter without a year in the title belongs to the year that is given', () => {
  expect(dateOf('3月份简报', 2020)).toBe('2020-03');
  expect(dateOf('一季度简报', 2020)).toBe('2020-Q1');
  expect(dateOf('一季度简报')).toBeUndefined();
});

test.each([
  ['十一月中心组学习记录', '2024-11'],
  ['三月学雷锋', '2024-03'],
  ['中心组学习记录 9.12', '2024-09-12'],
  ['中心组学习记录（9.12）', '2024-09-12'],
])('in the folder of 2024, %s is of %s', (title, label) => {
  expect(dateOf(title, 2024)).toBe(label);
});

test.each([
  ['三月三民歌节'],
  ['近三月支出明细'],
  ['一月两次例会'],
  ['附件 1.2'],
  ['1.2领导机构'],
  ['占比 1.55'],
])('in the folder of 2024, %s has no date', (title) => {
  expect(dateOf(title, 2024)).toBeUndefined();
});

test('in twelve months over two years, a month is of the year in which it lies there', () => {
  const window = { from: '2023-09-01', to: '2024-08-31' };
  const labelOf = (title: string) => {
    const span = dateInTitle(title, window);
    return span && spanLabel(span);
  };
  expect(labelOf('9月班会记录')).toBe('2023-09');
  expect(labelOf('一季度班会记录')).toBe('2024-Q1');
  expect(labelOf('三季度班会记录')).toBeUndefined();
});

test.each([
  ['2024.02中心组学习', '中心组学习'],
  ['支委会2024年4月', '支委会'],
  ['第一季度支委会（3月5日）', '支委会（）'],
  ['三会一课', '三会一课'],
])('without its dates, %s is %s', (title, rest) => {
  expect(withoutDates(title)).toBe(rest);
});

test('months of the lunar calendar are left alone', () => {
  expect(dateOf('2020年农历三月三民歌节')).toBe('2020');
  expect(dateOf('农历八月十五日联欢', 2020)).toBeUndefined();
});

test('the last lunar months of a year lie in two: that is no date', () => {
  expect(dateOf('2020年腊月二十三送春联')).toBeUndefined();
});

test('any text is read, and its date begins before it ends', () => {
  const title = fc.string({
    unit: fc.constantFrom(...Array.from('12029-./年月日至三十二季上半Q度（）〔〕《》号的前后')),
    maxLength: 60,
  });
  fc.assert(
    fc.property(title, (any) => {
      const span = dateInTitle(any, 2020);
      expect(span === undefined || span.from <= span.to).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a title of any length is read at once', () => {
  const title = '2020年3月1日至'.repeat(20_000);
  const before = process.hrtime.bigint();
  dateInTitle(title);
  expect(Number(process.hrtime.bigint() - before) / 1e6).toBeLessThan(200);
});
