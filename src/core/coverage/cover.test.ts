/** Requirements matched with evidence, one fact at a time; activities, periods and vetoes have files of their own. */
import { expect, test } from 'vitest';
import { archiveOf, knownOf, withLedgers } from '../../../test/helpers/archive-of.js';
import { leafArchive, leafOf, requirementIn, statesOf } from '../../../test/helpers/one-leaf.js';
import { systemWith } from '../../../test/helpers/system-of.js';
import { coverageOf } from './cover.js';

const plan = '{ title: 工作计划, kind: plan }';
const summary = '{ title: 工作总结, kind: summary }';
const lacksOf = (...given: Parameters<typeof leafArchive>) =>
  requirementIn(...given).lacks.map(({ is }) => is);
const titlesOf = (...given: Parameters<typeof leafArchive>) =>
  leafOf(...given).requirements.map(({ evidence }) => evidence.map(({ title }) => title));

test('nothing is said of an archive of which only the tree is known', () => {
  expect(coverageOf(archiveOf({ '1 甲': ['01：工作计划.docx'] }))).toEqual({
    leaves: [],
    vetoes: [],
  });
});

test('coverage of one archive is worked out once', () => {
  const archive = leafArchive(`[${plan}]`, []);
  expect(coverageOf(archive)).toBe(coverageOf(archive));
});

test('leaf indicators come in the order of the scoring system, bonus after base', () => {
  const archive = leafArchive(`[${plan}]`, [], { bonus: true });
  expect(coverageOf(archive).leaves.map(({ indicator }) => indicator.code)).toEqual(['2', '1']);
});

test('what is there is met', () => {
  expect(statesOf(`[${plan}]`, ['01：工作计划.docx'])).toEqual(['met']);
});

test('of nothing filed the leaf indicator says so', () => {
  const { state, lacks } = leafOf(`[${plan}]`, []);
  expect([state, lacks]).toEqual(['short', [{ is: 'none' }]]);
});

test('a leaf indicator is as its worst requirement', () => {
  expect(leafOf(`[${plan}, ${summary}]`, ['01：工作计划.docx']).state).toBe('short');
});

test('evidence is shown where it counts, the rest is spare', () => {
  const leaf = leafOf(`[${plan}]`, ['01：工作计划.docx', '02：现场.jpg']);
  expect(leaf.spare.map(({ title }) => title)).toEqual(['现场']);
});

test('an entry names the requirement that its evidence is for, whatever its title', () => {
  const ledger = 'entries: [{ file: 01：工作总结.docx, requirements: 工作计划 }]';
  expect(statesOf(`[${plan}, ${summary}]`, ['01：工作总结.docx'], { ledger })).toEqual([
    'met',
    'short',
  ]);
});

test('one paper counts for each requirement that its entry names', () => {
  const ledger = 'entries: [{ file: 01：三年规划.docx, requirements: [工作计划, 工作总结] }]';
  const files = ['01：三年规划.docx'];
  expect(statesOf(`[${plan}, ${summary}]`, files, { ledger })).toEqual(['met', 'met']);
  // And no more than once for each: by id and by title it is the same.
  const asked = '[{ id: plan, title: 工作计划, count: 2.. }, { title: 工作总结, count: 1 }]';
  const twice = ledger.replace('工作总结', 'plan');
  expect(statesOf(asked, files, { ledger: twice })).toEqual(['short', 'short']);
});

test('an activity and a part of it, both named, are one photo of it and not two', () => {
  const asked =
    '[{ id: day, title: 志愿活动, activity: true, of: [{ title: 活动照片, kind: photo, count: 2.. }] }]';
  const ledger = 'entries: [{ file: 01：合影.jpg, requirements: [day, 活动照片] }]';
  expect(statesOf(asked, ['01：合影.jpg'], { ledger })).toEqual(['short']);
});

