/** Activities: what belongs together, what counts once, and when it is due. */
import { expect, test } from 'vitest';
import { leafArchive, requirementIn } from '../../../test/helpers/one-leaf.js';

const state = (...given: Parameters<typeof leafArchive>) => requirementIn(...given).state;
const lecture = (more = '') =>
  `[{ title: 道德讲堂, activity: true${more}, of: [{ title: 方案, kind: plan }, { title: 图片, kind: photo }] }]`;
const entries = (...rows: readonly string[]) => ({ ledger: `entries: [${rows.join(', ')}]` });

test('where one activity is enough, all that lies loose is taken together', () => {
  expect(state(lecture(), ['01：活动方案.docx', '02：现场.jpg'])).toBe('met');
});

test('what lies in two sub-folders is of two activities', () => {
  expect(state(lecture(), ['第一期/01：活动方案.docx', '第二期/01：现场.jpg'])).toBe('short');
});

test('a sub-folder that only sorts by kind holds no activity', () => {
  expect(state(lecture(), ['01：活动方案.docx', '活动图片/01：现场.jpg'])).toBe('met');
});

test('nor does one in the folder of an activity, which it is of', () => {
  const files = ['第一期/01：活动方案.docx', '第一期/活动图片/01：现场.jpg', '02：别的通知.docx'];
  expect(state(lecture(), files)).toBe('met');
});

test('a sub-folder of a year holds no activity either', () => {
  expect(state(lecture(), ['2020年/01：活动方案.docx', '02：现场.jpg'])).toBe('met');
});

test('an entry says which activity its evidence belongs to', () => {
  const files = ['第一期/01：活动方案.docx', '02：现场.jpg'];
  const given = entries('{ file: 02：现场.jpg, activity: 第一期 }');
  expect(state(lecture(), files, given)).toBe('met');
});

test('two activities named in entries are not taken together', () => {
  const given = entries(
    '{ file: 01：活动方案.docx, activity: 第一期 }',
    '{ file: 02：现场.jpg, activity: 第二期 }',
  );
  expect(state(lecture(), ['01：活动方案.docx', '02：现场.jpg'], given)).toBe('short');
});

test('where several are asked for, what lies loose belongs together by equal date', () => {
  const files = [
    '01：2020年3月5日活动方案.docx',
    '02：2020年3月5日现场.jpg',
    '03：2020年4月7日活动方案.docx',
    '04：2020年4月8日现场.jpg',
  ];
  const { found, lacks } = requirementIn(lecture(', count: 2..'), files);
  expect([found, lacks]).toMatchObject([
    1,
    [{ is: 'kind', title: '图片', activity: '2020-04-07' }],
  ]);
});

test('activities of one day count once', () => {
  const files = ['甲场', '乙场'].flatMap((place) => [
    `${place}/01：2020年3月5日活动方案.docx`,
    `${place}/02：2020年3月5日现场.jpg`,
  ]);
  expect(requirementIn(lecture(', count: 2..'), files).found).toBe(1);
});

const lectures = (...names: readonly string[]) =>
  requirementIn(
    lecture(', every: year, count: 3.., window: 2020..2020'),
    names.flatMap((name) => [`${name}/01：方案.docx`, `${name}/02：现场.jpg`]),
    { today: '2021-01-10' },
  );

test.each([
  [['2020年第1期道德讲堂', '2020年第2期道德讲堂', '2020年第3期道德讲堂']],
  [['2020年道德讲堂（第一讲）', '2020年道德讲堂（第二讲）', '2020年道德讲堂（第三讲）']],
  [['2020年道德讲堂1', '2020年道德讲堂2', '2020年道德讲堂3']],
  [['2020年/第一次演练', '2020年/第二次演练', '2020年/第三次演练']],
])('of one year, the folders %j are three activities', (names) => {
  expect(lectures(...names)).toMatchObject({ state: 'met', lacks: [] });
});

test('folders of one day count once, and it is told which', () => {
  const day = '2020年3月5日讲堂';
  const names = [`${day}（上午）`, `${day}（下午）`, '2020年第2期讲堂'];
  expect(lectures(...names).lacks).toEqual([
    expect.objectContaining({ is: 'period', found: 2 }),
    { is: 'same-day', day: '2020-03-05', activities: [names[0], names[1]] },
  ]);
});

test('the undated are one activity where no date is asked for', () => {
  expect(requirementIn(lecture(', count: 2..'), ['01：活动方案.docx', '02：现场.jpg']).found).toBe(
    1,
  );
});

test('an activity lacks the part that is not there', () => {
  expect(requirementIn(lecture(), ['第一期/01：活动方案.docx']).lacks).toEqual([
    {
      is: 'kind',
      title: '图片',
      kinds: ['photo'],
      activity: '第一期',
      found: 0,
      wanted: { min: 1, max: undefined },
    },
  ]);
});

test('an optional part keeps no activity from being complete', () => {
  const asked =
    '[{ title: 讲堂, activity: true, of: [{ title: 方案, kind: plan }, { title: 报道, kind: news, optional: true }] }]';
  expect(state(asked, ['01：讲堂方案.docx'])).toBe('met');
});

