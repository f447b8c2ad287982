/** Runs that could not go on: what the library throws, and its words. */
import { errorText } from '../cli/error-text.js';
import * as thrown from '../errors.js';
import { messagesIn } from '../messages/index.js';
import { LANGUAGES, type Language } from '../messages/language.js';
import { refuseWrong } from './judged.js';

/** What a command line ends with, by what the run came to. */
export const EXIT: {
  readonly inOrder: 0;
  readonly findings: 1;
  readonly usage: 2;
  readonly couldNotJudge: 3;
  readonly interrupted: 130;
} = thrown.EXIT;

/** A run that could not go on. What is out of order in an archive is a finding, and never thrown. */
export interface DanganError extends Error {
  readonly name: 'DanganError';
  /** Never changes: `ARCHIVE_NOT_FOUND`. */
  readonly code: string;
  /** What the words are made with. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What the command line would end with. */
  readonly exitCode: (typeof EXIT)[keyof typeof EXIT];
}

/** For `instanceof`; only the library makes them. */
export const DanganError: abstract new (...none: never) => DanganError =
  thrown.DanganError as never;

/** What happened, and what to do about it. */
export interface ErrorWords {
  readonly message: string;
  readonly hint: string;
}

/** An error in words, as the command line says it. */
export function errorWords(error: DanganError, language: Language = 'zh-CN'): ErrorWords {
  refuseWrong({ kinds: { language: LANGUAGES } }, { language });
  const [message, hint] = errorText(error as unknown as thrown.DanganError, messagesIn(language));
  return { message, hint };
}
