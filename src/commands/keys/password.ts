import { resolve } from 'node:path';
import { askSecret, canAsk } from '../../cli/ask-secret.js';
import type { Cli } from '../../cli/context.js';
import { DanganError } from '../../errors.js';

/** The password of a key that there is: from a file, from the environment, or from who sits there. */
export async function keyPassword(
  path: string,
  passwordFile: string | undefined,
  cli: Cli,
): Promise<string> {
  const known = await givenPassword(passwordFile, cli);
  if (known !== undefined) return known;
  if (!canAsk(cli)) throw new DanganError('KEY_PASSWORD_NEEDED', { path });
  return askSecret(cli.say.keygen.ask({ path }), cli);
}

/** The password for a new key; asked for twice, since nobody sees what is typed. */
export async function newPassword(passwordFile: string | undefined, cli: Cli): Promise<string> {
  const { keygen: say } = cli.say;
  const known = await givenPassword(passwordFile, cli);
  if (known !== undefined) {
    if (known === '') throw new DanganError('USAGE', { what: say.empty, command: 'keygen' });
    return known;
  }
  if (!canAsk(cli)) throw new DanganError('KEY_PASSWORD_NEEDED', { path: undefined });
  for (;;) {
    const password = await askSecret(say.askNew, cli);
    if (password === '') cli.note(`${say.empty}\n`);
    else if (password === (await askSecret(say.askAgain, cli))) return password;
    else cli.note(`${say.differ}\n`);
  }
}

async function givenPassword(file: string | undefined, cli: Cli): Promise<string | undefined> {
  if (file === undefined) return cli.keyPassword;
  const { readPassword } = await import('../../io/signature/key-files.js');
  return readPassword(resolve(cli.cwd, file));
}
