/** Every sentence can be printed, and tells the same facts in both languages. */
import { FILE_FORMATS } from '../src/core/documents/types.js';
import { expect, test } from 'vitest';
import type {
  BagProfileFault,
  JsonFault,
  OwnReviewFault,
  OwnScoresFault,
  OwnWaiverFault,
  RequirementConflict,
  SchemaFault,
  YamlFault,
} from '../src/messages/faults.js';
import { refusals } from '../src/messages/en/errors-bundle.js';
import { en } from '../src/messages/en/index.js';
import { zhCn } from '../src/messages/zh-cn/index.js';
import { anyData } from './helpers/any-data.js';

type Sentence = (data: unknown) => unknown;

const YAML_FAULTS: { readonly [F in YamlFault['fault']]: Omit<YamlFault & { fault: F }, 'fault'> } =
  {
    encoding: { encoding: 'GBK' },
    binary: {},
    'line-ends': {},
    'after-value': {},
    'odd-blank': {},
    'list-sign': { key: '－' },
    'remark-sign': { key: '＃' },
    'dash-lost': {},
    fence: {},
    empty: {},
    'too-deep': {},
    'too-many': {},
    'alias-bomb': {},
    'alias-cycle': {},
    'too-large': { megabytes: 5 },
    'alias-unknown': { name: '重点' },
    'merge-key': {},
    'merge-conflict': {},
    tab: {},
    documents: {},
    'key-not-text': {},
    tag: {},
    'duplicate-key': { key: 'name', line: 3 },
    'dash-missing': { key: 'code', line: 3 },
    'fullwidth-colon': { key: 'name' },
    'colon-space': { key: 'name' },
    'colon-missing': { key: 'form' },
    'fullwidth-comma': { key: '，' },
    'fullwidth-mark': { key: '【' },
    quote: {},
    bracket: {},
    escape: {},
    indent: {},
    key: {},
    start: {},
    syntax: { words: 'Unexpected' },
  };

