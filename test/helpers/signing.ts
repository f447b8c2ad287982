/** Two keys, and bundles that are signed with the first of them. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { keyFromSeed } from '../../src/core/signature/keys.js';
import { SIGNATURE_FILE, SIGNED_FILE, signerOf } from '../../src/core/signature/of-bundle.js';
import { messageOf } from '../../src/core/signature/signature.js';
import { zipOf, type BagContents } from './bags.js';

export const key = keyFromSeed(Buffer.from('0123456789abcdef', 'hex'), Buffer.alloc(32, 7));
export const otherKey = keyFromSeed(Buffer.from('fedcba9876543210', 'hex'), Buffer.alloc(32, 8));
export const sign = signerOf(key, '某局-2026', '2026-03-01');

/** A bundle with the signature that its own tag manifest calls for, or this text. */
export function signed(files: BagContents, text = files[SIGNED_FILE] ?? ''): BagContents {
  return { ...files, [SIGNATURE_FILE]: sign(messageOf(Buffer.from(text)).digest, SIGNED_FILE) };
}

/** A zip with a signature beside it, over what `over` says or over the zip itself. */
export function zipBeside(files: BagContents, over?: Buffer): string {
  const path = zipOf(files);
  const { digest } = messageOf(over ?? readFileSync(path));
  writeFileSync(`${path}.minisig`, sign(digest, 'bag.zip'));
  return path;
}

/** The program `minisign`, where it is installed. */
export function minisign(
  words: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
) {
  const { status, stdout, stderr } = spawnSync('minisign', words, {
    encoding: 'utf8',
    input: '',
    ...options,
  });
  return { status, text: stdout + stderr };
}
