import { expect, test } from 'vitest';
import { bindables, turnOf } from '../../src/io/binding/sources.js';
import { jpegOf } from '../../src/io/samples/jpeg.js';
import { docxOf } from '../../src/io/samples/office.js';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { jpegWith } from '../helpers/documents/made.js';

const WITHOUT_OFFICE = {
  program: undefined,
  workplace: () => expect.fail('nothing is made'),
  signal: new AbortController().signal,
  onDone: () => undefined,
};

test('files are bound by their bytes, whatever their names say', async () => {
  const root = temporaryFolder();
  writeTree(root, { 'a.doc': pdfOf([['甲']]), 'b.pdf': await docxOf('乙', []), 'c.pdf': '' });
  const found = await bindables(root, ['a.doc', 'b.pdf', 'c.pdf', 'd.pdf'], WITHOUT_OFFICE);
  expect(found.map(({ how }) => how)).toEqual([
    { as: 'pages' },
    { as: 'stand-in', because: 'no-office' },
    { as: 'stand-in', because: 'empty' },
    { as: 'stand-in', because: 'unreadable' },
  ]);
});

const JPEG = jpegOf({ columns: 2, rows: 1, color: () => [0, 0, 0] });

/** EXIF that tells nothing but how the camera was held (tag 0x0112). */
function heldAs(orientation: number): Buffer {
  const exif = Buffer.alloc(26);
  exif.write('II*\0', 'latin1');
  exif.writeUInt32LE(8, 4);
  exif.writeUInt16LE(1, 8);
  exif.writeUInt16LE(0x0112, 10);
  exif.writeUInt16LE(3, 12);
  exif.writeUInt32LE(1, 14);
  exif.writeUInt16LE(orientation, 18);
  return exif;
}

test.each([
  ['without EXIF stands as it is', JPEG, 0],
  ['of a camera held upright stands as it is', jpegWith(heldAs(1), JPEG), 0],
  ['of a camera held upside down is turned round', jpegWith(heldAs(3), JPEG), 180],
  ['of a camera held on its side is turned clockwise', jpegWith(heldAs(6), JPEG), 90],
  ['of one held on its other side is turned back', jpegWith(heldAs(8), JPEG), 270],
  ['whose EXIF is nonsense stands as it is', jpegWith(heldAs(99), JPEG), 0],
])('a photo %s', async (_, bytes, turn) => {
  const root = temporaryFolder();
  writeTree(root, { 'a.jpg': bytes });
  const [photo] = await bindables(root, ['a.jpg'], WITHOUT_OFFICE);
  expect(photo && (await turnOf(photo))).toBe(turn);
});
