/** Reading `checks.json` of a bundle of ours; everything in it comes from outside. */

export interface BundleChecks {
  /** Errors that it was packed with although they were known; `undefined` when it does not tell. */
  readonly errors: number | undefined;
  /** Where it contradicts itself. */
  readonly trouble: ChecksTrouble | undefined;
}

export type ChecksTrouble =
  /** Not what `pack` writes. */
  | 'json'
  /** The summary does not count its findings. */
  | 'summary'
  /** Errors, in a bundle that was packed without `--allow-errors`. */
  | 'allowed';

const SEVERITIES = ['error', 'warning', 'info'] as const;

export function parseChecks(bytes: Uint8Array): BundleChecks {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { errors: undefined, trouble: 'json' };
  }
  const { schema, summary, findings, allowErrors } = isObject(value) ? value : {};
  if (!isObject(summary) || !Number.isSafeInteger(summary['error'])) {
    return { errors: undefined, trouble: 'json' };
  }
  const errors = Number(summary['error']);
  if (schema !== 'dangan/bundle-checks@1' || !Array.isArray(findings)) {
    return { errors, trouble: 'json' };
  }
  const counts = countsOf(findings);
  const agree = SEVERITIES.every((severity) => counts.get(severity) === summary[severity]);
  if (!agree) return { errors, trouble: 'summary' };
  return { errors, trouble: errors > 0 && allowErrors !== true ? 'allowed' : undefined };
}

function countsOf(findings: readonly unknown[]): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>(SEVERITIES.map((severity) => [severity, 0]));
  for (const finding of findings) {
    const severity = isObject(finding) ? finding['severity'] : undefined;
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
  }
  return counts;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
