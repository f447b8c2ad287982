import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporary, unpack, zipWith, codesIn } from '../helpers/bags.js';
import { HOSTILE } from '../helpers/hostile-zips.js';

const cases = Object.entries(HOSTILE).flatMap(([code, zips]) =>
  Object.entries(zips).map(([name, bytes]) => ({ code, name, bytes })),
);

test.each(cases)('$name is refused as $code', async ({ code, bytes }) => {
  expect(await codesIn(zipWith(bytes))).toEqual([code]);
});

test.each(cases)('$name: nothing of it is written', async ({ bytes }) => {
  const zip = zipWith(bytes);
  const to = join(temporary(), 'out');
  await unpack(zip, to).catch(() => undefined);
  expect([existsSync(to), readdirSync(dirname(to)), readdirSync(dirname(zip))]).toEqual([
    false,
    [],
    ['bag.zip'],
  ]);
});
