/** PDFs changed by chance: none ends the thread, and one that is stamped keeps its pages. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { randomOf } from '../../src/core/bundle/judge/random.js';
import { packageFile } from '../../src/io/package-files.js';
import { pdfOf } from '../../src/io/samples/pdf.js';
import type { StampAnswer } from '../../src/io/stamp/stamp-task.js';
import { changedBytes, oneOf, type Random } from '../helpers/mutations.js';
import { onePage, pdfFile, pdfFrom, poppler, shows } from '../helpers/documents/pdf-objects.js';
import { runsHere } from '../helpers/programs.js';

const NAME = '01：创建领导小组文件';
/** `DANGAN_FUZZ=5000` for a longer run. */
const TIMES = Number(process.env['DANGAN_FUZZ'] ?? 120);
const SEED = 'PDFs by chance';

const SAMPLES = [
  pdfOf([['一'], ['二'], ['三']]),
  pdfFrom(onePage(`q q 0.5 0 0 0.5 0 0 cm ${shows('Hello')}`)),
  pdfFrom(onePage(shows('Hello'), { page: '/Rotate 90 /Contents [11 0 R 11 0 R]' }), {
    xref: 'stream',
  }),
];
const WORDS = ['endobj', 'stream', '<<', '>>', '(', ']', ' 0 R', '/Kids', ' Q ', ' q ', '%', '-1'];

function changedPdf(random: Random): Buffer {
  let bytes: Buffer = Buffer.from(oneOf(SAMPLES, random));
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const at = random(bytes.length);
    const word = Buffer.from(oneOf(WORDS, random));
    bytes =
      random(3) === 0
        ? Buffer.concat([bytes.subarray(0, at), word, bytes.subarray(at)])
        : changedBytes(bytes, random);
  }
  return bytes;
}

/** A thread as the command has it. */
function stamper() {
  const worker = new Worker(packageFile('dist/stamp-worker.js'), { stdout: true, stderr: true });
  return {
    end: () => worker.terminate(),
    stamp: (from: string, to: string) =>
      new Promise<StampAnswer>((resolve, reject) => {
        worker.removeAllListeners();
        worker.on('message', resolve).on('error', reject);
        worker.on('exit', () => reject(new Error('the thread has ended')));
        worker.postMessage({ format: 'pdf', from, to, text: NAME });
      }),
  };
}

describe.runIf(runsHere('pdfinfo', '-v'))('PDFs changed by chance', () => {
  test(`${TIMES} of them are stamped or left`, async () => {
    const random = randomOf(SEED);
    const path = pdfFile(Buffer.alloc(0));
    const copy = `${path}.new`;
    const thread = stamper();
    let stamped = 0;
    for (let at = 0; at < TIMES; at += 1) {
      writeFileSync(path, changedPdf(random));
      rmSync(copy, { force: true });
      const { did } = await thread.stamp(path, copy);
      expect(existsSync(copy), `number ${at}`).toBe(did === 'stamped');
      if (did !== 'stamped') continue;
      stamped += 1;
      const { pages } = poppler(path);
      if (!Number.isNaN(pages)) expect(poppler(copy).pages, `number ${at}`).toBe(pages);
    }
    await thread.end();
    expect(stamped).toBeGreaterThan(TIMES / 10);
  });
});
