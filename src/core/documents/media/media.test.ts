import { expect, test } from 'vitest';
import { mediaFacts } from './media.js';

const u32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
};
const box = (type: string, ...content: readonly Buffer[]) => {
  const data = Buffer.concat(content);
  return Buffer.concat([u32(8 + data.length), Buffer.from(type, 'latin1'), data]);
};
/** How many bytes were asked for, besides. */
function read(bytes: Buffer) {
  let asked = 0;
  const facts = mediaFacts((offset, length) => {
    asked += 1;
    return bytes.subarray(Math.max(0, offset), Math.max(0, offset) + length);
  }, bytes.length);
  return { ...facts, asked };
}

const FTYP = box('ftyp', Buffer.from('isom\0\0\0\0'));
const mvhd = (scale: number, length: number, created = 0) =>
  box('mvhd', u32(0, created, 0, scale, length));

test('a video is as long as its header says', () => {
  expect(read(Buffer.concat([FTYP, box('moov', mvhd(600, 900))]))).toMatchObject({ seconds: 1.5 });
});

test('a header with numbers of eight bytes is read', () => {
  const header = box('mvhd', u32(0x01000000, 0, 0, 0, 0, 600, 0, 900));
  expect(read(Buffer.concat([FTYP, box('moov', header)]))).toMatchObject({ seconds: 1.5 });
});

test.each([
  ['no time scale', mvhd(0, 900)],
  ['a length that its writer did not know', mvhd(600, 0xffffffff)],
  ['no length', mvhd(600, 0)],
  ['a header that is cut off', box('mvhd', u32(0))],
  ['no header', box('free')],
])('of a video with %s nobody knows how long it is', (_, header) => {
  expect(read(Buffer.concat([FTYP, box('moov', header)])).seconds).toBeUndefined();
});

test('a box that says it is longer than the file, or has no length, ends the reading', () => {
  const endless = Buffer.concat([FTYP, u32(0xfffffff0), Buffer.from('free')]);
  const none = Buffer.concat([FTYP, u32(3), Buffer.from('free'), Buffer.alloc(50)]);
  const long = Buffer.concat([FTYP, u32(1), Buffer.from('free'), u32(0, 0), Buffer.alloc(50)]);
  for (const bytes of [endless, none, long]) expect(read(bytes).seconds).toBeUndefined();
});

test.each([
  ['boxes', Buffer.concat([FTYP, ...Array.from({ length: 50_000 }, () => box('free'))])],
  [
    'fragments',
    Buffer.concat([
      FTYP,
      box('moov', mvhd(600, 0), box('mvex')),
      ...Array.from({ length: 20_000 }, () => box('moof', box('traf', box('trun', u32(0x100, 9))))),
    ]),
  ],
  ['chunks', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), Buffer.alloc(400_000)])],
  ['elements', Buffer.concat([Buffer.from('1a45dfa380', 'hex'), Buffer.alloc(500_000, 0x81)])],
  ['tags', Buffer.concat(Array.from({ length: 9000 }, () => Buffer.from('ID3\x04\0\0\0\0\0\0')))],
  ['sync words', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0'), Buffer.alloc(9e5, 0xff)])],
])('of many %s no more is read than there are', (_, bytes) => {
  expect(read(bytes).asked).toBeLessThan(bytes.length / 4);
});

/** A frame of MPEG 1, layer III, 32 kbit/s, 44.1 kHz. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0x00]), Buffer.alloc(100)]);

test('frames are counted where nobody tells how many there are', () => {
  const bytes = Buffer.concat(Array.from({ length: 100 }, () => FRAME));
  expect(read(bytes).seconds).toBeCloseTo((100 * 1152) / 44_100, 6);
});

test('what is no frame is passed over, tags at the end, too', () => {
  const frames = Array.from({ length: 100 }, () => FRAME);
  const noise = Buffer.alloc(300_000, 7);
  const bytes = Buffer.concat([...frames, noise, ...frames, Buffer.from('TAG'), noise]);
  expect(read(bytes).seconds).toBeCloseTo((200 * 1152) / 44_100, 6);
});

test('one frame is no recording', () => {
  expect(read(Buffer.concat([FRAME, Buffer.from('text text text')])).seconds).toBeUndefined();
});

test('a recording that was not ended is as long as the file', () => {
  const head = Buffer.alloc(44);
  head.write('RIFF\0\0\0\0WAVEfmt \x10\0\0\0', 'latin1');
  head.writeUInt32LE(8000, 28);
  head.write('data\xff\xff\xff\xff', 36, 'latin1');
  expect(read(Buffer.concat([head, Buffer.alloc(16_000)])).seconds).toBe(2);
});
