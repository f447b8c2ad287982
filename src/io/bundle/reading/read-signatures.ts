/** The signature beside a bundle that is one file, over that file: minisign makes it there, and looks for it there. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { foundSignature, type FoundSignature } from '../../../core/bundle/judge/judge-signature.js';
import type { PublicKey } from '../../../core/signature/keys.js';
import { besideOf } from '../../../core/signature/of-bundle.js';
import {
  parseSignature,
  SIGNATURE_BYTES,
  type Message,
} from '../../../core/signature/signature.js';
import { readUpTo } from '../../plain-file.js';
import { fileDigests, type Reading } from '../../signature/file-digest.js';

/** Longer files are not held in memory for a signature of the old form. */
const HELD_BYTES = 2 ** 30;

/**
 * @param key - `undefined` leaves it unchecked.
 * @param reading - `undefined` when the file is not to be read as a whole.
 */
export async function signatureBeside(
  bundle: string,
  key: PublicKey | undefined,
  reading: Reading | undefined,
): Promise<FoundSignature | undefined> {
  const path = besideOf(bundle);
  if (!existsSync(path)) return undefined;
  const bytes = signatureBytes(path);
  const parsed = bytes && parseSignature(bytes);
  const isByKey = parsed !== undefined && parsed.keyId === key?.id;
  const message = isByKey && reading ? await messageIn(bundle, parsed.old, reading) : undefined;
  return foundSignature(basename(path), bytes, message, key);
}

function signatureBytes(path: string): Buffer | undefined {
  const bytes = readUpTo(path, SIGNATURE_BYTES);
  return typeof bytes === 'number' ? undefined : bytes;
}

async function messageIn(path: string, old: boolean, reading: Reading): Promise<Message> {
  if (old) {
    const bytes = statSync(path).size > HELD_BYTES ? undefined : readFileSync(path);
    return { digest: Buffer.alloc(0), bytes };
  }
  const [digest = Buffer.alloc(0)] = await fileDigests(path, ['blake2b512'], reading);
  return { digest, bytes: undefined };
}
