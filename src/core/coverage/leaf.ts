/** One leaf indicator: what is filed for it, and which of its requirements are met. */
import type { ExpectedFolder } from '../archive/layout.js';
import { compareEvidence } from '../evidence/collect.js';
import type { Evidence } from '../evidence/types.js';
import { parseReference, type Referring } from '../evidence/references.js';
import { listIn } from '../group.js';
import type { Ledger } from '../ledger/types.js';
import { appliesTo, evidenceOf, proofAsked } from '../system/conditions.js';
import type { Condition, Indicator, Requirement, ScoringSystem } from '../system/types.js';
import type { IndicatorPlace } from '../system/walk.js';
import { statementsIn, type Stated, type Statements } from './exemptions.js';
import { offerOf, type Offer } from './fits.js';
import { judgeAll, withDoubts } from './judge.js';
import { conditionLack, nodesOf, sampleLack } from './nodes.js';
import type { Terms } from './terms.js';
import type { Lack, LeafCoverage, RequirementCoverage, State } from './types.js';
import { isMet, worstOf } from './verdict.js';

/** What is filed for a leaf indicator. */
export interface Filed {
  readonly own: readonly Evidence[];
  readonly referring: readonly Referring[];
  /** Of its folder and of those in it. */
  readonly ledgers: readonly Ledger[];
  readonly folder: ExpectedFolder | undefined;
}

/** With what a leaf indicator is judged. */
interface Bench {
  /** The indicator and those above it, the outermost first. */
  readonly places: readonly Indicator[];
  readonly offers: readonly Offer[];
  readonly terms: Terms;
}

type Base = Pick<LeafCoverage, 'indicator' | 'folder' | 'evidence' | 'spare'>;

/** The coverage of a leaf indicator; what it takes from elsewhere (`see`) is judged by itself here. */
export function judgeLeaf(place: IndicatorPlace, filed: Filed, terms: Terms): LeafCoverage {
  const { indicator, above } = place;
  const places = [...above, indicator];
  const offers = offersOf(filed);
  const bench = { places, offers, terms };
  const evidence = offers.map((offer) => offer.evidence);
  const base = { indicator, folder: filed.folder, evidence, spare: evidence };
  const refusing = places.find(
    ({ applies }) => applies && appliesTo(applies, terms.profile) === 'no',
  );
  if (refusing?.applies) return notForUnit(base, place, refusing.applies, bench);
  if (places.some(({ files }) => !files)) {
    return { ...base, ...allIn('outside', indicator.evidence), lacks: [] };
  }
  const statements = statementsIn(filed.ledgers, evidence, indicator.exempt, { places, terms });
  const stated = statements.ofIndicator;
  if (stated?.lacks.length === 0) {
    const exempt = allIn('exempt', indicator.evidence);
    return { ...base, ...exempt, lacks: [], exemption: stated.statement };
  }
  const doubts = doubtsOf(indicator, bench);
  return finished({
    ...base,
    state: 'met',
    requirements: judgeRequirements(evidenceOf(indicator), { statements, doubts, ...bench }),
    lacks: [...doubts, ...(stated?.lacks ?? [])],
    exemption: stated?.statement,
  });
}

/** What only a person can tell: whether it is for this unit, and what a sample comes to. */
function doubtsOf({ sample }: Indicator, { places, terms }: Bench): readonly Lack[] {
  const unsure = places.flatMap(({ applies }) =>
    applies && appliesTo(applies, terms.profile) === 'person' ? [conditionLack(applies)] : [],
  );
  return [...unsure, ...sampleLack(sample)];
}

/** What does not apply to the unit, by its profile: exempt, unless the proof that is asked for is missing. */
function notForUnit(
  base: Base,
  { indicator, above }: IndicatorPlace,
  refused: Condition,
  bench: Bench,
): LeafCoverage {
  const { profile } = bench.terms;
  const isOwn = above.every(({ applies }) => appliesTo(applies, profile) !== 'no');
  const proof = isOwn && indicator.files ? proofAsked(indicator, profile) : [];
  if (proof.length > 0) return withProof(base, proof, bench);
  return { ...base, ...allIn('exempt', indicator.evidence), lacks: [conditionLack(refused)] };
}

/** Exempt once the proof that is asked for is there. */
function withProof(
  base: Base,
  proof: readonly Requirement[],
  { places, offers, terms }: Bench,
): LeafCoverage {
  const { evidence, applies } = base.indicator;
  const nodes = nodesOf(proof, places, terms).flatMap((node) => node ?? []);
  const leaf = finished({
    ...base,
    state: 'met',
    requirements: [
      ...evidence.map((each) => empty(each, 'exempt')),
      ...judgeAll(nodes, offers, terms),
    ],
    lacks: applies ? [conditionLack(applies)] : [],
    exemption: undefined,
  });
  return isMet(leaf.state) ? { ...leaf, state: 'exempt' } : leaf;
}

