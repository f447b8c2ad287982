import { expect, test } from 'vitest';
import { verifyBundle } from '../../src/io/bundle/reading/verify.js';
import type { ZipLimits } from '../../src/core/bundle/zip/directory.js';
import { bagOf, entriesOf, folderWith, zipWith } from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { HOSTILE } from '../helpers/hostile-zips.js';
import { tarBytes, tarEntriesOf } from '../helpers/tar-bytes.js';
import { zipBytes } from '../helpers/zip-bytes.js';

const bag = bagOf({ 'data/a.txt': 'a'.repeat(5000) });
const zip = zipWith(zipBytes(entriesOf(bag)));

async function refusedAs(path: string, limits: Partial<ZipLimits>): Promise<unknown[]> {
  const threads = { count: 1, worker: new URL('file:///none') };
  const { report } = await verifyBundle(path, { threads, limits });
  return report.findings.map(({ params }) => ('code' in params ? params.code : params));
}

test('a package that unpacks to more than --max-total is refused, whatever it is', async () => {
  const tar = zipWith(tarBytes(tarEntriesOf(bag)));
  const refused = [zip, tar, folderWith(bag)].map((path) => refusedAs(path, { mostBytes: 5000 }));
  expect(await Promise.all(refused)).toEqual([
    ['BUNDLE_TOTAL_TOO_LARGE'],
    ['BUNDLE_TOTAL_TOO_LARGE'],
    ['BUNDLE_TOTAL_TOO_LARGE'],
  ]);
});

test('a package of more entries than --max-entries is refused', async () => {
  expect(await refusedAs(zip, { entries: 4 })).toEqual(['BUNDLE_TOO_MANY_ENTRIES']);
});

test('what is an honest archive after all is read with a larger --max-ratio', () => {
  const zeros = zipWith(HOSTILE.BUNDLE_BOMB['zeros'] ?? expect.fail());
  expect(dangan(['verify', zeros]).out).toContain('--max-ratio');
  expect(dangan(['verify', zeros, '--max-ratio', '2000']).note).toContain('bagit.txt');
});

test.each([
  ['--max-total', '20 GB 大'],
  ['--max-entries', '0'],
  ['--max-ratio', '1e3'],
])('%s %s is no limit: exit 2', (option, value) => {
  const { code, note } = dangan(['unpack', zip, '--to', 'x', option, value]);
  expect([code, note]).toEqual([2, expect.stringContaining(value) as string]);
});

test('the limits that are told are kept by the program', () => {
  expect(dangan(['verify', zip, '--max-total', '4K']).code).toBe(1);
  expect(dangan(['verify', zip, '--max-total', '4M', '--max-entries', '5']).code).toBe(0);
});
