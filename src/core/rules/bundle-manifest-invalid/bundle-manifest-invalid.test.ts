import { expect, test } from 'vitest';
import { bagOf, folderWith, manifestOf, toldBy } from '../../../../test/helpers/bags.js';

const payload = { 'data/甲.txt': '甲', 'data/乙.txt': '乙' };
const list = manifestOf(payload);
const listing = (text: string) =>
  toldBy('bundle-manifest-invalid', folderWith({ ...bagOf(payload), 'manifest-sha256.txt': text }));

test('the asterisks of md5sum are a habit of its author: one warning for all lines', async () => {
  expect(await listing(list.replaceAll('  ', ' *'))).toEqual([
    'warning manifest-sha256.txt: Line 1 (and 1 more) has the asterisk of md5sum before the path; strict programs refuse it: 71530d4c49f12c489dcfc7d6d1b46d53546ca05bfd1775392c9a42b9b7944bbb *data/乙.txt',
  ]);
});

test('a file listed again is an error in version 1.0, with another digest in any', async () => {
  const other = `${'0'.repeat(64)}  data/甲.txt\n`;
  expect([...(await listing(list + list)), ...(await listing(list + other))]).toEqual([
    'error manifest-sha256.txt: Line 3 lists data/乙.txt again',
    'error manifest-sha256.txt: Line 4 lists data/甲.txt again',
    'error manifest-sha256.txt: Line 3 lists data/甲.txt again with another digest',
  ]);
});

test('a name of dots alone is told as what it is, and leads nowhere', async () => {
  const digest = '0'.repeat(64);
  expect(
    await listing(`${list}${digest}  data/...\n${digest}  data/. ./a\n${digest}  data/.. /a\n`),
  ).toEqual([
    `error manifest-sha256.txt: Line 3 has a name of dots or spaces alone, which Windows cannot hold and takes for another folder: ${digest}  data/...`,
    `error manifest-sha256.txt: Line 4 has a name of dots or spaces alone, which Windows cannot hold and takes for another folder: ${digest}  data/. ./a`,
    `error manifest-sha256.txt: Line 5 leads out of the bundle: ${digest}  data/.. /a`,
  ]);
});

test('a path that leads out is told, and not followed', async () => {
  expect(await listing(`${list}${'0'.repeat(64)}  data/../../别处.txt\n`)).toEqual([
    'error manifest-sha256.txt: Line 3 leads out of the bundle: 0000000000000000000000000000000000000000000000000000000000000000  data/../../别处.txt',
  ]);
});
