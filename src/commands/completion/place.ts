/** Where on the command line the cursor is, as the commands themselves are declared. */
import type { Argument, Command, Option } from 'commander';

/** What is to be completed there. */
type Due =
  | { readonly is: 'command'; readonly of: Command }
  | { readonly is: 'option' }
  /** What comes after an option; `head` of the word is the option itself: `--format=`. */
  | { readonly is: 'value'; readonly option: Option; readonly head: string }
  | { readonly is: 'argument'; readonly argument: Argument | undefined };

export interface Place {
  /** The innermost command that is named. */
  readonly command: Command;
  readonly due: Due;
  /** Values by the option's long name. */
  readonly given: ReadonlyMap<string, string>;
  /** Words that are neither options nor their values. */
  readonly words: readonly string[];
}

/**
 * @param program - With the command that is named, or with all.
 * @param before - The words before the current one.
 */
export function placeOf(program: Command, before: readonly string[], current: string): Place {
  let command = program;
  const given = new Map<string, string>();
  let words: string[] = [];
  let pending: Option | undefined;
  let isPast = false;
  for (const word of before) {
    if (pending) {
      given.set(pending.long ?? '', word);
      pending = undefined;
    } else if (word === '--' && !isPast) isPast = true;
    else if (!isPast && word.startsWith('-')) {
      const [name, value] = splitOnce(word);
      const option = optionNamed(command, name);
      if (value !== undefined) given.set(name, value);
      else if (option?.required) pending = option;
      else given.set(option?.long ?? name, '');
    } else {
      const inner = words.length === 0 && command.commands.find((each) => each.name() === word);
      if (inner) command = inner;
      else words = [...words, word];
    }
  }
  return { command, given, words, due: dueAt(command, pending, isPast, words, current) };
}

function dueAt(
  command: Command,
  pending: Option | undefined,
  isPast: boolean,
  words: readonly string[],
  current: string,
): Due {
  if (pending) return { is: 'value', option: pending, head: '' };
  if (!isPast && current.startsWith('-')) {
    const [name, value] = splitOnce(current);
    const option = value === undefined ? undefined : optionNamed(command, name);
    return option ? { is: 'value', option, head: `${name}=` } : { is: 'option' };
  }
  if (command.commands.length > 0 && words.length === 0) return { is: 'command', of: command };
  const all = command.registeredArguments;
  const last = all.at(-1);
  return {
    is: 'argument',
    argument: all[words.length] ?? (last?.variadic === true ? last : undefined),
  };
}

function optionNamed(command: Command, name: string): Option | undefined {
  return optionsAt(command).find(({ long, short }) => long === name || short === name);
}

/** Options of a command and of those that it is a part of. */
export function optionsAt(command: Command): readonly Option[] {
  const own = command.options.filter((option) => !option.hidden);
  return command.parent ? [...own, ...optionsAt(command.parent)] : own;
}

function splitOnce(word: string): readonly [string, string?] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}
