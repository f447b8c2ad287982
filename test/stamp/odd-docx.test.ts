/** Every oddity by itself: what holds for all of them, whatever they are. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readOfficeStamp } from '../../src/io/stamp/office/read-office-stamp.js';
import { stampDocx } from '../../src/io/stamp/office/stamp-docx.js';
import { ODD } from '../helpers/documents/odd-word.js';
import { runsHere } from '../helpers/programs.js';
import { changedParts, onDisk, partsOf, stampBytes } from '../helpers/documents/stamped.js';

const NAME = '01：创建领导小组文件';
const OTHER = '02：“十四五”规划 & <总结>';
const unzips = runsHere('unzip', '-v');
const stamped = async (bytes: Buffer, text: string) =>
  (await stampBytes(stampDocx, bytes, text)).bytes;

describe.each(Object.entries(ODD))('%s', (_, document) => {
  test('bears the name on every page', async () => {
    expect(await onDisk(await stamped(document, NAME), readOfficeStamp)).toEqual({
      names: [NAME],
      everywhere: true,
    });
  });

  test('has nothing else changed', async () => {
    const names = (await changedParts(document, await stamped(document, NAME))).filter(
      (name) => !/footer\d*\.xml$/i.test(name),
    );
    const main = /^(word\/)?(document|document2|main)\.xml$/;
    expect(
      names.filter((name) => !/_rels\/|^\[Content_Types\]/.test(name) && !main.test(name)),
    ).toEqual([]);
  });

  test('is the same a second time, and under another name as if it never had the first', async () => {
    const once = await stamped(document, NAME);
    expect((await stampBytes(stampDocx, once, NAME)).stamped).toEqual({ did: 'same' });
    expect((await stamped(once, OTHER)).equals(await stamped(document, OTHER))).toBe(true);
  });

  test('keeps the order of its parts', async () => {
    const before = [...(await partsOf(document)).keys()];
    const after = [...(await partsOf(await stamped(document, NAME))).keys()];
    expect(after.slice(0, before.length)).toEqual(before);
  });

  test.runIf(unzips)('is a zip to others', async () => {
    await onDisk(await stamped(document, NAME), async (path) => {
      expect(execFileSync('unzip', ['-tq', path]).toString()).toContain('No errors detected');
      await Promise.resolve();
    });
  });
});
