/** Options that there are not, and what was meant by them. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { nearest } from '../core/text.js';
import { DanganError } from '../errors.js';
import { commandOf, groupNamed, optionsOf, shortsOf } from './command-typed.js';
import { COMMANDS } from './commands.js';
import type { Cli } from './context.js';

/** `--write=yes`, `--formt=json`, `--to：1.1`: what stands behind the sign is its value. */
export async function unknownOption(
  word: string,
  program: Command,
  group: Command | undefined,
  command: string,
  cli: Cli,
): Promise<DanganError> {
  const [, option = word, value = ''] = /^([^=＝:：]+)[=＝:：](.*)$/su.exec(word) ?? [];
  const options = optionsOf(program, group, command);
  const isOwn = options.includes(option);
  if (option !== word && isOwn && word[option.length] === '=') {
    const what = cli.say.cli.takesNoValue({ option });
    return new DanganError('USAGE', { what, command });
  }
  const place = `${command} ${option === '-o' ? '--output' : option}`;
  const { instead: told } = cli.say.cli;
  const instead = Object.hasOwn(told, place) ? told[place] : undefined;
  const near = isOwn ? `${option} ${value}` : nearest(option, options);
  const isCommand = command === '' && Object.hasOwn(COMMANDS, option.slice(2));
  return new DanganError('OPTION_UNKNOWN', {
    command,
    option: isOwn ? word : option,
    nearest: instead ? undefined : isCommand ? `dangan ${option.slice(2)}` : near,
    instead,
    owners: instead || near || isCommand ? [] : await optionOwners(option, cli),
  });
}

/** Of other commands: the option was right, and the command was not. */
async function optionOwners(option: string, cli: Cli): Promise<readonly string[]> {
  const { programFor } = await import('./program.js');
  const { commands } = await programFor([], cli);
  const has = ({ options }: Command) => options.some(({ long }) => long === option);
  const owners = commands.flatMap((each) => [
    ...(has(each) ? [each.name()] : []),
    ...each.commands.filter(has).map((below) => `${each.name()} ${below.name()}`),
  ]);
  return owners.length <= MOST_OWNERS ? owners : [];
}

const MOST_OWNERS = 4;

/** The first word that looks like an option and is none. */
export function strangeOption(
  words: readonly string[],
  program: Command,
  group: Command | undefined,
  command: string,
): string | undefined {
  const known = [...optionsOf(program, group, command), ...shortsOf(program, command), '-h', '-V'];
  const values = new Set(commandOf(program, command)?.options.map((each) => String(valueOf(each))));
  return words.find(
    (word) =>
      /^-+[^\d\s-]/.test(word) && !known.includes(word.split('=')[0] ?? '') && !values.has(word),
  );

  function valueOf({ long }: { readonly long?: string | undefined }): string | undefined {
    return words[words.indexOf(long ?? '') + 1];
  }
}

/** Signs that a Chinese keyboard, or an editor, writes for a hyphen. */
const WIDE_DASH = /^[-‐-―−－﹣﹘⸺⸻ー]*[‐-―−－﹣﹘⸺⸻ー][-‐-―−－﹣﹘⸺⸻ー]*/u;

/**
 * `——write`, `—write`, `－－write`: meant for an option, and taken for a file by everybody else.
 *
 * @throws {DanganError} OPTION_UNKNOWN, with the option as it is typed.
 */
export function refuseWideDashes(
  words: readonly string[],
  program: Command,
  name: string | undefined,
  cli: Cli,
): void {
  const end = words.indexOf('--');
  for (const word of end < 0 ? words : words.slice(0, end)) {
    if (!WIDE_DASH.test(word) || existsSync(resolve(cli.cwd, word))) continue;
    const [typed = ''] = word.replace(WIDE_DASH, '').normalize('NFKC').split('=');
    const group = groupNamed(program, name);
    const sub = group?.commands.find((each) => words.includes(each.name()))?.name();
    const command = sub === undefined ? (name ?? '') : `${name ?? ''} ${sub}`;
    const options = [...optionsOf(program, group, command), ...shortsOf(program, command)];
    const near = nearest(`--${typed}`, options);
    const option = options.find((each) => each === `-${typed}`) ?? near;
    if (typed !== '' && option !== undefined) {
      throw new DanganError('OPTION_UNKNOWN', {
        command,
        option: word,
        nearest: option,
        owners: [],
      });
    }
  }
}