test('a part may have alternatives', () => {
  const asked =
    '[{ title: 讲堂, activity: true, of: [{ title: 记录, either: [{ title: 纪要, kind: minutes }, { title: 录像, kind: video }] }] }]';
  expect(state(asked, ['01：讲堂.mp4'])).toBe('met');
});

const every = { system: 'window: 2020..2020', today: '2020-08-15' };
const quarterly = lecture(', every: quarter');
const quarter = (month: number) => [
  `2020年${month}月讲堂/01：2020年${month}月5日方案.docx`,
  `2020年${month}月讲堂/02：现场.jpg`,
];

test('what is over and not met is late, what lasts or is to come is open', () => {
  const { periods } = requirementIn(quarterly, quarter(2), every);
  expect(periods.map(({ period, state: each }) => [period.label, each])).toEqual([
    ['2020-Q1', 'met'],
    ['2020-Q2', 'late'],
    ['2020-Q3', 'open'],
    ['2020-Q4', 'open'],
  ]);
});

test('of the periods that have begun it is counted how many are met', () => {
  const { found, wanted, counts } = requirementIn(quarterly, quarter(2), every);
  expect([found, wanted.min, counts]).toEqual([1, 3, 'periods']);
});

test('a period that lasts and is met already is met', () => {
  const { periods } = requirementIn(quarterly, quarter(8), every);
  expect(periods[2]?.state).toBe('met');
});

test('one dated piece dates the whole activity', () => {
  const files = [...quarter(2), '五月讲堂/01：方案.docx', '五月讲堂/02：2020年5月6日现场.jpg'];
  expect(state(quarterly, files, every)).toBe('open');
});

test('an activity of which nobody knows the date is for a person', () => {
  const files = [...quarter(2), '某次讲堂/01：方案.docx', '某次讲堂/02：现场.jpg'];
  const { state: is, periods } = requirementIn(quarterly, files, every);
  expect([is, periods[1]?.state]).toEqual(['person', 'person']);
});

test('what lies loose in a quarter is one activity of it', () => {
  const files = ['01：2020年1月5日方案.docx', '02：2020年3月5日现场.jpg', ...quarter(5)];
  expect(state(quarterly, files, every)).toBe('open');
});

const series = (...days: readonly string[]) =>
  days.flatMap((day, at) => [
    `道德讲堂/${2 * at + 1}：${day}方案.docx`,
    `道德讲堂/${2 * at + 2}：${day}现场.jpg`,
  ]);

test('what comes back under one name counts in each period that it fills', () => {
  const { found, periods } = requirementIn(quarterly, series('2020-02-05', '2020-05-06'), every);
  expect([found, periods.map(({ state: each }) => each)]).toEqual([
    2,
    ['met', 'met', 'open', 'open'],
  ]);
});

test('what it lacks in one of them is told by name', () => {
  const files = [...series('2020-02-05', '2020-08-06'), '道德讲堂/9：2020-05-08方案.docx'];
  expect(requirementIn(quarterly, files, every).lacks).toMatchObject([
    { is: 'kind', title: '图片', activity: '道德讲堂' },
  ]);
});

test('one whose plan is of the quarter before stays one', () => {
  const files = [
    '道德讲堂/01：2020-03-28方案.docx',
    '道德讲堂/02：2020-04-02现场.jpg',
    '道德讲堂/03：2020-04-02方案.docx',
  ];
  expect(requirementIn(quarterly, files, every).found).toBe(1);
});

test('what has no date does not keep it from coming back', () => {
  const files = [...series('2020-02-05', '2020-05-06'), '道德讲堂/9：现场花絮.jpg'];
  expect(requirementIn(quarterly, files, every).found).toBe(2);
});

test('several in a year are counted by the day, not by files', () => {
  const asked = lecture(', every: year, count: 4.., window: 2019..2019');
  const months = ['03-05', '06-05', '09-05'].flatMap((day) => [
    `2019-${day}讲堂/01：方案.docx`,
    `2019-${day}讲堂/02：2019-${day}现场一.jpg`,
    `2019-${day}讲堂/03：2019-${day}现场二.jpg`,
  ]);
  expect(requirementIn(asked, months, every).lacks).toMatchObject([
    { is: 'period', found: 3, wanted: { min: 4 } },
  ]);
});

test('minutes count by the day of the meeting', () => {
  const asked = '[{ title: 会议记录, kind: minutes, every: year, count: 2.., window: 2019..2019 }]';
  const files = ['01：2019年3月5日会议记录（上）.docx', '02：2019年3月5日会议记录（下）.docx'];
  expect(requirementIn(asked, files, every).lacks).toMatchObject([{ is: 'period', found: 1 }]);
});

test('minutes of which only the year is known count by the number of the meeting', () => {
  const asked = '[{ title: 会议记录, kind: minutes, every: year, count: 2.., window: 2019..2019 }]';
  const minutes = (...titles: readonly string[]) =>
    requirementIn(
      asked,
      titles.map((title, at) => `0${at + 1}：2019年${title}.docx`),
      every,
    );
  expect(minutes('第1次会议记录', '第2次会议记录').state).toBe('met');
  expect(minutes('第1次会议记录（上）', '第1次会议记录（下）').state).toBe('late');
});

