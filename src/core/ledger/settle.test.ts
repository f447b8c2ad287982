import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { entryOf, ledgerOf } from '../../../test/helpers/ledger-of.js';
import { Settling } from './settle.js';
import type { Ledger, LedgerEntry } from './types.js';

const HOME = '档案/1.1 机构';
const ELSEWHERE = '档案/1.2 制度';

/** What a file holds, as its digest; texts of another length are files of another size. */
type Contents = Readonly<Record<string, string>>;

const sizeOf = (text: string) => text.length;
const digestOf = (text: string) => Buffer.from(text).toString('hex').padEnd(64, '0');
const of = (file: string, text?: string, given: Partial<LedgerEntry> = {}) =>
  entryOf({
    file,
    ...(text === undefined ? {} : { sha256: digestOf(text), bytes: sizeOf(text) }),
    ...given,
  });

/** Settle ledgers in a tree drawn as path by path what is in the files. */
function settled(ledgers: readonly Ledger[], files: Contents) {
  const folders: Record<string, string[]> = { '1.1 机构': [], '1.2 制度': [] };
  for (const path of Object.keys(files)) {
    const at = path.lastIndexOf('/');
    (folders[path.slice(3, at)] ??= []).push(path.slice(at + 1));
  }
  const settling = new Settling(ledgers, archiveOf(folders).root, (path) => {
    const text = files[path];
    return text === undefined ? undefined : sizeOf(text);
  });
  const digests = new Map(settling.toDigest.map((path) => [path, digestOf(files[path] ?? '')]));
  const { ledgers: result, followed } = settling.settle(digests);
  const noted: Record<string, string> = {};
  for (const [folder, { entries, orphans }] of result) {
    for (const { file, note } of entries) noted[`${folder}/${file ?? ''}`] = note ?? '';
    for (const { file, note } of orphans) noted[`(${folder}/${file ?? ''})`] = note ?? '';
  }
  return { noted, followed, asked: settling.toDigest, ledgers: result };
}
const noted = (entries: readonly LedgerEntry[], files: Contents) =>
  settled([ledgerOf(HOME, { entries })], files).noted;

test('a name that is there needs no other sign, and nothing is opened', () => {
  const entries = [of('01：通知.docx', 'a', { note: '甲' })];
  const { noted: found, asked } = settled([ledgerOf(HOME, { entries })], {
    [`${HOME}/01：通知.docx`]: 'changed',
    [`${HOME}/02：别的.docx`]: 'a',
  });
  expect([found, asked]).toEqual([{ [`${HOME}/01：通知.docx`]: '甲' }, []]);
});

test('names are compared in NFC and without case', () => {
  const entries = [of('01：Cafe\u0301.PDF', undefined, { note: '甲' })];
  expect(noted(entries, { [`${HOME}/01：café.pdf`]: 'x' })).toEqual({
    [`${HOME}/01：café.pdf`]: '甲',
  });
});

test('an entry follows its bytes to another name in another folder', () => {
  const entries = [of('01：通知.docx', 'abc', { note: '甲' })];
  expect(noted(entries, { [`${ELSEWHERE}/07：工作通知.docx`]: 'abc' })).toEqual({
    [`${ELSEWHERE}/07：工作通知.docx`]: '甲',
  });
});

test('only files of the size that is sought are asked for their digest', () => {
  const { asked } = settled([ledgerOf(HOME, { entries: [of('01：通知.docx', 'abc')] })], {
    [`${ELSEWHERE}/a.docx`]: 'xyz',
    [`${ELSEWHERE}/b.docx`]: 'longer',
  });
  expect(asked).toEqual([`${ELSEWHERE}/a.docx`]);
});

test('of equal files the one in the same folder is meant, and of those the one with the same title', () => {
  const entries = [of('01：通知.docx', 'abc', { note: '甲' })];
  expect(
    noted(entries, {
      [`${ELSEWHERE}/01：通知.docx`]: 'abc',
      [`${HOME}/01：别的.docx`]: 'abc',
      [`${HOME}/03：通知.docx`]: 'abc',
    }),
  ).toEqual({ [`${HOME}/03：通知.docx`]: '甲' });
});

