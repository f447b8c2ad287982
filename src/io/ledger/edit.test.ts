import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editLedger, entryText, type LedgerChange } from '../../core/ledger/edit.js';
import { parseYaml } from '../yaml/yaml.js';

const fresh = { schema: '../ledger.schema.json', remark: '台账' };

/** A text with changes made in it; `undefined` where they cannot be made. */
const edited = (text: string, ...changes: LedgerChange[]) =>
  editLedger(parseYaml(text), changes, fresh, (each) => parseYaml(each))?.text;
const set = (
  path: string,
  value: string | readonly string[] | undefined,
  nth = 1,
): LedgerChange => ({
  do: 'set',
  nth,
  path: path.split('.') as [string],
  value,
});
const add = (file: string): LedgerChange => ({ do: 'add', values: { file, pages: '3' } });
const remove = (nth: number): LedgerChange => ({ do: 'remove', nth });

const BLOCK = `# 第一行
entries:
  # 关于通知
  - file: 01：通知.docx   # 原件在档案室
    color: 红             # 没有这个键，也要留着
    caption:
      时间: 2020-03-05
      地点: 广场
  # 关于方案
  - date: 2020   # 大约
    file: 02：方案.docx
    references:
      - 1/1.2

# 末尾
notApplicable: []
`;

test('a value is changed where it stands, and nothing else', () => {
  expect(edited(BLOCK, set('color', '蓝'))).toBe(BLOCK.replace('红 ', '蓝 '));
});

test('the last statement that something does not apply takes the key of its list along', () => {
  const last: LedgerChange = { do: 'remove', list: 'notApplicable', nth: 1 };
  const around = (list: string) => `entries:\n  - file: a.pdf\n${list}note: 由办公室登记\n`;
  expect(edited(around('notApplicable:\n  - reason: x\n    by: 张三\n'), last)).toBe(around(''));
  expect(edited(around('notApplicable: [{ reason: x }]\n'), last)).toBe(around(''));
  const two = 'notApplicable:\n  - reason: x\n  - reason: y\n';
  expect(edited(around(two), last)).toBe(around('notApplicable:\n  - reason: y\n'));
});

test('a new key stands below the others of its entry', () => {
  expect(edited(BLOCK, set('date', '2020-03-12'))).toBe(
    BLOCK.replace('地点: 广场\n', '地点: 广场\n    date: 2020-03-12\n'),
  );
});

test('keys that go take their lines along', () => {
  expect(edited(BLOCK, set('caption', undefined), set('color', undefined))).toBe(
    BLOCK.replace(/ {4}color[^]*广场\n/, ''),
  );
});

test('where the key beside the dash goes, the next one takes its place', () => {
  expect(edited(BLOCK, set('date', undefined, 2))).toBe(
    BLOCK.replace('date: 2020   # 大约\n    file', 'file'),
  );
});

test('a field of a caption is changed, added and taken away; with the last one the caption goes', () => {
  expect(edited(BLOCK, set('caption.地点', '礼堂'), set('caption.主题', '学雷锋'))).toContain(
    '    caption:\n      时间: 2020-03-05\n      地点: 礼堂\n      主题: 学雷锋\n',
  );
  expect(edited(BLOCK, set('caption.地点', undefined), set('caption.时间', undefined))).toBe(
    BLOCK.replace(/ {4}caption[^]*广场\n/, ''),
  );
  expect(edited(BLOCK, set('caption.地点', '礼堂', 2))).toContain(
    '      - 1/1.2\n    caption: { 地点: 礼堂 }\n',
  );
});

test('a list on lines of its own becomes one in brackets when it is set', () => {
  expect(edited(BLOCK, set('references', ['1/1.2#plan', '3'], 2))).toBe(
    BLOCK.replace('references:\n      - 1/1.2\n', 'references: ["1/1.2#plan", "3"]\n'),
  );
});

test('entries are added after the last one', () => {
  expect(edited(BLOCK, add('03：总结.docx'), add('04：x.docx'))).toBe(
    BLOCK.replace(
      '      - 1/1.2\n',
      '      - 1/1.2\n  - file: 03：总结.docx\n    pages: 3\n  - file: 04：x.docx\n    pages: 3\n',
    ),
  );
});

