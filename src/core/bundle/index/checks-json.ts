/** `checks.json`: what the check found when the bundle was packed. */
import type { Day } from '../../system/types.js';
import type { Severity } from '../../rules/seen.js';

interface ChecksHead {
  readonly date: Day;
  readonly software: { readonly name: 'dangan'; readonly version: string };
  /** Was it packed although errors were found? */
  readonly allowErrors: boolean;
  /** What counts, by severity; and what is let pass. */
  readonly summary: Readonly<Record<Severity | 'waived', number>>;
}

/**
 * The text of `checks.json` piece by piece.
 *
 * @param findings - Of the archive, each as every machine format has it.
 * @param waived - Of the archive, let pass, each with why.
 * @param scoring - Of the scoring system itself, which the unit may not be able to mend.
 */
export function* formatChecks(
  head: ChecksHead,
  findings: Iterable<object>,
  waived: Iterable<object>,
  scoring: Iterable<object>,
): Generator<string> {
  const text = JSON.stringify({ schema: 'dangan/bundle-checks@1', ...head }, undefined, 2);
  yield `${text.slice(0, -2)},\n  "findings": [`;
  yield* rows(findings);
  yield '],\n  "waived": [';
  yield* rows(waived);
  yield '],\n  "scoring": [';
  yield* rows(scoring);
  yield ']\n}\n';
}

function* rows(values: Iterable<object>): Generator<string> {
  let separator = '\n    ';
  for (const value of values) {
    yield `${separator}${JSON.stringify(value)}`;
    separator = ',\n    ';
  }
  if (separator !== '\n    ') yield '\n  ';
}
