import type { Indicator } from '../../system/types.js';
import { eachIndicator } from '../../system/walk.js';
import type { SystemRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * No two indicators have one code, nor two criteria of one indicator.
 *
 * Many systems begin at 1 again under every parent, so a plain `1` may come back elsewhere; a code with a path in it
 * (`2.232`, `Ⅲ-59`) may not.
 */
export const scoringDuplicateCode: SystemRule = {
  id: 'scoring-duplicate-code',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-8'],

  *check({ system }) {
    const everywhere = new Map<string, Indicator>();
    const among = new Map<Indicator | 'indicators' | 'bonus', Map<string, Indicator>>();
    for (const { indicator, above, part } of eachIndicator(system)) {
      yield* criteriaOf(indicator);
      const code = indicator.code.trim();
      if (code === '') continue;
      const parent = above.at(-1) ?? part;
      const siblings = among.get(parent) ?? new Map<string, Indicator>();
      among.set(parent, siblings.set(code, siblings.get(code) ?? indicator));
      const elder = siblings.get(code);
      const namesake = everywhere.get(code);
      everywhere.set(code, namesake ?? indicator);
      const first = elder === indicator ? (hasPath(code) ? namesake : undefined) : elder;
      if (!first || first === indicator) continue;
      yield {
        messageId:
          elder === indicator
            ? 'scoring-duplicate-code/elsewhere'
            : 'scoring-duplicate-code/sibling',
        data: { code, name: first.name, line: first.at.line },
        at: indicator.at,
        indicator,
        title: code,
      };
    }
  },
};

/** A level's sign, a mark, and more: `1.1`, `Ⅲ-59`, `3.211`. */
function hasPath(code: string): boolean {
  return /^[^.．\-－—·]+[.．\-－—·][^.．\-－—·]/u.test(code);
}

function* criteriaOf(indicator: Indicator): Generator<Seen> {
  const lines = new Map<string, number>();
  for (const { code, at } of indicator.criteria) {
    const line = lines.get(code);
    if (line === undefined) lines.set(code, at.line);
    else {
      yield {
        messageId: 'scoring-duplicate-code/criterion',
        data: { code, line },
        at,
        indicator,
        title: code,
      };
    }
  }
}
