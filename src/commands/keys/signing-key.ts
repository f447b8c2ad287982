import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { SecretKey } from '../../core/signature/keys.js';
import { DanganError } from '../../errors.js';
import { keyPassword } from './password.js';

export interface SigningOptions {
  /** File of the secret key. */
  readonly sign?: string;
  readonly passwordFile?: string;
}

/**
 * Read the file of the key now, so that a wrong one is told at once.
 *
 * @returns what opens it, asking for its password if it has one; `undefined` when nothing is to be signed.
 */
export async function signingKey(
  { sign, passwordFile }: SigningOptions,
  cli: Cli,
): Promise<(() => Promise<SecretKey>) | undefined> {
  if (sign === undefined) {
    // Whoever gives a password thinks that it is signed.
    if (passwordFile === undefined) return undefined;
    const what = cli.say.pack.needs({ option: '--password-file', other: '--sign' });
    throw new DanganError('USAGE', { what, command: 'pack' });
  }
  const { openSecretKey, readSecretKey } = await import('../../io/signature/key-files.js');
  const path = resolve(cli.cwd, sign);
  const file = readSecretKey(path);
  return async () => {
    const password = file.encrypted ? await keyPassword(sign, passwordFile, cli) : '';
    return openSecretKey(file, path, password);
  };
}
