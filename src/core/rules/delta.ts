import type { Finding } from './findings.js';

/** What two judgements of one archive differ by. */
export interface Delta {
  readonly added: readonly Finding[];
  readonly mended: readonly Finding[];
}

/**
 * A finding is the same as long as it says the same of the same thing, on whatever line that stands by now.
 *
 * @param standing - All that is found by now, where `after` is only what is asked about: what is asked about no longer,
 *   since it was committed, is not mended by that.
 */
export function deltaOf(
  before: readonly Finding[],
  after: readonly Finding[],
  standing = after,
): Delta {
  const asked = new Set(after);
  const others = new Set(standing.filter((finding) => !asked.has(finding)).map(placeOf));
  const gone = without(before, after);
  const mended = others.size === 0 ? gone : gone.filter((finding) => !others.has(placeOf(finding)));
  return { added: without(after, before), mended };
}

/** What it is about, whatever it says of that. */
function placeOf({ fingerprint, file }: Finding): string {
  return `${fingerprint} ${file ?? ''}`;
}

function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const finding of others) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    const key = keyOf(finding);
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left === 0;
  });
}

/** Those that stay are compared again and again. */
const keys = new WeakMap<Finding, string>();

function keyOf(finding: Finding): string {
  const known = keys.get(finding);
  if (known !== undefined) return known;
  const { rule, severity, file, indicator, messageId, params } = finding;
  const key = JSON.stringify([rule, severity, file, indicator?.path, messageId, params]);
  keys.set(finding, key);
  return key;
}
