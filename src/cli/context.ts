import type { Command } from 'commander';
import type { ExitCode } from '../errors.js';
import type { Language, Messages } from '../messages/index.js';
import type { Paint } from './paint.js';

/** Variables of the environment that say what else `dangan.yaml` says. */
export const VARIABLES = ['DANGAN_PRESET', 'DANGAN_FAIL_ON'] as const;
export type Variable = (typeof VARIABLES)[number];

/** How much is done of some work; of how much it is, where that is known. */
interface Progress {
  readonly done: number;
  readonly all: number | undefined;
  readonly of: 'files' | 'bytes';
}

/** What a command gets from the world: nothing below reads the environment, the clock or the terminal itself. */
export interface Cli {
  /** The working folder. */
  readonly cwd: string;
  readonly language: Language;
  readonly say: Messages;
  /** Colours for stdout, or none; and the same for stderr. */
  readonly paint: Paint;
  readonly notePaint: Paint;
  /** Width of the terminal in columns; 80 when stdout is none. */
  readonly columns: number;
  /** Is a person looking at stderr? Progress is shown to people only. */
  readonly interactive: boolean;
  /** Day of the run, in Beijing time whatever the machine's zone is, so that reports do not depend on it. */
  readonly today: string;
  readonly version: string;
  /** Aborted by Ctrl-C: stop at the next safe point. */
  readonly signal: AbortSignal;
  /** Threads that may share work, this one included, and the program of the others. */
  readonly threads: { readonly count: number; readonly worker: URL };
  /** To stdout: the result and nothing else. */
  out(text: string): void;
  /** To stderr: progress, notices, hints. */
  note(text: string): void;
  /** Told how far work that takes its time has come; a person sees a line instead. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Where the shell looks for programs. */
  readonly searchPath: string;
  readonly environment: Readonly<Partial<Record<Variable, string | undefined>>>;
  /** What `DANGAN_SOFFICE` says: where LibreOffice is. */
  readonly soffice: string | undefined;
  /** The file in which GitHub Actions gathers what the commands of a step tell of it. */
  readonly stepSummary: string | undefined;
  /** The user's own folder; empty where there is none. */
  readonly home: string;
  /** What `DANGAN_KEY_PASSWORD` says. */
  readonly keyPassword: string | undefined;
  readonly stdin: NodeJS.ReadableStream & {
    readonly isTTY?: boolean;
    /** On a terminal only. */
    setRawMode?(raw: boolean): unknown;
  };
  /** What `doctor` tells; absent where no command line was typed. */
  readonly surroundings?: () => Surroundings;
  /** What the run comes to; `inOrder` unless a command says otherwise. */
  exitCode: ExitCode;
}

/** The command line as commander sees it, with the command that these words name, or with all of them. */
export type ProgramFor = (words: readonly string[], cli: Cli) => Promise<Command>;

/** Where a command line was typed. */
export interface Surroundings {
  /** What has decided the language: an option, a variable, or `system`. */
  readonly languageFrom: string;
  readonly isTerminal: boolean;
  /** Those of the environment that are set and make a difference. */
  readonly variables: Readonly<Record<string, string>>;
}
