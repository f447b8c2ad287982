/** What holds of coverage, whatever is asked for and whatever is filed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive, Folder } from '../../src/core/archive/types.js';
import { coverageOf } from '../../src/core/coverage/cover.js';
import type { LeafCoverage, State } from '../../src/core/coverage/types.js';
import type { Ledger, LedgerEntry } from '../../src/core/ledger/types.js';
import type { EvidenceKind, Period, Requirement } from '../../src/core/system/types.js';
import { archiveOf } from '../helpers/archive-of.js';
import { indicatorOf, requirementOf, systemOf } from '../helpers/indicator-of.js';
import { entryOf, ledgerOf } from '../helpers/ledger-of.js';

interface Filed {
  readonly folder: string;
  readonly title: string;
  readonly extension: string;
  readonly day: string;
  readonly entry: Partial<LedgerEntry>;
}

interface Case {
  readonly asked: readonly Requirement[];
  readonly window: boolean;
  readonly filed: readonly Filed[];
}

const KINDS: readonly EvidenceKind[] = ['plan', 'minutes', 'photo', 'summary'];
const DAYS = ['', '', '2019年12月30日', '2020年2月5日', '2020年2月6日', '2020年5月6日', '2020年'];
/** An activity is on one day, or nobody knows which. */
const FOLDERS: Readonly<Record<string, string>> = {
  第一期: '2020年2月5日',
  第二期: '2020年5月6日',
  第三期: '',
};

const kinds = fc.subarray([...KINDS], { minLength: 1, maxLength: 2 });
const title = fc.constantFrom('工作', '志愿服务', '领导小组', '道德讲堂');
const atLeast = fc.integer({ min: 1, max: 2 }).map((min) => ({ min, max: undefined }));
const every = fc.option(fc.constantFrom<Period>('quarter', 'half-year', 'year'), {
  nil: undefined,
  freq: 2,
});
const shows = fc.constantFrom<readonly string[]>([], [], ['单位名称']);
const plain = fc
  .record({ title, kind: kinds, count: atLeast, every, shows })
  .map((given) => requirementOf(given));
const part = fc.record({ title, kind: kinds }).map((given) => requirementOf(given));
const partFor = (name: string, kind: EvidenceKind) => requirementOf({ title: name, kind: [kind] });
const activity = fc
  .record({
    title,
    count: atLeast,
    every,
    activity: fc.constant(true),
    of: fc.array(part, { minLength: 1, maxLength: 2 }),
  })
  .map((given) => requirementOf({ ...given, kind: [] }));
const either = fc
  .record({ title, either: fc.array(plain, { minLength: 2, maxLength: 2 }) })
  .map((given) => requirementOf({ ...given, kind: [] }));
const set = fc
  .record({ title, of: fc.array(plain, { minLength: 1, maxLength: 2 }) })
  .map((given) => requirementOf({ ...given, kind: [] }));

const entry: fc.Arbitrary<Partial<LedgerEntry>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.constant({ state: 'draft' as const }),
  fc.constant({ kind: 'minutes' as const }),
  fc.constant({ seen: { what: ['单位名称'], by: '王芳', on: '2020-07-01' } }),
);
const WORDS = ['计划', '会议纪要', '现场图片', '总结', '资料'];
const loose = fc.record({
  folder: fc.constant(''),
  title: fc.tuple(title, fc.constantFrom(...WORDS)).map((words) => words.join('')),
  extension: fc.constantFrom('.docx', '.jpg'),
  day: fc.constantFrom(...DAYS),
  entry,
});
const together = fc
  .tuple(fc.constantFrom(...Object.keys(FOLDERS)), loose)
  .map(([folder, file]) => ({ ...file, folder, day: FOLDERS[folder] ?? '' }));
const file: fc.Arbitrary<Filed> = fc.oneof(loose, together);
/** One name for what takes place again and again: a better date may move what one of the days has begun. */
const again: fc.Arbitrary<Filed> = loose.map((each) => ({ ...each, folder: '道德讲堂' }));

const casesOf = (filed: fc.Arbitrary<Filed>): fc.Arbitrary<Case> =>
  fc.record({
    asked: fc.array(fc.oneof({ weight: 2, arbitrary: plain }, activity, either, set), {
      minLength: 1,
      maxLength: 4,
    }),
    window: fc.boolean(),
    filed: fc.array(filed, { maxLength: 10 }),
  });
const cases = casesOf(file);

function archiveIn({ asked, window, filed }: Case): Archive {
  const system = systemOf([indicatorOf({ code: '1', name: '甲', evidence: asked })], {
    window: window ? { from: '2020-01-01', to: '2020-12-31' } : undefined,
  });
  const folders: Record<string, string[]> = { '1 甲': [] };
  const entries: Record<string, LedgerEntry[]> = {};
  for (const [at, each] of filed.entries()) {
    const folder = each.folder === '' ? '1 甲' : `1 甲/${each.folder}`;
    const name = `${String(at + 1).padStart(2, '0')}：${each.day}${each.title}${each.extension}`;
    (folders[folder] ??= []).push(name);
    (entries[folder] ??= []).push(entryOf({ ...each.entry, file: name }));
  }
  const ledgers = new Map<string, Ledger>(
    Object.entries(entries).map(([folder, own]) => [
      `档案/${folder}`,
      ledgerOf(`档案/${folder}`, { entries: own }),
    ]),
  );
  return archiveOf(folders, { scoring: system, known: { ledgers, today: '2020-08-15' } });
}

