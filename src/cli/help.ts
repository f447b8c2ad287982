import type { Argument, Command, Option } from 'commander';
import type { Cli } from './context.js';
import { EXIT } from '../errors.js';
import type { Examples } from '../messages/examples.js';
import { textWidth } from '../report/text-width.js';
import { wrap } from '../report/wrap.js';

/** Put examples at the head of a command's help: most people read no further. */
export function addExamples(command: Command, cli: Cli, examples: Examples): Command {
  return command.addHelpText('before', () => `${examplesText(cli, examples)}\n`);
}

function examplesText(cli: Cli, examples: Examples): string {
  const width = Math.max(...examples.map(([words]) => textWidth(words)));
  const beside = examples.every(([, does]) => 2 + width + 3 + textWidth(does) <= cli.columns);
  const lines = examples.map(([words, does]) =>
    beside
      ? `  ${cli.paint.cyan(words)}${' '.repeat(width - textWidth(words))}   ${does}`
      : `  ${cli.paint.cyan(words)}\n      ${does}`,
  );
  return [cli.paint.bold(cli.say.cli.help.examples), ...lines].join('\n');
}

/** A command that only holds others: without one of them it is wrong usage, and shows which there are. */
export function helpAlone(group: Command, cli: Cli): void {
  group.action(() => {
    group.outputHelp();
    cli.exitCode = EXIT.usage;
  });
}

/** The words that commander prints by itself, in the user's language. */
export function configureHelp(program: Command, cli: Cli): void {
  const { help } = cli.say.cli;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Global Options:': help.globalOptions,
    'Commands:': help.commands,
  };
  program.configureHelp({
    displayWidth: (text) => textWidth(text),
    // Commander breaks lines at blanks alone, of which Chinese has few.
    boxWrap: (text, width) => withoutOrphan(text, width).join('\n'),
    helpWidth: cli.columns,
    showGlobalOptions: true,
    styleTitle: (title) => cli.paint.bold(titles[title] ?? title),
    commandUsage: (command) => {
      const names = [];
      for (let each: Command | null = command; each; each = each.parent) names.unshift(each.name());
      return [...names, usageOf(command, help)].join(' ');
    },
    subcommandTerm: (command) =>
      [command.name(), ...command.registeredArguments.map((each) => bracketed(each, help))].join(
        ' ',
      ),
    optionTerm: ({ flags }) => inWords(flags, help),
    argumentTerm: (argument) => valueName(nameOf(argument), help),
    optionDescription: (option) => {
      const value: unknown = option.defaultValue;
      const preset = typeof value === 'string' ? help.default({ value }) : '';
      return `${described(option, help)}${preset}`;
    },
    argumentDescription: (argument) => described(argument, help),
  });
}

/** Columns that the last line of several has at least, where that takes no more lines. */
const LEAST = 12;

/** Broken so that no single word is left over for the last line. */
function withoutOrphan(text: string, width: number): readonly string[] {
  let lines = wrap(text, width);
  for (let room = width - 1; room > width / 2; room -= 1) {
    if (lines.length < 2 || textWidth(lines.at(-1) ?? '') >= LEAST) break;
    const narrower = wrap(text, room);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

function described(of: Option | Argument, help: Cli['say']['cli']['help']): string {
  const values = of.argChoices?.join(', ');
  return values === undefined ? of.description : `${of.description}${help.choices({ values })}`;
}

function usageOf(command: Command, help: Cli['say']['cli']['help']): string {
  const words = command.registeredArguments.map((argument) => bracketed(argument, help));
  if (command.commands.length > 0) words.unshift(`<${help.commandWord}>`);
  return [...words, `[${help.optionsWord}]`].join(' ');
}

type Words = Cli['say']['cli']['help'];
type Named = Pick<Argument, 'name' | 'required' | 'variadic'>;

function bracketed(argument: Named, help: Words): string {
  const name = valueName(nameOf(argument), help);
  return argument.required ? `<${name}>` : `[${name}]`;
}

function nameOf(argument: Named): string {
  return argument.variadic ? `${argument.name()}...` : argument.name();
}

/** `files...` in the user's language. */
function valueName(name: string, { valueNames }: Words): string {
  const [, word = name, dots = ''] = /^(.*?)(\.\.\.)?$/.exec(name) ?? [];
  return `${valueNames[word] ?? word}${dots}`;
}

/** `--to <code>`, with what stands in brackets in the user's language. */
export function inWords(flags: string, help: Words): string {
  return flags.replace(
    /([<[])([^\]>]+)([\]>])/g,
    (_, open: string, name: string, close: string) => `${open}${valueName(name, help)}${close}`,
  );
}
