import { expect, test } from 'vitest';
import {
  bagOf,
  digestOf,
  folderWith,
  manifestOf,
  sealed,
  seenIn,
  toldBy,
  zipWritten,
} from '../../../../test/helpers/bags.js';

const payload = { 'data/甲.txt': '甲' };

test('a file that two manifests list is told once, by the stronger', async () => {
  const bag = sealed({ ...bagOf(payload), 'manifest-md5.txt': manifestOf(payload, 'md5') });
  expect(await toldBy('bundle-file-changed', folderWith({ ...bag, 'data/甲.txt': '乙' }))).toEqual([
    'error data/甲.txt: Contents changed: sha256 should be 33e3580c0931…, is 71530d4c49f1…',
  ]);
});

test('a digest in capital letters is the same digest', async () => {
  const list = `${digestOf('sha256', '甲').toUpperCase()}  data/甲.txt\n`;
  const bag = sealed({ ...bagOf(payload), 'manifest-sha256.txt': list });
  expect(await seenIn(folderWith(bag))).toEqual([]);
});

const noDeflate = { method: 8, data: Buffer.from([0xff]) };

test('what cannot be unpacked from the zip is damaged, whatever it held', async () => {
  const zip = zipWritten(bagOf(payload), (name) => (name.endsWith('甲.txt') ? noDeflate : {}));
  expect(await toldBy('bundle-file-changed', zip)).toEqual([
    'error data/甲.txt: Contents damaged: cannot be unpacked from the zip',
  ]);
});
