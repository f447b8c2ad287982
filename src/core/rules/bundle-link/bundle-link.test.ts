import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bagOf, folderWith, lacking, toldBy } from '../../../../test/helpers/bags.js';

const bag = bagOf({ 'data/甲.txt': '甲', 'data/副本.txt': '甲' });

/** What is told of a bag with a link more. */
function linked(files: typeof bag, from: string, to: string): Promise<string[]> {
  const path = folderWith(files);
  symlinkSync(to, join(path, from));
  return toldBy('bundle-link', path);
}

describe.runIf(process.platform !== 'win32')('where anybody may make links', () => {
  test('one to the same contents, in the bag, does not stand for the file that it replaces', async () => {
    expect(await linked(lacking(bag, 'data/甲.txt'), 'data/甲.txt', '副本.txt')).toEqual([
      'error data/甲.txt: A link or a device; it was not followed',
    ]);
  });

  test('one beside the tag files that leads nowhere is told too', async () => {
    expect(await linked(bag, '目录', '../没有')).toEqual([
      'error 目录: A link or a device; it was not followed',
    ]);
  });
});
