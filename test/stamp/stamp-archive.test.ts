/** What documents do to the threads that stamp them, and what others do meanwhile. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { nameOf } from '../../src/core/archive/paths.js';
import { isDanganError } from '../../src/errors.js';
import { readArchive } from '../../src/io/archive/read-archive.js';
import { finishEarlier } from '../../src/io/change/apply.js';
import { readChanges, readJournal } from '../../src/io/change/journal.js';
import { realDisk } from '../../src/io/disk.js';
import { stampArchive, type StampRequest } from '../../src/io/stamp/stamp-archive.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { bytesOf, documents, HOME, stampable } from '../helpers/documents/stamp-archive.js';

const WORD = '01：创建领导小组文件.docx';
const OTHERS = 3;

/** Threads that do so with each document, and tell that it is stamped if they do not tell anything else. */
function threadsThat(does: string): URL {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'stamp-worker.js'),
    `import { parentPort } from 'node:worker_threads';
     import { readdirSync, writeFileSync } from 'node:fs';
     import { dirname } from 'node:path';
     parentPort.on('message', ({ from, to }) => {
       const tell = (answer) => parentPort.postMessage(answer);
       if (from.includes('创建领导小组')) { ${does} }
       if (to) writeFileSync(to, 'stamped');
       tell({ did: 'stamped', before: [] });
     });`,
  );
  return pathToFileURL(join(folder, 'worker.js'));
}

async function stamp(root: string, worker: URL, more: Partial<StampRequest> = {}) {
  const { rows, entry } = await stampArchive({
    root,
    archive: await readArchive(root),
    places: [],
    template: '{name}',
    write: true,
    soffice: undefined,
    remark: '',
    threads: { count: 2, worker },
    signal: new AbortController().signal,
    apply: { today: '2020-11-22' },
    onProgress: () => undefined,
    ...more,
  });
  const stamped = rows.filter(({ outcome }) => outcome.did === 'stamped').length;
  const word = rows.find(({ path }) => path.endsWith(WORD))?.outcome;
  return { word, stamped, entry };
}

test('a document that ends its thread is left, and the others are stamped', async () => {
  const root = await stampable();
  const before = bytesOf(root, WORD);
  const run = await stamp(root, threadsThat('process.exit(1);'));
  expect(run).toMatchObject({ word: { did: 'left', because: 'gave-up' }, stamped: OTHERS });
  expect(bytesOf(root, WORD)).toEqual(before);
});

test('so is one that takes for ever', async () => {
  const root = await stampable();
  const limits = { ms: 5000, megabytes: 2000 };
  const run = await stamp(root, threadsThat('for (;;);'), { limits });
  expect(run).toMatchObject({ word: { did: 'left', because: 'gave-up' } });
});

test('and one that takes all memory', async () => {
  const root = await stampable();
  const limits = { ms: 600_000, megabytes: 64 };
  const does = 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));';
  const run = await stamp(root, threadsThat(does), { limits });
  expect(run).toMatchObject({ word: { did: 'left', because: 'gave-up' } });
});

test('a document that somebody writes into meanwhile is left as it is by then', async () => {
  const root = await stampable();
  const run = await stamp(root, threadsThat(`writeFileSync(from, 'edited');`));
  expect(run).toMatchObject({ word: { did: 'left', because: 'changed' }, stamped: OTHERS });
  expect(bytesOf(root, WORD).toString()).toBe('edited');
});

test('when copies find no room nothing is changed, and nothing is left', async () => {
  const root = await stampable();
  const before = bytesOf(root, '04：年度工作计划.pdf');
  const worker = threadsThat(`tell({ did: 'failed', code: 'ENOSPC', at: 'copy' }); return;`);
  const code = await stamp(root, worker).catch((error: unknown) =>
    isDanganError(error) ? error.code : error,
  );
  expect(code).toBe('DISK_FULL');
  expect(bytesOf(root, '04：年度工作计划.pdf')).toEqual(before);
  expect(readJournal(root)).toEqual([]);
});

test('the journal has them in the order of the archive, whichever is done first', async () => {
  const root = await stampable({ '05：会议纪要.docx': (await documents())[WORD] ?? '' });
  const other = 'while (to && readdirSync(dirname(to)).length === 0);';
  const { entry } = await stamp(root, threadsThat(other));
  const paths = readChanges(root, entry ?? '').flatMap((each) => ('path' in each ? each.path : []));
  expect(paths.map(nameOf).map((name) => name.slice(0, 2))).toEqual(['01', '02', '03', '04', '05']);
});

test('a document that is open when its turn comes stops the change, which goes on later', async () => {
  const root = await stampable();
  const place = join(root, HOME, WORD);
  const busy = Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
  const guarded =
    <Args extends readonly string[]>(call: (...args: Args) => void) =>
    (...args: Args) => {
      if (args[0] === place) throw busy;
      call(...args);
    };
  const disk = {
    ...realDisk,
    link: guarded(realDisk.link),
    rename: guarded(realDisk.rename),
    unlink: guarded(realDisk.unlink),
  };
  const code = await stamp(root, threadsThat(''), { apply: { today: '2020-11-22', disk } }).catch(
    (error: unknown) => (isDanganError(error) ? error.code : error),
  );
  expect(code).toBe('CHANGE_STOPPED');
  expect(readFileSync(place, 'utf8')).not.toBe('stamped');
  await finishEarlier(root, { today: '2020-11-22' });
  expect(readFileSync(place, 'utf8')).toBe('stamped');
});

test('Ctrl-C ends it, and nothing is changed', async () => {
  const root = await stampable();
  const before = bytesOf(root, WORD);
  const abort = new AbortController();
  const run = stamp(root, threadsThat('return;'), { signal: abort.signal });
  setTimeout(() => abort.abort(new Error('enough')), 200);
  await expect(run).rejects.toThrow('enough');
  expect(bytesOf(root, WORD)).toEqual(before);
});
