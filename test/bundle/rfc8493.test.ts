/** Bags made clause by clause from RFC 8493, in `bags/`; each is judged alike however it is carried. */
import { describe, expect, test } from 'vitest';
import { folderWith, reportOn, seenIn, zipOf } from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { tarGzOf, tarOf } from '../helpers/tar-bytes.js';
import { BAGS } from './bags/index.js';
import { bag, type BagCase } from './bags/case.js';

async function verdictOn(path: string): Promise<BagCase['verdict']> {
  const { holds, findings } = await reportOn(path);
  if (!holds) return 'invalid';
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'valid';
}

const inOrder = (seen: readonly string[]) => [...seen].sort();

describe.each(Object.entries(BAGS))('%s', (_part, bags) => {
  test.each(Object.entries(bags))('%s', async (_name, { bag: files, verdict, seen }) => {
    const folder = folderWith(files);
    expect({ verdict: await verdictOn(folder), seen: (await seenIn(folder)).sort() }).toEqual({
      verdict,
      seen: inOrder(seen),
    });
  });

  const carried = Object.entries(bags).filter(([, { onlyAsFolder }]) => onlyAsFolder !== true);

  test.each(carried)('in a zip, a tar and a tar.gz: %s', async (_name, { bag: files, seen }) => {
    for (const packed of [zipOf(files), tarOf(files), tarGzOf(files)]) {
      expect((await seenIn(packed)).sort()).toEqual(inOrder(seen));
    }
  });
});

const said = (path: string, ...options: string[]) => {
  const { code, out, note } = dangan(['verify', path, ...options]);
  return { code, out: out !== '', matters: note !== '' };
};

test.each([
  ['in order', bag, { code: 0, out: true, matters: false }],
  ['with a warning', { ...bag, 'extra.exe': 'MZ' }, { code: 0, out: true, matters: true }],
  ['that does not hold', { ...bag, 'data/a.txt': 'b' }, { code: 1, out: true, matters: false }],
])('a bag %s: exit code, report, stderr', (_name, files, expected) => {
  expect(said(folderWith(files))).toEqual(expected);
});

test.each([
  ['in order', bag, { code: 0, out: false, matters: false }],
  ['with a warning', { ...bag, 'extra.exe': 'MZ' }, { code: 0, out: false, matters: true }],
  ['that does not hold', { ...bag, 'data/a.txt': 'b' }, { code: 1, out: false, matters: true }],
])('--quiet, a bag %s: no report, what matters on stderr', (_name, files, expected) => {
  expect(said(folderWith(files), '--quiet')).toEqual(expected);
});
