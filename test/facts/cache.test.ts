import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FACTS_CACHE, readFactsCache } from '../../src/io/facts/facts-cache.js';
import { readFacts, type FactsOptions } from '../../src/io/facts/read-facts.js';
import { wordOf } from '../helpers/documents/made.js';
import { FACTS, folderOf, putFile } from '../helpers/documents/facts-of.js';

/** Characters by path, and which files were read to tell. */
async function charactersOf(
  root: string,
  paths: readonly string[],
  options: Partial<FactsOptions> = {},
) {
  let read = 0;
  const facts = await readFacts(root, paths, {
    ...FACTS,
    cache: true,
    onFile: () => void (read += 1),
    ...options,
  });
  return { characters: paths.map((path) => facts.get(path)?.characters), read };
}

const twoTexts = () => folderOf({ 'a.txt': '一二三', 'b.txt': '一二' });
const PATHS = ['a.txt', 'b.txt'];

test('what was read once is not read again', async () => {
  const root = twoTexts();
  expect(await charactersOf(root, PATHS)).toEqual({ characters: [3, 2], read: 2 });
  expect(await charactersOf(root, PATHS)).toEqual({ characters: [3, 2], read: 0 });
});

test('without the cache nothing is used and nothing written', async () => {
  const root = twoTexts();
  await charactersOf(root, PATHS, { cache: false });
  expect(readdirSync(root)).toEqual(PATHS);
  await charactersOf(root, PATHS);
  expect(await charactersOf(root, PATHS, { cache: false })).toMatchObject({ read: 2 });
});

test('a file that was written to is read again, and no other', async () => {
  const root = twoTexts();
  await charactersOf(root, PATHS);
  putFile(root, 'b.txt', '一二三四');
  expect(await charactersOf(root, PATHS)).toEqual({ characters: [3, 4], read: 1 });
});

test('a file put in the place of another with its size and time is read', async () => {
  const root = twoTexts();
  await charactersOf(root, PATHS);
  const { mtime } = statSync(join(root, 'a.txt'));
  writeFileSync(join(root, 'new'), '123456789');
  utimesSync(join(root, 'new'), mtime, mtime);
  utimesSync(join(root, 'a.txt'), mtime, mtime);
  await charactersOf(root, PATHS);
  renameSync(join(root, 'new'), join(root, 'a.txt'));
  expect(await charactersOf(root, PATHS)).toEqual({ characters: [9, 2], read: 1 });
});

test('a file written to just now is not taken for known', async () => {
  const root = twoTexts();
  writeFileSync(join(root, 'b.txt'), '一二三四五');
  await charactersOf(root, PATHS);
  expect(await charactersOf(root, PATHS)).toEqual({ characters: [3, 5], read: 1 });
});

test('a file that cannot be read for its contents is known as such', async () => {
  const root = folderOf({ 'a.docx': 'PK\x03\x04 no zip' });
  await charactersOf(root, ['a.docx']);
  expect(await charactersOf(root, ['a.docx'])).toEqual({ characters: [undefined], read: 0 });
});

test('a cache that is damaged anywhere is as good as none', async () => {
  const root = twoTexts();
  await charactersOf(root, PATHS);
  const cache = join(root, FACTS_CACHE);
  const whole = readFileSync(cache);
  const damages = Array.from({ length: whole.length }, (_, at) => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  });
  for (const bytes of [...damages, whole.subarray(0, 40), Buffer.alloc(0), Buffer.from('\n')]) {
    writeFileSync(cache, bytes);
    expect(readFactsCache(root).size).toBe(0);
  }
  expect(await charactersOf(root, PATHS)).toEqual({ characters: [3, 2], read: 2 });
});

test('a folder where the cache should be, or one that takes no file, does no harm', async () => {
  const root = twoTexts();
  mkdirSync(join(root, FACTS_CACHE), { recursive: true });
  expect(await charactersOf(root, PATHS)).toEqual({ characters: [3, 2], read: 2 });
  rmSync(join(root, '.dangan'), { recursive: true });
  writeFileSync(join(root, '.dangan'), '');
  expect(await charactersOf(root, PATHS)).toEqual({ characters: [3, 2], read: 2 });
  chmodSync(root, 0o500);
  expect(await charactersOf(root, PATHS)).toEqual({ characters: [3, 2], read: 2 });
  chmodSync(root, 0o700);
});

test('files that are gone are forgotten, those not asked for are not', async () => {
  const root = twoTexts();
  await charactersOf(root, PATHS);
  putFile(root, 'c.txt', '一');
  await charactersOf(root, ['c.txt']);
  expect([...readFactsCache(root).keys()]).toEqual(['a.txt', 'b.txt', 'c.txt']);
  rmSync(join(root, 'a.txt'));
  putFile(root, 'c.txt', '一二');
  await charactersOf(root, ['c.txt']);
  expect([...readFactsCache(root).keys()]).toEqual(['b.txt', 'c.txt']);
});

test('a draft that a killed run left is removed', async () => {
  const root = twoTexts();
  mkdirSync(join(root, '.dangan/cache'), { recursive: true });
  writeFileSync(join(root, '.dangan/cache/facts-999999999'), '');
  await charactersOf(root, PATHS);
  expect(readdirSync(join(root, '.dangan/cache'))).toEqual(['facts']);
});

test('what was read before Ctrl-C is known the next time', async () => {
  const root = twoTexts();
  const control = new AbortController();
  const onFile = () => control.abort(new Error('Ctrl-C'));
  await expect(charactersOf(root, PATHS, { onFile, signal: control.signal })).rejects.toThrow();
  expect(await charactersOf(root, PATHS)).toMatchObject({ read: 1 });
});

test('the day of the check is not kept', async () => {
  const root = folderOf({ 'a.docx': wordOf('纪要', '2020-03-12T08:00:00Z') });
  const createdBy = async (today: string) => {
    const facts = await readFacts(root, ['a.docx'], { ...FACTS, cache: true, today });
    return facts.get('a.docx')?.created;
  };
  expect(await createdBy('2020-03-11')).toBeUndefined();
  expect(await createdBy('2020-03-12')).toBe('2020-03-12');
});

test('of a file that is not there nothing is known', async () => {
  const facts = await readFacts(twoTexts(), ['none.txt'], FACTS);
  expect(facts.get('none.txt')?.failed).toBe('unreadable');
});