const near = { nearest: undefined };
const SCHEMA_FAULTS: {
  readonly [W in SchemaFault['wrong']]: Omit<SchemaFault & { wrong: W }, 'wrong'>;
} = {
  'unknown-key': { key: '名', ...near },
  'missing-key': { key: 'title' },
  'empty-key': { key: 'evidence' },
  type: { key: '', expected: ['mapping'], found: '[' },
  value: { key: 'kind', found: '图', allowed: ['photo'], ...near },
  form: { key: 'count', found: '3张以上', form: 'range', meant: '3..' },
  fact: { key: '性质' },
  'one-of': { key: '', keys: ['to', 'from'] },
  'too-few': { key: 'indicators' },
  'not-here': { key: 'adjust' },
  order: { key: 'window', found: '2020..2018' },
  'no-such': { thing: 'owner', name: '甲', known: ['乙'], ...near },
  twice: { thing: 'criterion', name: '1', line: 3 },
  ambiguous: { name: '1', count: 2 },
  'extends-missing': { path: 'a.yaml' },
  'extends-cycle': { path: 'a.yaml' },
  'extends-broken': { path: 'a.yaml' },
  'grades-unvalued': { grades: ['A', 'B', 'C', 'D'] },
  'band-unvalued': { band: '甲等' },
  'rule-lacks': { rule: 'tiers', key: 'tiers' },
  'rule-alone': { rule: 'average' },
  'cap-above': { rule: 'deduct', cap: '3' },
  'limit-idle': { cap: '3' },
  'exempt-idle': {},
  measure: { key: 'per', found: '每项', full: '90%' },
  take: { rule: 'average', found: '中间' },
  'tier-share': { when: '90%以上', found: '90%' },
  'per-missing': { found: '每缺一次' },
  'full-share': { of: '培训率', found: '95%' },
  closing: { found: '另行通知', every: 'month' },
  'per-word': { found: 'mising', meant: 'missing' },
  'tier-at-most': { when: '5%以下', found: '5%' },
  'extends-deep': { path: 'a.yaml' },
};
const CONFLICTS: {
  readonly [I in RequirementConflict['is']]: Omit<RequirementConflict & { is: I }, 'is'>;
} = {
  order: { key: 'count', found: '3..2' },
  'total-most': { total: 3, count: 4 },
  'total-least': { total: 4, count: 3 },
  sample: { take: 3, count: 2 },
  window: { own: '2019', other: '2020' },
  period: { every: 'quarter', window: '2020-03' },
  applies: { field: '类型', own: '学校', other: '机关' },
  seen: { what: '水印' },
  see: {},
  files: { count: 1 },
};
const SCORES_FAULTS: {
  readonly [W in OwnScoresFault['wrong']]: Omit<OwnScoresFault & { wrong: W }, 'wrong'>;
} = {
  'nothing-such': { thing: 'tier', name: '甲', ...near },
  several: { name: '1', ids: ['1/1', '2/1'] },
  points: { found: '9', min: '0', max: '6', share: '85%' },
  'no-answer': {},
  'two-answers': { answers: ['points', 'times'] },
  'not-asked': { answer: 'times', rule: 1, instead: ['points'] },
  'which-criterion': { answer: 'share', criteria: ['(1) 注册率', '(2) 参与率'] },
  'share-below': { places: ['1/1.1', '1/1.2'] },
  'which-rule': { answer: 'times', rules: [1, 2] },
  'said-twice': { line: 3 },
  'other-name': {
    thing: 'indicator',
    key: 'name',
    name: '甲',
    code: '1/1',
    now: '乙',
    elsewhere: ['1/2'],
  },
};
const REVIEW_FAULTS: {
  readonly [W in OwnReviewFault['wrong']]: Omit<OwnReviewFault & { wrong: W }, 'wrong'>;
} = {
  'no-indicator': { name: '9', known: [] },
  'no-veto': { name: '否9', known: ['否1'] },
  'no-grade': { name: '优', known: ['A', 'B'] },
  several: { name: '1', ids: ['1/1', '2/1'] },
  'other-name': { name: '甲', code: '1/1', now: '乙' },
  'not-scored': { name: '1', places: ['1/1.1'] },
  points: { found: '9', max: '6' },
  'points-and-grade': {},
  'said-twice': { line: 3 },
};
const WAIVER_FAULTS: {
  readonly [W in OwnWaiverFault['wrong']]: Omit<OwnWaiverFault & { wrong: W }, 'wrong'>;
} = {
  'no-rule': { name: '甲', ...near },
  'no-indicator': { name: '1', nearest: '2' },
  indicators: { name: '1', ids: ['1/1', '2/1'] },
  'rule-elsewhere': { name: 'bundle-link', command: 'verify' },
  'not-waivable': { name: 'waiver-unused' },
  'not-for-baseline': { name: 'coverage-veto' },
  'waived-twice': { line: 3 },
  fingerprint: { found: '0123456789abcdef' },
};
const JSON_FAULTS: { readonly [F in JsonFault['fault']]: Omit<JsonFault & { fault: F }, 'fault'> } =
  {
    expected: { expected: 'colon', found: '：' },
    twice: { key: 'Manifests-Required' },
    text: {},
    escape: {},
    deep: {},
  };
const json = Object.entries(JSON_FAULTS).map(([fault, data]) => ({ fault, ...data }) as JsonFault);
const BAG_PROFILE_FAULTS: {
  readonly [W in BagProfileFault['wrong']]: Omit<BagProfileFault & { wrong: W }, 'wrong'>;
} = {
  'not-text': {},
  json: { json: { fault: 'deep' } },
  missing: { where: 'BagIt-Profile-Info', key: 'Version' },
  type: { where: 'Bag-Info', expected: 'object' },
  value: { where: 'Serialization', found: '甲', allowed: ['optional'] },
  empty: { where: 'Accept-BagIt-Version' },
  'not-allowed': { list: 'Manifests', name: 'md5' },
  fetch: {},
  'no-formats': { serialization: 'required' },
};
const bagProfile = [
  ...Object.entries(BAG_PROFILE_FAULTS).map(([wrong, data]) => ({ wrong, ...data })),
  ...json.map((fault) => ({ wrong: 'json', json: fault })),
];