test('of several that an entry names, the one that its kind is wrong for is told', () => {
  const ledger =
    'entries: [{ file: 01：开会.docx, kind: summary, requirements: [工作计划, 工作总结] }]';
  const { requirements } = leafOf(`[${plan}, ${summary}]`, ['01：开会.docx'], { ledger });
  expect(requirements.map(({ state, lacks }) => [state, lacks.map(({ is }) => is)])).toEqual([
    ['short', ['count', 'other-kind']],
    ['met', []],
  ]);
});

test('by its title evidence is for what is called so, not for another of its kind', () => {
  const asked = '[{ title: 党建计划, kind: plan }, { title: 志愿服务计划, kind: plan }]';
  expect(titlesOf(asked, ['01：2020年志愿服务计划.docx'])).toEqual([[], ['2020年志愿服务计划']]);
});

test('a title that is a part of the one that is asked for will do', () => {
  expect(
    statesOf('[{ title: 党员教育活动图片, kind: photo }, { title: 其他图片, kind: photo }]', [
      '01：教育活动图片.jpg',
    ]),
  ).toEqual(['met', 'short']);
});

test('years, brackets and the number before a title do not matter', () => {
  const asked = '[{ title: 《年度工作计划》, kind: document }, { title: 通知, kind: notice }]';
  expect(statesOf(asked, ['01：（一）2020年度工作计划.pdf'])).toEqual(['met', 'short']);
});

const committee =
  '[{ title: 支部党员大会记录, kind: minutes }, { title: 支委会记录, kind: minutes, every: month, window: 2020-04 }]';

test('a title that is a part of one that is asked for but for its date will do', () => {
  expect(titlesOf(committee, ['01：支委会2020年4月.docx'])).toEqual([[], ['支委会2020年4月']]);
  expect(titlesOf(committee, ['01：2020.04支委会.docx'])).toEqual([[], ['2020.04支委会']]);
});

test('what could be any of them without its date is none', () => {
  const asked = '[{ title: 支部党员大会, kind: minutes }, { title: 支部委员会, kind: minutes }]';
  expect(titlesOf(asked, ['01：2020年4月支部.docx'])).toEqual([[], []]);
});

test('what is due each semester is of the one that its title names, however it does', () => {
  const asked = '[{ title: 德育工作计划, kind: plan, every: semester, window: 2022-09..2024-08 }]';
  const { state, periods } = requirementIn(
    asked,
    [
      '01：2022-2023学年第一学期德育工作计划.docx',
      '02：2023年春季学期德育工作计划.docx',
      '03：德育工作计划（2023.9）.docx',
    ],
    { today: '2024-09-01' },
  );
  expect([state, periods.map(({ found }) => found)]).toEqual(['late', [1, 1, 1, 0]]);
});

test('without a telling title the kind decides', () => {
  expect(statesOf(`[${plan}, ${summary}]`, ['01：全年总结.docx'])).toEqual(['short', 'met']);
});

test('an entry with a kind never fits a requirement of another', () => {
  const ledger = 'entries: [{ file: 01：工作计划.docx, kind: report }]';
  expect(statesOf(`[${plan}]`, ['01：工作计划.docx'], { ledger })).toEqual(['short']);
});

test('a document about photos is none', () => {
  expect(statesOf('[{ title: 活动图片, kind: photo }]', ['01：活动图片说明.docx'])).toEqual([
    'short',
  ]);
});

test('a picture is the photo that it is called like, whatever word of a paper it ends with', () => {
  const asked = '[{ title: 价格公示图片, kind: photo }, { title: 公示通知, kind: notice }]';
  expect(titlesOf(asked, ['01：2023年价格公示.jpg'])).toEqual([['2023年价格公示'], []]);
  const shots = '[{ title: 执法公示截图, kind: screenshot }, { title: 公示通知, kind: notice }]';
  const title = '2023年第三季度执法公示';
  expect(titlesOf(shots, [`01：${title}.jpg`])).toEqual([[title], []]);
});

