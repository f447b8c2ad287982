/** Is the bundle signed by who it should be? Without a key that is known beforehand, a signature says nothing. */
import type { PublicKey } from '../../signature/keys.js';
import { SIGNED_FILE } from '../../signature/of-bundle.js';
import {
  checkSignature,
  messageOf,
  parseSignature,
  type Message,
  type SignatureVerdict,
} from '../../signature/signature.js';
import type { Bag } from '../bag/bag.js';
import { visible } from '../bag/paths.js';
import type { BundleSeen } from './rules.js';

export interface FoundSignature {
  /** Path in the bundle, or the name of the file beside the zip. */
  readonly file: string;
  /** `uncovered`: valid, and over a list that leaves manifests out. `unread`: what it is over was not read. */
  readonly state: SignatureVerdict | 'malformed' | 'uncovered' | 'unchecked' | 'unread';
  readonly keyId: string | undefined;
  /** What was signed with it, safe to print; only of a valid one it is known who wrote it. */
  readonly comment: string | undefined;
}

export interface SignatureFacts {
  /** Id of the key that was asked for; `undefined` when none was. */
  readonly key: string | undefined;
  readonly found: readonly FoundSignature[];
}

/**
 * @param bytes - Of the signature file; `undefined` when they cannot be read.
 * @param message - What it is over; `undefined` when that is not read.
 * @param key - `undefined` leaves it unchecked.
 */
export function foundSignature(
  file: string,
  bytes: Buffer | undefined,
  message: Message | undefined,
  key: PublicKey | undefined,
): FoundSignature {
  const signature = bytes && parseSignature(bytes);
  if (!signature) return { file, state: 'malformed', keyId: undefined, comment: undefined };
  const comment = visible(signature.comment.toString('utf8').replaceAll('\t', '  ').slice(0, 400));
  const state =
    key === undefined
      ? 'unchecked'
      : signature.keyId !== key.id
        ? 'other-key'
        : message === undefined
          ? 'unread'
          : checkSignature(signature, message, key);
  return { file, state, keyId: signature.keyId, comment };
}

/** The signature in the bag, which must be over a list that leaves no manifest out. */
export function signatureInBag(
  file: string,
  bytes: Buffer | undefined,
  signed: Uint8Array | undefined,
  bag: Bag,
  key: PublicKey | undefined,
): FoundSignature {
  const found = foundSignature(file, bytes, messageOf(Buffer.from(signed ?? [])), key);
  return found.state === 'valid' && !coversManifests(bag)
    ? { ...found, state: 'uncovered' }
    : found;
}

function coversManifests({ manifests }: Bag): boolean {
  const tags = manifests.find(({ name }) => name === SIGNED_FILE);
  const listed = new Set(tags?.entries.map(({ path }) => path));
  return manifests.every(({ of, name }) => of === 'tags' || listed.has(name));
}

export function* judgeSignatures({ key, found }: SignatureFacts): Generator<BundleSeen> {
  const valid = found.find(({ state }) => state === 'valid');
  for (const each of found) {
    const seen = seenOf(each, key, valid?.file);
    if (!seen) continue;
    yield { ...seen, path: each.file };
  }
  if (key !== undefined && found.length === 0) {
    yield { messageId: 'bundle-signature-missing/file', data: { key } };
  }
}

/** @param valid - Where there is one that is valid, which is over the whole bundle. */
function seenOf(
  { state, keyId = '' }: FoundSignature,
  key = '',
  valid?: string,
): BundleSeen | undefined {
  const keys = { expected: key, actual: keyId };
  switch (state) {
    case 'valid':
      return undefined;
    case 'other-key':
      // Anybody can put another one beside it, which takes nothing from the one that is valid.
      return valid === undefined
        ? { messageId: 'bundle-signature-key/other', data: keys }
        : {
            messageId: 'bundle-signature-key/besides',
            data: { ...keys, valid: visible(valid) },
            severity: 'warning',
          };
    case 'unchecked':
      return { messageId: 'bundle-signature-unchecked/no-key', data: { key: keyId } };
    case 'unread':
      // What was not checked must not pass for valid.
      return {
        messageId: 'bundle-signature-unchecked/unread',
        data: {},
        ...(valid === undefined && { severity: 'error' }),
      };
    case 'malformed':
    case 'contents':
    case 'comment':
    case 'uncovered':
    case 'too-long':
      return { messageId: `bundle-signature-invalid/${state}`, data: {} };
  }
}
