import { expect, test } from 'vitest';
import { jpegOf } from '../../src/io/samples/jpeg.js';
import { exifOf, heicWith, jpegWith, pngWith, webpWith } from '../helpers/documents/made.js';
import { factsOf, factsOfParts, KNOWN_NOTHING } from '../helpers/documents/facts-of.js';

const TAKEN = '2020:03:12 23:59:59';
const JPEG = jpegOf({ columns: 1, rows: 1, color: () => [0, 0, 0] });
const known = { ...KNOWN_NOTHING, taken: '2020-03-12' };

test.each([
  ['a.jpg', jpegWith(exifOf(TAKEN), JPEG)],
  ['b.jpg', jpegWith(exifOf(TAKEN, 'MM'), JPEG)],
  ['a.tif', exifOf(TAKEN)],
  ['b.tif', exifOf(TAKEN, 'MM')],
  ['a.png', pngWith(exifOf(TAKEN))],
  ['a.webp', webpWith(exifOf(TAKEN))],
  ['a.heic', heicWith(exifOf(TAKEN))],
  ['a.jpg.png', jpegWith(exifOf(TAKEN), JPEG)],
])('%s tells when it was taken', async (name, bytes) => {
  expect(await factsOf(name, bytes)).toMatchObject(known);
});

test('EXIF behind other segments is found', async () => {
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(0xfffd)]);
  const bytes = jpegWith(exifOf(TAKEN), JPEG);
  const behind = Buffer.concat([bytes.subarray(0, 2), comment, comment, bytes.subarray(2)]);
  expect(await factsOf('a.jpg', behind)).toMatchObject(known);
});

test.each([
  ['a.jpg', JPEG],
  ['b.jpg', jpegWith(exifOf('0000:00:00 00:00:00'), JPEG)],
  ['c.jpg', jpegWith(exifOf('2021:01:01 08:00:00'), JPEG)],
  ['d.jpg', jpegWith(exifOf('2002:12:08 12:00:00'), JPEG)],
  ['e.jpg', jpegWith(Buffer.from('II*\0'), JPEG)],
])('%s tells nothing, and that is no fault', async (name, bytes) => {
  expect(await factsOf(name, bytes)).toMatchObject(KNOWN_NOTHING);
});

test('a picture that is cut off anywhere tells its day or nothing', async () => {
  const pictures = [jpegWith(exifOf(TAKEN), JPEG), pngWith(exifOf(TAKEN)), heicWith(exifOf(TAKEN))];
  for (const facts of await factsOfParts(pictures, 'jpg')) {
    expect([undefined, '2020-03-12']).toContain(facts.taken);
    expect([undefined, 1]).toContain(facts.pages);
  }
});
