/** Zips as other programs make them, and names as old ones wrote them. */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ZipArchive } from 'archiver';
import { expect, test } from 'vitest';
import {
  bagOf,
  entriesOf,
  folderWith,
  lacking,
  notices,
  reportOn,
  seenIn,
  temporary,
  unpack,
  zipWith,
  zipWritten,
} from '../helpers/bags.js';
import { bundleJob, writeBundle } from '../helpers/bundle-job.js';
import { runsHere } from '../helpers/programs.js';
import { inGbk, unicodePath, zipBytes, type ZipFile } from '../helpers/zip-bytes.js';

const bag = bagOf(notices);
const locale = { ...process.env, LC_ALL: 'C.UTF-8' };

/** A zip of the bag made by an outside program in the folder above the bag. */
function zipMadeBy(program: string, ...words: string[]): string {
  const above = dirname(folderWith(bag));
  const made = spawnSync(program, words, { cwd: above, env: locale, encoding: 'utf8' });
  expect(made.stderr + String(made.error ?? '')).toBe('');
  return join(above, 'out.zip');
}

const WRITERS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['zip', ['-v'], ['-qr', 'out.zip', 'bag']],
  ['zip', ['-v'], ['-qr0', 'out.zip', 'bag']],
  ['7z', ['i'], ['a', '-tzip', '-bso0', 'out.zip', 'bag']],
  ['7z', ['i'], ['a', '-tzip', '-mx=0', '-bso0', 'out.zip', 'bag']],
  ['7z', ['i'], ['a', '-tzip', '-mcl=on', '-mtc=on', '-bso0', 'out.zip', 'bag']],
  ['zip', ['-v'], ['-qr', '-fz', 'out.zip', 'bag']],
  ['zip', ['-v'], ['-qr', '-s', '1m', 'out.zip', 'bag']],
  ['sh', ['-c', 'zip -v'], ['-c', 'zip -qr - bag > out.zip']],
  ['bsdtar', ['--version'], ['-a', '-cf', 'out.zip', 'bag']],
  ['bsdtar', ['--version'], ['--format=zip', '--options=zip:zip64', '-cf', 'out.zip', 'bag']],
  ['python3', ['--version'], ['-m', 'zipfile', '-c', 'out.zip', 'bag']],
];
const writers = WRITERS.filter(([program, probe]) => runsHere(program, ...probe));

test.each(writers)('a zip made by %s holds', async (program, _probe, words) => {
  expect(await seenIn(zipMadeBy(program, ...words))).toEqual([]);
});

test('a zip made by a streaming writer, with sizes behind the data, holds', async () => {
  const path = join(temporary(), 'out.zip');
  const out = createWriteStream(path);
  const zip = new ZipArchive({ statConcurrency: 1 });
  zip.pipe(out);
  zip.directory(folderWith(bag), 'bag');
  await zip.finalize();
  await finished(out);
  expect(await seenIn(path)).toEqual([]);
});

test('what pack writes holds, and unpacks to the same bytes', async () => {
  const folder = temporary();
  const place = folderWith(notices);
  const files = Object.keys(notices).map((packed) => ({ packed, path: join(place, packed) }));
  const job = bundleJob(folder, files, { emptyFolders: ['data/3 空'] });
  await writeBundle(job);
  const to = join(folder, 'out');
  await unpack(job.target, to);
  const bytes = Object.keys(notices).map((path) => readFileSync(join(to, path)));
  expect(bytes).toEqual(Object.values(notices).map((data) => Buffer.from(data)));
  expect(existsSync(join(to, 'data/3 空'))).toBe(true);
});

/** The bag in a zip whose names are bytes without the UTF-8 flag. */
const zipNamed = (bytesOf: (name: string) => Buffer, more: (name: string) => Partial<ZipFile>) =>
  zipWritten(bag, (name) => ({ name: bytesOf(name), flags: 0, ...more(name) }));

const guessOn = async (path: string) => {
  const { holds, findings } = await reportOn(path);
  return { holds, guessed: findings.map(({ params }) => params) };
};

