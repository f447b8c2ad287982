import type { Command } from 'commander';
import type { Cli, ProgramFor } from '../cli/context.js';
import type { Completions } from './completion/completions.js';
import type { Candidate } from './completion/sources.js';

/** What the scripts of `dangan completion` call, at every press of the tabulator: it loads no more than it must. */
export function addCompleteCommand(program: Command, cli: Cli, programFor: ProgramFor): void {
  program
    .command('complete', { hidden: true })
    .argument('<shell>')
    .argument('[words...]')
    .action((shell: string, words: readonly string[]) => complete(shell, words, cli, programFor));
}

/** What the shell has handed on, and how it wants to be answered. */
interface Line {
  readonly before: readonly string[];
  readonly current: string;
  readonly answer: (completions: Completions) => readonly string[];
}

/** The first line of an answer tells what the shell is to do besides; then comes one candidate a line. */
async function complete(
  shell: string,
  words: readonly string[],
  cli: Cli,
  programFor: ProgramFor,
): Promise<void> {
  const { before, current, answer } = await lineOf(shell, words);
  const { completionsOf } = await import('./completion/completions.js');
  const completions = await completionsOf(before, current, cli, programFor);
  cli.out([...answer(completions), ''].join('\n'));
}

async function lineOf(shell: string, words: readonly string[]): Promise<Line> {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  switch (shell) {
    case 'bash':
      return bashLine(words);
    case 'fish': {
      const { fishText } = await import('../core/completion/fish.js');
      const text = fishText(current);
      return { before, current: text, answer: (each) => fishAnswer(each, text) };
    }
    case 'powershell': {
      const { powerShellText, powerShellWord } = await import('../core/completion/power-shell.js');
      const answer = (completions: Completions) => [
        headOf(completions),
        ...completions.candidates.map(({ word, about }) =>
          [powerShellWord(word), word, about ?? word].join('\t'),
        ),
      ];
      return { before, current: powerShellText(current), answer };
    }
    default:
      return { before, current, answer: (each) => [headOf(each), ...withAbout(each)] };
  }
}

/** bash hands on its line as it is, what breaks words in it, and what the key was. */
async function bashLine([line = '', breaks = '', type = '']: readonly string[]): Promise<Line> {
  const { bashWord, parseBashLine } = await import('../core/completion/bash-line.js');
  const { words, current } = parseBashLine(line, breaks);
  // Listed only, nothing is put into the line: what a candidate is about may stand beside it.
  const isListed = type === LISTED;
  const shown = ({ word, about }: Candidate) =>
    isListed && about !== undefined ? `${word}  (${about})` : bashWord(word, current);
  const answer = (completions: Completions) => [
    headOf(completions),
    ...completions.candidates.map(shown),
  ];
  return { before: words.slice(1), current: current.text, answer };
}

/** `COMP_TYPE` of the second tabulator: a question mark. */
const LISTED = '63';

function withAbout({ candidates }: Completions): readonly string[] {
  return candidates.map(({ word, about }) => (about ? `${word}\t${about}` : word));
}

function headOf({ names, isOpen, kept }: Completions): string {
  return [names ?? 'none', ...(kept > 0 ? ['after'] : []), ...(isOpen ? ['open'] : [])].join(' ');
}

/** fish completes names by functions of its own, which want them without quotes. */
function fishAnswer(completions: Completions, text: string): readonly string[] {
  const { names, kept } = completions;
  const head = [names ?? 'none', text.slice(0, kept), text.slice(kept)];
  return [head.join('\t'), ...withAbout(completions)];
}
