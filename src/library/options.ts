import type { Language } from '../messages/language.js';

/** An `AbortSignal`, described for those who have the types of neither node nor browsers. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

/** What every function that reads or writes can be told. */
export interface Options {
  /** Of the words in the result; Chinese unless told otherwise. */
  readonly language?: Language;
  /** Stops the work at the next safe point: rejected with INTERRUPTED, whose `cause` is the signal's `reason`. */
  readonly signal?: Signal;
  /** Called with what the command line says on stderr: what else is worth knowing, a line or a few at a time. */
  readonly onNote?: (text: string) => void;
  /** Called again and again while something takes its time. It is not to wait for anything. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How far the work has come. Several pieces of work may follow each other, each from its own beginning. */
export interface Progress {
  readonly done: number;
  /** `undefined` where nobody knows yet. */
  readonly all: number | undefined;
  readonly of: 'files' | 'bytes';
}

/** What may hand documents to LibreOffice. */
export interface OfficeOptions extends Options {
  /** The program `soffice`; without it, documents that need it are left as they are. */
  readonly soffice?: string;
}

/** What is judged as of a day. */
export interface DayOptions extends Options {
  /** `YYYY-MM-DD`; the day in Beijing unless told otherwise. */
  readonly today?: string;
}
