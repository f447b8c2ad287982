/** What stands between words is of the language too: it comes with the sentences, not from the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

/** Where Chinese type is set, and which mark may not begin a line, is no matter of language. */
const OF_TYPE = new Set(['vertical.ts', 'spines.ts', 'wrap.ts', 'break-lines.ts']);

const sources = ['src/report', 'src/commands', 'src/cli'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /(?<!\.test)\.ts$/.test(path)),
);

const COMMENTS_AND_PATTERNS = /\/\*[^]*?\*\/|\/\/.*|\/(?:\\.|\[[^\]]*\]|[^/\n])+\/[a-z]*/g;

test('no full-width punctuation stands in the code that puts sentences together', () => {
  const found = sources
    .filter((path) => !OF_TYPE.has(basename(path)))
    .flatMap((path) => {
      const code = readFileSync(path, 'utf8').replace(COMMENTS_AND_PATTERNS, '');
      return code.split('\n').filter((line) => /[，。；：、！？（）]/.test(line));
    });
  expect(sources.length).toBeGreaterThan(OF_TYPE.size);
  expect(found).toEqual([]);
});
