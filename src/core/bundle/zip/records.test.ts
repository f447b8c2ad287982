import { expect, test } from 'vitest';
import {
  crcAndSizes,
  dosTimeOf,
  endRecords,
  localHeaderBytes,
  STORED,
  writeCentralHeader,
  writeLocalHeader,
} from './records.js';

const GIB5 = 5 * 2 ** 30;
const time = dosTimeOf('2020-03-01');
const name = '包/一.pdf';
const entry = (sizeBytes: number, offset = 0) => ({
  method: STORED as typeof STORED,
  crc: 0x12345678,
  packedBytes: sizeBytes,
  sizeBytes,
  offset,
});
const local = (sizeBytes: number) => {
  const out = Buffer.alloc(200);
  const end = writeLocalHeader(out, 0, name, entry(sizeBytes), time);
  return out.subarray(0, end).toString('hex');
};
const central = (sizeBytes: number, offset?: number) => {
  const out = Buffer.alloc(200);
  const end = writeCentralHeader(out, 0, name, entry(sizeBytes, offset), time);
  return out.subarray(0, end).toString('hex');
};

test('a day is a DOS date, and its time is midnight', () => {
  expect(time).toEqual({ date: (40 << 9) | (3 << 5) | 1, time: 0 });
});

test('a local header is 30 bytes and the name, flagged as UTF-8, without extra fields', () => {
  expect(local(3)).toBe(
    '504b0304' + // signature
      '1400' + // version 2.0 needed
      '0008' + // UTF-8, no data descriptor
      '0000' + // stored
      '00006150' + // midnight on 2020-03-01
      '78563412' + // CRC-32
      '03000000' +
      '03000000' +
      '0b000000' + // name of 11 bytes, no extra field
      'e58c852fe4b8802e706466',
  );
});

test('a file of 4 GiB and more has its sizes in a zip64 field of both headers', () => {
  const field = '0000004001000000'.repeat(2);
  expect(local(GIB5)).toContain('ffffffffffffffff');
  expect(local(GIB5)).toContain(`01001000${field}`);
  expect(central(GIB5)).toContain(`01001000${field}`);
});

test('the length of a header is known before it is written', () => {
  expect(localHeaderBytes(11, 3)).toBe(local(3).length / 2);
  expect(localHeaderBytes(11, GIB5)).toBe(local(GIB5).length / 2);
});

test('an entry far behind has only its offset in the zip64 field', () => {
  expect(central(3, GIB5).endsWith('01000800' + '0000004001000000')).toBe(true);
});

test('CRC and sizes that are put in later are those of the header', () => {
  expect(local(3)).toContain(crcAndSizes(entry(3)).toString('hex'));
  expect(crcAndSizes(entry(GIB5)).toString('hex')).toBe('78563412ffffffffffffffff');
});

test('more than 65,534 entries need the zip64 end records', () => {
  expect(endRecords(65_534, 10, 20)).toHaveLength(22);
  const big = endRecords(70_000, 10, 20);
  expect(big).toHaveLength(22 + 56 + 20);
  expect(big.readBigUInt64LE(24)).toBe(70_000n);
  expect(big.subarray(-22).toString('hex')).toBe('504b050600000000ffffffff0a000000140000000000');
});
