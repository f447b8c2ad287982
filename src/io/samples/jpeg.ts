import type { Day } from '../../core/system/types.js';

/**
 * A picture as a baseline JPEG file, with no codec at hand: every 8×8 block has one colour, so that only the DC
 * coefficients are written. Any viewer opens it.
 *
 * @see ITU-T T.81: annex B for the markers, annex F for the entropy coding, table K.3 for the DC code.
 */
export function jpegOf(picture: Picture): Buffer {
  const { columns, rows, taken } = picture;
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 2, 1, 0, 72, 0, 72, 0, 0]),
    ...(taken === undefined ? [] : [segment(0xe1, exif(taken))]),
    // With a quantiser of 8 the DC coefficient of a flat block is its value less 128.
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    segment(0xc0, [8, ...word(rows * 8), ...word(columns * 8), 3, ...FRAME]),
    segment(0xc4, [0x00, ...DC_COUNTS, ...DC_SIZES]),
    // The only AC symbol there is: end of block.
    segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    scan(picture),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A mosaic: each cell becomes 8×8 pixels. */
interface Picture {
  readonly columns: number;
  readonly rows: number;
  /** Red, green and blue of a cell, each 0 to 255. */
  readonly color: (column: number, row: number) => readonly [number, number, number];
  /** Goes into its EXIF data, at nine in the morning. */
  readonly taken?: Day | undefined;
}

/** Three components, not subsampled, all with quantiser 0. */
const FRAME = [1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_SIZES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const DC_CODES = ['00', '010', '011', '100', '101', '110', '1110', '11110', '111110', '1111110'];
const END_OF_BLOCK = '0';

function segment(marker: number, bytes: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, ...word(bytes.length + 2), ...bytes]);
}

/**
 * EXIF data with the day on which the photo was taken and nothing else: one directory that points to another.
 *
 * @see CIPA DC-008, 4.6.3 for the Exif IFD pointer, 4.6.6 for DateTimeOriginal.
 */
function exif(taken: Day): readonly number[] {
  const time = `${taken.replaceAll('-', ':')} 09:00:00\0`;
  const data = Buffer.alloc(44);
  data.write('MM\0*\0\0\0\u0008', 'latin1');
  directory(data, 8, [0x8769, 4, 1, 26]);
  directory(data, 26, [0x9003, 2, time.length, 44]);
  return [...Buffer.from('Exif\0\0'), ...data, ...Buffer.from(time)];
}

/** A directory of one entry, and none after it. */
function directory(data: Buffer, at: number, [tag, type, count, value]: Entry): void {
  data.writeUInt16BE(1, at);
  data.writeUInt16BE(tag, at + 2);
  data.writeUInt16BE(type, at + 4);
  data.writeUInt32BE(count, at + 6);
  data.writeUInt32BE(value, at + 10);
}

type Entry = readonly [tag: number, type: number, count: number, value: number];

function word(value: number): readonly [number, number] {
  return [value >> 8, value & 0xff];
}

function scan({ columns, rows, color }: Picture): Buffer {
  const before = [0, 0, 0];
  let bits = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      for (const [at, value] of toYcc(color(column, row)).entries()) {
        bits += dcBits(value - (before[at] ?? 0)) + END_OF_BLOCK;
        before[at] = value;
      }
    }
  }
  return stuffed(bits.padEnd(Math.ceil(bits.length / 8) * 8, '1'));
}

function toYcc([r, g, b]: readonly [number, number, number]): number[] {
  const y = 0.299 * r + 0.587 * g + 0.114 * b;
  return [y - 128, (b - y) / 1.772, (r - y) / 1.402].map((value) =>
    Math.max(-128, Math.min(127, Math.round(value))),
  );
}

/** The size of a difference, then the difference itself; a negative one as its complement. */
function dcBits(difference: number): string {
  const size = Math.abs(difference).toString(2).length * Number(difference !== 0);
  const value = difference < 0 ? difference + 2 ** size - 1 : difference;
  return (DC_CODES[size] ?? '') + (size === 0 ? '' : value.toString(2).padStart(size, '0'));
}

/** A 0xFF inside the scan is followed by a zero byte, or it would be a marker. */
function stuffed(bits: string): Buffer {
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = Number.parseInt(bits.slice(at, at + 8), 2);
    bytes.push(byte);
    if (byte === 0xff) bytes.push(0);
  }
  return Buffer.from(bytes);
}
