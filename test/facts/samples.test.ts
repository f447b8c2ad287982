import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { randomOf } from '../../src/core/bundle/judge/random.js';
import type { ContentFacts } from '../../src/core/evidence/types.js';
import { readFacts } from '../../src/io/facts/read-facts.js';
import { FACTS, factsOfParts, folderOf } from '../helpers/documents/facts-of.js';
import { changedBytes } from '../helpers/mutations.js';

const FOLDER = fileURLToPath(new URL('samples', import.meta.url));
const SAMPLES = readdirSync(FOLDER).filter((name) => !name.endsWith('.md'));

async function factsIn(root: string, names: readonly string[]) {
  return readFacts(root, names, { ...FACTS, today: '9999-12-31' });
}

const TEXT = { characters: 28 };
const PICTURE = { pages: 1 };

test.each([
  ['sample.docx', { ...TEXT, pages: 2 }],
  ['sample.doc', { ...TEXT, pages: 2 }],
  ['sample.odt', { ...TEXT, pages: 2 }],
  ['sample.rtf', TEXT],
  ['sample.xlsx', { characters: 11 }],
  ['sample.pptx', { characters: 20, pages: 2, created: '2020-03-12' }],
  ['sample.png', PICTURE],
  ['sample.gif', PICTURE],
  ['sample.bmp', PICTURE],
  ['sample.webp', PICTURE],
  ['lossless.webp', PICTURE],
  ['sample.tif', PICTURE],
  ['sample.heic', PICTURE],
  ['pages.tif', { pages: 2 }],
  ['photo.jpg', { ...PICTURE, taken: '2020-03-12' }],
  ['sample.mp4', { created: '2020-03-13' }],
])('%s', async (name, known) => {
  expect((await factsIn(FOLDER, [name])).get(name)).toMatchObject(known);
});

/** What may be told of a file, whatever is in it. */
function isSane(facts: ContentFacts): boolean {
  const { pages = 1, created = '', taken = '' } = facts;
  const isDay = [created, taken].every((day) => /^(\d{4}-\d\d-\d\d)?$/.test(day));
  return Number.isInteger(pages) && pages > 0 && isDay;
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
