/**
 * Workbooks changed by chance: none may crash the program, take long, or have anything written that the clerk did not
 * mean where a change only hit the zip.
 *
 * `DANGAN_FUZZ=20000 npx vitest run test/ledger-sheet/fuzz.test.ts` tries more, `DANGAN_FUZZ_SEED=word` others.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { randomOf } from '../../src/core/bundle/judge/random.js';
import { mergeSheet } from '../../src/core/ledger/merge.js';
import { readLedgerSheet } from '../../src/core/ledger/sheet-reading.js';
import { isDanganError } from '../../src/errors.js';
import { readWorkbook } from '../../src/io/workbook/read-workbook.js';
import { workbookBytes } from '../../src/io/workbook/write-workbook.js';
import { messagesIn } from '../../src/messages/index.js';
import { ledgerBook } from '../../src/report/ledger/book.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { contextOf, sheetArchive } from '../helpers/ledger-sheet.js';
import { changedBytes, changedZip, oneOf, type Random } from '../helpers/mutations.js';

const COUNT = Number(process.env['DANGAN_FUZZ'] ?? 400);
const SEED = process.env['DANGAN_FUZZ_SEED'] ?? 'dangan';
const SLOW_MS = 5000;

const archive = sheetArchive(
  { '1 组织领导': ['01：年度工作计划.docx', '02：活动照片.jpg'], '2 活动': ['01：总结.docx'] },
  {
    '1 组织领导': [
      { file: '01：年度工作计划.docx', date: { from: '2020-03-01', to: '2020-03-31' }, pages: 3 },
    ],
  },
);
const context = contextOf(archive);

/** What comes of reading a workbook: how many changes, or why not. */
async function outcome(path: string): Promise<number | string> {
  try {
    const reading = readLedgerSheet(await readWorkbook(path));
    if (typeof reading === 'string') return reading;
    const { changes, stale, problems } = mergeSheet(reading, archive, context);
    return reading.problems.length + problems.length > 0
      ? 'problems'
      : changes.length + stale.length;
  } catch (error) {
    if (!isDanganError(error)) throw error;
    return error.code;
  }
}

/** Run over changed files; the first that fails is told with its number. */
async function tried(change: (zip: Buffer, random: Random) => Uint8Array): Promise<unknown[]> {
  const book = ledgerBook(archive, context, messagesIn('zh-CN').ledgerSheet);
  const zip = Buffer.from(await workbookBytes(book));
  const path = join(temporaryFolder(), '台账.xlsx');
  const outcomes: unknown[] = [];
  for (let run = 0; run < COUNT; run += 1) {
    writeFileSync(path, change(zip, randomOf(`${SEED} ${run}`)));
    const start = performance.now();
    const came = await outcome(path).catch((cause: unknown) => {
      throw new Error(`run ${run} of seed ${SEED}`, { cause });
    });
    if (performance.now() - start > SLOW_MS) throw new Error(`run ${run} of seed ${SEED} is slow`);
    outcomes.push(came);
  }
  return outcomes;
}

test(
  'a zip that was changed is refused, or says what it said before',
  async () => {
    const outcomes = await tried(changedZip);
    expect(outcomes.filter((each) => typeof each === 'number' && each > 0)).toEqual([]);
  },
  120_000 + COUNT * 100,
);

test(
  'parts that were changed are read or refused, and never crash',
  async () => {
    const outcomes = await tried((zip, random) => {
      const parts = unzipSync(zip);
      const name = oneOf(Object.keys(parts), random);
      parts[name] = Uint8Array.from(changedBytes(Buffer.from(parts[name] ?? []), random));
      return zipSync(parts, { level: 1 });
    });
    expect(outcomes).toHaveLength(COUNT);
  },
  120_000 + COUNT * 100,
);
