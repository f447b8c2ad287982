import { expect, test } from 'vitest';
import { notices, toldBy } from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';
import { key, signed, zipBeside } from '../../../../test/helpers/signing.js';

const bundle = ourBundle(notices);
const only = { indicators: [], sample: { count: 1, seed: 'a' } };
const unread = 'Made over the zip as a whole, which a spot check does not read';
const told = (path: string, options = {}) => toldBy('bundle-signature-unchecked', path, options);

test('without a key each signature is told, with the key that it names', async () => {
  expect(await told(zipBeside(signed(bundle)))).toEqual([
    'info bag.zip.minisig: Says that it was signed with key EFCDAB8967452301; check it with --key and the public key of the sender',
    'info tagmanifest-sha256.txt.minisig: Says that it was signed with key EFCDAB8967452301; check it with --key and the public key of the sender',
  ]);
});

test('a spot check does not take for valid what is over a zip that it does not read', async () => {
  const options = { key: key.publicKey, only };
  expect(await told(zipBeside(bundle), options)).toEqual([`error bag.zip.minisig: ${unread}`]);
});

test('where the signature in the bundle is valid, that is a note', async () => {
  const options = { key: key.publicKey, only };
  expect(await told(zipBeside(signed(bundle)), options)).toEqual([
    `info bag.zip.minisig: ${unread}`,
  ]);
});