const leafIn = (archive: Archive): LeafCoverage => {
  const [leaf] = coverageOf(archive).leaves;
  if (!leaf) throw new Error('no leaf');
  return leaf;
};
const leaf = (given: Case) => leafIn(archiveIn(given));

function turned(folder: Folder): Folder {
  return {
    ...folder,
    // It would say that they are in order.
    order: undefined,
    files: folder.files.toReversed(),
    folders: folder.folders.map(turned).reverse(),
  };
}

/** What is said of a leaf indicator, without the objects that it is said with. */
const said = ({ state, requirements, spare }: LeafCoverage) => ({
  state,
  requirements: requirements.map((each) => ({
    state: each.state,
    found: each.found,
    wanted: each.wanted,
    evidence: each.evidence.map(({ path }) => path),
    lacks: each.lacks.map(({ is }) => is),
  })),
  spare: spare.map(({ path }) => path),
});

test('the order of files does not matter', () => {
  fc.assert(
    fc.property(casesOf(fc.oneof(file, again)), (given) => {
      const archive = archiveIn(given);
      const other = { ...archive, root: turned(archive.root) };
      expect(said(leafIn(other))).toEqual(said(leafIn(archive)));
    }),
    { numRuns: 300 },
  );
});

const HEIGHT: Readonly<Record<State, number>> = {
  late: 0,
  short: 0,
  person: 1,
  open: 1,
  over: 2,
  met: 2,
  exempt: 2,
  outside: 2,
};

test('more evidence lowers nothing', () => {
  fc.assert(
    fc.property(cases, file, (given, more) => {
      const before = leaf(given).requirements;
      const after = leaf({ ...given, filed: [...given.filed, more] }).requirements;
      const lower = after.filter(
        ({ state }, at) => HEIGHT[state] < HEIGHT[before[at]?.state ?? 'late'],
      );
      expect(lower).toEqual([]);
    }),
    { numRuns: 800 },
  );
});

test('each piece of evidence counts once', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const paths = leaf(given).requirements.flatMap(({ evidence }) =>
        evidence.map(({ path }) => path),
      );
      expect(new Set(paths).size).toBe(paths.length);
    }),
  );
});

const QUARTERS = ['2020年2月5日', '2020年5月6日', '2020年8月7日', '2020年11月8日'];

test('what comes back in some quarters counts in each of them, whatever else lies beside it', () => {
  const of = [partFor('计划', 'plan'), partFor('图片', 'photo')];
  const asked = [requirementOf({ title: '讲堂', activity: true, every: 'quarter', kind: [], of })];
  const quarters = fc.subarray(QUARTERS, { minLength: 1 });
  const more = fc.array(again, { maxLength: 5 });
  fc.assert(
    fc.property(quarters, more, (days, filed) => {
      const series = days.flatMap((day) => [
        { folder: '道德讲堂', title: '讲堂计划', extension: '.docx', day, entry: {} },
        { folder: '道德讲堂', title: '讲堂现场图片', extension: '.jpg', day, entry: {} },
      ]);
      const [judged] = leaf({ asked, window: true, filed: [...filed, ...series] }).requirements;
      const held = judged?.periods.filter(({ found }) => found > 0);
      expect(held?.length).toBeGreaterThanOrEqual(days.length);
    }),
    { numRuns: 300 },
  );
});

test('what nobody knows the date of is never met where the date decides', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const filed = given.filed
        .filter(({ folder }) => folder === '')
        .map((each) => ({ ...each, day: '' }));
      const states = leaf({ ...given, window: true, filed }).requirements.map(({ state }) => state);
      expect(states).not.toContain('met');
    }),
  );
});

test('what a person returned is never met', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const returned = { state: 'returned' as const, reason: '缺公章' };
      const filed = given.filed.map((each) => ({ ...each, entry: returned }));
      const { requirements } = leaf({ ...given, filed });
      expect(requirements.filter(({ state }) => state === 'met' || state === 'over')).toEqual([]);
    }),
  );
});

test('what nobody has looked at is never met where it has to be seen', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const asked = given.asked
        .filter(({ of, either: ways }) => of.length + ways.length === 0)
        .map((each) => ({ ...each, shows: ['单位名称'] }));
      const filed = given.filed.map((each) => ({ ...each, entry: {} }));
      const { requirements } = leaf({ ...given, asked, filed });
      expect(requirements.filter(({ state }) => state === 'met' || state === 'over')).toEqual([]);
    }),
  );
});
