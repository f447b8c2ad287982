import { relative } from 'node:path';
import stringWidth from 'string-width';
import type { Cli } from '../cli/context.js';
import { buildProgram } from '../cli/program.js';
import { EXIT, type ExitCode } from '../errors.js';
import { quoted } from '../report/columns.js';

/** Lines of a command's output that are shown; what it comes to is at its end. */
const HEAD = 14;
const TAIL = 3;

/** Where the demo plays: tells each step, types its commands and shows what they print. */
export class Stage {
  readonly #cli: Cli;
  #cwd: string;
  #step = 0;

  constructor(cli: Cli, folder: string) {
    this.#cli = cli;
    this.#cwd = folder;
  }

  /** @param alias - What makes `dangan` known to the shell, when it is not. */
  open(alias: string | undefined): void {
    const { paint, say } = this.#cli;
    this.#line(paint.bold(say.demo.title));
    this.#line(say.demo.where({ folder: this.#cwd }));
    this.#line('');
    this.#line(say.demo.yourself);
    if (alias !== undefined) this.#type(alias);
    this.#type(`cd ${quoted(this.#cwd)}`);
  }

  /** A heading and a sentence; the first word is empty where a step goes on. */
  step([head, sentence]: readonly [head: string, sentence: string]): void {
    const { paint } = this.#cli;
    this.#line('');
    if (head !== '') {
      this.#step += 1;
      this.#line(paint.bold(`${this.#step}  ${head}`));
    }
    this.#line(sentence);
  }

  goTo(folder: string): void {
    this.#type(`cd ${quoted(relative(this.#cwd, folder))}`);
    this.#cwd = folder;
  }

  /**
   * Run a command as it would be typed, and show what it prints.
   *
   * @throws When it does not end as `expected`: then what the demo says would not be true.
   */
  async run(words: readonly string[], expected: ExitCode = EXIT.inOrder): Promise<void> {
    const { paint, say, columns } = this.#cli;
    const command = ['dangan', ...words.map(quoted)].join(' ');
    this.#type(command);
    const printed: string[] = [];
    const own: Cli = {
      ...this.#cli,
      cwd: this.#cwd,
      columns: columns - stringWidth(BAR),
      interactive: false,
      out: (text) => void printed.push(text),
      note: (text) => void printed.push(text),
      exitCode: EXIT.inOrder,
    };
    const program = await buildProgram(own, words[0]);
    await program.parseAsync([...words], { from: 'user' });
    this.show(printed.join(''));
    if (expected !== EXIT.inOrder) this.#line(paint.dim(BAR + say.demo.exit({ code: expected })));
    if (own.exitCode !== expected) {
      throw new Error(say.demo.unexpected({ command, code: own.exitCode }));
    }
  }

  /** What was printed, its middle left out when it is long. */
  show(printed: string): void {
    const lines = printed.replace(/\n+$/, '').split('\n');
    const hidden = lines.length - HEAD - TAIL;
    const { paint, say } = this.#cli;
    const shown =
      hidden > 1
        ? [
            ...lines.slice(0, HEAD),
            paint.dim(say.demo.more({ count: hidden })),
            ...lines.slice(-TAIL),
          ]
        : lines;
    for (const line of shown) this.#line(`${paint.dim(BAR)}${line}`.trimEnd());
  }

  say(text: string): void {
    this.#line(text);
  }

  #type(command: string): void {
    this.#line(`  ${this.#cli.paint.cyan(`$ ${command}`)}`);
  }

  #line(text: string): void {
    this.#cli.out(`${text}\n`);
  }
}

const BAR = '  │ ';
