import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Command, CommanderError } from 'commander';
import { nearest } from '../core/text.js';
import { DanganError, EXIT, isDanganError } from '../errors.js';
import { messagesIn } from '../messages/index.js';
import { COMMANDS } from './commands.js';
import type { Cli } from './context.js';
import { errorText } from './error-text.js';
import { buildProgram } from './program.js';
import { chooseLanguage } from './language.js';
import { paintFor, wantsColor } from './paint.js';

/** Run the command line. @returns the exit code; nothing below ends the process. */
export async function main(words: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  const onInterrupt = () => interrupt.abort();
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  // `dangan check | head`: the reader has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const cli = await contextOf(words, interrupt.signal);
  try {
    await run(words, cli);
  } catch (error) {
    cli.exitCode = report(error, cli, words);
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
  return interrupt.signal.aborted ? EXIT.interrupted : cli.exitCode;
}

async function run(words: readonly string[], cli: Cli): Promise<void> {
  const language = chooseLanguage(words, process.env, '');
  if (language === undefined) {
    const value = words[words.indexOf('--lang') + 1] ?? process.env['DANGAN_LANG'] ?? '';
    throw new DanganError('USAGE', { what: cli.say.cli.unknownLanguage({ value }) });
  }
  const program: Command = await buildProgram(cli, commandNamed(words));
  await program.parseAsync([...words], { from: 'user' });
}

/** The command to load; `undefined` loads all of them, for help and for unknown words. */
function commandNamed(words: readonly string[]): string | undefined {
  const word = words.find((each, at) => !each.startsWith('-') && words[at - 1] !== '--lang');
  return word !== undefined && Object.hasOwn(COMMANDS, word) ? word : undefined;
}

async function contextOf(words: readonly string[], signal: AbortSignal): Promise<Cli> {
  const { env, stdout, stderr } = process;
  const systemLocale = Intl.DateTimeFormat().resolvedOptions().locale;
  const language = chooseLanguage(words, env, systemLocale) ?? 'zh-CN';
  const packageFile = new URL('../package.json', import.meta.url);
  return {
    cwd: process.cwd(),
    language,
    say: messagesIn(language),
    paint: await paintFor(wantsColor(env, words, stdout.isTTY)),
    notePaint: await paintFor(wantsColor(env, words, stderr.isTTY)),
    columns: stdout.isTTY ? stdout.columns : Number(env['COLUMNS']) || 80,
    interactive: stderr.isTTY,
    today: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    version: (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version,
    signal,
    threads: {
      count: Math.min(availableParallelism(), 4),
      worker: new URL('worker.js', import.meta.url),
    },
    out: (text) => void stdout.write(text),
    note: (text) => void stderr.write(text),
    stdin: process.stdin,
    exitCode: EXIT.inOrder,
  };
}

function report(error: unknown, cli: Cli, words: readonly string[]): Cli['exitCode'] {
  if (isCommanderError(error)) {
    if (error.exitCode === 0) return EXIT.inOrder;
    error = usageError(error, cli, words);
  }
  if (isDanganError(error)) {
    if (
      words.some(
        (word, at) => word === '--format=json' || (word === 'json' && words[at - 1] === '--format'),
      )
    ) {
      const [message, hint] = errorText(error, cli.say);
      cli.out(
        `${JSON.stringify({ schema: 'dangan/error@1', ok: false, error: { code: error.code, message, hint } }, null, 2)}\n`,
      );
    }
    const [message, hint] = errorText(error, cli.say);
    cli.note(
      `${cli.notePaint.red(cli.say.cli.error({ message }))}\n${cli.say.cli.hint({ hint })}\n`,
    );
    return error.exitCode;
  }
  cli.note(
    `${cli.notePaint.red(cli.say.cli.internal)}\n${error instanceof Error ? String(error.stack) : String(error)}\n`,
  );
  return EXIT.couldNotJudge;
}

function isCommanderError(error: unknown): error is CommanderError {
  return (
    error instanceof Error &&
    'exitCode' in error &&
    'code' in error &&
    String(error.code).startsWith('commander.')
  );
}

/** Commander's complaint in our words, with the nearest command or option. */
function usageError(error: CommanderError, cli: Cli, words: readonly string[]): DanganError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const command = commandNamed(words) ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return new DanganError('COMMAND_UNKNOWN', {
        command: quoted,
        nearest: nearest(quoted, Object.keys(COMMANDS)),
      });
    case 'commander.unknownOption': {
      const known =
        'options' in error && Array.isArray(error.options) ? (error.options as string[]) : [];
      return new DanganError('OPTION_UNKNOWN', {
        command,
        option: quoted,
        nearest: nearest(quoted, known),
      });
    }
    case 'commander.missingArgument':
      return new DanganError('USAGE', {
        what: cli.say.cli.missingArgument({ argument: quoted, command }),
      });
    case 'commander.optionMissingArgument':
      return new DanganError('USAGE', { what: cli.say.cli.missingValue({ option: quoted }) });
    case 'commander.excessArguments':
      return new DanganError('USAGE', { what: cli.say.cli.tooManyArguments({ command }) });
    default:
      return new DanganError('USAGE', { what: error.message.replace(/^error: /, '') });
  }
}
