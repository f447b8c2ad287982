/** The commands and their options, as commander knows them. */
import type { Command, Option } from 'commander';
import type { Cli } from '../../src/cli/context.js';
import { PLAIN } from '../../src/cli/paint.js';
import { buildProgram } from '../../src/cli/program.js';
import { EXIT } from '../../src/errors.js';
import { messagesIn, type Language } from '../../src/messages/index.js';
import { code, pageOf, table, type Tongue } from './languages.js';

/** What a command needs to tell what it does, and what it prints. */
export function silentCli(language: Language): Cli & { readonly printed: readonly string[] } {
  const printed: string[] = [];
  return {
    printed,
    cwd: '/',
    language,
    say: messagesIn(language),
    paint: PLAIN,
    notePaint: PLAIN,
    columns: 100,
    interactive: false,
    today: '2026-11-22',
    version: '',
    signal: new AbortController().signal,
    threads: { count: 1, worker: new URL('file:///none') },
    out: (text) => void printed.push(text),
    note: (text) => void printed.push(text),
    searchPath: '',
    environment: {},
    soffice: undefined,
    stepSummary: undefined,
    home: '/',
    keyPassword: undefined,
    stdin: process.stdin,
    exitCode: EXIT.inOrder,
  };
}

/** Every command, those below a group behind it. */
export function commandsOf(program: Command): readonly Command[] {
  return program.commands.flatMap((command) => [command, ...commandsOf(command)]);
}

export function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

/** What stands above the help of a command. */
export function examplesOf(command: Command, printed: readonly string[]): string {
  const before = printed.length;
  command.outputHelp();
  const [examples = ''] = printed.slice(before);
  return examples.startsWith(' ') || /\n {2}dangan/.test(examples) ? examples.trimEnd() : '';
}

export async function commandsPage(tongue: Tongue): Promise<string> {
  const { pick } = tongue;
  const cli = silentCli(tongue.language);
  const program = await buildProgram(cli, undefined);
  const commands = commandsOf(program);
  const { help } = cli.say.cli;
  const list = table(
    [pick(['命令', 'command']), pick(['作用', 'what it does'])],
    commands.map((each) => [
      `[${nameOf(each)}](#${nameOf(each).replaceAll(' ', '-')})`,
      each.description(),
    ]),
  );
  const global = optionsTable(program, tongue);
  return pageOf(
    tongue,
    ['命令', 'Commands'],
    [
      '全部命令和选项。命令行上 `dangan 命令 --help` 显示的就是这些。',
      'All commands and options, as `dangan COMMAND --help` shows them.',
    ],
    [
      list,
      `## ${help.globalOptions.replace(/[：:]$/, '')}`,
      global,
      ...commands.flatMap((each) => partsOf(each, tongue, cli)),
    ],
  );
}

function partsOf(command: Command, tongue: Tongue, cli: ReturnType<typeof silentCli>): string[] {
  const { pick } = tongue;
  const [, ...examples] = examplesOf(command, cli.printed).split('\n');
  const usage = command.createHelp().commandUsage(command);
  const words = command.registeredArguments.map((argument) => [
    code(command.createHelp().argumentTerm(argument)),
    argument.description,
  ]);
  return [
    `## ${nameOf(command)}`,
    command.description(),
    `\`\`\`text\n${usage}\n\`\`\``,
    examples.length > 0
      ? `\`\`\`text\n${examples.map((line) => line.slice(2)).join('\n')}\n\`\`\``
      : '',
    words.length > 0 ? table([pick(['参数', 'argument']), pick(['意思', 'meaning'])], words) : '',
    command.options.length > 0 ? optionsTable(command, tongue) : '',
  ];
}

function optionsTable(command: Command, { pick }: Tongue): string {
  const help = command.createHelp();
  const shown = (option: Option) => [code(help.optionTerm(option)), help.optionDescription(option)];
  const options = help.visibleOptions(command);
  const own = command.parent ? options.filter(({ long }) => long !== '--help') : options;
  return own.length === 0
    ? ''
    : table([pick(['选项', 'option']), pick(['作用', 'what it does'])], own.map(shown));
}
