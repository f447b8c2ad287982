import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArchive } from '../../src/io/archive/read-archive.js';
import { readFooters } from '../../src/io/stamp/read-footers.js';
import { docxOf } from '../../src/io/samples/office.js';
import { HOME, stampable } from '../helpers/documents/stamp-archive.js';

const worker = new URL('../../dist/worker.js', import.meta.url);
const LONG_AGO = 1_600_000_000;

/** How many documents are opened to tell what stands in their footers. */
async function opened(root: string): Promise<number> {
  let count = 0;
  await readFooters(root, await readArchive(root), {
    threads: { count: 2, worker },
    signal: new AbortController().signal,
    onFile: () => void (count += 1),
  });
  return count;
}

test('a document that was looked at is not opened again until somebody writes to it', async () => {
  const name = '01：创建领导小组文件.docx';
  const root = await stampable({ '05：照片.txt': 'no document' });
  for (const each of [name, '02：领导小组名单.xlsx', '03：工作汇报.pptx', '04：年度工作计划.pdf']) {
    utimesSync(join(root, HOME, each), LONG_AGO, LONG_AGO);
  }
  expect([await opened(root), await opened(root)]).toEqual([4, 0]);
  writeFileSync(join(root, HOME, name), await docxOf('通知', ['改过']));
  expect(await opened(root)).toBe(1);
  writeFileSync(join(root, '.dangan/cache/footers'), 'dangan/footers@2 00000000\n[]\n');
  expect(await opened(root)).toBe(4);
});
