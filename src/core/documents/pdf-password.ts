/**
 * Whether an encrypted PDF opens without a password: it does where only printing, copying or changing is forbidden.
 *
 * @see PDF 32000-2, 7.6.4: algorithms 2 (the key), 4 and 5 (what it must make of the padding), 2.B and 11 (since 2.0).
 */
import { createCipheriv, createHash } from 'node:crypto';
import type { FileBytes } from './identify/file.js';

/**
 * @param trailer - The text around `/Encrypt` in the trailer.
 * @returns `false` also where it cannot be told: the encryption is by certificate, or unknown.
 */
export function opensWithoutPassword(trailer: string, file: FileBytes): boolean {
  const dictionary = dictionaryOf(trailer, file);
  if (dictionary === undefined || !/\/Filter\s*\/Standard/.test(dictionary)) return false;
  const number = (key: string) => {
    const text = new RegExp(`/${key}\\s+(-?\\d+)`).exec(dictionary)?.[1];
    return text === undefined ? undefined : Number(text);
  };
  const [owner, user] = [stringAfter('/O', dictionary), stringAfter('/U', dictionary)];
  const revision = number('R') ?? 0;
  if (owner === undefined || user === undefined || user.length < 32) return false;
  if (revision >= 5) return opensSince5(user, revision);
  const first = stringAfter('/ID', trailer.slice(trailer.indexOf('/ID'))) ?? Buffer.alloc(0);
  const isMetadataOpen = /\/EncryptMetadata\s+false/.test(dictionary);
  const length = LENGTHS[revision] ?? Math.min(16, Math.max(5, (number('Length') ?? 40) >> 3));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((number('P') ?? 0) | 0);
  const parts = [PADDING, owner.subarray(0, 32), permissions, first];
  if (revision >= 4 && isMetadataOpen) parts.push(Buffer.alloc(4, 0xff));
  let key = md5(...parts);
  for (let round = 0; revision >= 3 && round < 50; round += 1) key = md5(key.subarray(0, length));
  return matches(key.subarray(0, length), user, first, revision);
}

/** In bytes; where it is fixed. */
const LENGTHS: Readonly<Record<number, number>> = { 2: 5, 4: 16 };

const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

function matches(key: Buffer, user: Buffer, first: Buffer, revision: number): boolean {
  if (revision === 2) return rc4(key, PADDING).equals(user.subarray(0, 32));
  let bytes = rc4(key, md5(PADDING, first));
  for (let round = 1; round < 20; round += 1) {
    bytes = rc4(Buffer.from(key.map((byte) => byte ^ round)), bytes);
  }
  return bytes.equals(user.subarray(0, 16));
}

/** The password is hashed with the eight bytes that stand behind the hash itself. */
function opensSince5(user: Buffer, revision: number): boolean {
  if (user.length < 48) return false;
  const salt = user.subarray(32, 40);
  const hash = revision === 5 ? sha('sha256', salt) : hardHash(salt);
  return hash.equals(user.subarray(0, 32));
}

/** Algorithm 2.B for a password of no characters. */
function hardHash(salt: Buffer): Buffer {
  let key = sha('sha256', salt);
  for (let round = 0; ; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const bytes = cipher.update(Buffer.concat(Array<Buffer>(64).fill(key)));
    // The remainder by 3 of a number is that of the sum of its bytes: 256 leaves 1.
    const remainder = bytes.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = sha((['sha256', 'sha384', 'sha512'] as const)[remainder] ?? 'sha256', bytes);
    if (round >= 63 && (bytes.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32);
  }
}

function sha(algorithm: 'sha256' | 'sha384' | 'sha512', bytes: Buffer): Buffer {
  return createHash(algorithm).update(bytes).digest();
}

function md5(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** OpenSSL keeps it apart since version 3. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const at = (index: number) => state[index & 255] ?? 0;
  const swap = (a: number, b: number) => {
    [state[a & 255], state[b & 255]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}

const MOST_READ = 256 * 2 ** 20;
const PIECE = 2 ** 20;
const LONGEST = 4096;

/** It stands in the trailer itself, or is an object of its own somewhere in the file, never packed. */
function dictionaryOf(trailer: string, { sizeBytes, read }: FileBytes): string | undefined {
  const reference = /\/Encrypt\s+(\d+)\s+(\d+)\s+R/.exec(trailer);
  if (!reference) return trailer.slice(trailer.indexOf('/Encrypt'));
  const begin = `${reference[1] ?? ''} ${reference[2] ?? ''} obj`;
  for (let from = 0; from < Math.min(sizeBytes, MOST_READ); from += PIECE) {
    // Pieces meet, so that what stands on an edge is seen.
    const bytes = read(from, PIECE + begin.length);
    for (let at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) {
      const before = at === 0 ? 0x0a : (bytes[at - 1] ?? 0);
      if (before < 0x30 || before > 0x39) return read(from + at, LONGEST).toString('latin1');
    }
  }
  return undefined;
}

/** The first string behind a key, `<hex>` or `(text)`, also within a list. */
function stringAfter(key: string, text: string): Buffer | undefined {
  const start = new RegExp(`${key}\\s*\\[?\\s*([<(])`).exec(text);
  if (!start) return undefined;
  const at = start.index + start[0].length;
  if (start[1] === '<') {
    return Buffer.from(text.slice(at, text.indexOf('>', at)).replaceAll(/\s/g, ''), 'hex');
  }
  return literal(text, at);
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** PDF 32000-1, 7.3.4.2. */
function literal(text: string, from: number): Buffer {
  const bytes: number[] = [];
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') {
      at += 1;
      const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3))?.[0];
      if (octal !== undefined) {
        bytes.push(parseInt(octal, 8) & 255);
        at += octal.length - 1;
      } else if (text.charAt(at) === '\r') {
        if (text.charAt(at + 1) === '\n') at += 1;
      } else if (text.charAt(at) !== '\n') {
        bytes.push(ESCAPES[text.charAt(at)] ?? text.charCodeAt(at));
      }
      continue;
    }
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) break;
    bytes.push(text.charCodeAt(at));
  }
  return Buffer.from(bytes);
}
