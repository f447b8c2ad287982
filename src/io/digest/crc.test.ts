import { crc32 as crcOfZlib } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { crc32 } from './crc.js';

afterEach(() => void vi.unstubAllGlobals());

/** Bytes that are no repetition of each other. */
function mixed(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let word = 1;
  for (let at = 0; at < length; at += 4) {
    word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
    bytes.writeUInt32LE(word, at);
  }
  return bytes;
}

test('data of any length have the CRC that zlib gives, whatever comes before', () => {
  const all = mixed(400_000);
  const place = fc.integer({ min: 0, max: all.length / 2 });
  const crc = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(place, place, crc, (from, length, before) => {
      const bytes = all.subarray(from, from + length);
      expect(crc32(bytes, before)).toBe(crcOfZlib(bytes, before));
    }),
  );
});

test('data in memory that threads share have the same CRC', () => {
  const bytes = mixed(100_000);
  const shared = Buffer.from(new SharedArrayBuffer(bytes.length));
  bytes.copy(shared);
  expect(crc32(shared)).toBe(crcOfZlib(bytes));
});

test('where programs of WebAssembly are not allowed the CRC is that of zlib', async () => {
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  const bytes = mixed(100_000);
  const { crc32: without } = await import('./crc.js');
  expect(without(bytes)).toBe(crcOfZlib(bytes));
});
