/** Evidence kept for one indicator that serves another too. */
import type { Archive } from '../archive/types.js';
import { listIn } from '../group.js';
import type { Indicator, Requirement, ScoringSystem } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { foldName } from '../text.js';
import { evidenceOf } from './collect.js';
import type { Evidence } from './types.js';

/** Evidence that refers to an indicator, or to one of its requirements. */
export interface Referring {
  readonly evidence: Evidence;
  /** Id or title of the requirement; `undefined` where only the indicator is named. */
  readonly requirement: string | undefined;
}

export interface Reference {
  readonly indicator: Indicator;
  readonly requirement: string | undefined;
}

const referring = new WeakMap<Archive, ReadonlyMap<string, readonly Referring[]>>();
const places = new WeakMap<ScoringSystem, ReadonlyMap<string, Indicator>>();

/** By id of an indicator, what is kept elsewhere and refers to it, by path; worked out once for each archive value. */
export function references(archive: Archive): ReadonlyMap<string, readonly Referring[]> {
  let found = referring.get(archive);
  if (!found) {
    found = find(archive);
    referring.set(archive, found);
  }
  return found;
}

function find(archive: Archive): ReadonlyMap<string, readonly Referring[]> {
  const byIndicator = new Map<string, Referring[]>();
  for (const evidence of [...evidenceOf(archive).values()].flat()) {
    for (const text of new Set(evidence.entry?.references)) {
      const reference = parseReference(text, archive.system);
      if (!reference) continue;
      const { indicator, requirement } = reference;
      listIn(byIndicator, indicator.id).push({ evidence, requirement });
    }
  }
  return byIndicator;
}

/**
 * `1/1.1#plan`: an indicator by its path of codes, or by a code that is there once, and after `#` a requirement.
 *
 * @returns `undefined` when no indicator, or more than one, is so called; the requirement is not looked for.
 */
export function parseReference(text: string, system: ScoringSystem): Reference | undefined {
  const mark = text.indexOf('#');
  const place = (mark < 0 ? text : text.slice(0, mark)).trim();
  const indicator = indicatorsByPlace(system).get(place);
  return (
    indicator && { indicator, requirement: mark < 0 ? undefined : text.slice(mark + 1).trim() }
  );
}

/** What `see` of a requirement names: another place, or with `#` alone another requirement of its own indicator. */
export function parseSee(
  see: string,
  own: Indicator | undefined,
  system: ScoringSystem,
): Reference | undefined {
  if (!see.startsWith('#')) return parseReference(see, system);
  return own && { indicator: own, requirement: see.slice(1).trim() };
}

/** By its id, or by its title. */
export function isCalled({ id, title }: Requirement, name: string): boolean {
  const folded = foldName(name.trim());
  return (id !== undefined && foldName(id) === folded) || foldName(title) === folded;
}

/** What an indicator may be called by: every path of codes, and every code that is there once. */
export function indicatorsByPlace(system: ScoringSystem): ReadonlyMap<string, Indicator> {
  let found = places.get(system);
  if (!found) {
    found = byPlace(system);
    places.set(system, found);
  }
  return found;
}

function byPlace(system: ScoringSystem): ReadonlyMap<string, Indicator> {
  const found = new Map<string, Indicator>();
  const twice = new Set<string>();
  for (const { indicator } of eachIndicator(system)) {
    if (found.has(indicator.code)) twice.add(indicator.code);
    found.set(indicator.code, indicator);
  }
  for (const code of twice) found.delete(code);
  // An id is the surer of the two where one indicator's is another's code.
  for (const { indicator } of eachIndicator(system)) found.set(indicator.id, indicator);
  return found;
}