test('two entries of equal bytes get a file each', () => {
  const entries = [
    of('01：甲.docx', 'abc', { note: '甲' }),
    of('02：乙.docx', 'abc', { note: '乙' }),
  ];
  expect(
    noted(entries, { [`${HOME}/04：乙.docx`]: 'abc', [`${HOME}/05：丙.docx`]: 'abc' }),
  ).toEqual({ [`${HOME}/04：乙.docx`]: '乙', [`${HOME}/05：丙.docx`]: '甲' });
});

test('a copy of a file that is still there has no entry', () => {
  const entries = [of('01：通知.docx', 'abc', { note: '甲' })];
  expect(
    noted(entries, { [`${HOME}/01：通知.docx`]: 'abc', [`${ELSEWHERE}/01：通知.docx`]: 'abc' }),
  ).toEqual({ [`${HOME}/01：通知.docx`]: '甲' });
});

test('photos with one title whose numbers were changed keep their own entries', () => {
  const entries = ['a', 'bb', 'ccc'].map((text, at) =>
    of(`0${at + 1}：活动照片.jpg`, text, { note: text }),
  );
  expect(
    noted(entries, { [`${HOME}/01：活动照片.jpg`]: 'bb', [`${HOME}/02：活动照片.jpg`]: 'ccc' }),
  ).toEqual({
    [`${HOME}/01：活动照片.jpg`]: 'bb',
    [`${HOME}/02：活动照片.jpg`]: 'ccc',
    [`(${HOME}/01：活动照片.jpg)`]: 'a',
  });
});

test('so do those of one size, where one of them is gone', () => {
  const entries = ['a', 'b', 'c'].map((text, at) =>
    of(`0${at + 1}：活动照片.jpg`, text, { note: text }),
  );
  expect(noted(entries, { [`${HOME}/01：活动照片.jpg`]: 'c' })).toEqual({
    [`${HOME}/01：活动照片.jpg`]: 'c',
    [`(${HOME}/01：活动照片.jpg)`]: 'a',
    [`(${HOME}/02：活动照片.jpg)`]: 'b',
  });
});

test('a new version of a file keeps the entry of its name', () => {
  const entries = [
    of('01：照片.jpg', 'a', { note: '甲' }),
    of('02：照片.jpg', 'b', { note: '乙' }),
  ];
  expect(
    noted(entries, { [`${HOME}/01：照片.jpg`]: 'edited', [`${HOME}/02：照片.jpg`]: 'b' }),
  ).toEqual({ [`${HOME}/01：照片.jpg`]: '甲', [`${HOME}/02：照片.jpg`]: '乙' });
});

test('without a digest, the only file with its title in the same folder is meant', () => {
  const entries = [of('01：通知.docx', undefined, { note: '甲' })];
  expect(noted(entries, { [`${HOME}/03：通知.docx`]: 'x' })).toEqual({
    [`${HOME}/03：通知.docx`]: '甲',
  });
});

test('of several files with its title none is meant', () => {
  const entries = [of('01：通知.docx', undefined, { note: '甲' })];
  const files = {
    [`${HOME}/03：通知.docx`]: 'x',
    [`${HOME}/04：通知.docx`]: 'y',
    [`${ELSEWHERE}/01：通知.docx`]: 'z',
  };
  expect(noted(entries, files)).toEqual({ [`(${HOME}/01：通知.docx)`]: '甲' });
});

test('without a digest, the only file with its title in the whole archive is meant', () => {
  const entries = [of('01：通知.docx', undefined, { note: '甲' })];
  expect(noted(entries, { [`${ELSEWHERE}/05：通知.docx`]: 'x' })).toEqual({
    [`${ELSEWHERE}/05：通知.docx`]: '甲',
  });
});

