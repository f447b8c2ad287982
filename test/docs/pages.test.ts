/**
 * Every command line that a page shows is run, in the page's order, in an empty folder of its own; what the page shows
 * below it is what it prints.
 *
 * In a `console` block a line with `$ ` is typed (see test/helpers/doc-shell.ts) and the lines up to the next are what
 * it prints, on either stream:
 *
 * - With nothing below it, what it prints is not looked at.
 * - `…` on a line of its own, indented or not, stands for lines left out; at the end of a line, for the rest of it.
 * - Digests, sizes and times of day may be any; `/home/li` is the folder that the page plays in.
 * - A line ends with 0 or 1; with something else, its output has to say so: it begins with “错误：” or “Error: ”.
 *
 * `<!-- file: PATH -->` above any other block puts it there, `<!-- append: PATH -->` adds it to the file.
 * Lines for Windows are in `powershell` and `bat` blocks, which are not run.
 */
import { expect, test } from 'vitest';
import { blocksOf, docPages, readDoc, type Block } from '../helpers/doc-page.js';
import { DocShell } from '../helpers/doc-shell.js';

const languageOf = (page: string) =>
  /^docs\/en\/|\.en\.md$/.test(page) ? ('en' as const) : ('zh-CN' as const);

const pages = docPages().flatMap((page) => {
  const isRun = !page.includes('/reference/');
  const blocks = isRun ? blocksOf(readDoc(page)) : [];
  return blocks.some(({ kind }) => kind === 'console') ? [{ page, blocks }] : [];
});

test.each(pages)('$page shows what is printed', { timeout: 600_000 }, async ({ page, blocks }) => {
  const shell = new DocShell(languageOf(page));
  try {
    for (const block of blocks) await play(block, shell, page);
  } finally {
    shell.close();
  }
});

async function play(block: Block, shell: DocShell, page: string): Promise<void> {
  const [, verb, path = ''] = /^(file|append): (.*)$/.exec(block.mark) ?? [];
  if (verb === 'file') shell.write(path, `${block.text}\n`);
  if (verb === 'append') shell.append(path, `${block.text}\n`);
  if (block.kind !== 'console') return;
  for (const { line, typed, shown } of linesOf(block)) {
    const { code, text } = await shell.type(typed);
    const printed = text.trimEnd().split('\n');
    const where = `${page}:${line}  $ ${typed}`;
    const isSaid = code <= 1 || /^(错误：|Error: )/.test(shown[0] ?? '');
    if (!isSaid || (shown.length > 0 && !matches(shown, printed))) {
      expect(printed.join('\n'), `${where}  ends with ${code}`).toBe(shown.join('\n'));
    }
  }
}

interface Typed {
  readonly line: number;
  readonly typed: string;
  readonly shown: readonly string[];
}

function linesOf({ text, line }: Block): readonly Typed[] {
  const typed: { line: number; typed: string; shown: string[] }[] = [];
  for (const [at, words] of text.split('\n').entries()) {
    if (words.startsWith('$ ')) {
      typed.push({ line: line + 1 + at, typed: words.slice(2), shown: [] });
    } else typed.at(-1)?.shown.push(words);
  }
  for (const { shown } of typed) while (shown.at(-1) === '') shown.pop();
  return typed;
}

const CUT = /^\s*…$/;

function matches(shown: readonly string[], printed: readonly string[]): boolean {
  // Which lines of `shown` may come next: as long as the page at most, so that no pattern takes long.
  let next = new Set([0]);
  const skipCuts = (from: Iterable<number>) => {
    const all = new Set<number>();
    for (let at of from) {
      all.add(at);
      while (CUT.test(shown[at] ?? '')) all.add(++at);
    }
    return all;
  };
  next = skipCuts(next);
  for (const line of printed) {
    const after: number[] = [];
    for (const at of next) {
      if (CUT.test(shown[at] ?? '')) after.push(at);
      else if (sameLine(shown[at], line)) after.push(at + 1);
    }
    next = skipCuts(after);
  }
  return next.has(shown.length);
}

function sameLine(shown: string | undefined, printed: string): boolean {
  if (shown === undefined) return false;
  const [expected, found] = [settled(shown), settled(printed)];
  return expected === found || (shown.endsWith('…') && found.startsWith(expected.slice(0, -1)));
}

/** Without what differs from machine to machine, or whenever a page of a bundle is changed. */
function settled(line: string): string {
  return line
    .trimEnd()
    .replaceAll(/\b(?:[0-9a-f]{32,}\b|[0-9a-f]{12}…)/g, '‹digest›')
    .replaceAll(/\b[0-9a-f]{4}(?: [0-9a-f]{4}){7}\b/g, '‹digest›')
    .replaceAll(/\b\d[\d,.]* ?(?:[KMGT]?B|字节|bytes)(?!\w)/g, '‹size›')
    .replaceAll(/\b\d{2}:\d{2}(?::\d{2})?\b/g, '‹time›');
}
