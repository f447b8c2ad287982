/**
 * Every command line that a page shows is run, in the page's order, in an empty folder of its own; what the page shows
 * below it is what it prints.
 *
 * In a `console` block a line with `$ ` is typed (see test/helpers/docs/shell.ts) and the lines up to the next are what
 * it prints, on either stream:
 *
 * - With nothing below it, what it prints is not looked at.
 * - `…` on a line of its own, indented or not, stands for lines left out; at the end of a line, for the rest of it.
 * - Digests, sizes and times of day may be any; `/home/li` is the folder that the page plays in.
 * - A line ends with 0 or 1; with something else, its output has to say so: it begins with “错误：” or “Error: ”.
 *
 * `<!-- file: PATH -->` above any other block puts it there, `<!-- append: PATH -->` adds it to the file.
 * Lines for Windows are in `powershell` and `bat` blocks, which are not run.
 *
 * `npm run docs -- pages` writes what is printed now into the pages, with as much left out as before; a new command gets
 * a line with `+` below it first. Read what it has changed.
 */
import { expect, test } from 'vitest';
import { matches } from '../helpers/docs/output.js';
import { playablePages, played } from '../helpers/docs/play.js';

test.each(playablePages())('%s shows what is printed', { timeout: 600_000 }, async (page) => {
  for await (const { line, typed, shown, code, printed } of played(page)) {
    const isSaid = code <= 1 || /^(错误：|Error: )/.test(shown[0] ?? '');
    if (!isSaid || (shown.length > 0 && !matches(shown, printed))) {
      const where = `${page}:${line}  $ ${typed}  ends with ${code} (to renew: npm run docs -- pages)`;
      expect(printed.join('\n'), where).toBe(shown.join('\n'));
    }
  }
});
