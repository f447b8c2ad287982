import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileKindOf } from '../../src/core/merging/kinds.js';
import { mergeFiles } from '../../src/core/merging/merge-files.js';
import { writtenIn } from '../../src/core/yaml-file/node.js';
import { parseYaml } from '../../src/io/yaml/yaml.js';

const HEAD = 'entries:\n';
const row = (file: string, ...more: string[]) =>
  [`  - file: ${file}`, ...more.map((line) => `    ${line}`)].join('\n') + '\n';

function merge(
  base: string | undefined,
  ours: string,
  theirs: string,
  {
    side = 'ours' as const,
    file = 'ledger.yaml',
  }: { side?: 'ours' | 'theirs'; file?: string } = {},
) {
  const kind = fileKindOf(file);
  if (!kind) throw new Error(file);
  const parse = (text: string) => parseYaml(text);
  const versions = {
    base: base === undefined ? undefined : parse(base),
    ours: parse(ours),
    theirs: parse(theirs),
  };
  const merged = mergeFiles(versions, kind, side, parse);
  return merged && { text: merged.yaml.text, clashes: merged.clashes, added: merged.added };
}

const first = row('01：通知.docx', 'owner: office');

test('rows that two people added at the same place both stay, with their comments', () => {
  const ours = HEAD + first + row('02：计划.docx', 'owner: office');
  const theirs = HEAD + first + '  # 待补签\n' + row('03：总结.docx', 'owner: office');
  expect(merge(HEAD + first, ours, theirs)).toEqual({
    text: ours + '  # 待补签\n' + row('03：总结.docx', 'owner: office'),
    clashes: [],
    added: 1,
  });
});

test('a ledger that both began is one ledger', () => {
  const ours = '# 台账\n' + HEAD + row('02：计划.docx', 'date: 2020-01-02');
  const theirs = '# 台账\n' + HEAD + row('03：总结.docx', 'date: 2020-12-20');
  expect(merge(undefined, ours, theirs)?.text).toBe(
    ours + row('03：总结.docx', 'date: 2020-12-20'),
  );
});

test('different keys of one row are put together', () => {
  const ours = HEAD + row('01：通知.docx', 'owner: office', 'date: 2020-03-12');
  const theirs = HEAD + row('01：通知.docx', 'owner: office', 'number: 〔2020〕36号');
  expect(merge(HEAD + first, ours, theirs)?.text).toBe(
    HEAD + row('01：通知.docx', 'owner: office', 'date: 2020-03-12', 'number: 〔2020〕36号'),
  );
});

test('a row that only the other side changed is as it stands there, comments and all', () => {
  const theirs = HEAD + '  # 已换成盖章件\n' + row('01：通知.docx', 'owner: party # 党委');
  expect(merge(HEAD + first, HEAD + first, theirs)?.text).toBe(theirs);
});

test('a value that both changed is told, and stands as one of the sides has it', () => {
  const ours = HEAD + row('01：通知.docx', 'owner: party');
  const theirs = HEAD + row('01：通知.docx', 'owner: union');
  const clash = {
    list: 'entries',
    name: '01：通知.docx',
    path: ['owner'],
    ours: 'party',
    theirs: 'union',
  };
  expect(merge(HEAD + first, ours, theirs)).toEqual({ text: ours, clashes: [clash], added: 0 });
  expect(merge(HEAD + first, ours, theirs, { side: 'theirs' })).toEqual({
    text: theirs,
    clashes: [clash],
    added: 0,
  });
});

test('a row that one took away goes when the other left it alone, and stays when the other changed it', () => {
  const both = HEAD + first + row('02：计划.docx');
  const without = HEAD + row('02：计划.docx');
  const changed = HEAD + row('01：通知.docx', 'owner: party') + row('02：计划.docx');
  expect(merge(both, both, without)?.text).toBe(without);
  expect(merge(both, without, both)?.text).toBe(without);
  expect(merge(both, changed, without)?.text).toBe(changed);
  expect(merge(both, without, changed)?.text).toBe(
    HEAD + row('02：计划.docx') + row('01：通知.docx', 'owner: party'),
  );
});

test('a row follows its file that was renamed on the other side', () => {
  const known = (name: string, ...more: string[]) =>
    row(name, `sha256: ${'a'.repeat(64)}`, ...more);
  const ours = HEAD + known('01：通知.docx', 'date: 2020-03-12');
  const theirs = HEAD + known('05：通知.docx');
  expect(merge(HEAD + known('01：通知.docx'), ours, theirs)?.text).toBe(
    HEAD + known('05：通知.docx', 'date: 2020-03-12'),
  );
});

test('two papers of one name, whose bytes differ, keep a row each', () => {
  const paper = (bytes: string) => row('03：纪要.docx', `sha256: ${bytes.repeat(64)}`);
  expect(merge(HEAD + first, HEAD + first + paper('a'), HEAD + first + paper('b'))?.text).toBe(
    HEAD + first + paper('a') + paper('b'),
  );
});

test('two new papers of different names, whose bytes are the same, keep a row each', () => {
  const paper = (name: string) => row(name, `sha256: ${'a'.repeat(64)}`);
  const [ours, theirs] = [paper('02：县.txt'), paper('02：市.txt')];
  expect(merge(HEAD + first, HEAD + first + ours, HEAD + first + theirs)?.text).toBe(
    HEAD + first + ours + theirs,
  );
});