test('the number of a meeting is not in the name of what is asked for', () => {
  const asked =
    '[{ title: 常委会会议纪要, kind: minutes }, { title: 食安委全体会议纪要, kind: minutes }]';
  const title = '食安委第一次全体会议纪要（2024年3月12日）';
  expect(titlesOf(asked, [`01：${title}.docx`])).toEqual([[], [title]]);
});

test('月报 is the one report that ends so', () => {
  const asked = '[{ title: 廉政月报, kind: form }, { title: 季度报表, kind: form }]';
  expect(titlesOf(asked, ['01：2023年4月份月报.docx'])).toEqual([['2023年4月份月报'], []]);
});

test('a picture of another paper is not', () => {
  expect(statesOf('[{ title: 价格公示图片, kind: photo }]', ['01：会议通知.jpg'])).toEqual([
    'short',
  ]);
});

test('what somebody said it is for counts there, whatever its title makes it', () => {
  const ledger = 'entries: [{ file: 01：栏目更换通知.docx, requirements: 价格公示图片 }]';
  const asked = '[{ title: 价格公示图片, kind: photo }, { title: 通知, kind: notice }]';
  expect(statesOf(asked, ['01：栏目更换通知.docx'], { ledger })).toEqual(['met', 'short']);
});

test('where he said, too, that it is of another kind, that is told', () => {
  const ledger = 'entries: [{ file: 01：价格公示.jpg, kind: notice, requirements: 价格公示图片 }]';
  expect(
    lacksOf('[{ title: 价格公示图片, kind: photo }]', ['01：价格公示.jpg'], { ledger }),
  ).toEqual(['count', 'other-kind']);
});

test('a requirement without a kind takes anything when it is the only one', () => {
  expect(statesOf('[{ title: 参评材料 }]', ['01：现场.jpg'])).toEqual(['met']);
});

test('beside others it takes only what is named or titled so', () => {
  expect(
    statesOf(`[{ title: 参评材料 }, ${plan}]`, ['01：现场.jpg', '02：参评材料汇编.pdf']),
  ).toEqual(['met', 'short']);
});

test('evidence gives way to where nothing else will do', () => {
  const asked = '[{ title: 甲, kind: [plan, summary] }, { title: 乙, kind: plan }]';
  expect(statesOf(asked, ['01：一季度方案.docx', '02：一季度小结.docx'])).toEqual(['met', 'met']);
});

test('what is left over goes where there is room', () => {
  const asked = '[{ title: 甲, kind: photo, count: 1 }, { title: 乙, kind: photo }]';
  expect(titlesOf(asked, ['01：一.jpg', '02：二.jpg', '03：三.jpg'])).toEqual([
    ['一'],
    ['二', '三'],
  ]);
});

test('more than is allowed is over', () => {
  const { state, found } = requirementIn('[{ title: 图片, kind: photo, count: 1..2 }]', [
    '01：一.jpg',
    '02：二.jpg',
    '03：三.jpg',
  ]);
  expect([state, found]).toEqual(['over', 3]);
});

test('a draft counts for nothing', () => {
  const ledger = 'entries: [{ file: 01：工作计划.docx, state: draft }]';
  expect(lacksOf(`[${plan}]`, ['01：工作计划.docx'], { ledger })).toEqual(['count', 'state']);
});

test('a link is evidence', () => {
  const ledger = 'entries: [{ link: "https://example.cn/1", title: 工作计划报道, kind: link }]';
  expect(statesOf('[{ title: 媒体报道, kind: link }]', [], { ledger })).toEqual(['met']);
});

test('what is outside of the window does not count', () => {
  const given = { system: 'window: 2020..2020' };
  const { state, lacks } = requirementIn(`[${plan}]`, ['01：2019年工作计划.docx'], given);
  expect([state, lacks.map(({ is }) => is)]).toEqual(['short', ['count', 'window']]);
});

