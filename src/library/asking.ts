/** How the library asks a command: its result is kept, its hints are handed on, and nothing else leaves it. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import type { Cli } from '../cli/context.js';
import { PLAIN } from '../cli/paint.js';
import { beijingDay } from '../core/dates/beijing-day.js';
import { DanganError, EXIT, isDanganError, knownError } from '../errors.js';
import { packageFile } from '../io/package-files.js';
import { messagesIn } from '../messages/index.js';
import type { OfficeOptions } from './options.js';

/**
 * The document that a command makes.
 *
 * @param command - Given a command's context; it is to print one JSON document.
 * @throws {DanganError} whatever the command throws, in the words of this project; INTERRUPTED by the signal.
 */
export async function documentOf<Document>(
  options: Given<Surroundings>,
  command: (cli: Cli) => Promise<void> | void,
): Promise<Document> {
  const printed: string[] = [];
  const interrupt = interruptedBy(options.signal as AbortSignal | undefined);
  try {
    interrupt.signal.throwIfAborted();
    await command(quietCli(options, interrupt.signal, (text) => void printed.push(text)));
  } catch (error) {
    throw interrupt.told(knownError(error));
  } finally {
    interrupt.end();
  }
  return JSON.parse(printed.join('')) as Document;
}

/** What Ctrl-C is to the command line, a caller's signal is here, whatever its reason and whenever it comes. */
function interruptedBy(given: AbortSignal | undefined) {
  const controller = new AbortController();
  const stop = () => controller.abort(new DanganError('INTERRUPTED', {}, { cause: given?.reason }));
  given?.addEventListener('abort', stop, { once: true });
  if (given?.aborted === true) stop();
  return {
    signal: controller.signal,
    /** What was stopped in the middle tells how to go on, and not why. */
    told: (error: unknown) =>
      isDanganError(error) && error.code === 'INTERRUPTED'
        ? new DanganError('INTERRUPTED', error.data, { cause: given?.reason })
        : error,
    end: () => given?.removeEventListener('abort', stop),
  };
}

/** All that a command gets from a program, and not from its own options. */
interface Surroundings extends OfficeOptions {
  readonly keyPassword?: string;
}

/** The world of a command, with no terminal and no environment in it. */
function quietCli(surroundings: Given<Surroundings>, signal: AbortSignal, out: Cli['out']): Cli {
  const { language = 'zh-CN', onNote, onProgress, soffice, keyPassword } = surroundings;
  return {
    cwd: process.cwd(),
    language,
    say: messagesIn(language),
    paint: PLAIN,
    notePaint: PLAIN,
    columns: 80,
    interactive: false,
    today: beijingDay(Date.now()),
    version: packageVersion(),
    signal,
    threads: {
      count: Math.min(availableParallelism(), 4),
      worker: new URL('worker.js', import.meta.url),
    },
    out,
    note: (text) => onNote?.(text),
    onProgress,
    searchPath: '',
    environment: {},
    soffice,
    stepSummary: undefined,
    home: '',
    keyPassword,
    stdin: Readable.from([]),
    exitCode: EXIT.inOrder,
  };
}

function packageVersion(): string {
  const text = readFileSync(packageFile('package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Without what is `undefined`: to commands that is as if nothing was typed. */
export function given<Values extends object>(values: Values): Given<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Given<Values>;
}

type Given<Values> = { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> };