test('references of both sides count', () => {
  const of = (list: string) => HEAD + row('01：通知.docx', `references: [${list}]`);
  expect(
    merge(of('"1/1.1", "1/1.2"'), of('"1/1.2", "2/2.1"'), of('"1/1.1", "1/1.2", "3"'))?.text,
  ).toBe(of('1/1.2, 2/2.1, "3"'));
});

test('a decision on points is never put together from two', () => {
  const of = (points: string, by: string) =>
    `scores:\n  - indicator: "1.1"\n    points: ${points}\n    by: ${by}\n    on: 2020-12-01\n    because: 看过\n`;
  const merged = merge(of('3', '张三'), of('4', '张三'), of('3', '李四'), { file: 'scores.yaml' });
  expect(merged?.clashes).toMatchObject([{ list: 'scores', name: '1.1', path: [] }]);
});

test('waivers of two people both stand, and one on which they disagree is told', () => {
  const of = (...lines: string[]) => `waivers:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
  const waiver = (title: string, until: string) =>
    `{ rule: name-sequence-gap, title: ${title}, reason: 缺页, owner: 办公室, until: ${until} }`;
  const [base, more] = [waiver('计划', '2026-12-31'), waiver('总结', '2026-12-31')];
  const file = 'waivers.yaml';
  const both = merge(of(base), of(base, waiver('通知', '2026-12-31')), of(base, more), { file });
  expect(both?.text).toBe(of(base, waiver('通知', '2026-12-31'), more));
  const [later, sooner] = [waiver('计划', '2027-06-30'), waiver('计划', '2026-06-30')];
  const clashing = merge(of(base), of(later), of(sooner), { file, side: 'theirs' });
  expect(clashing).toMatchObject({ text: of(sooner), clashes: [{ list: 'waivers', path: [] }] });
});

test.each([
  [
    'entries: [{ file: a }]\n',
    'entries: [{ file: a }, { file: b }]\n',
    'entries: [{ file: a }, { file: c }]\n',
  ],
  [
    'entries:\n  - { file: a }\n',
    'entries:\n  - { file: a }\n  - { file: b }\n',
    'entries:\n- file: a\n- file: c\n',
  ],
  ['{ entries: [] }', '{ entries: [{ file: b }] }', '{ entries: [{ file: c }] }'],
  [
    'entries:\n',
    'entries:\n  - file: b\n',
    'note: x\nentries:\n    - file: c\n      note: |\n        two\n        lines\n',
  ],
])('however it is written, both entries are there: %j', (base, ours, theirs) => {
  const merged = merge(base, ours, theirs);
  const root = parseYaml(merged?.text ?? '').root;
  const written = root ? (writtenIn(root) as { entries: { file: string }[] }) : { entries: [] };
  expect(written.entries.map(({ file }) => file)).toEqual(expect.arrayContaining(['b', 'c']));
});

test('comments of the other side are never lost', () => {
  const ours = HEAD + row('01：通知.docx', 'date: 2020-03-12');
  const theirs = '# 2020 年的材料\n' + HEAD + row('01：通知.docx', 'owner: party');
  expect(merge(HEAD + first, ours, theirs)?.text).toContain('# 2020 年的材料\n');
});

test('line ends of Windows stay', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const ours = crlf(HEAD + first + row('02：计划.docx'));
  const theirs = crlf(HEAD + first + row('03：总结.docx'));
  expect(merge(crlf(HEAD + first), ours, theirs)?.text).toBe(ours + crlf(row('03：总结.docx')));
});

test('what cannot be read is not merged', () => {
  expect(merge(HEAD, HEAD + first, 'entries: [')).toBeUndefined();
  expect(merge(HEAD, HEAD + first, 'entries: [text]')).toBeUndefined();
});

test('a version that nobody has written into yet leaves the other', () => {
  expect(merge(undefined, '', HEAD + first)?.text).toBe(HEAD + first);
  expect(merge('# 台账\n', '# 台账\n', '# 台账\n' + HEAD + first)?.text).toBe(
    '# 台账\n' + HEAD + first,
  );
});

const name = fc.integer({ min: 1, max: 30 });
const rows = fc.uniqueArray(fc.record({ name, owner: fc.constantFrom('a', 'b', 'c') }), {
  selector: (each) => each.name,
  maxLength: 8,
});

test('whatever two people did, each row that either added or changed is there', () => {
  const textOf = (list: readonly { name: number; owner: string }[]) =>
    list.length === 0
      ? ''
      : HEAD + list.map((each) => row(`x${each.name}`, `owner: ${each.owner}`)).join('');
  fc.assert(
    fc.property(rows, rows, rows, (base, ours, theirs) => {
      const merged = merge(textOf(base), textOf(ours), textOf(theirs));
      const before = new Map(base.map((each) => [each.name, each.owner]));
      for (const each of [...ours, ...theirs]) {
        if (before.get(each.name) === each.owner) continue;
        expect(merged?.text).toContain(`file: x${each.name}\n`);
      }
    }),
  );
});
