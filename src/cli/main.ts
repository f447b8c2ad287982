import { readFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import type { Command } from 'commander';
import { beijingDay } from '../core/dates/beijing-day.js';
import { DanganError, EXIT } from '../errors.js';
import { messagesIn } from '../messages/index.js';
import { printableLines } from '../report/printable.js';
import { wrapNotes } from '../report/wrap.js';
import { VARIABLES, type Cli, type Surroundings } from './context.js';
import { failureOf } from './failure.js';
import { chooseLanguage, languageOrigin, optionValue } from './language.js';
import { outputTo, type Output } from './output.js';
import { paintFor, wantsColor } from './paint.js';
import { programFor } from './program.js';
import { asNegativeShare, commandNamed, isCommandWord, withoutStrayQuote } from './words.js';
import { refuseEmptyWords, refuseTwice } from './refused-words.js';
import { isCommanderError, usageError } from './usage-error.js';
import { refuseWideDashes } from './wrong-option.js';

/** Ctrl-C, `kill`, and a window that is closed while something runs in it. */
const INTERRUPTING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Run the command line. @returns the exit code; nothing below ends the process. */
export async function main(words: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  // The first Ctrl-C stops at the next safe point; a second one ends the process as it would without us.
  const onInterrupt = () => interrupt.abort(new DanganError('INTERRUPTED', {}));
  for (const each of INTERRUPTING) process.once(each, onInterrupt);
  const out = outputTo(1, () => process.stdout);
  const note = outputTo(2, () => process.stderr);
  const cli = await contextOf(words, { out, note }, interrupt.signal);
  await run(asOptions(asMeant(words)), cli);
  const failure = unwritable(await out.written());
  // What Ctrl-C has to say comes between two turns of the loop.
  await new Promise((resolve) => setImmediate(resolve));
  if (failure) cli.exitCode = report(failure, cli, undefined, undefined);
  for (const each of INTERRUPTING) process.off(each, onInterrupt);
  return interrupt.signal.aborted ? EXIT.interrupted : cli.exitCode;
}

function unwritable(failure: NodeJS.ErrnoException | undefined): DanganError | undefined {
  // `dangan check | head`: the reader has seen enough.
  if (failure === undefined || failure.code === 'EPIPE') return undefined;
  const reason = failure.code ?? failure.message;
  return new DanganError('OUTPUT_UNWRITABLE', { reason }, { cause: failure });
}

function asMeant(words: readonly string[]): readonly string[] {
  return process.platform === 'win32' ? words.map(withoutStrayQuote) : words;
}

/** `help`, `help check` and `-v`, which many programs know, in the form that commander knows. */
function asOptions(words: readonly string[]): readonly string[] {
  const at = words.findIndex((each, index) => each === '-v' || isCommandWord(words, index));
  const others = words.filter((_, index) => index !== at);
  if (words[at] === '-v') return ['--version', ...others];
  if (words[at] !== 'help') return words;
  // `help chek`: the nearest is named, as it is for `chek`.
  const unknown =
    commandNamed(others) === undefined && others.some((_, i) => isCommandWord(others, i));
  return unknown ? others : [...others, '--help'];
}

/** Carry out a command line; what it comes to is in `cli`. */
export async function run(words: readonly string[], cli: Cli): Promise<void> {
  const name = commandNamed(words);
  let program: Command | undefined;
  try {
    checkLanguage(words, cli);
    refuseEmptyWords(words, name, cli);
    program = await programFor(words, cli);
    refuseWideDashes(words, program, name, cli);
    refuseTwice(words, program, name, cli);
    const typed = name === 'score' ? words.map(asNegativeShare) : [...words];
    await program.parseAsync(typed, { from: 'user' });
  } catch (error) {
    if (isCommanderError(error) && error.exitCode === 0) return;
    // Nothing was asked for: `dangan`, `dangan --`, `dangan --no-color`.
    if (program && isCommanderError(error) && error.code === 'commander.help') {
      program.outputHelp();
      cli.exitCode = EXIT.usage;
      return;
    }
    const known =
      program && isCommanderError(error)
        ? await usageError(error, cli, program, words, name)
        : error;
    const { withPathMeant } = await import('./missing-path.js');
    const command = program?.commands.find((each) => each.name() === name);
    const told = await withPathMeant(known, words, command, cli);
    cli.exitCode = report(told, cli, name, machineForm(words));
  }
}

function checkLanguage(words: readonly string[], cli: Cli): void {
  if (chooseLanguage(words, process.env, () => '') !== undefined) return;
  const flag = optionValue(words, '--lang');
  const value = flag ?? process.env['DANGAN_LANG'] ?? '';
  const from = flag === undefined ? 'DANGAN_LANG' : '--lang';
  throw new DanganError('USAGE', {
    what: cli.say.cli.unknownLanguage({ value, from }),
    command: undefined,
  });
}

/** `watch` is JSON, too: a document a line. */
type MachineForm = 'json' | 'jsonl' | 'watch';

/** What programs asked to read on stdout is told in their form also when the run fails. */
function machineForm(words: readonly string[]): MachineForm | undefined {
  // `--format json` and `--format=json` are one text when the words stand in a line.
  const asked = /(?:^|\n)--(?:format|report)[\n=](jsonl?)(?:=-)?(?:\n|$)/.exec(words.join('\n'));
  if (asked?.[1] === 'json' && words.includes('--watch')) return 'watch';
  return asked ? (asked[1] as MachineForm) : undefined;
}

/** Variables that change what is printed, or what is found. */
const TELLING = [
  'DANGAN_LANG',
  'DANGAN_PRESET',
  'DANGAN_FAIL_ON',
  'LC_ALL',
  'LC_MESSAGES',
  'LANG',
  'NO_COLOR',
  'FORCE_COLOR',
  'TERM',
  'COLUMNS',
];

function surroundingsOf(words: readonly string[], isTerminal: boolean): Surroundings {
  const { env } = process;
  const variables = TELLING.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  return {
    languageFrom: languageOrigin(words, env),
    isTerminal,
    variables: Object.fromEntries(variables) as Record<string, string>,
  };
}

async function contextOf(
  words: readonly string[],
  { out, note }: { readonly out: Output; readonly note: Output },
  signal: AbortSignal,
): Promise<Cli> {
  const { env } = process;
  // Elsewhere the environment has said all there is; and the first use of Intl takes as long as a small check.
  const systemLocale = () =>
    /^(win32|darwin)$/.test(process.platform) ? new Intl.Collator().resolvedOptions().locale : 'en';
  // That nobody speaks the one of --lang is told in the one that is set.
  const language =
    chooseLanguage(words, env, systemLocale) ?? chooseLanguage([], env, systemLocale) ?? 'zh-CN';
  // What goes to a file or another program stays in whole lines.
  const columnsOf = ({ isTerminal, columns }: Output) =>
    isTerminal ? columns : Number(env['COLUMNS']);
  const noteColumns = columnsOf(note) || Infinity;
  const packageFile = new URL('../package.json', import.meta.url);
  return {
    // Asked for by those who need it: it may have been removed.
    get cwd() {
      return process.cwd();
    },
    language,
    say: messagesIn(language),
    paint: await paintFor(wantsColor(env, words, out.isTerminal)),
    notePaint: await paintFor(wantsColor(env, words, note.isTerminal)),
    columns: columnsOf(out) || 80,
    interactive: note.isTerminal,
    today: beijingDay(Date.now()),
    version: (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version,
    signal,
    threads: {
      count: Math.min(availableParallelism(), 4),
      worker: new URL('worker.js', import.meta.url),
    },
    out: (text) => out.write(text),
    note: (text) => note.write(wrapNotes(text, noteColumns)),
    searchPath: env['PATH'] ?? env['Path'] ?? '',
    environment: Object.fromEntries(VARIABLES.map((name) => [name, env[name]])),
    soffice: env['DANGAN_SOFFICE'],
    stepSummary: env['GITHUB_STEP_SUMMARY'] || undefined,
    home: homeFolder(),
    keyPassword: env['DANGAN_KEY_PASSWORD'],
    // Made when it is asked for: that takes as long as reading a small archive.
    get stdin() {
      return process.stdin;
    },
    surroundings: () => surroundingsOf(words, out.isTerminal),
    exitCode: EXIT.inOrder,
  };
}

/** Empty where the user has none: a number without a name in a container. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

function report(
  thrown: unknown,
  cli: Cli,
  name: string | undefined,
  form: MachineForm | undefined,
): Cli['exitCode'] {
  const { code, message, hint, exitCode } = failureOf(thrown, cli.say);
  const failure = { ok: false, error: { code, message, hint } };
  if (form === 'json')
    cli.out(`${JSON.stringify({ schema: `dangan/${name ?? 'error'}@1`, ...failure }, null, 2)}\n`);
  if (form === 'watch') cli.out(`${JSON.stringify({ schema: 'dangan/watch@1', ...failure })}\n`);
  if (form === 'jsonl')
    cli.out(`${JSON.stringify({ schema: 'dangan/check-line@1', type: 'error', ...failure })}\n`);
  cli.note(`${cli.notePaint.red(cli.say.cli.error({ message }))}\n${cli.say.cli.hint({ hint })}\n`);
  if (code === 'INTERNAL' && thrown instanceof Error && thrown.stack)
    cli.note(`${printableLines(thrown.stack)}\n`);
  return exitCode;
}
