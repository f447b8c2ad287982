import { expect, test } from 'vitest';
import { bagOf, folderWith, toldBy } from '../../../../test/helpers/bags.js';

const told = (info: string, version = '1.0') =>
  toldBy(
    'bundle-info-invalid',
    folderWith({ ...bagOf({ 'data/甲.txt': '甲' }, version), 'bag-info.txt': info }),
  );

test('an Oxum that cannot be held against the files is an error', async () => {
  expect(await told('Payload-Oxum: 3 bytes\n')).toEqual([
    'error bag-info.txt: Payload-Oxum is not “bytes.files”: 3 bytes',
  ]);
});

test('what must be there once and is there twice, in whichever case, is told once', async () => {
  expect(await told('Payload-Oxum: 3.1\npayload-oxum: 3.1\n')).toEqual([
    'error bag-info.txt: Payload-Oxum is given more than once',
  ]);
});

test.each([
  ['1.0', ['error bag-info.txt: Line 1 is not “Label: value”']],
  ['0.97', []],
])('in version %s a space before the colon: %j', async (version, expected) => {
  expect(await told('Source-Organization : 某局\n', version)).toEqual(expected);
});
