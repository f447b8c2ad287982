/** The command that was typed, in the tree of all commands. */
import type { Command } from 'commander';

/** `pack`, `ledger set`. */
export function commandOf(program: Command, name: string): Command | undefined {
  let found: Command | undefined = program;
  for (const word of name.split(' ')) found = found?.commands.find((each) => each.name() === word);
  return found;
}

/** A command with commands of its own. */
export function groupNamed(program: Command, name: string | undefined): Command | undefined {
  return program.commands.find((each) => each.name() === name && each.commands.length > 0);
}

/** Of the program, and of a command, long. */
export function optionsOf(program: Command, group: Command | undefined, name: string): string[] {
  const below = group?.commands.filter((each) => `${group.name()} ${each.name()}` === name) ?? [];
  // A group may be a command itself: `score`, and `score set`.
  const own = program.commands.filter((command) => command.name() === name);
  return [program, ...own, ...below].flatMap((command) => [
    '--help',
    ...command.options.flatMap((option) => option.long ?? []),
  ]);
}

/** The same, short. */
export function shortsOf(program: Command, name: string): string[] {
  const own = program.commands.filter((command) => command.name() === name);
  return own.flatMap(({ options }) => options.flatMap(({ short }) => short ?? []));
}
