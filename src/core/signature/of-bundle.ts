/** What is signed of a bundle, and where the signature is. */
import { formatSignature } from './signature.js';
import type { SecretKey } from './keys.js';

export const SIGNED_FILE = 'tagmanifest-sha256.txt';

/** In the bundle, and in no manifest: it is over the one that lists all others. */
export const SIGNATURE_FILE = `${SIGNED_FILE}.minisig`;

/** Where minisign looks for the signature of a file. */
export function besideOf(path: string): string {
  return `${path}.minisig`;
}

/** Makes the text of a signature file. @param digest - BLAKE2b-512 of what is signed. @param file - Its name. */
export type Sign = (digest: Buffer, file: string) => string;

/** Signs with a comment that tells nothing of the clock: the same archive gives the same bytes. */
export function signerOf(key: SecretKey, bundle: string, day: string): Sign {
  return (digest, file) =>
    formatSignature(digest, `bundle:${bundle}\tdate:${day}\tfile:${file}\thashed`, key);
}