test('the nearest window holds', () => {
  const system = 'window: 2020..2020';
  const files = ['01：2019年工作计划.docx'];
  expect([
    statesOf(`[{ title: 工作计划, kind: plan, window: 2019..2019 }]`, files, { system }),
    statesOf(`[${plan}]`, files, { system, indicator: 'window: 2019..2019' }),
  ]).toEqual([['met'], ['met']]);
});

test('the period of an indicator cuts the window', () => {
  const given = { system: 'window: 2020..2020', indicator: 'period: 2020-Q1', today: '2020-08-15' };
  const files = ['01：2020年5月4日工作计划.docx'];
  expect(lacksOf(`[${plan}]`, files, given)).toEqual(['count', 'window']);
});

test('without a date where the date decides a person has to look', () => {
  const given = { system: 'window: 2020..2020' };
  const { state, found, lacks } = requirementIn(`[${plan}]`, ['01：工作计划.docx'], given);
  expect([state, found, lacks.map(({ is }) => is)]).toEqual(['person', 0, ['date']]);
});

test('undated evidence that cannot make it up leaves it short', () => {
  const given = { system: 'window: 2020..2020' };
  const asked = '[{ title: 工作计划, kind: plan, count: 2.. }]';
  expect(statesOf(asked, ['01：工作计划.docx'], given)).toEqual(['short']);
});

test('a year is too rough for a window of a quarter', () => {
  const asked = '[{ title: 工作计划, kind: plan, window: 2020-01..2020-03 }]';
  expect(statesOf(asked, ['01：2020年工作计划.docx'])).toEqual(['person']);
});

test('a window that stands for nothing can be judged by nobody', () => {
  const asked = '[{ title: 工作计划, kind: plan, window: 无此时限 }]';
  const { state, lacks } = requirementIn(asked, ['01：工作计划.docx']);
  expect([state, lacks.map(({ is }) => is)]).toEqual(['person', ['no-window']]);
});

test('what is not due yet is open', () => {
  const asked = '[{ title: 工作计划, kind: plan, window: 2021..2021 }]';
  expect(leafOf(asked, []).state).toBe('open');
});

test('a report of the wrong length is there and does not count', () => {
  const ledger = 'entries: [{ file: 01：说明.docx, characters: 150 }]';
  const asked = '[{ title: 说明, kind: report, characters: 200.. }]';
  const { state, found, lacks } = requirementIn(asked, ['01：说明.docx'], { ledger });
  expect([state, found, lacks.map(({ is }) => is)]).toEqual(['short', 0, ['characters']]);
});

test('a report that nobody could count is a person’s to look at', () => {
  expect(statesOf('[{ title: 说明, kind: report, characters: 200.. }]', ['01：说明.docx'])).toEqual(
    ['person'],
  );
});

test.each([
  [719, 'short'],
  [720, 'met'],
  [880, 'met'],
  [881, 'short'],
])('of about 800 characters %d are %s', (characters, state) => {
  const ledger = `entries: [{ file: 01：说明.docx, characters: ${characters} }]`;
  const asked = '[{ title: 说明, kind: report, characters: 800 }]';
  expect(statesOf(asked, ['01：说明.docx'], { ledger })).toEqual([state]);
});

test('a photo without its caption does not count', () => {
  const ledger = 'entries: [{ file: 01：现场.jpg, caption: { 时间: 2020-03-05 } }]';
  const asked = '[{ title: 图片, kind: photo, caption: [时间, 地点] }]';
  expect(requirementIn(asked, ['01：现场.jpg'], { ledger }).lacks).toMatchObject([
    { is: 'caption', missing: ['地点'] },
  ]);
});