const profile = [
  { wrong: 'field', field: '性质', known: ['人数'], ...near },
  { wrong: 'value', field: '性质', value: '甲', known: ['机关'], ...near },
  { wrong: 'number', field: '人数', value: '甲' },
];
const yaml = Object.entries(YAML_FAULTS).map(([fault, data]) => ({ fault, ...data }));
const schema = Object.entries(SCHEMA_FAULTS).map(([wrong, data]) => ({ wrong, ...data }));
const scores = Object.entries(SCORES_FAULTS).map(([wrong, data]) => ({ wrong, ...data }));
const reviews = Object.entries(REVIEW_FAULTS).map(([wrong, data]) => ({ wrong, ...data }));
const waivers = Object.entries(WAIVER_FAULTS).map(([wrong, data]) => ({ wrong, ...data }));
const answers = ['reason', 'owner', 'until'];

const ledger = [
  ...schema,
  { wrong: 'word', key: 'kind', found: '甲', choices: [{ key: 'plan', word: '方案' }], ...near },
  { wrong: 'entry-twice', file: '01：通知.docx', line: 3 },
  { wrong: 'not-a-leaf', name: '1' },
];

/** What a requirement counts. */
const COUNTS = ['files', 'activities', 'periods', 'occasions', 'parts'];

/** What a band asks. */
const BAND = {
  from: '90',
  parts: [{ indicator: '第三部分', least: '90%' }],
  grades: [
    { of: [], least: [{ grade: 'C', share: '90%' }] },
    { of: ['★'], least: [{ grade: 'A', share: '2' }] },
  ],
};

