/** Plays a page: its files are put down and its lines are typed, one after the other. */
import { blocksOf, docPages, readDoc, type Block } from './page.js';
import { DocShell } from './shell.js';

export interface Played {
  /** Line of the command in the page, from 1. */
  readonly line: number;
  readonly typed: string;
  readonly shown: readonly string[];
  readonly code: number;
  readonly printed: readonly string[];
}

/** Pages with lines that are typed, by path from the repository's root. */
export function playablePages(): readonly string[] {
  const written = docPages().filter((page) => !page.includes('/reference/'));
  return written.filter((page) => blocksOf(readDoc(page)).some(({ kind }) => kind === 'console'));
}

export async function* played(page: string): AsyncGenerator<Played> {
  const shell = new DocShell(/^docs\/en\/|\.en\.md$/.test(page) ? 'en' : 'zh-CN');
  try {
    for (const block of blocksOf(readDoc(page))) {
      const [, verb, path = ''] = /^(file|append): (.*)$/.exec(block.mark) ?? [];
      if (verb === 'file') shell.write(path, `${block.text}\n`);
      if (verb === 'append') shell.append(path, `${block.text}\n`);
      if (block.kind !== 'console') continue;
      for (const line of typedIn(block)) {
        const { code, text } = await shell.type(line.typed);
        yield { ...line, code, printed: text === '' ? [] : text.trimEnd().split(/ *\n/) };
      }
    }
  } finally {
    shell.close();
  }
}

function typedIn({ text, line }: Block): readonly Pick<Played, 'line' | 'typed' | 'shown'>[] {
  const typed: { line: number; typed: string; shown: string[] }[] = [];
  for (const [at, words] of text.split('\n').entries()) {
    if (words.startsWith('$ ')) {
      typed.push({ line: line + 1 + at, typed: words.slice(2), shown: [] });
    } else typed.at(-1)?.shown.push(words);
  }
  for (const { shown } of typed) while (shown.at(-1) === '') shown.pop();
  return typed;
}
