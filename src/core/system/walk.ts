import type { Indicator, Requirement, ScoringSystem } from './types.js';

/** An indicator with those above it, the highest first. */
export interface IndicatorPlace {
  readonly indicator: Indicator;
  readonly above: readonly Indicator[];
  readonly part: 'indicators' | 'bonus';
}

const known = new WeakMap<object, readonly IndicatorPlace[]>();

/** Every indicator, parents first, base before bonus, in the order of the file; listed once for each system. */
export function eachIndicator(
  system: Pick<ScoringSystem, 'indicators' | 'bonus'>,
): readonly IndicatorPlace[] {
  let places = known.get(system);
  if (!places) {
    const list: IndicatorPlace[] = [];
    for (const part of ['indicators', 'bonus'] as const) listBelow(system[part], [], part, list);
    known.set(system, (places = list));
  }
  return places;
}

function listBelow(
  indicators: readonly Indicator[],
  above: readonly Indicator[],
  part: IndicatorPlace['part'],
  list: IndicatorPlace[],
): void {
  for (const indicator of indicators) {
    list.push({ indicator, above, part });
    if (indicator.children.length > 0)
      listBelow(indicator.children, [...above, indicator], part, list);
  }
}

/** Evidence is kept in the folders of leaf indicators. */
export function isLeaf(indicator: Indicator): boolean {
  return indicator.children.length === 0;
}

/** Every requirement of a list with the parts and alternatives in it, each before what is in it. */
export function eachRequirement(requirements: readonly Requirement[]): readonly Requirement[] {
  if (requirements.every(({ of, either }) => of.length + either.length === 0)) return requirements;
  return requirements.flatMap((each) => [
    each,
    ...eachRequirement(each.of),
    ...eachRequirement(each.either),
  ]);
}

/** The departments that owe an indicator's evidence: its own, or those of the nearest indicator above that names some. */
export function ownersOf({ indicator, above }: IndicatorPlace): readonly string[] {
  if (indicator.owner.length > 0) return indicator.owner;
  return above.findLast(({ owner }) => owner.length > 0)?.owner ?? [];
}

/** Give every indicator its id: the path of codes, a number after a code that an elder sibling has too. */
export function withIds(system: ScoringSystem): ScoringSystem {
  const top = new Map<string, number>();
  return {
    ...system,
    indicators: identified(system.indicators, '', top),
    bonus: identified(system.bonus, '', top),
  };
}

function identified(
  indicators: readonly Indicator[],
  above: string,
  seen = new Map<string, number>(),
): Indicator[] {
  return indicators.map((indicator) => {
    // A slash in a code must not look like a level.
    const code = indicator.code.replaceAll('/', '／');
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    const id = `${above}${code}${count > 1 ? `~${count}` : ''}`;
    return { ...indicator, id, children: identified(indicator.children, `${id}/`) };
  });
}

/** Can any of them take points off? */
export function hasDeductions(indicators: readonly Indicator[]): boolean {
  return indicators.some(
    ({ scoring, children }) =>
      scoring.some(({ rule }) => rule === 'deduct') || hasDeductions(children),
  );
}

/** Is it that indicator, or one below it? By their ids. */
export function isAtOrBelow(id: string, above: string): boolean {
  return id === above || id.startsWith(`${above}/`);
}