test('with a digest, a file with its title in another folder and other bytes is not', () => {
  const entries = [of('01：通知.docx', 'abc', { note: '甲' })];
  expect(noted(entries, { [`${ELSEWHERE}/01：通知.docx`]: 'xyz' })).toEqual({
    [`(${HOME}/01：通知.docx)`]: '甲',
  });
});

test.each([
  ['two files', ['01：通知.docx'], ['05：通知.docx', '06：通知.docx']],
  ['two entries', ['01：通知.docx', '02：通知.docx'], ['05：通知.docx']],
  ['another extension', ['01：通知.docx'], ['05：通知.pdf']],
  ['no title', ['01：.docx'], ['05：.docx']],
])('to another folder no entry follows a title: %s', (_, names, files) => {
  const entries = names.map((name) => of(name));
  const contents = Object.fromEntries(files.map((file) => [`${ELSEWHERE}/${file}`, 'x']));
  expect(settled([ledgerOf(HOME, { entries })], contents).followed).toEqual([]);
});

test('a file that has an entry of its own is nobody else’s', () => {
  const files = { [`${ELSEWHERE}/01：通知.docx`]: 'x' };
  const ledgers = [HOME, ELSEWHERE].map((folder) =>
    ledgerOf(folder, { entries: [of('01：通知.docx')] }),
  );
  expect(settled(ledgers, files).followed).toEqual([]);
});

test('links stay where they are written', () => {
  const link = entryOf({ link: 'https://example.cn', note: '甲' });
  expect(noted([link], {})).toEqual({ [`${HOME}/`]: '甲' });
});

test('what was followed is told with the entry as it is written', () => {
  const entries = [of('01：通知.docx', 'abc')];
  const { followed } = settled([ledgerOf(HOME, { entries })], {
    [`${ELSEWHERE}/02：新.docx`]: 'abc',
  });
  expect(followed).toEqual([{ entry: entries[0], to: `${ELSEWHERE}/02：新.docx` }]);
});

test('a proof follows the entry of its file, or its title', () => {
  const statement = (proof: string) => ({
    at: { line: 1, column: 1, file: `${HOME}/ledger.yaml` },
    nth: 1,
    requirement: undefined,
    reason: '无此项工作',
    proof,
    by: undefined,
    on: undefined,
  });
  const notApplicable = [
    statement('01：说明.docx'),
    statement('02：批复.pdf'),
    statement('03：无.pdf'),
  ];
  const entries = [of('01：说明.docx', 'abc')];
  const { ledgers } = settled([ledgerOf(HOME, { entries, notApplicable })], {
    [`${HOME}/09：情况说明.docx`]: 'abc',
    [`${HOME}/10：批复.pdf`]: 'x',
  });
  expect(ledgers.get(HOME)?.notApplicable.map(({ proof }) => proof)).toEqual([
    '09：情况说明.docx',
    '10：批复.pdf',
    '03：无.pdf',
  ]);
});

test('wherever files with bytes of their own are moved, their entries follow', () => {
  const place = fc.tuple(fc.constantFrom(HOME, ELSEWHERE), fc.constantFrom('照片', '通知', '方案'));
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(40), { maxLength: 12 }),
      fc.infiniteStream(place),
      (ids, places) => {
        const name = (nth: number, title: string) =>
          `${String(nth + 1).padStart(2, '0')}：${title}.jpg`;
        const draw = () => places.next().value as [string, string];
        const entries = ids.map((id, nth) => {
          const [, title] = draw();
          return of(name(nth, title), 'x'.repeat(id), { note: String(id) });
        });
        const files: Record<string, string> = {};
        const expected: Record<string, string> = {};
        for (const [nth, id] of ids.toReversed().entries()) {
          const [folder, title] = draw();
          const path = `${folder}/${name(nth + 20, title)}`;
          files[path] = 'x'.repeat(id);
          expected[path] = String(id);
        }
        expect(noted(entries, files)).toEqual(expected);
      },
    ),
  );
});
