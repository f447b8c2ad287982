import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { PublicKey } from '../../core/signature/keys.js';

/** What `--key` gives: a file, or the key itself. */
export async function publicKeyIn(
  given: string | undefined,
  cli: Cli,
): Promise<PublicKey | undefined> {
  if (given === undefined) return undefined;
  const { readPublicKey } = await import('../../io/signature/key-files.js');
  return readPublicKey(given, resolve(cli.cwd, given));
}