test('names in GBK are read, and the guess is told', async () => {
  const files = bagOf({ 'data/档案.txt': 'x' });
  const zip = zipWritten(files, (name) => ({ name: inGbk(name), flags: 0 }));
  expect(await guessOn(zip)).toEqual({
    holds: true,
    guessed: [{ count: 1, encoding: 'GB18030' }],
  });
});

test('names in UTF-8 without the flag are read, and the guess is told', async () => {
  expect(
    await guessOn(
      zipNamed(
        (name) => Buffer.from(name),
        () => ({}),
      ),
    ),
  ).toEqual({
    holds: true,
    guessed: [{ count: 3, encoding: 'UTF-8' }],
  });
});

test('names that are neither are read as the IBM PC wrote them', async () => {
  const files = bagOf({ 'data/é.txt': 'x' });
  const cp437 = (name: string) => Buffer.from(name.replace('é', '\u0082'), 'latin1');
  const zip = zipWritten(files, (name) => ({ name: cp437(name), flags: 0 }));
  expect(await guessOn(zip)).toEqual({
    holds: true,
    guessed: [{ count: 1, encoding: 'CP437' }],
  });
});

const questionMarks = (name: string) => Buffer.from(name.replace(/[^\0-~]/g, '\u00ff'), 'latin1');

test('the Unicode path field is believed while its checksum is that of the name', async () => {
  const zip = zipNamed(questionMarks, (name) => ({
    extra: unicodePath(questionMarks(name), name),
  }));
  expect(await guessOn(zip)).toEqual({ holds: true, guessed: [] });
});

test('the Unicode path field is not believed when its checksum is another', async () => {
  const zip = zipNamed(questionMarks, (name) => ({
    extra: unicodePath(questionMarks(name), name, 1),
  }));
  expect((await reportOn(zip)).holds).toBe(false);
});

test('a bag without a top folder of its own holds', async () => {
  expect(await seenIn(zipWith(zipBytes(entriesOf(bag, ''))))).toEqual([]);
});

test('what a Mac adds is set aside with a note', async () => {
  const zip = zipBytes([
    ...entriesOf(bag),
    { name: '__MACOSX/bag/._bagit.txt', data: 'x' },
    { name: 'bag/data/.DS_Store', data: 'x' },
  ]);
  const { holds, findings } = await reportOn(zipWith(zip));
  expect([holds, findings.map(({ messageId, params }) => [messageId, params])]).toEqual([
    true,
    [['bundle-litter/files', { count: 2, example: '__MACOSX/bag/._bagit.txt' }]],
  ]);
});

test('a file beside the bag’s folder in a zip is told', async () => {
  const zip = zipBytes([...entriesOf(bag), { name: 'setup.exe', data: 'MZ' }]);
  expect(await seenIn(zipWith(zip))).toEqual(['bundle-stray-file/outside setup.exe']);
});

test('a checksum in the zip that is wrong is told, even where the digest is right', async () => {
  const entries = entriesOf(bag);
  const [first, ...rest] = entries;
  const wrong = { ...first, name: first?.name ?? '', local: { crc: 1 }, central: { crc: 1 } };
  expect(await seenIn(zipWith(zipBytes([wrong, ...rest])))).toEqual([
    `bundle-file-changed/crc ${Object.keys(bag)[0] ?? ''}`,
  ]);
});

test('large entries, stored and deflated, are read in parts', async () => {
  const large = bagOf({ 'data/large.bin': Buffer.alloc(20_000_000, 'dangan') });
  const both = [entriesOf(large), entriesOf(large, 'bag/', { deflate: true })];
  expect(await Promise.all(both.map((entries) => seenIn(zipWith(zipBytes(entries)))))).toEqual([
    [],
    [],
  ]);
});

test('a file that is missing from a zip is named', async () => {
  const path = 'data/2 活动/01：活动照片.jpg';
  expect(await seenIn(zipWith(zipBytes(entriesOf(lacking(bag, path)))))).toContain(
    `bundle-file-missing/file ${path}`,
  );
});