/** A leaf indicator whose requirements are judged: its state, what is spare, and whether there is nothing at all. */
export function finished(leaf: LeafCoverage): LeafCoverage {
  const { requirements, evidence, exemption } = leaf;
  const used = new Set(requirements.flatMap((each) => each.evidence));
  const lacks = leaf.lacks.filter(({ is }) => is !== 'none');
  const state = stateOfLeaf(requirements, exemption !== undefined);
  const isBare = evidence.length === 0 && (state === 'short' || state === 'late');
  const isUnasked = evidence.length === 0 && requirements.length === 0;
  return {
    ...leaf,
    state,
    spare: evidence.filter((each) => !used.has(each)),
    lacks: isBare || isUnasked ? [{ is: 'none' }, ...lacks] : lacks,
  };
}

/**
 * The worst of what is owed. Where nothing is asked for a person must say whether what is there will do.
 *
 * @param isStated - Said not to apply, without the proof for it.
 */
export function stateOfLeaf(
  requirements: readonly RequirementCoverage[],
  isStated: boolean,
): State {
  if (requirements.length === 0) return isStated ? 'short' : 'person';
  const owed = requirements.filter(({ requirement }) => !requirement.optional);
  const applying = owed.filter(({ state }) => state !== 'exempt');
  if (applying.length === 0) return owed.length > 0 ? 'exempt' : 'met';
  const state = worstOf(applying.map((each) => each.state));
  return isStated && !isMet(state) ? worstOf([state, 'short']) : state;
}

/** As people read them, each once, with what it was said to be for. */
function offersOf({ own, referring }: Filed): readonly Offer[] {
  const offers = own.map((evidence) => offerOf(evidence, evidence.entry?.requirements ?? []));
  if (referring.length === 0) return offers;
  const names = new Map<Evidence, string[]>();
  for (const { evidence, requirement } of referring) {
    const wanted = listIn(names, evidence);
    if (requirement !== undefined) wanted.push(requirement);
  }
  const mine = new Set(own);
  for (const [evidence, wanted] of names) {
    if (!mine.has(evidence)) offers.push(offerOf(evidence, wanted));
  }
  return offers.sort((a, b) => compareEvidence(a.evidence, b.evidence));
}

function judgeRequirements(
  requirements: readonly Requirement[],
  {
    statements,
    doubts,
    places,
    offers,
    terms,
  }: Bench & { readonly statements: Statements; readonly doubts: readonly Lack[] },
): readonly RequirementCoverage[] {
  const nodes = nodesOf(requirements, places, terms);
  const plans = requirements.map((requirement, at) => {
    const stated = statements.of(requirement);
    const node = stated?.lacks.length === 0 ? undefined : nodes[at];
    // What is kept elsewhere takes nothing from the others here; `withSeen` judges it.
    const isElsewhere = node !== undefined && leadsElsewhere(requirement, terms.system);
    return { requirement, stated, node, isElsewhere };
  });
  const judged = plans.flatMap(({ node, isElsewhere }) => (node && !isElsewhere ? node : []));
  const found = new Map(judgeAll(judged, offers, terms).map((each, at) => [judged[at], each]));
  return plans.map(({ requirement, stated, node, isElsewhere }): RequirementCoverage => {
    if (!node) return { ...empty(requirement, 'exempt'), exemption: stated?.statement };
    if (isElsewhere) return empty(requirement, 'person');
    const own = found.get(node) ?? empty(requirement, 'short');
    return withStatement(withDoubts({ doubts }, own), stated);
  });
}

function leadsElsewhere({ see }: Requirement, system: ScoringSystem): boolean {
  return see !== undefined && (see.startsWith('#') || parseReference(see, system) !== undefined);
}

/** Said not to apply, and what proves it is missing. */
function withStatement(
  found: RequirementCoverage,
  stated: Stated | undefined,
): RequirementCoverage {
  if (!stated || isMet(found.state)) return found;
  const lacks = [...stated.lacks, ...found.lacks];
  return { ...found, state: worstOf([found.state, 'short']), lacks, exemption: stated.statement };
}

function allIn(
  state: 'exempt' | 'outside',
  requirements: readonly Requirement[],
): Pick<LeafCoverage, 'state' | 'requirements' | 'exemption'> {
  return {
    state,
    requirements: requirements.map((each) => empty(each, state)),
    exemption: undefined,
  };
}

function empty(requirement: Requirement, state: State): RequirementCoverage {
  return {
    requirement,
    state,
    found: 0,
    wanted: requirement.count,
    counts: 'files',
    evidence: [],
    periods: [],
    lacks: [],
    parts: [],
    exemption: undefined,
  };
}
