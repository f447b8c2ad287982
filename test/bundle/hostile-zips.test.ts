import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  bagOf,
  codesIn,
  entriesOf,
  reportOn,
  temporary,
  unpack,
  zipWith,
} from '../helpers/bags.js';
import { HOSTILE } from '../helpers/hostile-zips.js';
import { zipBytes } from '../helpers/zip-bytes.js';

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

test('an entry that was refused is told as such, and not once more as bytes that lack to the Oxum', async () => {
  const entries = entriesOf(bagOf({ 'data/a.txt': 'a', 'data/b.txt': 'b' }));
  const lying = entries.map((entry) =>
    entry.name === 'bag/data/b.txt' ? { ...entry, local: { crc: 9 } } : entry,
  );
  const { findings } = await reportOn(zipWith(zipBytes(lying)));
  expect(findings.map(({ messageId, params }) => [messageId, params])).toMatchObject([
    ['bundle-refused/zip', { code: 'BUNDLE_HEADERS_DISAGREE', entry: 'data/b.txt' }],
  ]);
});
