import { isObject } from '../../is-object.js';
/** Reading `checks.json` of a bundle of ours; everything in it comes from outside. */

export interface BundleChecks {
  /** Errors that it was packed with although they were known; `undefined` when it does not tell. */
  readonly errors: number | undefined;
  /** Findings that were let pass when it was packed; `undefined` when it does not tell. */
  readonly waived: number | undefined;
  /** Where it contradicts itself. */
  readonly trouble: ChecksTrouble | undefined;
}

type ChecksTrouble =
  /** Not what `pack` writes. */
  | 'json'
  /** The summary does not count its findings. */
  | 'summary'
  /** Errors, in a bundle that was packed without `--allow-errors`. */
  | 'allowed';

const UNREAD: BundleChecks = { errors: undefined, waived: undefined, trouble: 'json' };

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** @returns what can be relied on of it, whatever is wrong with the rest. */
export function parseChecks(bytes: Uint8Array): BundleChecks {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return UNREAD;
  }
  const { schema, summary, findings, waived, allowErrors } = isObject(value) ? value : {};
  if (!isObject(summary) || !Number.isSafeInteger(summary['error'])) {
    return UNREAD;
  }
  const errors = Number(summary['error']);
  if (schema !== 'dangan/bundle-checks@1' || !Array.isArray(findings)) {
    return { ...UNREAD, errors };
  }
  const counts = countsOf(findings);
  const passed = Array.isArray(waived) ? waived.length : undefined;
  const agree =
    SEVERITIES.every((severity) => counts.get(severity) === summary[severity]) &&
    // Earlier versions told nothing of it.
    (passed ?? 0) === (summary['waived'] ?? 0);
  if (!agree) return { errors, waived: passed, trouble: 'summary' };
  return {
    errors,
    waived: passed,
    trouble: errors > 0 && allowErrors !== true ? 'allowed' : undefined,
  };
}

function countsOf(findings: readonly unknown[]): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>(SEVERITIES.map((severity) => [severity, 0]));
  for (const finding of findings) {
    const severity = isObject(finding) ? finding['severity'] : undefined;
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
  }
  return counts;
}
