/** Tag files made to crash or to stop whoever reads them. Each of these once did. */
import { expect, test } from 'vitest';
import { bagOf, entriesOf, reportOn, zipWith, type BagContents } from '../helpers/bags.js';
import { zipBytes } from '../helpers/zip-bytes.js';

const bag = bagOf({ 'data/a.txt': 'a' });
const digest = 'a'.repeat(64);
const MILLION = 1_000_000;
/** What took minutes takes a second; machines differ. */
const MOST_MS = 20_000;

const zipOf = (files: BagContents) =>
  zipWith(zipBytes(entriesOf({ ...bag, ...files }, 'bag/', { deflate: true })));

const LISTS: readonly (readonly [string, BagContents])[] = [
  ['a value on 300,000 lines', { 'bag-info.txt': `A: b\n${' c\n'.repeat(300_000)}` }],
  ['a million lines that are none', { 'bag-info.txt': 'x\n'.repeat(MILLION) }],
  ['a million rows that are none', { 'manifest-sha256.txt': 'x\n'.repeat(MILLION) }],
  [
    'a row of ten megabytes',
    { 'manifest-sha256.txt': `${digest}  ${'./'.repeat(5 * MILLION)}b\n` },
  ],
  ['a line of zeros', { 'manifest-sha256.txt': Buffer.alloc(100 * MILLION) }],
  [
    'a path 30,000 folders deep',
    { 'manifest-sha256.txt': `${digest}  data/${'a/'.repeat(30_000)}b\n` },
  ],
  ['a million lines to fetch that are none', { 'fetch.txt': 'x\n'.repeat(MILLION) }],
];

test.each(LISTS)('%s: a few findings, soon', { timeout: MOST_MS }, async (_what, files) => {
  const { findings } = await reportOn(zipOf(files));
  expect(findings.length).toBeLessThan(250);
});

test('what is told of a line is short, however long the line', async () => {
  const { findings } = await reportOn(zipOf({ 'manifest-sha256.txt': 'x'.repeat(MILLION) }));
  expect(JSON.stringify(findings).length).toBeLessThan(5000);
});

test('how many more lines there are is told', async () => {
  const { findings } = await reportOn(zipOf({ 'manifest-sha256.txt': 'x\n'.repeat(1000) }));
  const more = findings.filter(({ messageId }) => messageId === 'bundle-manifest-invalid/more');
  expect(more.map(({ params, severity }) => [params, severity])).toEqual([
    [{ count: 800 }, 'error'],
  ]);
});

test('of a thousand entries with unsafe names, some are told, and how many more there are', async () => {
  const entries = Array.from({ length: 1000 }, (_, at) => ({ name: `../${at}`, data: '' }));
  const { findings } = await reportOn(zipWith(zipBytes(entries)));
  const more = findings.filter(({ messageId }) => messageId === 'bundle-refused/more');
  expect([findings.length, more.map(({ params }) => params)]).toEqual([
    201,
    [{ code: 'BUNDLE_PATH_UNSAFE', count: 800 }],
  ]);
});
