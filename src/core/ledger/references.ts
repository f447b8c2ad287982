/** Names in a ledger that lead to nothing: indicators, requirements, departments, proofs. */
import { noSuch, type ReferenceFault, type Thing } from '../../messages/faults.js';
import { squash } from '../archive/folder-key.js';
import { namesOccasion, occasionOf } from '../coverage/titles.js';
import { parseReference } from '../evidence/references.js';
import type { Indicator, Requirement, ScoringSystem } from '../system/types.js';
import { eachIndicator, eachRequirement, isLeaf } from '../system/walk.js';
import { foldName, nearest } from '../text.js';
import type { LedgerEntry, NotApplicable, ReferringKey } from './types.js';

/** What an entry names. @param home - The indicator in whose folder its evidence is. */
export function* entryFaults(
  { references, requirements, occasion, owner }: Pick<LedgerEntry, ReferringKey>,
  home: Indicator | undefined,
  system: ScoringSystem,
): Generator<ReferenceFault> {
  for (const reference of references) yield* referenceFaults(reference, system);
  // What proves that a veto was not triggered is filed wherever it belongs.
  const proofs = system.vetoes.flatMap(({ evidence }) => [...eachRequirement(evidence)]);
  for (const name of requirements) yield* requirementFaults(name, home, proofs);
  if (occasion !== undefined) yield* occasionFaults(occasion, references, home, system);
  if (owner === undefined || Object.hasOwn(system.owners, owner)) return;
  const owners = Object.entries(system.owners).flat();
  // Without a list, departments are called by their names.
  if (owners.length === 0 || owners.includes(owner)) return;
  yield missing('owner', owner, owners, Object.values(system.owners));
}

/** What a statement names. @param files - Names in the folder of the ledger. */
export function* statementFaults(
  { requirement, proof }: Pick<NotApplicable, 'requirement' | 'proof'>,
  home: Indicator | undefined,
  files: readonly string[],
): Generator<ReferenceFault> {
  if (requirement !== undefined) yield* requirementFaults(requirement, home);
  if (proof === undefined) return;
  const folded = foldName(proof);
  if (!files.some((name) => foldName(name) === folded)) yield missing('file', proof, files);
}

function* referenceFaults(text: string, system: ScoringSystem): Generator<ReferenceFault> {
  const reference = parseReference(text, system);
  if (!reference) yield unknownIndicator(text.split('#', 1)[0]?.trim() ?? '', system);
  else if (!isLeaf(reference.indicator)) {
    yield { wrong: 'not-a-leaf', name: reference.indicator.id };
  } else if (reference.requirement !== undefined) {
    yield* requirementFaults(reference.requirement, reference.indicator);
  }
}

function unknownIndicator(name: string, system: ScoringSystem): ReferenceFault {
  const indicators = [...eachIndicator(system)].map(({ indicator }) => indicator);
  const count = indicators.filter(({ code }) => code === name).length;
  if (count > 1) return { wrong: 'ambiguous', name, count };
  const named = indicators.find((each) => isLeaf(each) && squash(each.name) === squash(name));
  const known = indicators.flatMap(({ id, code }) => [id, code]);
  return { ...missing('indicator', name, known), ...(named && { nearest: named.id }) };
}

function* requirementFaults(
  name: string,
  home: Indicator | undefined,
  proofs: readonly Requirement[] = [],
): Generator<ReferenceFault> {
  // Of a folder that stands for no indicator, that is told.
  if (!home) return;
  const requirements = [...eachRequirement(home.evidence), ...proofs];
  if (requirements.some((each) => isCalled(each, name))) return;
  yield missing(
    'evidence',
    name,
    requirements.flatMap(({ id, title }) => [id ?? '', title]),
    requirements.map(({ title }) => title),
  );
}

/** An occasion that is none of those that its indicators ask for tells of none; where they ask for none, any will do. */
function* occasionFaults(
  said: string,
  references: readonly string[],
  home: Indicator | undefined,
  system: ScoringSystem,
): Generator<ReferenceFault> {
  const others = references.flatMap((each) => parseReference(each, system)?.indicator ?? []);
  const known = [home, ...others].flatMap((each) => (each ? occasionsIn(each) : []));
  const words = squash(said);
  if (known.length === 0 || known.some((each) => namesOccasion(words, occasionOf(each)))) return;
  yield missing('occasion', said, known);
}

/** The occasions that an indicator asks for, each once. */
export function occasionsIn({ evidence }: Indicator): readonly string[] {
  return [...new Set([...eachRequirement(evidence)].flatMap(({ occasions }) => occasions))];
}

function isCalled({ id, title }: Requirement, name: string): boolean {
  return id === name || squash(title) === squash(name);
}

/** @param told - What there is, as people call it. */
function missing(thing: Thing, name: string, known: readonly string[], told = known) {
  return noSuch(thing, name, nearest(name, known), told);
}
