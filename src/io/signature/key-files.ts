/** Keys on the disk. */
import { existsSync, unlinkSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import {
  formatPublicKey,
  formatSecretKey,
  keyFromSeed,
  parsePublicKey,
  parseSecretKey,
  publicKeyText,
  SENSITIVE,
  type Hardness,
  type PublicKey,
  type SecretKey,
  type SecretKeyFile,
} from '../../core/signature/keys.js';
import { DanganError, knownError } from '../../errors.js';
import { archiveAround } from '../archive/read-archive.js';
import { bagAround } from '../bundle/places.js';
import { realDisk } from '../disk.js';
import { makeFolders } from '../make-folders.js';
import { readUpTo } from '../plain-file.js';

export interface NewKeys {
  readonly id: string;
  readonly secretPath: string;
  readonly publicPath: string;
  /** The public key as one line, for who would rather not have a file. */
  readonly publicText: string;
}

/** Where the public key of a new secret key goes: `dangan.key` and `dangan.pub`. */
function publicPathOf(secretPath: string): string {
  return `${secretPath.replace(/\.key$/i, '')}.pub`;
}

/**
 * Refuse what `makeKeys` would refuse, before a password is asked for.
 *
 * @throws {DanganError} TARGET_EXISTS, KEY_INSIDE_ARCHIVE, PACK_INSIDE_BUNDLE
 */
export function refuseKeyPlace(secretPath: string): void {
  for (const path of [secretPath, publicPathOf(secretPath)]) {
    if (existsSync(path)) throw new DanganError('TARGET_EXISTS', { path });
  }
  refuseInArchive(secretPath);
  const bundle = bagAround(dirname(secretPath));
  if (bundle !== undefined)
    throw new DanganError('PACK_INSIDE_BUNDLE', { path: secretPath, bundle });
}

/** An archive is packed, copied and handed on; a secret key must not go with it. */
function refuseInArchive(path: string): void {
  const root = archiveAround(path);
  if (root !== undefined) throw new DanganError('KEY_INSIDE_ARCHIVE', { path, root });
}

/**
 * A new pair of keys; neither file is there before.
 *
 * @param password - `undefined` leaves the secret key without one.
 */
export function makeKeys(secretPath: string, password: string | undefined): NewKeys {
  refuseKeyPlace(secretPath);
  const publicPath = publicPathOf(secretPath);
  const key = keyFromSeed(randomBytes(8), randomBytes(32));
  const secretText =
    password === undefined ? formatSecretKey(key, undefined) : locked(key, password);
  try {
    makeFolders(dirname(secretPath), 0o700);
    realDisk.writeNew(secretPath, Buffer.from(secretText), 0o600);
  } catch (error) {
    throw knownError(error, secretPath);
  }
  try {
    realDisk.writeNew(publicPath, Buffer.from(formatPublicKey(key.publicKey)));
  } catch (error) {
    unlinkSync(secretPath);
    throw knownError(error, publicPath);
  }
  return { id: key.id, secretPath, publicPath, publicText: publicKeyText(key.publicKey) };
}

const LEAST_MEMORY = 2 ** 26;

/** As hard to guess as the memory of this computer allows; the file tells how hard that is. */
function locked(key: SecretKey, password: string): string {
  const salt = randomBytes(32);
  const attempt = (hardness: Hardness): string => {
    try {
      return formatSecretKey(key, { password, salt, hardness });
    } catch (cause) {
      const { operations, memoryBytes } = hardness;
      if (memoryBytes <= LEAST_MEMORY) throw new DanganError('KEY_MEMORY', {}, { cause });
      return attempt({ operations: operations / 2, memoryBytes: memoryBytes / 2 });
    }
  };
  return attempt(SENSITIVE);
}

/** @throws {DanganError} KEY_INVALID, KEY_INSIDE_ARCHIVE */
export function readSecretKey(path: string): SecretKeyFile {
  const text = keyText(path);
  const file = parseSecretKey(text);
  if (!file) {
    const is = parsePublicKey(text) ? 'public' : 'other';
    throw new DanganError('KEY_INVALID', { key: path, wanted: 'secret', is });
  }
  refuseInArchive(path);
  return file;
}

/** @throws {DanganError} KEY_PASSWORD_WRONG, KEY_MEMORY */
export function openSecretKey(file: SecretKeyFile, path: string, password: string): SecretKey {
  let key: SecretKey | undefined;
  try {
    key = file.open(password);
  } catch (cause) {
    throw new DanganError('KEY_MEMORY', {}, { cause });
  }
  if (!key) throw new DanganError('KEY_PASSWORD_WRONG', { path });
  return key;
}

/**
 * @param given - The path of a public key file, or the key itself as one line.
 * @param path - `given` as an absolute path.
 */
export function readPublicKey(given: string, path: string): PublicKey {
  const known = parsePublicKey(given);
  if (known) return known;
  // A key of which a part was left out when it was copied is no file that nobody can find.
  if (/^RW[\w+/=]{8,}$/.test(given) && !existsSync(path)) {
    throw new DanganError('KEY_INVALID', { key: given, wanted: 'public', is: 'other' });
  }
  const text = keyText(path);
  const key = parsePublicKey(text);
  if (key) return key;
  const is = parseSecretKey(text) ? 'secret' : 'other';
  throw new DanganError('KEY_INVALID', { key: given, wanted: 'public', is });
}

/** Longer than any key file. */
const KEY_FILE_BYTES = 4096;
/** What is larger is not even read. */
const MOST_BYTES = 1 << 20;

function keyText(path: string): string {
  const bytes = readUpTo(path, MOST_BYTES);
  return typeof bytes === 'number' ? '' : bytes.subarray(0, KEY_FILE_BYTES).toString();
}

/** A password from a file: its first line. */
export function readPassword(path: string): string {
  const [line = ''] = keyText(path)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return line;
}