test('an entry that goes takes its lines and the comments above it along', () => {
  expect(edited(BLOCK, remove(2))).toBe(BLOCK.replace(/ {2}# 关于方案[^]*- 1\/1.2\n/, ''));
});

test('an entry is pasted into another ledger with its comments and whatever else it holds', () => {
  const text = entryText(parseYaml(BLOCK), 2);
  expect(edited('entries:\n- file: a\n', { do: 'paste', text })).toBe(
    'entries:\n- file: a\n# 关于方案\n- date: 2020   # 大约\n  file: 02：方案.docx\n  references:\n    - 1/1.2\n',
  );
});

test('the first entry of a new ledger', () => {
  const made = editLedger(undefined, [add('01：通知.docx')], fresh, (each) => parseYaml(each));
  expect(made?.text).toBe(
    '# yaml-language-server: $schema=../ledger.schema.json\n# 台账\nentries:\n  - file: 01：通知.docx\n    pages: 3\n',
  );
});

test.each([
  ['', 'entries:\n  - file: a\n    pages: 3\n'],
  ['# 空', '# 空\nentries:\n  - file: a\n    pages: 3\n'],
  ['entries: []\n', 'entries:\n  - file: a\n    pages: 3\n'],
  ['entries:\nnote: x\n', 'entries:\n  - file: a\n    pages: 3\nnote: x\n'],
  ['note: x', 'note: x\nentries:\n  - file: a\n    pages: 3\n'],
  ['entries: [] # 暂无\n', 'entries: # 暂无\n  - file: a\n    pages: 3\n'],
  ['entries: [{ file: b }]\n', 'entries: [{ file: b }, { file: a, pages: 3 }]\n'],
  ['{ note: x }\n', '{ note: x, entries: [{ file: a, pages: 3 }] }\n'],
])('an entry added to %j', (before, after) => {
  expect(edited(before, add('a'))).toBe(after);
});

test.each([
  ['{ file: a }', set('note', 'x'), '{ file: a, note: x }'],
  ['{ file: a, note: y }', set('note', 'x'), '{ file: a, note: x }'],
  ['{ file: a, note: y, pages: 3 }', set('note', undefined), '{ file: a, pages: 3 }'],
  ['{ file: a, note: y }', set('note', undefined), '{ file: a }'],
  ['{ file: a, note: y }', set('note', 'a, b'), '{ file: a, note: "a, b" }'],
  [
    '{ file: a, caption: { 时间: 1月 } }',
    set('caption.地点', 'x'),
    '{ file: a, caption: { 时间: 1月, 地点: x } }',
  ],
])('in braces: %s', (before, change, after) => {
  expect(edited(`entries:\n  - ${before} # 注\n`, change)).toBe(`entries:\n  - ${after} # 注\n`);
});

test('in brackets an entry goes with one comma', () => {
  const text = 'entries: [{ file: a }, { file: b }, { file: c }]\n';
  expect([1, 2, 3].map((nth) => edited(text, remove(nth)))).toEqual([
    'entries: [{ file: b }, { file: c }]\n',
    'entries: [{ file: a }, { file: c }]\n',
    'entries: [{ file: a }, { file: b }]\n',
  ]);
});

test('line ends of Windows stay, and new lines get them', () => {
  const text = BLOCK.replaceAll('\n', '\r\n');
  expect(edited(text, set('date', '2020'), add('03：x.pdf'), remove(2))).toBe(
    BLOCK.replace('地点: 广场\n', '地点: 广场\n    date: 2020\n')
      .replace(/ {2}# 关于方案[^]*- 1\/1.2\n/, '  - file: 03：x.pdf\n    pages: 3\n')
      .replaceAll('\n', '\r\n'),
  );
});

test('a key with nothing after it gets a value', () => {
  expect(edited('entries:\n  - file: a\n    date:   # 待查\n', set('date', '2020'))).toBe(
    'entries:\n  - file: a\n    date: 2020   # 待查\n',
  );
});

test('text in lines of its own gives way', () => {
  const text = 'entries:\n  - file: a\n    note: |  # 长\n      一\n      二\n    pages: 3\n';
  expect(edited(text, set('note', '三'))).toBe(
    'entries:\n  - file: a\n    note: 三\n    pages: 3\n',
  );
});

test('what hangs on an anchor elsewhere is not touched by way of it', () => {
  const text = 'entries:\n  - { file: a, caption: &c { 地点: x } }\n  - { file: b, caption: *c }\n';
  expect(edited(text, set('caption.地点', 'y', 2))).toBeUndefined();
  expect(edited(text, set('caption', undefined, 2))).toBe(text.replace(', caption: *c', ''));
});

test('the proof of what does not apply is changed', () => {
  const text = 'notApplicable:\n  - reason: x\n    proof: a.docx\n';
  const change: LedgerChange = {
    do: 'set',
    list: 'notApplicable',
    nth: 1,
    path: ['proof'],
    value: 'b.docx',
  };
  expect(edited(text, change)).toBe(text.replace('a.docx', 'b.docx'));
});

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'null',
    'yes',
    '1.10',
    '010',
    '12:30',
    ' x',
    'x ',
    'a: b',
    'a #b',
    '- a',
    '*a',
    '&a',
    '[a]',
  ),
  fc.constantFrom(
    '{a}',
    '“甲”',
    '〔2020〕36号',
    '01：甲',
    '甲，乙',
    "it's",
    '"',
    '\\',
    'a\nb',
    '?',
    '!',
    '%',
    '@',
    '',
  ),
);

test('a field may have any name', () => {
  expect(edited('entries: [{ file: a }]\n', set('caption.__proto__', 'x'))).toContain(
    'caption: { "__proto__": x }',
  );
});

test('whatever is written is read again', () => {
  fc.assert(
    fc.property(value, fc.array(value, { maxLength: 3 }), value, (note, references, key) => {
      const changes = [set('note', note), set('references', references), add(note)];
      const nested = { do: 'set', nth: 1, path: ['caption', key], value: note } as const;
      for (const text of [
        BLOCK,
        'entries: [{ file: a }]\n',
        'entries:\n- { file: a,\n    caption: {} }\n',
      ]) {
        expect(edited(text, ...changes, nested)).toBeDefined();
      }
    }),
  );
});

test('lines that no change is about stay as they are', () => {
  const path = fc.constantFrom(
    'date',
    'color',
    'caption',
    'caption.时间',
    'references',
    'note',
    'file',
  );
  const change = fc.record({
    path,
    value: fc.option(fc.constantFrom('甲', '2020'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
      const once = new Map(
        changes.filter((each) => each.path !== 'file').map((each) => [each.path, each.value]),
      );
      if (once.has('caption')) once.delete('caption.时间');
      const result = edited(BLOCK, ...[...once].map(([each, to]) => set(each, to)));
      const rest = BLOCK.slice(BLOCK.indexOf('  # 关于方案'));
      expect(result?.slice(-rest.length)).toBe(rest);
    }),
  );
});
