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
  /** Stops the work at the next safe point; the promise is then rejected. */
  readonly signal?: Signal;
  /** Called with what the command line says on stderr: what else is worth knowing, a line or a few at a time. */
  readonly onNote?: (text: string) => void;
}

/** What is judged as of a day. */
export interface DayOptions extends Options {
  /** `YYYY-MM-DD`; the day in Beijing unless told otherwise. */
  readonly today?: string;
}
