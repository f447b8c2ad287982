/**
 * Keys as files of minisign, which has the same format on every system.
 *
 * @see https://jedisct1.github.io/minisign/#signature-format
 */
import {
  createPrivateKey,
  createPublicKey,
  scryptSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { blake2b256 } from './blake2b.js';

export interface PublicKey {
  /** Sixteen hex digits, as minisign shows it. */
  readonly id: string;
  readonly idBytes: Buffer;
  readonly key: KeyObject;
}

export interface SecretKey extends PublicKey {
  readonly publicKey: PublicKey;
}

const COMMENT = 'untrusted comment: ';
const ID_BYTES = 8;
/** The seed, and the public key once more. */
const SECRET_BYTES = 64;
const SALT_BYTES = 32;

/** @param id - 8 bytes, of no meaning. @param seed - 32 bytes, random. */
export function keyFromSeed(id: Buffer, seed: Buffer): SecretKey {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const named = { id: idText(id), idBytes: id };
  return { ...named, key, publicKey: { ...named, key: createPublicKey(key) } };
}

function idText(bytes: Buffer): string {
  return Buffer.from(bytes).reverse().toString('hex').toUpperCase();
}

/** The last line of a key file, which is all there is to a public key. */
export function publicKeyText({ idBytes, key }: PublicKey): string {
  return Buffer.concat([Buffer.from('Ed'), idBytes, rawPublic(key)]).toString('base64');
}

export function formatPublicKey(key: PublicKey): string {
  return `${COMMENT}minisign public key ${key.id}\n${publicKeyText(key)}\n`;
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32);
}

/** From the text of a key file, or from its last line alone. */
export function parsePublicKey(text: string): PublicKey | undefined {
  const bytes = lastLine(text, 2 + ID_BYTES + 32);
  if (bytes?.toString('latin1', 0, 2) !== 'Ed') return undefined;
  const idBytes = bytes.subarray(2, 2 + ID_BYTES);
  const der = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    bytes.subarray(2 + ID_BYTES),
  ]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return { id: idText(idBytes), idBytes, key };
}

/** The bytes of a base64 line under at most one comment; `undefined` when they are not so many. */
function lastLine(text: string, bytes: number): Buffer | undefined {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const [first = '', second = first] = lines;
  if (lines.length > 2 || (lines.length === 2 && !first.startsWith(COMMENT))) return undefined;
  const decoded = Buffer.from(second, 'base64');
  const canonical = decoded.toString('base64') === second.trim();
  return canonical && decoded.length === bytes ? decoded : undefined;
}

/** How hard it is to try a password, as libsodium counts it: its “sensitive”, which takes 1 GB for some seconds. */
export interface Hardness {
  readonly operations: number;
  readonly memoryBytes: number;
}

export const SENSITIVE: Hardness = { operations: 2 ** 25, memoryBytes: 2 ** 30 };

/** A secret key file as it is read: the key in it may need a password. */
export interface SecretKeyFile {
  readonly encrypted: boolean;
  /** @returns `undefined` when the password is wrong, or the file was changed. */
  open(password: string): SecretKey | undefined;
}

const SECRET_FILE_BYTES = 2 + 2 + 2 + SALT_BYTES + 8 + 8 + ID_BYTES + SECRET_BYTES + 32;

/** @param lock - `undefined` leaves the key without a password. */
export function formatSecretKey(
  { idBytes, key, publicKey }: SecretKey,
  lock:
    { readonly password: string; readonly salt: Buffer; readonly hardness: Hardness } | undefined,
): string {
  const seed = key.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const secret = Buffer.concat([seed, rawPublic(publicKey.key)]);
  const body = Buffer.concat([
    idBytes,
    secret,
    lock ? checksum(idBytes, secret) : Buffer.alloc(32),
  ]);
  const limits = Buffer.alloc(16);
  limits.writeBigUInt64LE(BigInt(lock?.hardness.operations ?? 0), 0);
  limits.writeBigUInt64LE(BigInt(lock?.hardness.memoryBytes ?? 0), 8);
  const file = Buffer.concat([
    Buffer.from(lock ? 'EdScB2' : 'Ed\0\0B2', 'latin1'),
    lock?.salt ?? Buffer.alloc(SALT_BYTES),
    limits,
    lock ? masked(body, lock.password, lock.salt, lock.hardness) : body,
  ]);
  return `${COMMENT}minisign encrypted secret key\n${file.toString('base64')}\n`;
}

/** @returns `undefined` for what is no secret key of minisign, or would take more memory than we lend to one. */
export function parseSecretKey(text: string): SecretKeyFile | undefined {
  const bytes = lastLine(text, SECRET_FILE_BYTES);
  if (!bytes) return undefined;
  const kind = bytes.toString('latin1', 0, 6);
  if (kind !== 'EdScB2' && kind !== 'Ed\0\0B2') return undefined;
  const encrypted = kind === 'EdScB2';
  const salt = bytes.subarray(6, 6 + SALT_BYTES);
  const hardness = {
    operations: Number(bytes.readBigUInt64LE(38)),
    memoryBytes: Number(bytes.readBigUInt64LE(46)),
  };
  if (encrypted && costOf(hardness).N > HARDEST) return undefined;
  const body = bytes.subarray(54);
  return {
    encrypted,
    open: (password) =>
      encrypted ? opened(masked(body, password, salt, hardness), true) : opened(body, false),
  };
}

function opened(body: Buffer, checked: boolean): SecretKey | undefined {
  const id = body.subarray(0, ID_BYTES);
  const secret = body.subarray(ID_BYTES, ID_BYTES + SECRET_BYTES);
  const sum = body.subarray(ID_BYTES + SECRET_BYTES);
  if (checked && !timingSafeEqual(sum, checksum(id, secret))) return undefined;
  const key = keyFromSeed(Buffer.from(id), secret.subarray(0, 32));
  return rawPublic(key.publicKey.key).equals(secret.subarray(32)) ? key : undefined;
}

function checksum(id: Buffer, secret: Buffer): Buffer {
  return blake2b256(Buffer.concat([Buffer.from('Ed'), id, secret]));
}

/** Encrypts and decrypts: what the password is stretched to is laid over it. */
function masked(body: Buffer, password: string, salt: Buffer, hardness: Hardness): Buffer {
  const { N, p } = costOf(hardness);
  // Node's own limit leaves no room for what scrypt needs beside its large table.
  const maxmem = 128 * 8 * (N + p + 32);
  const mask = scryptSync(password, salt, body.length, { N, r: 8, p, maxmem });
  return Buffer.from(body.map((byte, at) => byte ^ (mask[at] ?? 0)));
}

/** 4 GB; a file that asks for more was not made by minisign. */
const HARDEST = 2 ** 22;

/** The parameters of scrypt as libsodium's `pickparams` chooses them, with r = 8. */
function costOf({ operations, memoryBytes }: Hardness): { readonly N: number; readonly p: number } {
  const least = Math.max(operations, 32768);
  const byMemory = least >= memoryBytes / 32;
  const most = byMemory ? memoryBytes / 1024 : least / 32;
  let N = 2;
  while (N <= most / 2) N *= 2;
  const p = byMemory ? Math.floor(Math.min(Math.floor(least / 4 / N), 0x3fffffff) / 8) : 1;
  return { N, p: Math.max(p, 1) };
}
