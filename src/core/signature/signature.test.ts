import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { key, otherKey } from '../../../test/helpers/signing.js';
import { blake2b256 } from './blake2b.js';
import {
  formatPublicKey,
  formatSecretKey,
  parsePublicKey,
  parseSecretKey,
  publicKeyText,
} from './keys.js';
import { checkSignature, formatSignature, messageOf, parseSignature } from './signature.js';

const text = Buffer.from('清单\n');
const easy = { operations: 32768, memoryBytes: 2 ** 20 };
const locked = (password: string) =>
  formatSecretKey(key, { password, salt: Buffer.alloc(32, 9), hardness: easy });
const signed = (bytes = text) => formatSignature(messageOf(bytes).digest, '某局 2026', key);
const verdict = (signature: string | Buffer, bytes = text, by = key) => {
  const parsed = parseSignature(Buffer.from(signature));
  return parsed && checkSignature(parsed, messageOf(bytes), by.publicKey);
};

/** From Python’s hashlib. */
const KNOWN: Readonly<Record<number, string>> = {
  127: 'fe7772696cc1e5eacc0ad17820a9511288746c3c52986fc53ccc548689254d2f',
  128: 'fd75cfa278f05e5c6ffd7965c740b68ba58266cdb7a274cd02202c4cdaac1796',
  129: 'eef2c011a3f548526aa74a08f1dab39492da33dda403da984eeb439c148ce3ce',
  256: 'feb016c28375e7a92909827ab94ef89d0e8c8bd6d989054d4d5f0c2048c6ec47',
  300: '4cae038b52b1a9882c35d70b3b14d1d1c99fd15ab79ccfcbc9a7bc78869f7a44',
};

test.each([
  ['', '0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8'],
  ['abc', 'bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319'],
])('BLAKE2b-256 of “%s” is the known one', (data, digest) => {
  expect(blake2b256(Buffer.from(data)).toString('hex')).toBe(digest);
});

test.each([127, 128, 129, 256, 300])(
  'BLAKE2b-256 of %i bytes is that of every other program',
  (length) => {
    expect(blake2b256(Buffer.alloc(length, 1)).toString('hex')).toBe(KNOWN[length]);
  },
);

test('a public key is read from its file, and from its last line alone', () => {
  const files = [
    formatPublicKey(key.publicKey),
    publicKeyText(key.publicKey),
    `\uFEFF${formatPublicKey(key.publicKey).replaceAll('\n', '\r\n')}`,
  ];
  expect(files.map((file) => parsePublicKey(file)?.id)).toEqual(Array(3).fill('EFCDAB8967452301'));
});

test('the comment of a public key tells its id', () => {
  expect(formatPublicKey(key.publicKey)).toMatch(
    /^untrusted comment: minisign public key EFCDAB8967452301\nRW/,
  );
});

test('a secret key without a password is read back', () => {
  const file = parseSecretKey(formatSecretKey(key, undefined));
  expect({ encrypted: file?.encrypted, id: file?.open('')?.id }).toEqual({
    encrypted: false,
    id: key.id,
  });
});

test('a secret key opens with its password and with no other', () => {
  const file = parseSecretKey(locked('口令'));
  expect([file?.open('口令')?.id, file?.open('口令 '), file?.open('')]).toEqual([
    key.id,
    undefined,
    undefined,
  ]);
});

test('a secret key whose public half is another is refused', () => {
  const bytes = Buffer.from(formatSecretKey(key, undefined).split('\n')[1] ?? '', 'base64');
  bytes[54 + 8 + 40] = (bytes[54 + 8 + 40] ?? 0) ^ 1;
  expect(parseSecretKey(bytes.toString('base64'))?.open('')).toBeUndefined();
});

test('a secret key file that asks for a terabyte is refused before it is tried', () => {
  const hardness = { operations: 2 ** 40, memoryBytes: 2 ** 45 };
  const bytes = Buffer.from(locked('x').split('\n')[1] ?? '', 'base64');
  bytes.writeBigUInt64LE(BigInt(hardness.operations), 38);
  bytes.writeBigUInt64LE(BigInt(hardness.memoryBytes), 46);
  expect(parseSecretKey(bytes.toString('base64'))).toBeUndefined();
});

test('what is no key is no key', () => {
  const texts = ['', '\n', 'RW', formatPublicKey(key.publicKey), signed(), 'x'.repeat(300)];
  expect(texts.map((each) => parseSecretKey(each))).toEqual(texts.map(() => undefined));
});

test('a signature is valid for what was signed by its key', () => {
  expect([verdict(signed()), verdict(signed().replaceAll('\n', '\r\n'))]).toEqual([
    'valid',
    'valid',
  ]);
});

test('signing twice gives the same bytes', () => {
  expect(signed()).toBe(signed());
});

test('a signature is not valid for another file', () => {
  expect(verdict(signed(), Buffer.from('清单'))).toBe('contents');
});

test('a signature by another key is told apart', () => {
  expect(verdict(signed(), text, otherKey)).toBe('other-key');
});

test('a changed comment is told apart', () => {
  expect(verdict(signed().replace('2026', '2027'))).toBe('comment');
});

test('a signature of the old form needs the file itself', () => {
  const parsed = parseSignature(Buffer.from(signed()));
  const old = parsed && { ...parsed, old: true };
  expect(
    old && checkSignature(old, { digest: Buffer.alloc(64), bytes: undefined }, key.publicKey),
  ).toBe('too-long');
});

test('whichever byte of a signature is changed, it is not valid, but for the comment that is not signed', () => {
  const file = Buffer.from(signed());
  const free = 'untrusted comment: '.length;
  const end = file.indexOf(10);
  fc.assert(
    fc.property(fc.nat(file.length - 2), fc.integer({ min: 1, max: 255 }), (at, bits) => {
      fc.pre(at < free || at >= end);
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ bits;
      expect(verdict(changed)).not.toBe('valid');
    }),
    { numRuns: 600 },
  );
});

test('a file of any bytes is read without a crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(parseSignature(Buffer.from(bytes))).toBeUndefined();
    }),
  );
});

test('the digest that is signed is BLAKE2b-512', () => {
  expect(messageOf(text).digest).toEqual(createHash('blake2b512').update(text).digest());
});
