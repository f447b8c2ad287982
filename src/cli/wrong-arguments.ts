/** Arguments that are missing, too many, or none of the values that there are. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { choiceMeant } from '../commands/options/choice-meant.js';
import { DanganError } from '../errors.js';
import { quoted } from '../messages/quoted.js';
import { commandOf } from './command-typed.js';
import type { Cli } from './context.js';
import { inWords } from './help.js';

/** All that is still to be written, at once. */
export function missing(program: Command, command: string, cli: Cli): string {
  const { missing: say, help } = cli.say.cli;
  const own = commandOf(program, command);
  const given = own?.args.length ?? 0;
  const absent = [
    ...(own?.registeredArguments.slice(given) ?? [])
      .filter((each) => each.required)
      .map((each) => inWords(`<${each.name()}${each.variadic ? '...' : ''}>`, help)),
    ...(own?.options ?? [])
      .filter((each) => each.mandatory && own?.getOptionValue(each.attributeName()) === undefined)
      .map((each) => inWords(each.flags, help)),
  ];
  return say({ absent, command });
}

/** Commands that are about one bundle, for which `*.zip` is soon typed. */
const OF_ONE_BUNDLE = ['verify', 'unpack', 'receipt'];

export function severalBundles(program: Command, command: string): DanganError | undefined {
  if (!OF_ONE_BUNDLE.includes(command)) return undefined;
  const paths = program.commands.find((each) => each.name() === command)?.args ?? [];
  // The form is no bundle: `receipt 迎检包.zip 登记表.html`.
  if (command === 'receipt' && /\.(html?|docx|pdf)$/i.test(paths[1] ?? '')) return undefined;
  const rest = command === 'unpack' ? ' --to …' : '';
  const typed = (path: string) => `dangan ${command} ${quoted(path)}${rest}`;
  return new DanganError('BUNDLE_ONE_AT_A_TIME', {
    command,
    count: paths.length,
    each: paths.slice(0, 3).map(typed),
    // The shell has taken a path with blanks apart, unless its first part has an ending already.
    whole: /\.(zip|tar|gz|tgz)$/i.test(paths[0] ?? '') ? undefined : typed(paths.join(' ')),
  });
}

/** A fact after a fact, as in `--profile a=1 b=2`: each wants its option. */
export function tooMany(program: Command, command: string, cli: Cli): string {
  const own = commandOf(program, command);
  const given = own?.args ?? [];
  const [surplus = ''] = given.slice(own?.registeredArguments.length ?? 0);
  const fact = command === 'init' ? given.find((word) => /^[^=]+=/.test(word)) : undefined;
  if (fact !== undefined) return cli.say.cli.factAlone({ fact });
  const whole = given.join(' ');
  const option = isOptionLost(command, surplus, cli) ? OPTION_FOR[command] : undefined;
  const isThere = existsSync(resolve(cli.cwd, whole));
  const typed = isThere ? quoted(whole) : option && `${option} ${quoted(surplus)}`;
  return cli.say.cli.tooManyArguments({
    command,
    surplus,
    meant: typed === undefined ? undefined : `dangan ${command} ${isThere ? '' : '… '}${typed}`,
  });
}

/** May a word too many be meant for the option in question? */
function isOptionLost(command: string, word: string, { cwd }: Cli): boolean {
  if (command === 'init') return /\.ya?ml$/i.test(word);
  return OPTION_FOR[command] !== '--indicator' || !existsSync(resolve(cwd, word));
}

/** The option for which one word too many may be meant. */
const OPTION_FOR: Readonly<Record<string, string>> = {
  waive: '--indicator',
  status: '--indicator',
  bind: '--indicator',
  catalogue: '--indicator',
  notice: '--owner',
  init: '--system',
  demo: '--keep',
  keygen: '-o',
  receipt: '-o',
};

/** Commander gives these facts as one English sentence only. */
export function invalidValue(message: string, cli: Cli): string {
  const ofArgument =
    /command-argument value '(?<value>.*)' is invalid for argument '(?<name>[^']*)'\.\s*(?<why>.*)$/s;
  const ofOption = /option '(?<name>[^']*)' argument '(?<value>.*)' is invalid\.\s*(?<why>.*)$/s;
  const told = ofArgument.exec(message) ?? ofOption.exec(message);
  const { name = '', value = '', why = '' } = told?.groups ?? {};
  const choices = /^Allowed choices are (.*)\.$/s.exec(why)?.[1]?.split(', ');
  return cli.say.cli.invalidValue({
    option: name.split(/[ ,]+/).at(-2) ?? inWords(`<${name}>`, cli.say.cli.help),
    value,
    allowed: choices?.join(cli.say.cli.listed) ?? why.replace(/\.$/, ''),
    nearest: choices && choiceMeant(value, choices, cli.say),
  });
}
