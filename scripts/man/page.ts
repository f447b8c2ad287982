/** The man page, made of the commands' own declarations. */
import type { Command, Option } from 'commander';
import { buildProgram } from '../../src/cli/program.js';
import { EXIT } from '../../src/errors.js';
import { commandsOf, examplesOf, silentCli } from '../reference/commands.js';
import { VARIABLES } from '../reference/environment.js';
import { EXIT_WORDS } from '../reference/codes.js';
import type { Tongue, Words } from '../reference/languages.js';
import { roff, typed } from './roff.js';

type Cli = ReturnType<typeof silentCli>;

const FILES: readonly (readonly [path: string, words: Words])[] = [
  [
    'dangan.yaml',
    ['档案的设置；有它的文件夹就是一个档案', 'settings; the folder that has it is an archive'],
  ],
  ['criteria.yaml', ['测评体系', 'the scoring system']],
  ['ledger.yaml', ['一个文件夹的台账', 'the ledger of a folder']],
  ['scores.yaml', ['自评分里由人定的部分', 'what people decide of the self score']],
  ['waivers.yaml', ['有意放过的问题', 'findings that are accepted on purpose']],
  [
    '.dangan/',
    [
      '日志、废件箱，和可以随时删除的缓存',
      'journal, trash, and a cache that may be removed at any time',
    ],
  ],
];

export async function manPage(tongue: Tongue, version: string): Promise<string> {
  const { pick } = tongue;
  const cli = silentCli(tongue.language);
  const program = await buildProgram(cli, undefined);
  const { description } = cli.say.cli;
  const commands = commandsOf(program);
  return [
    '.\\" -*- coding: utf-8 -*-',
    `.TH DANGAN 1 "" "dangan ${version}" "dangan"`,
    // Neither hyphens nor blanks put in: lines of two scripts look ragged otherwise.
    '.nh',
    '.ad l',
    head(pick(['名称', 'NAME'])),
    `dangan \\- ${roff(description)}`,
    head(pick(['用法', 'SYNOPSIS'])),
    `.B dangan`,
    roff(pick(['<命令> [参数] [选项]', '<command> [arguments] [options]'])),
    head(pick(['示例', 'EXAMPLES'])),
    ...examples(program, cli),
    head(pick(['命令', 'COMMANDS'])),
    ...commands.flatMap((command) => commandText(command, cli)),
    head(pick(['通用选项', 'GLOBAL OPTIONS'])),
    ...optionTexts(program),
    head(pick(['退出码', 'EXIT STATUS'])),
    ...Object.entries(EXIT_WORDS).flatMap(([key, words]) =>
      item(String(EXIT[key as keyof typeof EXIT]), pick(words)),
    ),
    head(pick(['环境变量', 'ENVIRONMENT'])),
    ...Object.entries(VARIABLES).flatMap(([name, words]) => item(name, plain(pick(words)))),
    head(pick(['文件', 'FILES'])),
    ...FILES.flatMap(([path, words]) => item(path, pick(words))),
    '',
  ].join('\n');
}

function head(text: string): string {
  return `.SH ${text}`;
}

function commandText(command: Command, cli: Cli): readonly string[] {
  return [
    `.SS ${typed(command.createHelp().commandUsage(command))}`,
    roff(command.description()),
    ...command.registeredArguments.flatMap((argument) =>
      item(
        command.createHelp().argumentTerm(argument),
        command.createHelp().argumentDescription(argument),
      ),
    ),
    ...optionTexts(command),
    ...examples(command, cli),
  ];
}

function optionTexts(command: Command): readonly string[] {
  const help = command.createHelp();
  const isOwn = ({ long }: Option) => command.parent === null || long !== '--help';
  return help
    .visibleOptions(command)
    .filter(isOwn)
    .flatMap((option) => item(help.optionTerm(option), help.optionDescription(option)));
}

function item(words: string, text: string): readonly string[] {
  return ['.TP', `.B ${typed(words)}`, roff(plain(text))];
}

/** What is typed, and below it what that does. */
function examples(command: Command, { printed }: Cli): readonly string[] {
  const [, ...lines] = examplesOf(command, printed).split('\n');
  return lines.flatMap((line) => {
    const [, words, does] = /^ {2}(\S.*?)(?: {3,}(.*))?$/.exec(line) ?? [];
    if (words === undefined) return [roff(line.trim())];
    return ['.TP', `.I ${typed(words)}`, ...(does === undefined ? [] : [roff(does)])];
  });
}

function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll('\n', ' ');
}
