import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  bagOf,
  entriesOf,
  folderWith,
  notices,
  toldBy,
  zipWith,
} from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';
import { zipBytes } from '../../../../test/helpers/zip-bytes.js';

test('a file that was put into a bundle of ours is an error', async () => {
  const path = folderWith({ ...ourBundle(notices), '打开我.exe': 'MZ' });
  expect(await toldBy('bundle-stray-file', path)).toEqual([
    'error 打开我.exe: Beside the tag files, not listed in the tag manifest',
  ]);
});

test('so is one beside the folder of the bundle in a zip, which somebody has made for it', async () => {
  const entries = [...entriesOf(bagOf(notices)), { name: '打开我.exe', data: 'MZ' }];
  expect(await toldBy('bundle-stray-file', zipWith(zipBytes(entries)))).toEqual([
    'error 打开我.exe: Beside the bundle, outside its own folder',
  ]);
});

test('what else is on a stick is somebody’s own: a note', async () => {
  const bundle = folderWith(bagOf(notices));
  writeFileSync(join(dirname(bundle), '个人.docx'), 'x');
  expect(await toldBy('bundle-stray-file', dirname(bundle))).toEqual([
    'info: The bundle is the folder “bag” in it; 1 file beside it (such as 个人.docx) is no part of it, and not verified',
  ]);
});
