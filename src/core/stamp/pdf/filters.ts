/** The filters of streams that need no library. */

/** PDF 32000-1, 7.4.2. */
export function fromAsciiHex(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const end = text.indexOf('>');
  const digits = (end < 0 ? text : text.slice(0, end)).replaceAll(/[^0-9a-f]/gi, '');
  return Buffer.from(digits + '0'.repeat(digits.length % 2), 'hex');
}

/** PDF 32000-1, 7.4.3. */
export function fromAscii85(bytes: Buffer): Buffer {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (digits: readonly number[]) => {
    const padded = [...digits, 84, 84, 84, 84].slice(0, 5);
    const number = padded.reduce((sum, digit) => sum * 85 + digit, 0);
    const four = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) & 0xff);
    out.push(...four.slice(0, digits.length - 1));
  };
  for (const code of bytes) {
    if (code === 0x7e) break;
    if (code === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    if (code < 0x21 || code > 0x75) continue;
    group.push(code - 0x21);
    if (group.length < 5) continue;
    flush(group);
    group = [];
  }
  if (group.length > 1) flush(group);
  return Buffer.from(out);
}

/** PDF 32000-1, 7.4.5. */
export function fromRunLength(bytes: Buffer, most: number): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  for (let at = 0; at < bytes.length && size < most;) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    const run =
      length < 128
        ? bytes.subarray(at + 1, at + 2 + length)
        : Buffer.alloc(257 - length, bytes[at + 1] ?? 0);
    at += length < 128 ? length + 2 : 2;
    size += run.length;
    parts.push(run);
  }
  return Buffer.concat(parts);
}

const CLEAR = 256;
const END = 257;

/** PDF 32000-1, 7.4.4. @param early - Codes grow one too early, as most writers do. */
export function fromLzw(bytes: Buffer, early: boolean, most: number): Buffer {
  const out: Buffer[] = [];
  let size = 0;
  let table: Buffer[] = [];
  let width = 9;
  let before: Buffer | undefined;
  const clear = () => {
    table = Array.from({ length: 258 }, (_, code) => Buffer.from(code < 256 ? [code] : []));
    width = 9;
    before = undefined;
  };
  clear();
  for (let bit = 0; bit + width <= bytes.length * 8 && size < most;) {
    const code = bitsAt(bytes, bit, width);
    bit += width;
    if (code === END) break;
    if (code === CLEAR) {
      clear();
      continue;
    }
    const known = table[code];
    if (known === undefined && (before === undefined || code > table.length)) break;
    const first: Buffer = known ?? before ?? Buffer.alloc(0);
    const entry: Buffer = known ?? Buffer.concat([first, first.subarray(0, 1)]);
    if (before !== undefined && table.length < 4096) {
      table.push(Buffer.concat([before, entry.subarray(0, 1)]));
    }
    before = entry;
    out.push(entry);
    size += entry.length;
    const next = table.length + (early ? 1 : 0);
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return Buffer.concat(out);
}

function bitsAt(bytes: Buffer, bit: number, width: number): number {
  const at = bit >> 3;
  const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (three >> (24 - (bit & 7) - width)) & ((1 << width) - 1);
}

interface Prediction {
  readonly predictor: number;
  readonly colors: number;
  readonly bits: number;
  readonly columns: number;
}

/** PDF 32000-1, 7.4.4.4. */
export function unpredicted(bytes: Buffer, prediction: Prediction): Buffer {
  const { predictor, colors, bits, columns } = prediction;
  if (predictor === 2) return untiffed(bytes, prediction);
  if (predictor < 10) return bytes;
  const step = Math.max(1, (colors * bits) >> 3);
  const row = (columns * colors * bits + 7) >> 3;
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = Buffer.alloc(rows * row);
  for (let number = 0; number < rows; number += 1) {
    const from = number * (row + 1);
    const to = number * row;
    const way = bytes[from] ?? 0;
    for (let at = 0; at < row; at += 1) {
      const left = at >= step ? (out[to + at - step] ?? 0) : 0;
      const up = number > 0 ? (out[to + at - row] ?? 0) : 0;
      const corner = number > 0 && at >= step ? (out[to + at - row - step] ?? 0) : 0;
      out[to + at] = (bytes[from + 1 + at] ?? 0) + predicted(way, left, up, corner);
    }
  }
  const partial = rows * (row + 1) - bytes.length;
  return partial > 0 ? out.subarray(0, Math.max(0, out.length - partial)) : out;
}

/** TIFF 6.0, section 14, of whole bytes: other numbers of bits are in pictures only, and those are left as they are. */
function untiffed(bytes: Buffer, { colors, bits, columns }: Prediction): Buffer {
  if (bits !== 8) return bytes;
  const out = Buffer.from(bytes);
  const row = columns * colors;
  for (let at = 0; at < out.length; at += 1) {
    if (at % row >= colors) out[at] = (out[at] ?? 0) + (out[at - colors] ?? 0);
  }
  return out;
}

function predicted(way: number, left: number, up: number, corner: number): number {
  if (way === 1) return left;
  if (way === 2) return up;
  if (way === 3) return (left + up) >> 1;
  return way === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [far, high, aslant] = [left, up, corner].map((side) => Math.abs(guess - side));
  if (far === undefined || high === undefined || aslant === undefined) return 0;
  if (far <= high && far <= aslant) return left;
  return high <= aslant ? up : corner;
}
