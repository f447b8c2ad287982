import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { notices, toldBy } from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';
import { key, zipBeside } from '../../../../test/helpers/signing.js';

const path = zipBeside(ourBundle(notices));

test('a signature beside the zip is enough; a zip that was sent without it is not', async () => {
  const together = await toldBy('bundle-signature-missing', path, { key: key.publicKey });
  rmSync(`${path}.minisig`);
  expect([
    together,
    await toldBy('bundle-signature-missing', path, { key: key.publicKey }),
  ]).toEqual([
    [],
    ['error: A signature with key EFCDAB8967452301 was expected, and there is none'],
  ]);
});
