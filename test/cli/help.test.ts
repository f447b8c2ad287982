/** What `--help` shows of every command, on narrow and wide terminals, in both languages. */
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import type { Cli } from '../../src/cli/context.js';
import { PLAIN } from '../../src/cli/paint.js';
import { buildProgram } from '../../src/cli/program.js';
import { messagesIn } from '../../src/messages/index.js';
import { textWidth } from '../../src/report/text-width.js';
import { dangan } from '../helpers/cli.js';

function* eachCommand(command: Command): Generator<Command> {
  yield command;
  for (const each of command.commands) yield* eachCommand(each);
}

/** By command, the lines of its help but for the examples. */
async function helpOf(language: 'zh-CN' | 'en', columns: number) {
  const context = {
    say: messagesIn(language),
    paint: PLAIN,
    columns,
    version: '0',
    out: () => undefined,
  };
  const program = await buildProgram(context as unknown as Cli, undefined);
  return [...eachCommand(program)].map((command) => command.helpInformation().split('\n'));
}

describe.each([
  ['zh-CN', 80],
  ['zh-CN', 120],
  ['en', 80],
  ['en', 120],
] as const)('in %s on %i columns', (language, columns) => {
  test('no line is wider than the terminal', async () => {
    const lines = (await helpOf(language, columns)).flat();
    expect(lines.filter((line) => textWidth(line) > columns)).toEqual([]);
  });

  test('no line begins with a mark, or is a word left over', async () => {
    const lines = (await helpOf(language, columns)).flat();
    const after = lines.filter((line) => /^ {8,}\S/.test(line)).map((line) => line.trim());
    expect(after.filter((line) => /^(?:[，。；：、）”?!,;:)]|\.(?:\s|$))/u.test(line))).toEqual([]);
    expect(after.filter((line) => textWidth(line) < 6)).toEqual([]);
  });
});

test('in Chinese, what is to be filled in is named in Chinese', async () => {
  const lines = (await helpOf('zh-CN', 80)).flat();
  const english = lines.join('\n').match(/<[a-z=.]+>|\[[a-z.]+\]/g);
  expect(new Set(english)).toEqual(new Set(['<shell>']));
});

test('so it is where something is missing', () => {
  expect(dangan(['verify']).note).toContain('`dangan verify` 还要写上 <包>');
  expect(dangan(['unpack', 'a.zip']).note).toContain('--to <文件夹>');
});
