import { relative } from 'node:path';
import type { Cli, ProgramFor } from '../../cli/context.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { cd, quoted } from '../../messages/quoted.js';
import { wrap } from '../../report/wrap.js';
import { textWidth } from '../../report/text-width.js';

/** Lines of a command's output that are shown, unless told otherwise; what it comes to is at its end. */
const HEAD = 14;
const TAIL = 3;

interface Expected {
  readonly code?: ExitCode;
  /** How many lines to show before the middle is left out. */
  readonly head?: number;
}

/** Where the demo plays: tells each step, types its commands and shows what they print. */
export class Stage {
  readonly #cli: Cli;
  readonly #programFor: ProgramFor;
  #cwd: string;
  #step = 0;

  constructor(cli: Cli, programFor: ProgramFor, folder: string) {
    this.#cli = cli;
    this.#programFor = programFor;
    this.#cwd = folder;
  }

  /** @param alias - What makes `dangan` known to the shell, when it is not. */
  open(alias: string | undefined): void {
    const { paint, say, columns } = this.#cli;
    this.#line(paint.bold(say.demo.title));
    for (const line of wrap(say.demo.where({ folder: this.#cwd }), columns)) this.#line(line);
    this.#line('');
    this.#line(say.demo.yourself);
    if (alias !== undefined) this.#type(alias);
    this.#type(cd(this.#cwd));
  }

  /** A heading and a sentence; the first word is empty where a step goes on. */
  step([head, sentence]: readonly [head: string, sentence: string]): void {
    const { paint, columns } = this.#cli;
    this.#line('');
    if (head !== '') {
      this.#step += 1;
      this.#line(paint.bold(`${this.#step}  ${head}`));
    }
    for (const line of wrap(sentence, columns)) this.#line(line);
  }

  goTo(folder: string): void {
    this.#type(cd(relative(this.#cwd, folder)));
    this.#cwd = folder;
  }

  /**
   * Run a command as it would be typed, and show what it prints.
   *
   * @throws When it does not end as `expected`: then what the demo says would not be true.
   */
  async run(words: readonly string[], expected: Expected = {}): Promise<void> {
    const { paint, say, columns } = this.#cli;
    const code = expected.code ?? EXIT.inOrder;
    const command = ['dangan', ...words.map(quoted)].join(' ');
    this.#type(command);
    const printed: string[] = [];
    const own: Cli = {
      ...this.#cli,
      cwd: this.#cwd,
      columns: columns - textWidth(BAR),
      interactive: false,
      out: (text) => void printed.push(text),
      note: (text) => void printed.push(text),
      exitCode: EXIT.inOrder,
    };
    const program = await this.#programFor(words, own);
    await program.parseAsync([...words], { from: 'user' });
    this.show(printed.join(''), expected.head);
    if (code !== EXIT.inOrder) this.#line(paint.dim(BAR + say.demo.exit({ code })));
    if (own.exitCode !== code) {
      throw new Error(say.demo.unexpected({ command, code: own.exitCode }));
    }
  }

  /** What was printed, its middle left out when it is long. */
  show(printed: string, head = HEAD): void {
    const lines = printed.replace(/\n+$/, '').split('\n');
    const hidden = lines.length - head - TAIL;
    const { paint, say } = this.#cli;
    const shown =
      hidden > 1
        ? [
            ...lines.slice(0, head),
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
