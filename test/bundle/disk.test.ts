/** What is on a disk together with a bundle is no part of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bagOf, folderWith, notices, reportOn, temporary, unpack } from '../helpers/bags.js';

/** A stick with the folder of a bag in order, and more files. */
function stick(...others: string[]): string {
  const root = temporary();
  folderWith(bagOf(notices), root);
  for (const path of others) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), 'x');
  }
  return root;
}

const found = async (path: string) => {
  const { holds, findings } = await reportOn(path);
  return [holds, ...findings.map(({ messageId, params }) => ({ messageId, params }))];
};

test('a bundle among other things holds, and they are said to be no part of it', async () => {
  expect(await found(stick('某局.pub', '照片/01.jpg'))).toEqual([
    true,
    {
      messageId: 'bundle-stray-file/others',
      params: { folder: 'bag', count: 2, example: '某局.pub' },
    },
  ]);
});

test('what Windows keeps on a stick is not worth a word', async () => {
  expect(await found(stick('System Volume Information/WPSettings.dat'))).toEqual([true]);
});

test('only the bundle is unpacked', async () => {
  const root = stick('某局.pub');
  const { files } = await unpack(root, join(temporary(), 'to'));
  expect(files).toBe(Object.keys(notices).length);
});
