import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanTitle } from '../../src/core/naming/clean-title.js';
import { folderNameOf, LONGEST_FOLDER_NAME } from '../../src/core/naming/folder-name.js';
import { canonicalName, formatName, type Naming } from '../../src/core/naming/format.js';
import { compareNatural } from '../../src/core/naming/natural-order.js';
import { parseName } from '../../src/core/naming/parse.js';
import { FLAG, nameFlags, toPortable } from '../../src/core/naming/portable.js';
import { foldName } from '../../src/core/text.js';

const LENGTH = FLAG.bytes | FLAG.units;

/** What clerks' names are made of, and what breaks readers of names. */
const piece = fc.constantFrom(
  ...'0123456789０１２①⑫一二三十第号年月日个'.split(''),
  ...'：:、.．。-—_＿|｜ \u3000（）()【】[]〔〕·~+%？?*"<>\\/'.split(''),
  ...[
    '标题',
    '2020',
    '年度',
    '工作计划',
    '.docx',
    '.tar.gz',
    '.7z',
    '副本',
    '最终版',
    '(1)',
    ' - Copy',
    'CON',
    'nul',
  ],
  ...[
    '\u200b',
    '\u202e',
    '\ufeff',
    '\t',
    '\n',
    '\x00',
    '\x7f',
    'e\u0301',
    '\ud800',
    '\udc00',
    '😀',
    '\ufffd',
  ],
);
const name = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

const naming: fc.Arbitrary<Naming> = fc.record({
  digits: fc.constantFrom(2, 3),
  separator: fc.constantFrom('fullwidth', 'ascii'),
});