/** What is told in words that depend on a word in the data. */
const DATA: Readonly<Record<string, readonly (object | string)[]>> = {
  'faults.yaml': yaml,
  'faults.schema': schema,
  'settings.yaml': yaml,
  'findings.scoring-yaml-invalid/fault': yaml,
  'findings.score-entry-invalid/yaml': yaml,
  'findings.score-entry-invalid/entry': [...schema, ...scores],
  reviewFault: [...schema, ...reviews],
  'findings.scoring-schema-violation/fault': schema,
  'findings.scoring-requirement-conflict/fault': Object.entries(CONFLICTS).map(([is, data]) => ({
    is,
    ...data,
  })),
  'ledgerSheet.import.value': ['', '文化广场'],
  'findings.meta-ledger-invalid/yaml': yaml,
  'findings.meta-ledger-invalid/entry': ledger,
  'findings.meta-reference-broken/fault': ledger,
  'errors.LEDGER_INVALID': yaml.map((fault) => ({ path: 'ledger.yaml', line: 3, fault })),
  'errors.SCORES_INVALID': yaml.map((fault) => ({ path: 'scores.yaml', line: 3, fault })),
  'errors.SCORE_VALUE_INVALID': scores.map((fault) => ({ faults: [fault] })),
  'errors.WAIVERS_INVALID': [
    ...yaml.map((fault) => ({ yaml: fault })),
    ...schema.map((fault) => ({ shape: fault })),
  ].map((fault) => ({ path: 'waivers.yaml', problems: [{ at: { line: 3 }, ...fault }] })),
  'errors.WAIVER_VALUE_INVALID': waivers.map((fault) => ({ faults: [fault] })),
  'findings.waiver-invalid/entry': [...schema, ...waivers],
  'findings.waiver-no-reason/lacks': [{ keys: answers }, { keys: answers.slice(0, 1) }],
  'scoreSet.word': ['points', 'grade', 'times', 'share', 'tier', 'met', 'occurred'],
  'scoreClear.entry': ['points', 'occurred', undefined].map((key) => ({
    ...{ key, criterion: '(1)', rule: 2, value: '5' },
  })),
  'scoreSet.head': ['points', 'occurred'].flatMap((key) =>
    [undefined, 'true'].map((from) => ({
      ...{ of: '1.1', title: '甲', key, from },
      to: '3',
      criterion: from,
      rule: 1,
    })),
  ),
  'errors.WORKBOOK_KIND': ['xls', 'xlsb', 'ods', 'zip', 'empty', 'other'].map((looks) => ({
    path: '台账.xlsx',
    looks,
  })),
  'errors.SHEET_NOT_OURS': ['not-exported', 'record-damaged', 'sheet-missing', 'sheet-twice'].map(
    (because) => ({ path: '台账.xlsx', because }),
  ),
  'findings.coverage-frequency/never': ['week', 'half-year'].map((every) => ({
    ...{ title: '会议', count: 3, first: '2020-Q1', last: '2020-Q3' },
    every,
  })),
  'validate.show.period': ['week', 'half-year'].map((period) => ({ period })),
  'findings.coverage-veto/occurred': ['disqualify', 'bar-top', 'zero'].map((effect) => ({
    ...{ code: '1', text: '发生重大安全事故' },
    effect,
  })),
  'findings.meta-date-unknown/conflict': [
    { date: '2020-03-12', source: 'ledger', other: '2019', otherSource: 'exif' },
  ],
  'findings.bundle-refused/zip': Object.keys(refusals).map((code) => ({
    code,
    entry: '01：通知.docx',
    detail: '02：通知.docx',
  })),
  'findings.bundle-profile-invalid/fault': bagProfile.map((fault) => ({
    line: 3,
    column: 1,
    fault,
  })),
  'findings.bundle-index-mismatch/indicator-differs': ['code', 'name', 'points', 'standard'].map(
    (field) => ({ id: '1/1.1', field }),
  ),
  'findings.content-type-mismatch/extension': FILE_FORMATS.map((format) => ({
    format,
    extension: '.doc',
    wanted: '.docx',
  })),
  'findings.content-type-mismatch/none': [{ format: 'pdf', wanted: '.pdf' }],
  'findings.content-type-mismatch/encrypted': [{ format: undefined }, { format: 'pdf' }],
  'findings.content-type-mismatch/truncated': [{ format: undefined }, { format: 'pdf' }],
  'findings.content-type-mismatch/damaged': [{ format: undefined }, { format: 'pdf' }],
  'findings.content-type-not-allowed/format': [{ format: 'exe', allowed: ['document', 'pdf'] }],
  'status.ratio': COUNTS.flatMap((counts) =>
    [undefined, 1, 3].map((max) => ({ found: 0, wanted: { min: 1, max }, counts })),
  ),
  'status.ahead': COUNTS.map((counts) => ({ count: 2, counts })),
  'status.lacks.count': COUNTS.map((counts) => ({ missing: 2, counts })),
  'score.band': ['reached', 'reachable', 'out', 'barred', 'open'].map((is) => ({
    name: '优秀',
    asks: BAND,
    is,
  })),
  'score.why.missingOpen': ['due', 'condition', 'rule', 'person'].map((open) => ({
    title: '通知',
    count: 2,
    each: '0.5',
    open,
  })),
  'score.gradeCounts': [
    { of: [], all: 3, counts: [{ grade: 'C', sure: 2, share: '66.6%', open: 1 }] },
  ],
  'validate.show.rounding': [
    { places: 0, isOfEach: true },
    { places: 2, isOfEach: false },
  ],
  'validate.show.band': [{ name: '优秀', asks: BAND, on: 'self' }],
  'check.notices.profile': [{ faults: profile }],
  'status.lacks.date': (['none', 'year', 'rough', 'many'] as const).flatMap((doubt) =>
    [true, false].map((isOfMissing) => ({
      ...{ evidence: '02：检查记录', doubt, date: '2020年', isOfMissing },
      ...{ periods: isOfMissing ? [] : ['2020年6月'], more: 0 },
    })),
  ),
  'status.lacks.over': (['activities', 'files'] as const).map((each) => ({
    ...{ more: 2, most: 3, activity: '2020-H1', each },
  })),
  'status.lacks.period': (['activities', 'files'] as const).map((each) => ({
    ...{ label: '2020年', found: 1, wanted: { min: 2, max: undefined }, each },
  })),
  'status.lacks.occasion': (['activities', 'files'] as const).map((each) => ({
    ...{ occasion: '春节', found: 1, wanted: { min: 2, max: undefined }, each },
  })),
  'library.wrongKind': ['text', 'flag', 'signal'].flatMap((kind) =>
    ['', '1'].map((value) => ({ option: 'cwd', value, kind })),
  ),
  'errors.PROFILE_INVALID': [{ faults: profile }],
  'errors.BAG_PROFILE_INVALID': [
    {
      path: 'profile.json',
      problems: bagProfile.map((fault) => ({ at: { line: 3, column: 1 }, ...fault })),
    },
  ],
  'errors.SETTINGS_INVALID': Object.keys(en.settings)
    .filter((messageId) => messageId !== 'yaml')
    .map((messageId) => ({
      path: 'dangan.yaml',
      problems: [{ at: { line: 3 }, messageId, data: anyData(new Set()) }],
    })),
  'errors.BUNDLE_DOES_NOT_HOLD': ([undefined, 'unsigned', 'otherKey', 'unread'] as const).map(
    (lacking) => ({ path: '包.zip', count: 2, lacking, key: '某局.pub' }),
  ),
  'errors.KEY_INVALID': (['public', 'secret', 'other'] as const).flatMap((is) =>
    (['secret', 'public'] as const).map((wanted) => ({ key: 'k.key', wanted, is })),
  ),
  'errors.UNDO_BLOCKED': ['missing', 'changed', 'edited', 'taken'].flatMap((because) =>
    [[], ['2020-11-22-002'], ['6', '5', '4', '3']].map((later) => ({
      id: '2020-11-22-001',
      shown: [{ path: '01：通知.docx', because }],
      count: 2,
      canSkip: true,
      edited: because === 'edited',
      later,
    })),
  ),
};

