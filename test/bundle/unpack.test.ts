import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  bagOf,
  digestsIn,
  digestsOf,
  folderWith,
  notices,
  seenIn,
  temporary,
  unpack,
  zipOf,
} from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { smallArchive } from '../helpers/small-archive.js';
import { tarOf } from '../helpers/tar-bytes.js';

const bag = bagOf(notices);

test.each([
  ['zip', zipOf],
  ['folder', folderWith],
])('a bag that is a %s unpacks to the same bytes', async (_kind, made) => {
  const to = join(temporary(), 'deep', 'out');
  await unpack(made(bag), to);
  expect(digestsIn(to, bag)).toEqual(digestsOf(bag));
});

test('what was unpacked holds', async () => {
  const to = join(temporary(), 'out');
  await unpack(zipOf(bag), to);
  expect(await seenIn(to)).toEqual([]);
});

test('a target with something in it is left alone', async () => {
  const to = join(temporary(), 'out');
  mkdirSync(join(to, 'kept'), { recursive: true });
  await expect(unpack(zipOf(bag), to)).rejects.toMatchObject({ code: 'TARGET_EXISTS' });
  expect(readdirSync(to)).toEqual(['kept']);
});

test('an empty folder takes the bag, which holds', async () => {
  const to = join(temporary(), 'out');
  mkdirSync(to);
  await unpack(zipOf(bag), to);
  expect(await seenIn(to)).toEqual([]);
});

test('nothing is unpacked into another bag', async () => {
  const other = folderWith(bag);
  await expect(unpack(zipOf(bag), join(other, 'data', 'new'))).rejects.toMatchObject({
    code: 'PACK_INSIDE_BUNDLE',
  });
  expect(await seenIn(other)).toEqual([]);
});

test('nothing is unpacked into the evidence of an archive; beside it is fine', async () => {
  const root = smallArchive();
  await expect(unpack(zipOf(bag), join(root, '档案', 'new'))).rejects.toMatchObject({
    code: 'UNPACK_INSIDE_EVIDENCE',
  });
  await unpack(zipOf(bag), join(root, 'new'));
  expect(await seenIn(join(root, 'new'))).toEqual([]);
});

test('a bag that does not hold is refused, and nothing is written', async () => {
  const to = join(temporary(), 'out');
  await expect(unpack(zipOf({ ...bag, 'data/new.txt': 'x' }), to)).rejects.toMatchObject({
    code: 'BUNDLE_DOES_NOT_HOLD',
  });
  expect(readdirSync(dirname(to))).toEqual([]);
});

test.each([
  ['zip', zipOf],
  ['folder', folderWith],
])('contents that do not hold leave nothing of a %s, not even folders above', async (_k, made) => {
  const above = temporary();
  const changed = { ...bag, 'data/2 活动/01：活动照片.jpg': 'another photo' };
  await expect(unpack(made(changed), join(above, 'deep', 'deeper', 'out'))).rejects.toMatchObject({
    code: 'BUNDLE_DOES_NOT_HOLD',
  });
  expect(readdirSync(above)).toEqual([]);
});

test('an empty folder stays empty when the contents do not hold', async () => {
  const to = temporary();
  await expect(unpack(zipOf({ ...bag, 'bag-info.txt': 'A: b\n' }), to)).rejects.toThrow();
  expect(readdirSync(to)).toEqual([]);
});

test('what a system may have left is unpacked when a manifest lists it, and only then', async () => {
  const listed = bagOf({ ...notices, 'data/Thumbs.db': 'listed' });
  const to = join(temporary(), 'out');
  await unpack(zipOf({ ...listed, 'data/.DS_Store': 'x' }), to);
  expect(readdirSync(join(to, 'data')).sort()).toEqual(['1 组织领导', '2 活动', 'Thumbs.db']);
});

test('names that Windows cannot hold are refused with their list', async () => {
  const colon = 'data/01:标题.txt';
  const to = join(temporary(), 'out');
  await expect(unpack(zipOf(bagOf({ [colon]: 'x' })), to)).rejects.toMatchObject({
    code: 'BUNDLE_NAMES_UNPORTABLE',
    data: { names: [colon] },
  });
  expect(existsSync(to)).toBe(false);
});

test('a link in a bag that is a folder is told, and not followed', async () => {
  const folder = folderWith(bag);
  symlinkSync('/etc', join(folder, 'data/etc'));
  expect(await seenIn(folder)).toEqual(['bundle-link/link data/etc']);
});

test('a kill leaves no half target, and the next run cleans up', async () => {
  const large = bagOf(
    Object.fromEntries(
      Array.from({ length: 1500 }, (_, at) => [`data/${at}.bin`, Buffer.alloc(20_000, at)]),
    ),
  );
  const zip = zipOf(large);
  const above = temporary();
  const to = join(above, 'out');
  const program = fileURLToPath(new URL('../../bin/dangan.js', import.meta.url));
  const running = spawn(process.execPath, [program, 'unpack', zip, '--to', to]);
  const ended = once(running, 'exit');
  while (readdirSync(above).length === 0 && running.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  running.kill('SIGKILL');
  await ended;
  expect(existsSync(to)).toBe(false);
  await unpack(zip, to);
  expect(readdirSync(above)).toEqual(['out']);
});

test.each([
  ['zip', zipOf],
  ['tar', tarOf],
])('both threads share the work of the built program on a %s', (_kind, made) => {
  const large = bagOf({
    ...notices,
    'data/large.bin': Buffer.alloc(9_000_000, 'x'),
    'data/larger.bin': Buffer.alloc(12_000_000, 'y'),
  });
  const to = join(temporary(), 'out');
  expect(dangan(['unpack', made(large), '--to', to]).code).toBe(0);
  expect(digestsIn(to, large)).toEqual(digestsOf(large));
});
