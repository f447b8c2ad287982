/** What lines of `ignore` leave out is what git leaves out. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { ignoresOf, type Ignores } from '../../src/core/globs/ignore.js';
import { compareText } from '../../src/core/text.js';
import { runsHere } from '../helpers/programs.js';

const hasGit = runsHere('git', '--version');
const made: string[] = [];
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true })));

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_OPTIONAL_LOCKS: '0',
};

function repositoryOf(files: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'dangan-ignore-'));
  made.push(root);
  execFileSync('git', ['init', '-q', root], { env });
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  return root;
}

/** The files that git would add, its own list of patterns left out. */
function keptByGit(root: string, lines: readonly string[]): string[] {
  writeFileSync(join(root, '.gitignore'), lines.map((line) => `${line}\n`).join(''));
  const words = ['-c', 'core.ignoreCase=true', '-c', 'core.excludesFile=/dev/null'];
  const list = ['ls-files', '--others', '--exclude-standard', '-z'];
  const out = execFileSync('git', [...words, ...list], { cwd: root, env, encoding: 'utf8' });
  return out
    .split('\0')
    .filter((path) => path !== '' && path !== '.gitignore')
    .sort(compareText);
}

function keptByUs(files: readonly string[], lines: readonly string[]): string[] {
  const ignores = ignoresOf(lines);
  return files.filter((file) => !ignores || !isLeftOut(file, ignores)).sort(compareText);
}

/** Itself, or a folder that it is in. */
function isLeftOut(file: string, ignores: Ignores): boolean {
  const parts = file.split('/');
  return parts.some((name, at) =>
    ignores(parts.slice(0, at).join('/'), name, at < parts.length - 1),
  );
}

/** Git takes `a**` before a slash for `a` and `**`, other than its manual says. */
const isOddInGit = (line: string) => /[^/!*]\*\*/.test(line);

const linesOf = (pieces: readonly string[]) =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom('', '', '', '!', '/', '#', '\\!', '\\#'),
        fc.array(fc.constantFrom(...pieces), { maxLength: 6 }),
        fc.constantFrom('', '', '', '/', ' ', '\\ ', '/ '),
      )
      .map(([head, parts, tail]) => `${head}${parts.join('')}${tail}`)
      .filter((line) => !isOddInGit(line)),
    { minLength: 1, maxLength: 4 },
  );

// A byte is a sign for git: `?` and `[…]` are compared where that makes no difference.
const LATIN = ['a', 'b', 'ab', 'ba', 'a.bak', 'b.bak', '#a', '!a', 'a ', '[a]', 'a-b', '1', ']'];
const HAN = ['档案', '草稿', '通知.docx', '草稿.docx', '01：通知.docx', 'a'];

const inFolders = (names: readonly string[]) => {
  const deep = names.slice(0, 4);
  const folders = ['', ...deep.map((one) => `${one}.d/`)];
  const inner = folders.flatMap((one) => deep.slice(0, 2).map((two) => `${one}${two}.d/`));
  return [...new Set([...folders, ...inner])].flatMap((one) => names.map((name) => one + name));
};

describe.runIf(hasGit)('git and ignore', () => {
  test.each([
    [
      'Latin',
      inFolders(LATIN),
      ['a', 'b', '.bak', '.d', '*', '**', '?', '/', '/**/', '[ab]', '[!a]', '[^b]'].concat([
        '[a-c]',
        '[[:alpha:]]',
        '[]a]',
        '[a-]',
        '[',
        '\\a',
        '\\*',
        '\\',
        '.',
        ' ',
        '-',
      ]),
    ],
    [
      'Han',
      inFolders(HAN),
      ['档', '案', '草稿', '.docx', '.d', '*', '**', '/', '/**/', '：', '01'],
    ],
  ] as const)('leave out the same of %s names', (_, files, pieces) => {
    const root = repositoryOf(files);
    fc.assert(
      fc.property(linesOf(pieces), (lines) => {
        expect(keptByUs(files, lines)).toEqual(keptByGit(root, lines));
      }),
      { numRuns: 60 },
    );
  });
});
