import { expect, test } from 'vitest';
import { folderWith, notices, toldBy } from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';
import { key, otherKey, signed } from '../../../../test/helpers/signing.js';

const path = folderWith(signed(ourBundle(notices)));

test('a signature with another key is told with the ids of both', async () => {
  expect(await toldBy('bundle-signature-key', path, { key: otherKey.publicKey })).toEqual([
    'error tagmanifest-sha256.txt.minisig: Signed with key EFCDAB8967452301; the key given is 1032547698BADCFE',
  ]);
});

test('of a key that only bears the id of the right one, it is the signature that does not hold', async () => {
  const options = { key: { ...otherKey.publicKey, id: key.publicKey.id } };
  expect([
    await toldBy('bundle-signature-key', path, options),
    await toldBy('bundle-signature-invalid', path, options),
  ]).toEqual([
    [],
    [
      'error tagmanifest-sha256.txt.minisig: Not made over what is there now: what was signed has been changed, or this signature is for something else',
    ],
  ]);
});
