/** What is owed, of all that is covered: the part that somebody asks for, in the order of the scoring system. */
import { nameOf, type ArchivePath } from '../archive/paths.js';
import type {
  Coverage,
  Lack,
  LeafCoverage,
  RequirementCoverage,
  State,
  VetoCoverage,
} from '../coverage/types.js';
import { stateOfLeaf } from '../coverage/leaf.js';
import type { Evidence } from '../evidence/types.js';
import { addDecimals, type Decimal } from '../system/decimal.js';
import type { Indicator, ScoringSystem } from '../system/types.js';
import { eachIndicator, isLeaf, ownersOf, type IndicatorPlace } from '../system/walk.js';
import { foldName } from '../text.js';

/** In the order in which they are told, what is to be done first. */
export const STATES: readonly State[] = [
  ...(['late', 'short', 'over', 'person'] as const),
  ...(['open', 'met', 'exempt', 'outside'] as const),
];

/** What somebody has to do something about. */
export const TO_DO: ReadonlySet<State> = new Set(['late', 'short', 'over', 'person']);

/** In place of a department, for what the scoring system names none for. */
export const NOBODY = '';

export interface StatusQuery {
  readonly states: ReadonlySet<State>;
  /** Only these leaf indicators; all when left out. */
  readonly indicators?: ReadonlySet<Indicator>;
  /** Only what one of these departments owes, by key; everything when left out. */
  readonly owners?: ReadonlySet<string>;
}

export interface StatusRow {
  readonly coverage: RequirementCoverage;
  /** Departments by name. */
  readonly owners: readonly string[];
  /** The parts of a set that are asked for by their states; of an activity none. */
  readonly parts: readonly RequirementCoverage[];
}

export interface StatusLeaf {
  readonly leaf: LeafCoverage;
  /** Of what is asked about: where a department is named, of what it owes. */
  readonly state: State;
  readonly above: readonly Indicator[];
  readonly part: IndicatorPlace['part'];
  /** Departments by name. */
  readonly owners: readonly string[];
  readonly rows: readonly StatusRow[];
  /** What counts for nothing, and nobody can see why. */
  readonly spare: readonly Evidence[];
}

export type StateCounts = Readonly<Record<State, number>>;

export interface Status {
  readonly leaves: readonly StatusLeaf[];
  readonly vetoes: readonly VetoCoverage[];
  /** Whatever states are asked for, all are counted; without what may be left out and is. */
  readonly requirements: StateCounts;
  readonly indicators: StateCounts;
  /** What may be left out and is, so that the counts come to all that the system has. */
  readonly welcome: { readonly requirements: number; readonly indicators: number };
  /** Points of the leaf indicators, bonus aside, that somebody has to do something about. */
  readonly pointsToDo: Decimal;
  /** What counts for nothing, listed or not. */
  readonly spare: number;
  /** Requirements that are not due yet, of which something is handed in that does not do. */
  readonly flawedAhead: number;
  /** Requirements that nothing is to be done about, with what was handed in late. */
  readonly belated: number;
}

const FLAWS: readonly Lack['is'][] = [
  ...(['characters', 'caption', 'avoids', 'state', 'other-kind'] as const),
];

/** Not due yet, and what is handed in for it already does not do: there is still time to mend it. */
export function isFlawedAhead({ state, lacks }: RequirementCoverage): boolean {
  return state === 'open' && lacks.some(({ is }) => FLAWS.includes(is));
}

/** Is all there that is due, and part of it was handed in late? Nothing is left to be done about it. */
export function isBelated({ state, lacks }: RequirementCoverage): boolean {
  return (state === 'met' || state === 'open') && lacks.some(({ is }) => is === 'submitted');
}

/** Nothing is late, short or too much, and no person has to look. */
export function isComplete({ requirements, indicators }: Status): boolean {
  return [...TO_DO].every((state) => requirements[state] === 0 && indicators[state] === 0);
}