test('of photos enough with captions the others are told of', () => {
  const ledger = 'entries: [{ file: 01：一.jpg, caption: { 地点: 清水河 } }]';
  const asked = '[{ title: 图片, kind: photo, caption: [地点] }]';
  const { state, lacks } = requirementIn(asked, ['01：一.jpg', '02：二.jpg'], { ledger });
  expect([state, lacks.length]).toEqual(['met', 1]);
});

test('what must be seen on it is for a person to say', () => {
  const asked = '[{ title: 图片, kind: photo, shows: [单位名称] }]';
  const seen =
    'entries: [{ file: 01：一.jpg, seen: { what: [单位名称], by: 王芳, on: 2020-04-10 } }]';
  expect([
    ...statesOf(asked, ['01：一.jpg']),
    ...statesOf(asked, ['01：一.jpg'], { ledger: seen }),
  ]).toEqual(['person', 'met']);
});

test('what must not be on it and was seen there spoils it', () => {
  const asked = '[{ title: 图片, kind: photo, avoids: [水印] }]';
  const seen = (what: string) => ({
    ledger: `entries: [{ file: 01：一.jpg, seen: { what: [${what}], by: 王芳, on: 2020-04-10 } }]`,
  });
  expect([
    ...statesOf(asked, ['01：一.jpg']),
    ...statesOf(asked, ['01：一.jpg'], seen('水印')),
    ...statesOf(asked, ['01：一.jpg'], seen('单位名称')),
  ]).toEqual(['person', 'short', 'met']);
});

test.each(['per: 每种媒体', 'sample: { take: 3, of: 点位 }'])(
  'with `%s` a person has the last word',
  (more) => {
    const asked = `[{ title: 图片, kind: photo, ${more} }]`;
    expect([statesOf(asked, ['01：一.jpg']), statesOf(asked, [])]).toEqual([['person'], ['short']]);
  },
);

test('a condition in words is for a person, whether anything is there or not', () => {
  const asked = '[{ title: 图片, kind: photo, applies: { text: 有食堂的 } }]';
  expect([statesOf(asked, ['01：一.jpg']), statesOf(asked, [])]).toEqual([['person'], ['person']]);
});

test('what does not apply to the unit is exempt', () => {
  const asked = '[{ title: 图片, kind: photo, applies: { unit: { 性质: [企业] } } }]';
  const { state, requirements } = leafOf(asked, [], { profile: { 性质: '机关' } });
  expect([state, requirements[0]?.state]).toEqual(['exempt', 'exempt']);
});

test('what proves a criterion that does not apply to the unit is exempt', () => {
  const asked = '[{ title: 许可证, for: ① }, { title: 制度, for: [①, ②] }]';
  const criteria =
    'criteria: [{ code: ①, text: 有许可, applies: { unit: { 食堂: 有 } } }, { code: ②, text: 有制度 }]';
  const states = (profile: Record<string, string>) =>
    leafOf(asked, [], { indicator: criteria, profile }).requirements.map(({ state }) => state);
  expect([states({ 食堂: '无' }), states({ 食堂: '有' }), states({})]).toEqual([
    ['exempt', 'short'],
    ['short', 'short'],
    ['person', 'short'],
  ]);
});

test('a whole indicator that does not apply is exempt, and the condition is told', () => {
  const given = { indicator: 'applies: { unit: { 性质: [企业] } }', profile: { 性质: '机关' } };
  const { state, lacks } = leafOf(`[${plan}]`, [], given);
  expect([state, lacks]).toEqual(['exempt', [{ is: 'condition', text: '性质：企业' }]]);
});

test('an indicator that the profile excludes is exempt once the proof that is asked for is there', () => {
  const given = {
    indicator:
      'applies: { unit: { 性质: [企业] } }, exempt: { score: full, proof: [{ title: 无工会说明, kind: statement }] }',
    profile: { 性质: '机关' },
  };
  const before = leafOf(`[${plan}]`, [], given);
  expect(before.requirements.map(({ state }) => state)).toEqual(['exempt', 'short']);
  expect([before.state, before.lacks.map(({ is }) => is)]).toEqual([
    'short',
    ['none', 'condition'],
  ]);
  expect(leafOf(`[${plan}]`, ['01：无工会说明.docx'], given).state).toBe('exempt');
});

