/** Files of a bundle that the disk does not give back. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder } from '../../src/io/bundle/reading/folder-source.js';
import { DigestTable } from '../../src/io/digest/table.js';
import { bagOf, folderWith, notices } from '../helpers/bags.js';
import { ourBundle } from '../helpers/our-bundle.js';
import { hasPermissions, verifiedWithout } from '../helpers/disk/without-permission.js';

const [FILE = ''] = Object.keys(notices);

/** How reading a file ended that became something else after the bundle was listed. */
async function endedAfter(become: (path: string) => void): Promise<string | undefined> {
  const folder = folderWith(bagOf(notices));
  const source = openFolder(folder);
  become(join(folder, FILE));
  const table = DigestTable.of(['sha256'], source.listed.length);
  const threads = { count: 1, worker: new URL('file:///') };
  await source.digestAll({ table, threads, pause: () => undefined });
  return table.ended(source.listed.findIndex(({ path }) => path === FILE));
}

test('a folder in the place of a file cannot be read', async () => {
  const ended = endedAfter((path) => {
    rmSync(path);
    mkdirSync(path);
  });
  expect(await ended).toBe('unreadable');
});

test('a file that is gone cannot be read', async () => {
  expect(await endedAfter((path) => rmSync(path))).toBe('unreadable');
});

describe.runIf(process.platform !== 'win32')('where there are links and permissions', () => {
  test('a link put in the place of a file is not followed', async () => {
    const ended = endedAfter((path) => {
      renameSync(path, `${path}.else`);
      symlinkSync(`${path}.else`, path);
    });
    expect(await ended).toBe('unreadable');
  });

  test.runIf(hasPermissions).each(['bagit.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'])(
    'of %s that cannot be read nothing else is told: what is in it, nobody knows',
    (path) => {
      const { code, findings } = verifiedWithout(ourBundle(notices), path);
      expect([code, findings.map(({ rule, file }) => [rule, file])]).toEqual([
        1,
        [['bundle-file-unreadable', path]],
      ]);
    },
  );

  test.runIf(hasPermissions)(
    'verify names the files without permission, and judges all others',
    () => {
      const { code, findings } = verifiedWithout(bagOf(notices), FILE);
      expect([code, findings.map(({ rule, file }) => [rule, file])]).toEqual([
        1,
        [['bundle-file-unreadable', FILE]],
      ]);
    },
  );
});
