/** An archive that is judged again after changes is judged as one that nobody has seen before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive, Folder } from '../../src/core/archive/types.js';
import { coverageOf } from '../../src/core/coverage/cover.js';
import type { ContentFacts } from '../../src/core/evidence/types.js';
import { factsWanted } from '../../src/core/evidence/facts-wanted.js';
import { ledgerPath } from '../../src/core/ledger/file.js';
import { Settling } from '../../src/core/ledger/settle.js';
import type { Ledger } from '../../src/core/ledger/types.js';
import { ARCHIVE_RULES } from '../../src/core/rules/index.js';
import { runArchiveRules } from '../../src/core/rules/run.js';
import { NO_SCORES } from '../../src/core/scoring/scores.js';
import { parseLedger } from '../../src/io/ledger/read-ledgers.js';
import { archiveOf, fileOf } from '../helpers/archive-of.js';
import { systemWith } from '../helpers/system-of.js';

const { system } = systemWith(`window: { from: 2019-01-01, to: 2020-12-31 }
indicators:
  - code: "1"
    name: 组织领导
    children:
      - code: "1.1"
        name: 领导机构
        evidence:
          - { id: plan, title: 工作计划, every: year }
          - { id: report, title: 工作总结, characters: 100.. }
      - code: "1.2"
        name: 志愿服务
        evidence:
          - { title: 志愿活动, activity: true, count: 2.., of: [{ kind: plan }, { kind: photo, caption: [时间] }] }
      - code: "1.3"
        name: 学习
        applies: { unit: { 学校: [是] } }
        evidence: [{ title: 工作计划, see: 1/1.1#plan }]
vetoes:
  - { code: V1, name: 重大事故, evidence: [{ title: 无事故证明 }] }
`);

const LEAVES = ['1.1 领导机构', '1.2 志愿服务', '1.3 学习'];
const ROOT = '档案/1 组织领导';
/** As it was put together before, where nothing is another. */
const folders = new Map<string, Folder>();
const written = new Map<string, Ledger>();

interface State {
  readonly files: readonly (readonly string[])[];
  readonly ledgers: readonly (readonly string[])[];
  readonly facts: ReadonlyMap<string, ContentFacts>;
  readonly profile: Readonly<Record<string, string>>;
  readonly today: string;
}

function madeOnce<V>(known: Map<string, V>, key: string, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** @param base - Its settings and its scoring system stay as they were read. */
function archiveIn({ files, ledgers, facts, profile, today }: State, base: Archive): Archive {
  const leaves = LEAVES.map((name, at): Folder => {
    const path = `${ROOT}/${name}`;
    const names = [...new Set(files[at])].sort();
    return madeOnce(folders, [path, ...names].join('\n'), () => {
      return {
        name,
        path,
        folders: [],
        files: names.map((file) => fileOf(file, path)),
        oddities: [],
      };
    });
  });
  const group = { name: '1 组织领导', path: ROOT, folders: leaves, files: [], oddities: [] };
  const root = { ...base.root, folders: [group] };
  const texts = LEAVES.flatMap((name, at) => {
    const own = ledgers[at] ?? [];
    const path = ledgerPath(`${ROOT}/${name}`);
    const lines = own.map((each) => `${each}\n`).join('');
    return own.length === 0
      ? []
      : [madeOnce(written, path + lines, () => parseLedger(path, lines))];
  });
  const settled = new Settling(texts, root, () => undefined).settle(new Map());
  const known = { today, facts, ledgers: settled.ledgers, scores: NO_SCORES };
  const settings = { ...base.settings, unit: { ...base.settings.unit, profile } };
  return { ...base, settings, root, known };
}

const found = (archive: Archive) => ({
  findings: runArchiveRules(archive, ARCHIVE_RULES),
  states: coverageOf(archive).leaves.map(({ state }) => state),
  proofs: coverageOf(archive).vetoes.map(({ proof }) => proof.map(({ state }) => state)),
  wanted: factsWanted(archive),
});

const NAMES = [
  '01：2019年工作计划.docx',
  '01：2020年工作计划.docx',
  '02：工作总结.docx',
  '03：无事故证明.pdf',
  '04：活动方案.docx',
  '05：现场图片.jpg',
];
const LEDGERS = [
  [],
  ['notApplicable: [{ reason: 本年没有 }]'],
  ['entries:', '- { file: 02：工作总结.docx, characters: 20 }'],
  [
    'entries:',
    '- { file: 05：现场图片.jpg, activity: 植树, date: 2020-03-12, references: [1/1.1] }',
  ],
  ['entries:', '- { file: 04：活动方案.docx, activity: 植树, kind: plan, date: 2020-03-01 }'],
  ['entries:', '- { file: 09：2020年工作计划.docx, date: 2020-01-05 }'],
  ['entries:', '- { title: 网页, link: "https://example.cn/a", references: [1/1.1#plan] }'],
];
const PROFILES = [{}, { 学校: '是' }, { 学校: '否' }];
const FACTS = LEAVES.flatMap((name) => NAMES.map((file) => `${ROOT}/${name}/${file}`)).map(
  (path, at): [string, ContentFacts] => [
    path,
    { characters: at * 20, created: '2020-05-06', taken: undefined },
  ],
);

const edit: fc.Arbitrary<(state: State) => State> = fc.oneof(
  fc
    .tuple(fc.nat(LEAVES.length - 1), fc.subarray(NAMES))
    .map(([at, names]) => (state: State) => ({ ...state, files: state.files.with(at, names) })),
  fc
    .tuple(fc.nat(LEAVES.length - 1), fc.constantFrom(...LEDGERS))
    .map(([at, own]) => (state: State) => ({ ...state, ledgers: state.ledgers.with(at, own) })),
  fc.subarray(FACTS).map((facts) => (state: State) => ({ ...state, facts: new Map(facts) })),
  fc.constantFrom(...PROFILES).map((profile) => (state: State) => ({ ...state, profile })),
  fc
    .constantFrom('2019-06-01', '2020-12-31', '2021-01-15')
    .map((today) => (state: State) => ({ ...state, today })),
);
const START: State = {
  files: LEAVES.map(() => NAMES),
  ledgers: LEAVES.map(() => []),
  facts: new Map(),
  profile: {},
  today: '2020-08-15',
};

test('after any change an archive is judged as one that nobody has seen before', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      const base = archiveOf({}, { scoring: system });
      let state = START;
      for (const change of edits) {
        state = change(state);
        const archive = archiveIn(state, base);
        expect(found(archive)).toEqual(found(structuredClone(archive)));
      }
    }),
    { numRuns: 40 },
  );
});

test('what is kept for a leaf indicator stays the same value while nothing of it changes', () => {
  const base = archiveOf({}, { scoring: system });
  const leavesIn = (state: State) => coverageOf(archiveIn(state, base)).leaves;
  const [first, second] = leavesIn(START);
  const [changed, same] = leavesIn({ ...START, files: START.files.with(0, []) });
  expect([changed === first, same === second]).toEqual([false, true]);
});
