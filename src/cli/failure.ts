import { EXIT, isDanganError, knownError, type ExitCode } from '../errors.js';
import type { Messages } from '../messages/index.js';
import { printableLines } from '../report/printable.js';
import { errorText } from './error-text.js';

/** Why a run could not be carried out, in the user's words. */
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly exitCode: ExitCode;
}

export function failureOf(thrown: unknown, say: Messages): Failure {
  const error = knownError(thrown);
  if (isDanganError(error)) {
    const [message, hint] = errorText(error, say);
    return { code: error.code, message, hint, exitCode: error.exitCode };
  }
  const message = printableLines(error instanceof Error ? error.message : String(error));
  return { code: 'INTERNAL', message, hint: say.cli.internal, exitCode: EXIT.couldNotJudge };
}
