import { expect, test } from 'vitest';
import { matroskaCreated } from './matroska.js';
import { movieCreated } from './movie.js';

const u32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
};
const box = (type: string, ...content: readonly Buffer[]) => {
  const data = Buffer.concat(content);
  return Buffer.concat([u32(8 + data.length), Buffer.from(type, 'latin1'), data]);
};
/** What is told, and how many times bytes were asked for. */
function read(bytes: Buffer, createdIn = movieCreated) {
  let asked = 0;
  const created = createdIn((offset, length) => {
    asked += 1;
    return bytes.subarray(Math.max(0, offset), Math.max(0, offset) + length);
  }, bytes.length);
  return { created, asked };
}

const FTYP = box('ftyp', Buffer.from('isom\0\0\0\0'));
const MARCH_2020 = Date.UTC(2020, 2, 12);
const SINCE_1904 = MARCH_2020 / 1000 + 2_082_844_800;

test.each([
  ['four', box('mvhd', u32(0, SINCE_1904, 0, 600, 900))],
  ['eight', box('mvhd', u32(0x01000000, 0, SINCE_1904, 0, 0, 600, 0, 900))],
])('the header of a video tells when it was recorded in %s bytes', (_, header) => {
  expect(read(Buffer.concat([FTYP, box('moov', header)])).created).toBe(MARCH_2020);
});

test('the date of an MKV tells when it was made', () => {
  const element = (id: string, data: Buffer) =>
    Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x80 + data.length]), data]);
  const date = Buffer.alloc(8);
  date.writeBigInt64BE(BigInt(MARCH_2020 - Date.UTC(2001, 0, 1)) * 1_000_000n);
  const info = element('1549a966', element('4461', date));
  const bytes = Buffer.concat([Buffer.from('1a45dfa380', 'hex'), element('18538067', info)]);
  expect(read(bytes, matroskaCreated).created).toBe(MARCH_2020);
});

test.each([
  ['a clock that was never asked', box('mvhd', u32(0, 0, 0, 600, 900))],
  ['a header that is cut off', box('mvhd', u32(0))],
  ['a long header that is cut off', box('mvhd', u32(0x01000000, 0))],
  ['no header', box('free')],
])('of a video with %s nobody knows when it was recorded', (_, header) => {
  expect(read(Buffer.concat([FTYP, box('moov', header)])).created).toBeUndefined();
});

test('a box that says it is longer than the file, or has no length, ends the reading', () => {
  const endless = Buffer.concat([FTYP, u32(0xfffffff0), Buffer.from('free')]);
  const none = Buffer.concat([FTYP, u32(3), Buffer.from('free'), Buffer.alloc(50)]);
  const long = Buffer.concat([FTYP, u32(1), Buffer.from('free'), u32(0, 0), Buffer.alloc(50)]);
  for (const bytes of [endless, none, long]) expect(read(bytes).created).toBeUndefined();
});

test.each([
  [
    'boxes',
    movieCreated,
    Buffer.concat([FTYP, ...Array.from({ length: 50_000 }, () => box('free'))]),
  ],
  [
    'elements',
    matroskaCreated,
    Buffer.concat([Buffer.from('1a45dfa380', 'hex'), Buffer.alloc(500_000, 0x81)]),
  ],
])('of many %s no more is read than there are', (_, createdIn, bytes) => {
  expect(read(bytes, createdIn).asked).toBeLessThan(bytes.length / 4);
});