/** Titles as they are written, with no year in them. */
const title = fc
  .array(fc.constantFrom('创建', '领导小组', '文件', '3.15', '活动', '（二）', '-', '、', 'A'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => `关于${words.join('')}的通知`);
const ordinal = fc.integer({ min: 1, max: 999 });

test('a formatted name parses back to itself', () => {
  const extension = fc.constantFrom('', '.docx', '.PDF', '.tar.gz', '.7z');
  fc.assert(
    fc.property(ordinal, title, extension, naming, (ordinal, title, extension, naming) => {
      expect(parseName(formatName({ ordinal, title, extension }, naming))).toEqual({
        ordinal,
        digits: String(ordinal).padStart(naming.digits, '0'),
        separator: naming.separator === 'ascii' ? ':' : '：',
        title,
        extension,
        year: undefined,
      });
    }),
  );
});

test('reading loses nothing but blanks, dots at the end and the mark before the digits', () => {
  const worthless = /^[\s\p{Cc}\p{Cf}]*[（([【〔第]?[\s\p{Cc}\p{Cf}]*$/u;
  fc.assert(
    fc.property(name, (name) => {
      const { digits, separator, title, extension } = parseName(name);
      const kept = digits + separator + title + extension;
      const at = name.indexOf(kept);
      expect(at).toBeGreaterThanOrEqual(0);
      const start = name.slice(0, at);
      const end = name.slice(at + kept.length);
      expect(kept === '' || worthless.test(start)).toBe(true);
      expect(end).toMatch(/^[.\s\p{Cc}\p{Cf}]*$/u);
    }),
    { numRuns: 2000 },
  );
});

test('most names are seen to be ordinary at one look, and come to what they would without it', () => {
  const seen = fc.oneof(
    name,
    fc
      .tuple(ordinal, fc.constantFrom(':', '：'), title, name, fc.constantFrom('.docx', '.7z', ''))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(seen, (name) => {
      // A blank at the start is not kept, and with it a name is not ordinary.
      expect(parseName(` ${name}`)).toEqual(parseName(name));
      const others = LENGTH | FLAG.invisible | FLAG.reserved | FLAG.empty;
      expect(nameFlags(`\u200b${name}`) & ~others).toBe(nameFlags(name) & ~others);
      expect(foldName(`\uffef${name}`)).toBe(`\uffef${foldName(name)}`);
    }),
    { numRuns: 2000 },
  );
});

test('an ordinal is read with its digits, or there is neither', () => {
  fc.assert(
    fc.property(name, (name) => {
      const { ordinal, digits, separator } = parseName(name);
      expect(ordinal === undefined).toBe(digits === '');
      if (ordinal === undefined) expect(separator).toBe('');
      else expect(Number.isSafeInteger(ordinal)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('the written form of a written form is itself, and stands on every system', () => {
  fc.assert(
    fc.property(name, naming, (name, naming) => {
      const written = canonicalName(name, naming);
      if (written === undefined) return;
      expect(canonicalName(written, naming)).toBe(written);
      const asciiColon = naming.separator === 'ascii' ? written.replace(':', '：') : written;
      expect(nameFlags(asciiColon) & ~LENGTH & ~FLAG.undecodable).toBe(0);
    }),
    { numRuns: 5000 },
  );
});

test('writing a name keeps its ordinal and its extension', () => {
  fc.assert(
    fc.property(name, naming, (name, naming) => {
      const written = canonicalName(name, naming);
      if (written === undefined) return;
      const before = parseName(name);
      const after = parseName(written);
      expect(after.ordinal).toBe(before.ordinal);
      if (before.extension !== '') expect(after.extension.endsWith(before.extension)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a portable name is portable, and portable again it is the same', () => {
  fc.assert(
    fc.property(name, fc.boolean(), (name, percent) => {
      const portable = toPortable(name, { percent });
      expect(nameFlags(portable) & ~LENGTH & ~FLAG.undecodable).toBe(0);
      expect(toPortable(portable, { percent })).toBe(portable);
    }),
    { numRuns: 5000 },
  );
});

test('a cleaned title is clean, and never empty unless it was', () => {
  fc.assert(
    fc.property(name, (title) => {
      const clean = cleanTitle(title);
      expect(cleanTitle(clean)).toBe(clean);
      expect(title.includes(clean)).toBe(true);
      if (title.trim() !== '') expect(clean).not.toBe('');
    }),
    { numRuns: 5000 },
  );
});

const indicatorName = fc
  .array(fc.oneof(piece, fc.constantFrom('测'.repeat(12), '评'.repeat(30))), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

test('a folder name stands on every system and is never too long', () => {
  fc.assert(
    fc.property(indicatorName, indicatorName, (code, name) => {
      const folder = folderNameOf({ code, name, folder: undefined }, '{code} {name}').name;
      expect(folder.length).toBeLessThanOrEqual(LONGEST_FOLDER_NAME);
      expect(nameFlags(folder) & ~FLAG.undecodable).toBe(0);
    }),
    { numRuns: 5000 },
  );
});

test('names that differ in more than blanks never share a folder', () => {
  const visible = (name: string) => toPortable(name.replace(/[\s\p{Cc}]+/gu, ''));
  fc.assert(
    fc.property(fc.uniqueArray(indicatorName, { selector: visible, minLength: 2 }), (names) => {
      const folders = names.map(
        (name) =>
          folderNameOf({ code: '1', name: `标${name}题`, folder: undefined }, '{code} {name}').name,
      );
      expect(new Set(folders).size).toBe(names.length);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['图2', '图10'],
  ['二、工作', '三、成绩', '十一、其他'],
  ['甲 创建', '乙 教育', '丙 重点', '丁 加分'],
])('natural order is as people count: %s, %s', (...names) => {
  expect(names.toReversed().sort(compareNatural)).toEqual(names);
});

test('natural order is an order', () => {
  const numbered = fc.string({
    unit: fc.constantFrom(...Array.from('一二三十級1２0、七丁甲乙男')),
  });
  const either = fc.oneof(name, numbered);
  fc.assert(
    fc.property(either, either, either, (a, b, c) => {
      expect(Math.sign(compareNatural(a, b))).toBe(-Math.sign(compareNatural(b, a)) + 0);
      expect(compareNatural(a, b) === 0).toBe(a === b);
      if (compareNatural(a, b) <= 0 && compareNatural(b, c) <= 0)
        expect(compareNatural(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 20_000 },
  );
});