/** The part of the coverage that is asked for. Vetoes are told where neither indicator nor owner is named. */
export function statusOf(system: ScoringSystem, coverage: Coverage, query: StatusQuery): Status {
  const places = leafPlaces(system);
  const proofs = new Set(
    coverage.vetoes.flatMap(({ proof }) => proof.flatMap(({ evidence }) => evidence)),
  );
  const inScope = coverage.leaves
    .flatMap((leaf) => scoped(leaf, places, system, query))
    // What proves that a veto was not triggered counts there.
    .map((leaf) => ({ ...leaf, spare: leaf.spare.filter((each) => !proofs.has(each)) }));
  const rows = inScope.flatMap((leaf) => leaf.rows);
  const toDo = inScope.filter(({ state, part }) => part === 'indicators' && TO_DO.has(state));
  const isWhole = !query.indicators && !query.owners;
  return {
    leaves: inScope.flatMap((leaf) => shown(leaf, query)),
    vetoes: isWhole ? coverage.vetoes.filter(({ state }) => query.states.has(state)) : [],
    requirements: countStates(
      rows.flatMap(({ coverage }) => (isWelcome(coverage) ? [] : coverage.state)),
    ),
    indicators: countStates(inScope.flatMap((leaf) => (asksNothing(leaf) ? [] : leaf.state))),
    welcome: {
      requirements: rows.filter(({ coverage }) => isWelcome(coverage)).length,
      indicators: inScope.filter(asksNothing).length,
    },
    pointsToDo: addDecimals(toDo.flatMap(({ leaf }) => leaf.indicator.points ?? [])),
    spare: inScope.reduce((sum, { spare }) => sum + spare.length, 0),
    flawedAhead: rows.filter(({ coverage }) => isFlawedAhead(coverage)).length,
    belated: rows.filter(({ coverage }) => isBelated(coverage)).length,
  };
}

/** May it be there, is it not, and does nobody wait for it? */
export function isWelcome({ requirement, evidence }: RequirementCoverage): boolean {
  return requirement.optional && evidence.length === 0;
}

/** Is nothing asked for but what is welcome, and does nothing count that is there? */
function asksNothing({ rows }: StatusLeaf): boolean {
  return rows.length > 0 && rows.every(({ coverage }) => isWelcome(coverage));
}

function leafPlaces(system: ScoringSystem): ReadonlyMap<string, IndicatorPlace> {
  const leaves = [...eachIndicator(system)].filter(({ indicator }) => isLeaf(indicator));
  return new Map(leaves.map((place) => [place.indicator.id, place]));
}

/** A leaf with those of its requirements that the departments asked for owe; none when it is not asked for at all. */
function scoped(
  leaf: LeafCoverage,
  places: ReadonlyMap<string, IndicatorPlace>,
  { owners: names }: ScoringSystem,
  { indicators, owners }: StatusQuery,
): StatusLeaf[] {
  const place = places.get(leaf.indicator.id);
  if (!place || indicators?.has(place.indicator) === false) return [];
  const leafOwners = ownersOf(place);
  const isOwed = (keys: readonly string[]) =>
    !owners || (keys.length > 0 ? keys : [NOBODY]).some((key) => owners.has(key));
  const called = (key: string) => names[key] ?? key;
  const rows = leaf.requirements.flatMap((coverage): StatusRow[] => {
    const own = coverage.requirement.owner;
    const keys = own.length > 0 ? own : leafOwners;
    return isOwed(keys) ? [{ coverage, owners: keys.map(called), parts: coverage.parts }] : [];
  });
  // Whoever has an indicator of which others owe all the evidence owes none of it.
  if (rows.length === 0 && (leaf.requirements.length > 0 || !isOwed(leafOwners))) return [];
  const isPart = rows.length > 0 && rows.length < leaf.requirements.length;
  const own = rows.map(({ coverage }) => coverage);
  return [
    {
      leaf,
      state: isPart ? stateOfLeaf(own, leaf.exemption !== undefined) : leaf.state,
      above: place.above,
      part: place.part,
      owners: leafOwners.map(called),
      rows,
      spare: isOwed(leafOwners) ? unexplained(leaf) : [],
    },
  ];
}