test('what is not from files is outside', () => {
  expect(leafOf('[]', [], { indicator: 'files: false' }).state).toBe('outside');
});

test('where nothing is asked for a person has to say what will do', () => {
  expect([leafOf('[]', []).state, leafOf('[]', ['01：工作计划.docx']).state]).toEqual([
    'person',
    'person',
  ]);
});

test('what is only welcome makes nothing worse', () => {
  const asked = `[${plan}, { title: 证书, kind: certificate, optional: true }]`;
  const leaf = leafOf(asked, ['01：工作计划.docx']);
  expect([leaf.state, leaf.requirements[1]?.state, leaf.requirements[1]?.wanted.min]).toEqual([
    'met',
    'met',
    0,
  ]);
});

test('said not to apply it is exempt where no proof is asked for', () => {
  const ledger = 'notApplicable: [{ reason: 本年没有 }]';
  expect(leafOf(`[${plan}]`, [], { ledger }).state).toBe('exempt');
});

test('the proof that is asked for has to be there', () => {
  const ledger = 'notApplicable: [{ reason: 本年没有 }]';
  const indicator = 'exempt: { proof: [{ title: 不适用说明, kind: statement }] }';
  const lacking = leafOf(`[${plan}]`, [], { ledger, indicator });
  const proven = leafOf(`[${plan}]`, ['01：不适用说明.docx'], { ledger, indicator });
  expect([lacking.state, lacking.lacks[1], proven.state]).toEqual([
    'short',
    { is: 'proof', title: '不适用说明' },
    'exempt',
  ]);
});

test('a named proof has to be there too', () => {
  const ledger = 'notApplicable: [{ reason: 本年没有, proof: 01：证明.pdf }]';
  expect([
    leafOf(`[${plan}]`, [], { ledger }).state,
    leafOf(`[${plan}]`, ['01：证明.pdf'], { ledger }).state,
  ]).toEqual(['short', 'exempt']);
});

test('one paper is not all of the proofs that are asked for', () => {
  const ledger = 'notApplicable: [{ reason: 本年没有, proof: 01：证明.pdf }]';
  const indicator =
    'exempt: { proof: [{ title: 不适用说明, kind: statement }, { title: 上级批复, kind: approval }] }';
  const { state, lacks } = leafOf(`[${plan}]`, ['01：证明.pdf'], { ledger, indicator });
  expect([state, lacks.filter(({ is }) => is === 'proof')]).toEqual([
    'short',
    [{ is: 'proof', title: '上级批复' }],
  ]);
});

test('one requirement can be said not to apply', () => {
  const ledger = 'notApplicable: [{ requirement: 工作总结, reason: 新成立的单位 }]';
  const leaf = leafOf(`[${plan}, ${summary}]`, ['01：工作计划.docx'], { ledger });
  expect([leaf.state, leaf.requirements[1]?.state]).toEqual(['met', 'exempt']);
});

test('of alternatives one is enough', () => {
  const asked =
    '[{ title: 任务安排, either: [{ title: 方案, kind: plan }, { title: 分工, kind: list }] }]';
  const { state, found, parts } = requirementIn(asked, ['01：任务分工.xlsx']);
  expect([state, found, parts.map((part) => part.state)]).toEqual(['met', 1, ['short', 'met']]);
});

test('an alternative of several pieces needs them all', () => {
  const asked =
    '[{ title: 报道, either: [{ title: 省级报道, kind: news }, { title: 市级报道, kind: news, count: 2.. }] }]';
  expect([
    statesOf(asked, ['01：市级报道一.docx']),
    statesOf(asked, ['01：市级报道一.docx', '02：市级报道二.docx']),
  ]).toEqual([['short'], ['met']]);
});

