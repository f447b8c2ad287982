import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { DanganError } from '../errors.js';
import type { NewKeys } from '../io/signature/key-files.js';
import { quoted } from '../messages/quoted.js';
import { newPassword } from './keys/password.js';
import { textWidth } from '../report/text-width.js';

interface Options {
  readonly output?: string;
  readonly password: boolean;
  readonly passwordFile?: string;
}

/** Make a pair of keys that `pack --sign` and `verify --key` use, and minisign too. */
export function addKeygenCommand(program: Command, cli: Cli): void {
  const { keygen: say } = cli.say;
  const command = program
    .command('keygen')
    .description(say.description)
    .option('-o, --output <file>', say.options.output)
    .option('--password-file <file>', say.options.passwordFile)
    .option('--no-password', say.options.noPassword)
    .action(async ({ output, password, passwordFile }: Options) => {
      const { makeKeys, refuseKeyPlace } = await import('../io/signature/key-files.js');
      const secretPath = output === undefined ? usualPlace(cli) : resolve(cli.cwd, output);
      refuseKeyPlace(secretPath);
      const chosen = password ? await newPassword(passwordFile, cli) : undefined;
      if (chosen === undefined) cli.note(`${say.unlocked}\n`);
      cli.out(made(makeKeys(secretPath, chosen), cli));
    });
  addExamples(command, cli, say.examples);
}

/** Where minisign keeps its own. */
function usualPlace({ home, say }: Cli): string {
  if (home !== '') return join(home, '.minisign', 'dangan.key');
  const what = say.cli.missingOption({ option: '-o', command: 'keygen' });
  throw new DanganError('USAGE', { what, command: 'keygen' });
}

function made({ id, secretPath, publicPath, publicText }: NewKeys, cli: Cli): string {
  const { say, paint } = cli;
  const { label, secretFor, publicFor, next, checkNext, done } = say.keygen;
  const rows = [
    [label.secret, secretPath],
    ['', paint.dim(secretFor)],
    [label.public, publicPath],
    ['', publicText],
    ['', paint.dim(publicFor)],
    [label.next, paint.cyan(next({ path: quoted(secretPath) }))],
    ['', paint.cyan(checkNext({ key: quoted(basename(publicPath)) }))],
  ] as const;
  const width = Math.max(...rows.map(([name]) => textWidth(name)));
  const lines = rows.map(
    ([name, text]) => `  ${name}${' '.repeat(width - textWidth(name))}  ${text}`,
  );
  return [paint.green(done({ id })), '', ...lines, ''].join('\n');
}
