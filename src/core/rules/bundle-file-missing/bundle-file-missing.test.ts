import { expect, test } from 'vitest';
import {
  bagOf,
  folderWith,
  lacking,
  manifestOf,
  sealed,
  toldBy,
} from '../../../../test/helpers/bags.js';

const payload = { 'data/甲.txt': '甲', 'data/乙.txt': '乙' };

test('a file that two manifests list is missing once', async () => {
  const bag = sealed({ ...bagOf(payload), 'manifest-md5.txt': manifestOf(payload, 'md5') });
  expect(await toldBy('bundle-file-missing', folderWith(lacking(bag, 'data/乙.txt')))).toEqual([
    'error data/乙.txt: Listed in the manifest, not in the bundle',
  ]);
});

test('one that is left to be downloaded is missing too, and told with where it would come from', async () => {
  const line = 'http://example.org/2 3 data/乙.txt\n';
  const bag = sealed({ ...bagOf(payload), 'fetch.txt': line });
  expect(await toldBy('bundle-file-missing', folderWith(lacking(bag, 'data/乙.txt')))).toEqual([
    'error data/乙.txt: Not in the bundle: fetch.txt wants it downloaded from http://example.org/2, which `dangan` never does',
  ]);
});
