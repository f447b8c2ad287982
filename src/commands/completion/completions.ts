/** What a word on the command line may become: told by the commands' own declarations, and by the archive around. */
import type { Argument, Option } from 'commander';
import type { Cli, ProgramFor } from '../../cli/context.js';
import { typed } from '../../core/system/meant.js';
import { optionsAt, placeOf, type Place } from './place.js';
import { about, sourceOf, type Candidate, type Found } from './sources.js';

export interface Completions {
  readonly candidates: readonly Candidate[];
  /** Where no candidate fits, the shell's own completion of names does. */
  readonly names: 'files' | 'folders' | undefined;
  /** The word goes on behind the candidate: no blank comes after it. */
  readonly isOpen: boolean;
  /** How much of the word comes before such a name: `--report=json=`. */
  readonly kept: number;
}

/** @param before - The words before the current one, without the program's name. */
export async function completionsOf(
  before: readonly string[],
  current: string,
  cli: Cli,
  programFor: ProgramFor,
): Promise<Completions> {
  const [first] = before;
  const words = first === 'help' ? before.slice(1) : before;
  const program = await programFor(words, cli);
  const place = placeOf(program, words, current);
  const head = place.due.is === 'value' ? place.due.head : '';
  const found = await foundAt(place, current.slice(head.length), cli);
  const fits = fitting(found.candidates, current.slice(head.length));
  return {
    candidates: fits.map(({ word, about }) => ({ word: head + word, about })),
    names: found.names,
    isOpen: found.isOpen === true,
    kept: head.length + (found.kept ?? 0),
  };
}

async function foundAt(place: Place, current: string, cli: Cli): Promise<Found> {
  const { due } = place;
  switch (due.is) {
    case 'command': {
      const commands = due.of.commands.map((each) => about(each.name(), each.description()));
      // `score` may be followed by a folder as well as by `set`.
      const [argument] = due.of.registeredArguments;
      const found = argument && (await valuesOf(argument, place, current, cli));
      return { ...found, candidates: [...commands, ...(found?.candidates ?? [])] };
    }
    case 'option':
      return { candidates: optionsFor(place, cli) };
    case 'value':
      return valuesOf(due.option, place, current, cli);
    case 'argument':
      return due.argument ? valuesOf(due.argument, place, current, cli) : { candidates: [] };
  }
}

/** Those not typed yet; what takes a value may come again. */
function optionsFor({ command, given }: Place, cli: Cli): readonly Candidate[] {
  const free = optionsAt(command).filter(
    ({ long, required }) => long && (required || !given.has(long)),
  );
  return [
    ...free.map(({ long, description }) => about(long ?? '', description)),
    about('--help', cli.say.cli.help.help),
  ];
}

async function valuesOf(
  of: Option | Argument,
  place: Place,
  current: string,
  cli: Cli,
): Promise<Found> {
  if (of.argChoices) return { candidates: of.argChoices.map((word) => ({ word })) };
  return sourceOf(of)({ place, current, cli });
}

/** Those that begin as what is typed; full-width or half-width is the keyboard's state. */
function fitting(candidates: readonly Candidate[], current: string): readonly Candidate[] {
  const start = typed(current);
  return candidates.filter(
    // What no line can hold is left out.
    ({ word }) => typed(word).startsWith(start) && !/\p{Cc}/u.test(word),
  );
}
