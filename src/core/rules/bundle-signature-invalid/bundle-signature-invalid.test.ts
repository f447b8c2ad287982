import { expect, test } from 'vitest';
import { folderWith, notices, toldBy } from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';
import { key, signed, zipBeside } from '../../../../test/helpers/signing.js';

const bundle = ourBundle(notices);
const told = (path: string) => toldBy('bundle-signature-invalid', path, { key: key.publicKey });

test('that of the bundle as it was does not hold for one packed anew with another photo', async () => {
  const { 'tagmanifest-sha256.txt': before = '' } = bundle;
  const now = ourBundle({ ...notices, 'data/2 活动/01：活动照片.jpg': '另一张' });
  expect(await told(folderWith(signed(now, before)))).toEqual([
    'error tagmanifest-sha256.txt.minisig: Not made over what is there now: what was signed has been changed, or this signature is for something else',
  ]);
});

test('one beside the zip does not hold for another zip, whatever the one in it says', async () => {
  expect(await told(zipBeside(signed(bundle), Buffer.from('另一个包')))).toEqual([
    'error bag.zip.minisig: Not made over what is there now: what was signed has been changed, or this signature is for something else',
  ]);
});
