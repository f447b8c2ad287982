/** Which waivers are about a finding: found by what both are about, so that many of either cost little. */
import { listIn } from '../group.js';
import type { Finding } from '../rules/findings.js';
import type { ScoringSystem } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { compareText, foldName } from '../text.js';
import type { Waiver } from './types.js';

/**
 * The waivers that are about a finding: of its rule; of its indicator or one above that; of its title, compared
 * folded. What a waiver does not name may be anything.
 *
 * @returns the one that tells most about it first: with a title, of the lowest indicator, of one rule, the longest.
 *   The order in which they are written does not matter.
 */
export function waiverFinder(
  waivers: readonly Waiver[],
  system: Pick<ScoringSystem, 'indicators' | 'bonus'>,
): (finding: Pick<Finding, 'rule' | 'indicator' | 'title'>) => readonly Waiver[] {
  const byKey = new Map<string, Waiver[]>();
  for (const waiver of [...waivers].sort(compareWaivers)) {
    const { rules, indicator = ANY, title } = waiver;
    for (const rule of rules) {
      const key = keyOf(rule, indicator, title === undefined ? ANY : foldName(title));
      listIn(byKey, key).push(waiver);
    }
  }
  if (byKey.size === 0) return () => [];
  const lines = linesOf(system);
  return ({ rule, indicator, title }) => {
    const line = indicator === undefined ? [] : (lines.get(indicator.path) ?? [indicator.path]);
    const folded = foldName(title);
    return [folded, ANY].flatMap((name) =>
      [...line, ANY].flatMap((id) => byKey.get(keyOf(rule, id, name)) ?? []),
    );
  };
}

/** Is no id, and no title. */
const ANY = '\0';

function keyOf(rule: string, indicator: string, title: string): string {
  return `${rule}\0${indicator}\0${title}`;
}

/** By id of an indicator, its id and those of the ones above it, the lowest first. */
function linesOf(
  system: Pick<ScoringSystem, 'indicators' | 'bonus'>,
): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, readonly string[]>();
  for (const { indicator, above } of eachIndicator(system)) {
    lines.set(indicator.id, [indicator.id, ...above.map(({ id }) => id).reverse()]);
  }
  return lines;
}

/** One rule before an area, then the one that holds longest, then by what is written. */
function compareWaivers(a: Waiver, b: Waiver): number {
  return (
    a.rules.length - b.rules.length ||
    compareText(b.until, a.until) ||
    compareText(a.reason, b.reason) ||
    compareText(a.owner, b.owner)
  );
}
