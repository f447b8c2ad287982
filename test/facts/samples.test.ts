import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { randomOf } from '../../src/core/bundle/judge/random.js';
import type { ContentFacts } from '../../src/core/evidence/types.js';
import { readFacts } from '../../src/io/facts/read-facts.js';
import { FACTS, factsOfParts, folderOf } from '../helpers/facts-of.js';
import { changedBytes } from '../helpers/mutations.js';

const FOLDER = fileURLToPath(new URL('samples', import.meta.url));
const SAMPLES = readdirSync(FOLDER).filter((name) => !name.endsWith('.md'));

async function factsIn(root: string, names: readonly string[]) {
  return readFacts(root, names, { ...FACTS, today: '9999-12-31' });
}

const TEXT = { characters: 28, words: 22 };
const PICTURE = { pages: 1, pixels: { width: 12, height: 7 } };

test.each([
  ['sample.docx', { ...TEXT, pages: 2 }],
  ['sample.doc', { ...TEXT, pages: 2 }],
  ['sample.odt', { ...TEXT, pages: 2 }],
  ['sample.rtf', TEXT],
  ['sample.xlsx', { characters: 11, words: 7 }],
  ['sample.pptx', { characters: 20, words: 12, pages: 2, created: '2020-03-12' }],
  ['sample.png', PICTURE],
  ['sample.gif', PICTURE],
  ['sample.bmp', PICTURE],
  ['sample.webp', PICTURE],
  ['lossless.webp', PICTURE],
  ['sample.tif', PICTURE],
  ['sample.heic', PICTURE],
  ['pages.tif', { ...PICTURE, pages: 2 }],
  [
    'photo.jpg',
    {
      ...PICTURE,
      taken: '2020-03-12',
      place: { latitude: 39.904211, longitude: 116.407395 },
    },
  ],
  ['sample.mp4', { seconds: 1.4, created: '2020-03-13' }],
  ['fragments.mp4', { seconds: 1.6 }],
  ['sample.mkv', { seconds: 1.432 }],
  ['sample.avi', { seconds: 1.6 }],
  ['sample.mp3', { seconds: 1.584 }],
  ['plain.mp3', { seconds: 1.584 }],
])('%s', async (name, known) => {
  expect((await factsIn(FOLDER, [name])).get(name)).toMatchObject(known);
});

/** What may be told of a file, whatever is in it. */
function isSane(facts: ContentFacts): boolean {
  const { pages = 1, seconds = 1, pixels, place, created = '', taken = '' } = facts;
  const { width, height } = pixels ?? { width: 1, height: 1 };
  const { latitude, longitude } = place ?? { latitude: 0, longitude: 0 };
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  const isLong = seconds > 0 && Number.isFinite(seconds);
  const isDay = [created, taken].every((day) => /^(\d{4}-\d\d-\d\d)?$/.test(day));
  return (
    Number.isInteger(pages) && pages > 0 && isLong && width > 0 && height > 0 && isPlace && isDay
  );
}

test('a sample that is cut off anywhere tells what can be, or nothing', async () => {
  const small = SAMPLES.map((name) => readFileSync(`${FOLDER}/${name}`));
  const all = await factsOfParts(small, 'bin');
  expect(all.filter((facts) => !isSane(facts))).toEqual([]);
});

test('samples changed by chance tell what can be, or nothing', async () => {
  const random = randomOf('samples');
  const files = Object.fromEntries(
    SAMPLES.flatMap((name) => {
      const bytes = readFileSync(`${FOLDER}/${name}`);
      return Array.from({ length: 40 }, (_, at) => [`${at}-${name}`, changedBytes(bytes, random)]);
    }),
  );
  const facts = await factsIn(folderOf(files), Object.keys(files));
  expect(facts.size).toBe(Object.keys(files).length);
  expect([...facts.values()].filter((each) => !isSane(each))).toEqual([]);
});
