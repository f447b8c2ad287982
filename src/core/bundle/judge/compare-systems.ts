/** Two scoring systems, or what is told of one, indicator by indicator. */
import { compareDecimals, formatDecimal, parseDecimal } from '../../system/decimal.js';
import type { Indicator, ScoringSystem } from '../../system/types.js';

/** What an indicator is known by. */
interface IndicatorFacts {
  readonly code: string;
  readonly name: string | undefined;
  /** Exact decimal. */
  readonly points: string | undefined;
  readonly standard: string | undefined;
}

const FIELDS = ['code', 'name', 'points', 'standard'] as const;

interface SystemDifference {
  /** Paths of codes, each in the order of its own system. */
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  readonly changed: readonly {
    readonly id: string;
    readonly field: (typeof FIELDS)[number];
  }[];
}

export function compareIndicators(
  first: ReadonlyMap<string, IndicatorFacts>,
  second: ReadonlyMap<string, IndicatorFacts>,
): SystemDifference {
  const onlyFirst: string[] = [];
  const changed: SystemDifference['changed'][number][] = [];
  for (const [id, a] of first) {
    const b = second.get(id);
    const field = b && FIELDS.find((each) => !isSame(each, a[each], b[each]));
    if (b === undefined) onlyFirst.push(id);
    else if (field !== undefined) changed.push({ id, field });
  }
  const onlySecond = [...second.keys()].filter((id) => !first.has(id));
  return { onlyFirst, onlySecond, changed };
}

/** `2.50` points are `2.5`. */
function isSame(field: string, a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  const [x, y] = [a, b].map((each) =>
    field === 'points' && each ? parseDecimal(each) : undefined,
  );
  return x !== undefined && y !== undefined && compareDecimals(x, y) === 0;
}

/** Every indicator by its path of codes, in the order of the system. */
export function indicatorsOf(system: ScoringSystem): ReadonlyMap<string, IndicatorFacts> {
  const found = new Map<string, IndicatorFacts>();
  const add = (indicators: readonly Indicator[]): void => {
    for (const { id, code, name, points, standard, children } of indicators) {
      found.set(id, { code, name, points: points && formatDecimal(points), standard });
      add(children);
    }
  };
  add([...system.indicators, ...system.bonus]);
  return found;
}