/** Spare evidence of which nothing is told: no requirement turns it down, and it proves no exemption. */
function unexplained({ spare, requirements, exemption }: LeafCoverage): readonly Evidence[] {
  // Where nothing is asked for, nothing can be for it.
  if (spare.length === 0 || requirements.length === 0) return [];
  const told = new Set<Evidence>();
  const proofs = new Set<string>();
  const add = ({ lacks, parts, ...each }: RequirementCoverage) => {
    for (const lack of lacks) if ('evidence' in lack) told.add(lack.evidence);
    if (each.exemption?.proof !== undefined) proofs.add(foldName(each.exemption.proof));
    parts.forEach(add);
  };
  requirements.forEach(add);
  if (exemption?.proof !== undefined) proofs.add(foldName(exemption.proof));
  return spare.filter((each) => !told.has(each) && !proofs.has(foldName(nameOf(each.path))));
}

/** With the requirements whose state is asked for; a leaf without any requirement counts by its own state. */
function shown(leaf: StatusLeaf, { states }: StatusQuery): StatusLeaf[] {
  const rows = leaf.rows
    .filter(({ coverage }) => states.has(coverage.state) || isToMend(coverage, states))
    .map((row): StatusRow => ({ ...row, parts: partsShown(row.coverage, states) }));
  const isAsked = rows.length > 0 || (leaf.rows.length === 0 && states.has(leaf.leaf.state));
  return isAsked ? [{ ...leaf, rows }] : [];
}

/** Where what is short is asked for, what is there and too short as well, though it is not due. */
function isToMend(coverage: RequirementCoverage, states: ReadonlySet<State>): boolean {
  return states.has('short') && isFlawedAhead(coverage);
}

/**
 * Alternatives are one another's place: what one of them lacks matters to nobody. A part that is not there at all is
 * named among what the whole lacks.
 */
function partsShown(
  { requirement, parts, lacks }: RequirementCoverage,
  states: ReadonlySet<State>,
): readonly RequirementCoverage[] {
  if (requirement.either.length > 0) return [];
  const missing = new Set(lacks.flatMap((lack) => (lack.is === 'kind' ? lack.title : [])));
  return parts.filter(
    (part) => states.has(part.state) && (part.found > 0 || !missing.has(part.requirement.title)),
  );
}

function countStates(states: readonly State[]): StateCounts {
  const counts: Record<State, number> = {
    ...{ late: 0, short: 0, over: 0, person: 0 },
    ...{ open: 0, met: 0, exempt: 0, outside: 0 },
  };
  for (const state of states) counts[state] += 1;
  return counts;
}

/** Departments that owe something, by key, with their names: those of the system's list first. */
export function ownerNames(system: ScoringSystem): ReadonlyMap<string, string> {
  const names = new Map(Object.entries(system.owners));
  const add = (key: string) => names.has(key) || names.set(key, key);
  for (const { indicator } of eachIndicator(system)) {
    indicator.owner.forEach(add);
    for (const { owner } of indicator.evidence) owner.forEach(add);
  }
  return names;
}

/** How evidence is called in a report: where it is kept, when that is elsewhere. */
interface EvidenceLabel {
  readonly path: ArchivePath;
  /** `03`, or `''` for a link or a name without an ordinal. */
  readonly digits: string;
  readonly title: string;
  /** Code of the indicator that it is kept for, when that is another one. */
  readonly home: string | undefined;
}

export function evidenceLabel(evidence: Evidence, at: Pick<Indicator, 'id'>): EvidenceLabel {
  const { path, name, title, home } = evidence;
  return {
    path,
    digits: name?.digits ?? '',
    title,
    home: home.id === at.id ? undefined : home.code,
  };
}
