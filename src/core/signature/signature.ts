/**
 * Detached signatures as minisign makes them: Ed25519 over the BLAKE2b-512 of a file, with a comment that is signed too.
 *
 * @see https://jedisct1.github.io/minisign/#signature-format
 */
import { createHash, sign, verify } from 'node:crypto';
import type { PublicKey, SecretKey } from './keys.js';

/** Longest that is read: minisign's comments are at most 8 KB. */
export const SIGNATURE_BYTES = 16 * 1024;

/** What is signed, as far as it was read. */
export interface Message {
  /** BLAKE2b-512 of the file. */
  readonly digest: Buffer;
  /** The file itself, which signatures of the old form need; `undefined` when it is too long to be held. */
  readonly bytes: Buffer | undefined;
}

export function messageOf(bytes: Buffer): Message {
  return { digest: createHash('blake2b512').update(bytes).digest(), bytes };
}

/**
 * The text of a `.minisig` file.
 *
 * @param comment - One line; it is signed too.
 */
export function formatSignature(
  digest: Buffer,
  comment: string,
  { idBytes, key }: SecretKey,
): string {
  const signature = sign(null, digest, key);
  const whole = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key);
  return [
    'untrusted comment: signature from minisign secret key',
    Buffer.concat([Buffer.from('ED'), idBytes, signature]).toString('base64'),
    `trusted comment: ${comment}`,
    whole.toString('base64'),
    '',
  ].join('\n');
}

interface Signature {
  /** Of the key that made it, sixteen hex digits. */
  readonly keyId: string;
  /** Is the file itself signed, as old versions of minisign did, and not its digest? */
  readonly old: boolean;
  readonly signature: Buffer;
  /** As bytes: what was signed need not be text. */
  readonly comment: Buffer;
  readonly whole: Buffer;
}

const FILE =
  /^untrusted comment: [^\n\r]*\r?\n([A-Za-z0-9+/]{99}=)\r?\ntrusted comment: ([^\n\r]*)\r?\n([A-Za-z0-9+/]{86}==)\s*$/;

export function parseSignature(bytes: Buffer): Signature | undefined {
  if (bytes.length > SIGNATURE_BYTES) return undefined;
  // Each byte a letter, so that the comment comes out as the bytes that were signed.
  const [, first = '', comment = '', last = ''] = FILE.exec(bytes.toString('latin1')) ?? [];
  const head = Buffer.from(first, 'base64');
  const whole = Buffer.from(last, 'base64');
  // The last letter of base64 has bits to spare.
  if (head.toString('base64') !== first || whole.toString('base64') !== last) return undefined;
  const kind = head.toString('latin1', 0, 2);
  if (kind !== 'ED' && kind !== 'Ed') return undefined;
  return {
    keyId: head.subarray(2, 10).reverse().toString('hex').toUpperCase(),
    old: kind === 'Ed',
    signature: head.subarray(10),
    comment: Buffer.from(comment, 'latin1'),
    whole,
  };
}

/** `contents`: it is not over this file. `comment`: its comment was changed. `too-long`: of the old form, over a long file. */
export type SignatureVerdict = 'valid' | 'other-key' | 'contents' | 'comment' | 'too-long';

export function checkSignature(
  { keyId, old, signature, comment, whole }: Signature,
  { digest, bytes }: Message,
  key: PublicKey,
): SignatureVerdict {
  if (keyId !== key.id) return 'other-key';
  const signed = old ? bytes : digest;
  if (signed === undefined) return 'too-long';
  if (!verify(null, signed, key.key, signature)) return 'contents';
  if (!verify(null, Buffer.concat([signature, comment]), key.key, whole)) return 'comment';
  return 'valid';
}
