/** Words of a command line that commander takes, and nobody can have meant. */
import type { Command, Option } from 'commander';
import { DanganError } from '../errors.js';
import type { Cli } from './context.js';

/**
 * `--to ""`, `"$FOLDER"` where nothing is in the variable: taken for the folder here by everybody else.
 *
 * @throws {DanganError} USAGE
 */
export function refuseEmptyWords(
  words: readonly string[],
  name: string | undefined,
  cli: Cli,
): void {
  // It asks to complete a word of which nothing is typed yet.
  if (name === 'complete') return;
  const at = words.findIndex((word) => word === '' || /^--[a-z-]+=$/.test(word));
  if (at < 0) return;
  const before = words[at]?.startsWith('--') ? words[at].slice(0, -1) : words[at - 1];
  const option = before?.startsWith('-') && before !== '--' ? before : undefined;
  throw new DanganError('USAGE', { what: cli.say.cli.emptyWord({ option }), command: name });
}

/** What people ask for several of at once. Of what only says how, the last one counts, as everywhere. */
const ONE_ONLY: ReadonlySet<string> = new Set(['--indicator', '--owner', '--to', '--output']);

/**
 * `--indicator 1 --indicator 2`, where only the last would count.
 *
 * @throws {DanganError} USAGE
 */
export function refuseTwice(
  words: readonly string[],
  program: Command,
  name: string | undefined,
  cli: Cli,
): void {
  const own = program.commands.find((each) => each.name() === name);
  const below = own?.commands.find((each) => words.includes(each.name()));
  const options = [own, below].flatMap((command) => command?.options ?? []);
  for (const option of options.filter(isOneOnly)) {
    const values = valuesOf(option, words);
    if (new Set(values).size < 2) continue;
    const what = cli.say.cli.optionTwice({ option: option.long ?? option.flags, values });
    const command = below ? `${name ?? ''} ${below.name()}` : name;
    throw new DanganError('USAGE', { what, command });
  }
}

/** Some commands gather them. */
function isOneOnly({ long, parseArg }: Option): boolean {
  return ONE_ONLY.has(long ?? '') && (parseArg as unknown) === undefined;
}

function valuesOf({ long, short }: Option, words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  const own = end < 0 ? words : words.slice(0, end);
  return own.flatMap((word, at) => {
    if (word === long || word === short) return own[at + 1] ?? [];
    return long !== undefined && word.startsWith(`${long}=`) ? word.slice(long.length + 1) : [];
  });
}
