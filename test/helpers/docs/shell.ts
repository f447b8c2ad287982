/**
 * Types the lines of a page as a reader would.
 *
 * `dangan`, the built one, runs in this process, on a day and in a language of the page's; all other lines, and those
 * that need a shell, are given to bash. Of other programs `dangan` finds git only, so that it prints the same everywhere.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Cli } from '../../../src/cli/context.js';
import type * as Main from '../../../src/cli/main.js';
import { PLAIN } from '../../../src/cli/paint.js';
import { EXIT } from '../../../src/errors.js';
import { messagesIn, type Language } from '../../../src/messages/index.js';

const { run } = createRequire(import.meta.url)('../../../dist/main.cjs') as typeof Main;
const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The day on which all pages play. */
const PAGE_DAY = '2026-11-22';

export interface Printed {
  readonly code: number;
  /** Both streams, as they stand on a terminal. */
  readonly text: string;
}

export class DocShell {
  readonly #desk = realpathSync(mkdtempSync(join(tmpdir(), 'dangan-page-')));
  readonly #bin = join(this.#desk, '.bin');
  readonly #language: Language;
  #cwd = join(this.#desk, 'desk');
  #minute = 0;

  constructor(language: Language) {
    this.#language = language;
    mkdirSync(this.#cwd);
    mkdirSync(this.#bin);
    const program = join(repository, 'bin/dangan.js');
    const script = `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`;
    writeFileSync(join(this.#bin, 'dangan'), script, { mode: 0o755 });
    const folders = (process.env['PATH'] ?? '').split(delimiter);
    const git = folders.map((folder) => join(folder, 'git')).find((path) => existsSync(path));
    if (git !== undefined) symlinkSync(git, join(this.#bin, 'git'));
  }

  /** Put down a file that a page shows. */
  write(path: string, text: string): void {
    const file = resolve(this.#cwd, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  append(path: string, text: string): void {
    appendFileSync(resolve(this.#cwd, path), text);
  }

  async type(line: string): Promise<Printed> {
    const words = wordsOf(line);
    if (words?.[0] === 'cd') {
      this.#cwd = resolve(this.#cwd, words[1] ?? '');
      if (!existsSync(this.#cwd)) throw new Error(`${line}: there is no such folder`);
      return { code: 0, text: '' };
    }
    const { code, text } = words?.[0] === 'dangan' ? await this.#dangan(words) : this.#bash(line);
    return { code, text: text.replaceAll(join(this.#desk, 'desk'), '/home/li') };
  }

  close(): void {
    rmSync(this.#desk, { recursive: true, force: true });
  }

  async #dangan([, ...words]: readonly string[]): Promise<Printed> {
    const printed: string[] = [];
    const say = messagesIn(this.#language);
    const cli: Cli = {
      cwd: this.#cwd,
      language: this.#language,
      say,
      paint: PLAIN,
      notePaint: PLAIN,
      columns: 80,
      interactive: false,
      today: PAGE_DAY,
      version: '0.1.0',
      signal: new AbortController().signal,
      threads: { count: 1, worker: pathToFileURL(join(repository, 'dist/worker.js')) },
      out: (text) => void printed.push(text),
      note: (text) => void printed.push(text),
      searchPath: this.#bin,
      environment: {},
      soffice: undefined,
      stepSummary: undefined,
      home: this.#desk,
      keyPassword: undefined,
      stdin: process.stdin,
      exitCode: EXIT.inOrder,
    };
    await run(words, cli);
    return { code: cli.exitCode, text: printed.join('') };
  }

  #bash(line: string): Printed {
    const { status, stdout, error } = spawnSync('bash', ['-c', `{ ${line}\n} 2>&1`], {
      cwd: this.#cwd,
      encoding: 'utf8',
      env: {
        PATH: `${this.#bin}:${process.env['PATH'] ?? ''}`,
        HOME: this.#desk,
        DANGAN_LANG: this.#language,
        LC_ALL: 'C.UTF-8',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        ...committer(this.#minute++),
      },
    });
    if (error) throw error;
    return { code: status ?? -1, text: stdout };
  }
}

/** Who commits, a minute after the line before. */
function committer(minute: number): Readonly<Record<string, string>> {
  const time = `${PAGE_DAY}T09:${String(minute).padStart(2, '0')}:00+08:00`;
  const words = { NAME: '小李', EMAIL: 'li@example.com', DATE: time };
  return Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) =>
      Object.entries(words).map(([key, word]) => [`GIT_${who}_${key}`, word]),
    ),
  );
}

/** @returns the words of a line; nothing where a shell has to read it. */
function wordsOf(line: string): readonly string[] | undefined {
  const words: string[] = [];
  const word = /\s*(?:#.*$|((?:"[^"$`\\]*"|'[^']*'|[^\s"'|&;<>()$`\\*?~#]|(?<=\S)#)+))/y;
  while (word.lastIndex < line.trimEnd().length) {
    const found = word.exec(line);
    if (!found) return undefined;
    if (found[1] === undefined) break;
    words.push(found[1].replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  }
  return words;
}
