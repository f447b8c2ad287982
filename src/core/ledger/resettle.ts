/** What an entry says of its evidence that means nothing, or something else, under another indicator. */
import { squash } from '../archive/folder-key.js';
import { parseReference } from '../evidence/references.js';
import type { Indicator, Requirement, ScoringSystem } from '../system/types.js';
import { eachRequirement } from '../system/walk.js';
import type { KeyEdit } from './plan-edits.js';
import { entryFaults } from './references.js';
import type { LedgerEntry, ReferringKey } from './types.js';

export interface Resettled {
  readonly set: readonly KeyEdit[];
  /** What is taken away, by key. */
  readonly dropped: readonly { readonly key: ReferringKey; readonly names: readonly string[] }[];
}

export type Entry = Pick<LedgerEntry, 'requirements' | 'references' | 'occasion'>;

/**
 * An entry whose evidence goes to another indicator. A requirement stays where the new indicator asks for the same by
 * title, or where it is the proof of a veto, which may be filed anywhere; an id alone may be another's by chance. That it
 * served the new indicator too is told by its place now, and the requirement that was named with that is its own.
 */
export function resettled(
  { requirements, references, occasion }: Entry,
  { from, to }: { readonly from: Indicator | undefined; readonly to: Indicator | undefined },
  system: ScoringSystem,
): Resettled {
  if (from?.id === to?.id) return { set: [], dropped: [] };
  const proofs = system.vetoes.flatMap(({ evidence }) => [...eachRequirement(evidence)]);
  const served = (reference: string) =>
    to !== undefined && parseReference(reference, system)?.indicator.id === to.id;
  const asked = references
    .filter(served)
    .flatMap((each) => parseReference(each, system)?.requirement ?? []);
  const fitting = requirements.filter(
    (name) => calledIn(proofs, name) !== undefined || isSameIn(name, from, to),
  );
  const before = [...new Set([...fitting, ...asked])];
  const others = references.filter((each) => !served(each));
  const lost = requirements.filter((name) => !fitting.includes(name));
  const said = { references, occasion };
  const isMisplaced =
    occasion !== undefined && !isKnown(said, to, system) && isKnown(said, from, system);
  return {
    set: [
      ...(isSameList(before, requirements) ? [] : [edit('requirements', before)]),
      ...(others.length === references.length ? [] : [edit('references', others)]),
      ...(isMisplaced ? [edit('occasion', [])] : []),
    ],
    dropped: [
      ...(lost.length === 0 ? [] : [{ key: 'requirements' as const, names: lost }]),
      ...(isMisplaced ? [{ key: 'occasion' as const, names: [occasion] }] : []),
    ],
  };
}

function isSameIn(name: string, from: Indicator | undefined, to: Indicator | undefined): boolean {
  const there = [...eachRequirement(to?.evidence ?? [])];
  const here = calledIn([...eachRequirement(from?.evidence ?? [])], name);
  const title = here ? here.title : name;
  return there.some((each) => squash(each.title) === squash(title));
}

function calledIn(all: readonly Requirement[], name: string): Requirement | undefined {
  return all.find(({ id, title }) => id === name || squash(title) === squash(name));
}

/** Is its occasion one that indicators ask for? */
function isKnown(
  said: Pick<Entry, 'references' | 'occasion'>,
  home: Indicator | undefined,
  system: ScoringSystem,
): boolean {
  const faults = [...entryFaults({ ...said, requirements: [], owner: undefined }, home, system)];
  return faults.every((fault) => !('thing' in fault) || fault.thing !== 'occasion');
}

function edit(key: ReferringKey, value: readonly string[]): KeyEdit {
  return { path: [key], value: value.length === 0 ? undefined : value };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}
