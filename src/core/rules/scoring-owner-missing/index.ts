import type { Indicator } from '../../system/types.js';
import { isLeaf } from '../../system/walk.js';
import type { SystemRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * Somebody is responsible for every leaf indicator: itself, an indicator above, or each piece of evidence names an
 * owner. Told once for the highest indicator below which nobody is, and once for a system without any.
 */
export const scoringOwnerMissing: SystemRule = {
  id: 'scoring-owner-missing',
  severity: 'warning',
  fix: 'none',
  properties: ['GD-2-4'],

  *check({ system, locate }) {
    const top = [...system.indicators, ...system.bonus];
    const count = top.reduce((sum, each) => sum + leavesWithout(each), 0);
    if (count > 0 && !top.some(hasAnyOwner)) {
      yield {
        messageId: 'scoring-owner-missing/all',
        data: { count },
        at: locate('/indicators', 'key'),
      };
      return;
    }
    for (const indicator of top) yield* missingIn(indicator);
  },
};

function* missingIn(indicator: Indicator): Generator<Seen> {
  const count = leavesWithout(indicator);
  if (count === 0) return;
  if (isLeaf(indicator)) {
    yield {
      messageId: 'scoring-owner-missing/indicator',
      data: { name: indicator.name || indicator.code },
      at: indicator.at,
      indicator,
    };
  } else if (hasAnyOwner(indicator)) {
    for (const child of indicator.children) yield* missingIn(child);
  } else {
    yield {
      messageId: 'scoring-owner-missing/below',
      data: { count },
      at: indicator.at,
      indicator,
    };
  }
}

function leavesWithout(indicator: Indicator): number {
  if (indicator.owner.length > 0 || !indicator.files) return 0;
  if (!isLeaf(indicator)) {
    return indicator.children.reduce((sum, child) => sum + leavesWithout(child), 0);
  }
  const { evidence, criteria } = indicator;
  const each = [...evidence, ...criteria];
  const owned = each.length > 0 && [evidence, criteria].some(isOwned);
  return owned ? 0 : 1;
}

function isOwned(parts: readonly { readonly owner: readonly string[] }[]): boolean {
  return parts.length > 0 && parts.every(({ owner }) => owner.length > 0);
}

function hasAnyOwner(indicator: Indicator): boolean {
  return (
    indicator.owner.length > 0 ||
    indicator.evidence.some(({ owner }) => owner.length > 0) ||
    indicator.criteria.some(({ owner }) => owner.length > 0) ||
    indicator.children.some(hasAnyOwner)
  );
}
