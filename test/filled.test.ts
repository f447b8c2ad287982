/**
 * Every filled example has a table, `filled.md`, that was worked out by hand from the scoring system, before the
 * program was asked.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Archive } from '../src/core/archive/types.js';
import { coverageOf } from '../src/core/coverage/cover.js';
import { readArchive } from '../src/io/archive/read-archive.js';
import { withKnown } from '../src/io/evidence/read-known.js';
import { readFilled } from '../src/io/samples/filled.js';
import { temporaryFolder } from './helpers/archive-on-disk.js';
import { dangan } from './helpers/cli.js';
import { coverageRows, readTables } from './helpers/filled-tables.js';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));

const names = readdirSync(examples).filter((name) =>
  existsSync(join(examples, name, 'filled.yaml')),
);

/** The archive that `init --filled` makes of an example, on the day that its tables hold for. */
async function filledArchive(name: string): Promise<Archive> {
  const cwd = temporaryFolder();
  const { code, note } = dangan(['init', 'a', '--system', name, '--filled'], { cwd });
  expect([name, code], note).toEqual([name, 0]);
  const root = join(cwd, 'a');
  const today = (await readFilled(join(examples, name, 'criteria.yaml')))?.today ?? '';
  const threads = { count: 1, worker: new URL('../dist/worker.js', import.meta.url) };
  return withKnown(root, await readArchive(root), { today, threads });
}

const tablesOf = (name: string) =>
  readTables(readFileSync(join(examples, name, 'filled.md'), 'utf8'));

/** Indicator and requirement, the first two columns. */
const subjects = (rows: readonly string[]) =>
  rows.map((row) => row.split(' | ').slice(0, 2).join(' | '));

test.each(names)('each indicator and requirement of %s was worked out by hand', async (name) => {
  const rows = coverageRows(coverageOf(await filledArchive(name)));
  expect(subjects(tablesOf(name).coverage)).toEqual(subjects(rows));
});
