import { expect, test } from 'vitest';
import { bagOf, entriesOf, toldBy, zipWith } from '../../../../test/helpers/bags.js';
import { zipBytes, type ZipFile } from '../../../../test/helpers/zip-bytes.js';

const honest = entriesOf(bagOf({ 'data/甲.txt': '甲' }));
const zipped = (...more: ZipFile[]) =>
  toldBy('bundle-refused', zipWith(zipBytes([...honest, ...more])));

test('a path that leads out is shown as it is, not as where it would lead', async () => {
  expect(await zipped({ name: 'bag/../../开机.bat' })).toEqual([
    'error bag/../../开机.bat: Entry bag/../../开机.bat could be written outside the target folder',
  ]);
});

test('letters that would turn the line around are written as what they are', async () => {
  expect(await zipped({ name: 'bag/data/../\u202Etxt.exe' })).toEqual([
    'error bag/data/../\\u202etxt.exe: Entry bag/data/../\\u202etxt.exe could be written outside the target folder',
  ]);
});

test('of hundreds for one reason two hundred are told, and how many more there are', async () => {
  const locked = Array.from({ length: 203 }, (_, at) => ({ name: `bag/data/${at}`, flags: 0x801 }));
  const [first, ...rest] = await zipped(...locked);
  expect([first, rest.length]).toEqual([
    'error: 3 more entries refused for the same reason (BUNDLE_ENCRYPTED) are not listed here',
    200,
  ]);
});