test('of a set each part is owed', () => {
  const asked =
    '[{ title: 红黑榜, of: [{ title: 律师红黑榜, kind: list }, { title: 公证红黑榜, kind: list }] }]';
  const { state, found, wanted, lacks } = requirementIn(asked, ['01：律师红黑榜.xlsx']);
  expect([state, found, wanted.min, lacks]).toEqual([
    'short',
    1,
    2,
    [{ is: 'kind', title: '公证红黑榜', kinds: ['list'] }],
  ]);
});

test('a set may be limited over all its parts', () => {
  const asked =
    '[{ title: 图片, total: ..2, of: [{ title: 甲图片, kind: photo }, { title: 乙图片, kind: photo }] }]';
  const files = ['01：甲图片1.jpg', '02：甲图片2.jpg', '03：乙图片.jpg'];
  expect(statesOf(asked, files)).toEqual(['over']);
});

test('handing in closed makes what is missing late', () => {
  const system = 'window: 2020..2020\nsubmissions: [{ name: 年报, closes: 07-31 }]';
  expect([
    leafOf(`[${plan}]`, [], { system, today: '2020-07-31' }).state,
    leafOf(`[${plan}]`, [], { system, today: '2020-08-01' }).state,
  ]).toEqual(['short', 'late']);
});

test('what was handed in after that counts, and is told to be late', () => {
  const system = 'submissions: [{ name: 年报, closes: 2020-07-31 }]';
  const ledger = 'entries: [{ file: 01：工作计划.docx, submitted: 2020-08-02 }]';
  const given = { system, ledger, today: '2020-08-03' };
  const { state, lacks } = requirementIn(`[${plan}]`, ['01：工作计划.docx'], given);
  expect([state, lacks.map(({ is }) => is)]).toEqual(['met', ['submitted']]);
});

const twoLeaves = (asked: string, ledger = 'entries: []') => {
  const { system: scoring } = systemWith(
    `indicators:\n  - { code: "1", name: 甲, evidence: [{ id: plan, title: 工作计划, kind: plan }] }\n  - { code: "2", name: 乙, evidence: ${asked} }\n`,
  );
  const archive = archiveOf({ '1 甲': ['01：工作计划.docx'], '2 乙': [] }, { scoring });
  return coverageOf(withLedgers({ ...archive, known: knownOf() }, { '1 甲': ledger })).leaves[1];
};

test('evidence kept elsewhere counts where it refers to', () => {
  const ledger = 'entries: [{ file: 01：工作计划.docx, references: 2#own }]';
  const leaf = twoLeaves('[{ id: own, title: 本项材料, kind: document }, { title: 方案 }]', ledger);
  expect(leaf?.requirements.map(({ state }) => state)).toEqual(['met', 'short']);
});

test('a requirement that is kept elsewhere stands as that one stands', () => {
  const leaf = twoLeaves('[{ title: 工作计划, see: 1#plan }]');
  expect([leaf?.state, leaf?.requirements[0]?.evidence.map(({ title }) => title)]).toEqual([
    'met',
    ['工作计划'],
  ]);
});

test('what has to be seen on it here is asked again', () => {
  expect(twoLeaves('[{ title: 工作计划, see: 1#plan, shows: [公章] }]')?.state).toBe('person');
});

test('requirements that lead to each other are a person’s', () => {
  const leaf = twoLeaves('[{ id: a, title: 甲, see: "#b" }, { id: b, title: 乙, see: "#a" }]');
  expect(leaf?.state).toBe('person');
});

test('why a paper does not count is told also where none need be there', () => {
  const asked = '[{ title: 证书, kind: certificate, optional: true, window: 2020 }]';
  expect(requirementIn(asked, ['01：证书.pdf'])).toMatchObject({
    state: 'met',
    found: 0,
    lacks: [{ is: 'date' }],
  });
});
