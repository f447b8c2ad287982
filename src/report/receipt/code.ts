/** A square code (QR) of a short text. */
import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import encodeQR from 'qr';

/** Dark modules, row by row, with the empty border that readers need. */
export type Code = readonly (readonly boolean[])[];

const BORDER = 4;

export function codeOf(text: string): Code {
  return encodeQR(text, 'raw', { ecc: 'medium', border: BORDER });
}

/** As a path for SVG, one unit to a module. */
export function codePath(code: Code): string {
  let path = '';
  for (const [y, row] of code.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      const start = x;
      while (row[x] === true) x += 1;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  }
  return path;
}

/** Pixels to a module: sharp in print. */
const SCALE = 8;

/** @see PNG, third edition: grey of one bit, no filter. */
export function codePng(code: Code): Buffer {
  const side = code.length * SCALE;
  const rowBytes = Math.ceil(side / 8);
  const pixels = Buffer.alloc((1 + rowBytes) * side, 0);
  for (let y = 0; y < side; y += 1) {
    const row = code[Math.floor(y / SCALE)] ?? [];
    const start = y * (1 + rowBytes) + 1;
    // A module is as wide as a byte has bits.
    for (const [x, dark] of row.entries()) pixels[start + x] = dark ? 0 : 0xff;
  }
  const head = Buffer.from([...u32(side), ...u32(side), 1, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.from(zlibSync(pixels, { level: 9 }))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([Buffer.from(u32(data.length)), body, Buffer.from(u32(crc32(body)))]);
}

function u32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
