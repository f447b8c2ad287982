import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMATS_CACHE } from '../../src/io/facts/formats-cache.js';
import { identifyFiles, type IdentifyOptions } from '../../src/io/facts/identify-files.js';
import { packageOf } from '../helpers/packages.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';

/** Long before any test: nobody can still be writing to it. */
const LONG_AGO = 1_500_000_000;

function put(root: string, path: string, bytes: Buffer | string, time = LONG_AGO): void {
  mkdirSync(join(root, '档案'), { recursive: true });
  writeFileSync(join(root, path), bytes);
  utimesSync(join(root, path), time, time);
}

const [WORD, TEXT, COPY] = ['档案/01：通知.docx', '档案/02：名单.txt', '档案/03：名单.txt'];
const PATHS = [WORD, TEXT, COPY];

function threeFiles(): string {
  const root = temporaryFolder();
  put(root, WORD, packageOf('docx'));
  put(root, TEXT, '张三、李四');
  put(root, COPY, '王五、赵六');
  return root;
}

/** What each file is, and the names of those that were opened to tell. */
async function told(root: string, options: Partial<IdentifyOptions> = {}, paths = PATHS) {
  const opened: string[] = [];
  const onOpen = (path: string) => void opened.push(basename(path));
  const files = await identifyFiles(root, paths, {
    cache: true,
    digests: true,
    onOpen,
    ...options,
  });
  return { formats: paths.map((path) => files.get(path)?.format), opened, files };
}

const names = (paths: readonly string[]) => paths.map((path) => basename(path));

test('a second run opens nothing', async () => {
  const root = threeFiles();
  expect((await told(root)).opened).toEqual(names(PATHS));
  expect(await told(root)).toMatchObject({ formats: ['docx', 'txt', 'txt'], opened: [] });
});

test('what the disk has just told of a file is believed', async () => {
  const root = threeFiles();
  await told(root);
  const { ino, size, blocks } = statSync(join(root, TEXT));
  const listed = (path: string) =>
    path === TEXT ? { ino, size, blocks, mtimeMs: 1_600_000_000_000 } : undefined;
  expect((await told(root, { listed })).opened).toEqual(names([TEXT]));
});

test('only the file that was written to is opened again', async () => {
  const root = threeFiles();
  await told(root);
  put(root, TEXT, '<html></html>', LONG_AGO + 1);
  expect(await told(root)).toMatchObject({
    formats: ['docx', 'html', 'txt'],
    opened: names([TEXT]),
  });
});

test('a file put in the place of another with its size and time is opened', async () => {
  const root = threeFiles();
  await told(root);
  put(root, '档案/another', '孙七、周八');
  renameSync(join(root, '档案/another'), join(root, TEXT));
  expect((await told(root)).opened).toEqual(names([TEXT]));
});

test('a file that came, and one that went, leave the others known', async () => {
  const root = threeFiles();
  await told(root);
  rmSync(join(root, WORD));
  put(root, '档案/00：新.txt', '新');
  const paths = ['档案/00：新.txt', TEXT, COPY];
  expect((await told(root, {}, paths)).opened).toEqual(['00：新.txt']);
});

test('files that are not asked for stay known', async () => {
  const root = threeFiles();
  await told(root);
  put(root, TEXT, '另一份', LONG_AGO + 1);
  await told(root, {}, [TEXT]);
  expect((await told(root)).opened).toEqual([]);
});

test('a file that was written to just now is looked at again: its time may not tell the next time', async () => {
  const root = threeFiles();
  put(root, TEXT, '刚写的', Date.now() / 1000);
  await told(root);
  expect((await told(root)).opened).toEqual(names([TEXT]));
});

test('only files that are as long and begin alike are digested', async () => {
  const root = threeFiles();
  const digests = async () => {
    const { files } = await told(root);
    return PATHS.map((path) => files.get(path)?.sha256?.length);
  };
  expect(await digests()).toEqual([undefined, undefined, undefined]);
  put(root, COPY, '张三、李四', LONG_AGO + 1);
  expect(await digests()).toEqual([undefined, 64, 64]);
});

test('digests are kept, too', async () => {
  const root = threeFiles();
  put(root, COPY, '张三、李四');
  expect((await told(root)).opened).toEqual(names([...PATHS, TEXT, COPY]));
  expect((await told(root)).opened).toEqual([]);
});

test('a cache that is damaged is as good as none', async () => {
  const root = threeFiles();
  await told(root);
  const cache = join(root, FORMATS_CACHE);
  writeFileSync(cache, readFileSync(cache, 'utf8').replace('01：', '09：'));
  expect((await told(root)).opened).toEqual(names(PATHS));
});

test('without the cache nothing is used and nothing written', async () => {
  const root = threeFiles();
  await told(root, { cache: false });
  expect(readdirSync(root)).toEqual(['档案']);
});

test('what is no file any more is left out', async () => {
  const root = threeFiles();
  mkdirSync(join(root, '档案/folder'));
  const { files } = await told(root, {}, ['档案/folder', '档案/none.docx', TEXT]);
  expect([...files.keys()]).toEqual([TEXT]);
});

test('Ctrl-C ends it, and what was seen before is kept', async () => {
  const root = temporaryFolder();
  const paths = Array.from({ length: 200 }, (_, at) => `档案/${at}.txt`);
  for (const path of paths) put(root, path, `第 ${path} 份`);
  const stop = new AbortController();
  const onFile = (done: number) => {
    if (done === 100) stop.abort();
  };
  await expect(told(root, { onFile, signal: stop.signal }, paths)).rejects.toThrow();
  const { opened } = await told(root, {}, paths);
  expect(opened.length).toBeLessThan(100);
});

test('a file of which nothing is on this disk', async () => {
  const root = threeFiles();
  put(root, WORD, '');
  truncateSync(join(root, WORD), 100_000);
  // Some disks keep a block for it all the same.
  const isHole = statSync(join(root, WORD)).blocks === 0;
  const { files } = await told(root);
  expect(files.get(WORD)?.marks).toEqual([isHole ? 'placeholder' : 'damaged']);
});