function* sentencesIn(messages: unknown, place = ''): Generator<readonly [string, Sentence]> {
  if (typeof messages === 'function') yield [place.slice(1), messages as Sentence];
  if (typeof messages !== 'object' || messages === null) return;
  for (const [name, each] of Object.entries(messages)) yield* sentencesIn(each, `${place}.${name}`);
}

function printed(sentence: Sentence, place: string) {
  const asked = new Set<string>();
  const texts = (DATA[place] ?? [anyData(asked)]).map((data) =>
    [sentence(data)].flat().map(String).join('\n'),
  );
  return { facts: [...asked].sort(), texts };
}

const chinese = new Map(sentencesIn(zhCn));

test.each([...sentencesIn(en)])('%s', (place, english) => {
  const own = printed(english, place);
  const other = printed(chinese.get(place) ?? english, place);
  expect(other.facts).toEqual(own.facts);
  for (const text of [...own.texts, ...other.texts]) {
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  }
});

test.each([
  [zhCn, 3, 'dangan ledger set 文件 页数=3'],
  [zhCn, 4, 'dangan ledger export 台账.xlsx'],
  [en, 3, 'dangan ledger set FILE pages=3'],
  [en, 4, 'dangan ledger export ledger.xlsx'],
] as const)(
  'papers whose pages are not known are said one by one, or as a sheet',
  (say, count, command) => {
    expect(say.catalogue.notes.unpaged({ count, first: '01：通知.docx' })).toContain(command);
  },
);