test('where it is asked for again and again, and nobody knows from when, a person has to say', () => {
  const { state: is, lacks } = requirementIn(quarterly, quarter(2), { today: '2020-08-15' });
  expect([is, lacks.at(-1)?.is]).toEqual(['person', 'no-window']);
});

test('rolling twelve months are counted from the first day of the window', () => {
  const asked = '[{ title: 总结, kind: summary, every: year, window: 2018-08..2020-07 }]';
  const files = ['01：2019年3月5日工作总结.docx', '02：2019年9月5日工作总结.docx'];
  expect(requirementIn(asked, files, every).state).toBe('met');
});

const festival = (more = '') =>
  `[{ title: 节日活动, activity: true, occasions: [春节, 美德少年（或学雷锋）]${more}, of: [{ title: 图片, kind: photo, count: 2 }] }]`;

test('each occasion needs an activity', () => {
  const {
    state: is,
    found,
    wanted,
    counts,
  } = requirementIn(festival(), ['01：春节慰问.jpg', '02：春节晚会.jpg']);
  expect([is, found, wanted.min, counts]).toEqual(['short', 1, 2, 'occasions']);
});

test('either word tells of the occasion', () => {
  const files = ['01：春节慰问.jpg', '02：春节晚会.jpg', '03：学雷锋一.jpg', '04：美德少年.jpg'];
  expect(state(festival(), files)).toBe('met');
});

test('an entry or a sub-folder may tell the occasion', () => {
  const files = ['春节/01：慰问.jpg', '春节/02：晚会.jpg', '03：三月五日.jpg', '04：清理河道.jpg'];
  const given = entries(
    '{ file: 03：三月五日.jpg, occasion: 学雷锋 }',
    '{ file: 04：清理河道.jpg, occasion: 学雷锋 }',
  );
  expect(state(festival(), files, given)).toBe('met');
});

test('more for one activity than it may have is over', () => {
  const files = ['一', '二', '三'].flatMap((each, at) => [
    `0${at + 1}：春节${each}.jpg`,
    `1${at + 1}：学雷锋${each}.jpg`,
  ]);
  expect(requirementIn(festival(), files).lacks).toMatchObject([
    { is: 'over', found: 3, activity: '春节' },
    { is: 'over', found: 3, activity: '美德少年（或学雷锋）' },
  ]);
});

test('more over all activities than there may be is over', () => {
  const files = ['01：春节一.jpg', '02：春节二.jpg', '03：学雷锋一.jpg', '04：学雷锋二.jpg'];
  expect(state(festival(', total: ..3'), files)).toBe('over');
});

test('occasions come again each period', () => {
  const asked =
    '[{ title: 节日方案, kind: plan, occasions: [春节, 清明], every: year, window: 2018..2019 }]';
  const files = [
    '01：2018年春节活动方案.docx',
    '02：2018年清明活动方案.docx',
    '03：2019年春节活动方案.docx',
  ];
  expect(requirementIn(asked, files, every).lacks).toMatchObject([
    { is: 'period', period: { label: '2019 清明' }, found: 0 },
  ]);
});

test('one activity takes nothing from another', () => {
  const asked =
    '[{ title: 普法进校园活动, activity: true, of: [{ title: 图片, kind: photo }] }, { title: 巾帼建功活动, activity: true, of: [{ title: 图片, kind: photo }] }]';
  const { state: is } = requirementIn(asked, ['巾帼建功/01：现场.jpg']);
  expect(is).toBe('short');
});

test('a title that is in every activity says nothing against another requirement of its kind', () => {
  const asked =
    '[{ title: 实景, kind: photo }, { title: 讲堂, activity: true, of: [{ title: 活动图片, kind: photo }] }]';
  expect(state(asked, ['01：活动图片.jpg'])).toBe('met');
});

test('fifty thousand photos of as many days as there are need no more for each than a few', () => {
  const asked =
    '[{ title: 图片, kind: photo, count: 3.. }, { title: 讲堂, activity: true, every: month, count: 2.., of: [{ title: 现场, kind: photo }, { title: 方案, kind: plan }] }, { title: 周报, kind: [photo, bulletin], every: week }]';
  const files = Array.from({ length: 50_000 }, (_, at) => {
    const [year, month, day] = [2010 + (at % 10), 1 + (at % 12), 1 + (at % 28)];
    return `${at + 1}：${year}年${month}月${day}日照片.jpg`;
  });
  const { found } = requirementIn(asked, files, { system: 'window: 2010..2019' });
  expect(found).toBeGreaterThan(3);
});

test('an activity that is known by a stretch of days is called by it in short', () => {
  const files = ['01：2020年上半年活动方案.docx'];
  const asked = lecture(', count: 2');
  expect(requirementIn(asked, files, { system: 'window: 2020' }).lacks).toMatchObject([
    { is: 'kind', title: '图片', activity: '2020-H1' },
    { is: 'count' },
  ]);
});
