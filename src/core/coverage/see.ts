/** Requirements whose evidence is kept elsewhere (`see: 1/1.1#plan`): they stand as what they name stands. */
import { isCalled, parseSee } from '../evidence/references.js';
import type { Requirement } from '../system/types.js';
import { FLAWED, flawsOf, inDays, levelOf, SURE, type Level } from './flaws.js';
import { finished } from './leaf.js';
import { nodesOf, type Plain } from './nodes.js';
import type { Places, Terms } from './terms.js';
import type { Lack, LeafCoverage, RequirementCoverage } from './types.js';
import { stateOf, worstOf } from './verdict.js';

/** @param placesOf - An indicator with those above it. */
export function withSeen(
  leaves: readonly LeafCoverage[],
  placesOf: (leaf: LeafCoverage) => Places,
  terms: Terms,
): readonly LeafCoverage[] {
  if (!leaves.some((leaf) => leaf.requirements.some(isSeen))) return leaves;
  const resolver = new Resolver(leaves, placesOf, terms);
  return leaves.map((leaf) => resolver.leaf(leaf));
}

function isSeen({ requirement, state }: RequirementCoverage): boolean {
  return requirement.see !== undefined && state !== 'exempt' && state !== 'outside';
}

class Resolver {
  readonly #leaves: ReadonlyMap<string, LeafCoverage>;
  readonly #placesOf: (leaf: LeafCoverage) => Places;
  readonly #terms: Terms;
  readonly #done = new Map<RequirementCoverage, RequirementCoverage>();

  constructor(
    leaves: readonly LeafCoverage[],
    placesOf: (leaf: LeafCoverage) => Places,
    terms: Terms,
  ) {
    this.#leaves = new Map(leaves.map((leaf) => [leaf.indicator.id, leaf]));
    this.#placesOf = placesOf;
    this.#terms = terms;
  }

  leaf(leaf: LeafCoverage): LeafCoverage {
    if (!leaf.requirements.some(isSeen)) return leaf;
    const requirements = leaf.requirements.map((each) => this.#resolve(each, leaf));
    return finished({ ...leaf, requirements });
  }

  #resolve(own: RequirementCoverage, leaf: LeafCoverage): RequirementCoverage {
    if (!isSeen(own)) return own;
    const done = this.#done.get(own);
    if (done) return done;
    // One that leads back to itself is judged by what is filed for it.
    this.#done.set(own, own);
    const target = this.#target(own.requirement, leaf);
    const found = target ? this.#as(own, target, leaf) : own;
    this.#done.set(own, found);
    return found;
  }

  #target({ see = '' }: Requirement, leaf: LeafCoverage): RequirementCoverage | undefined {
    const reference = parseSee(see, leaf.indicator, this.#terms.system);
    const home = reference && this.#leaves.get(reference.indicator.id);
    if (!home) return undefined;
    const name = reference.requirement;
    if (name === undefined)
      return wholeOf(home.requirements.map((each) => this.#resolve(each, home)));
    const named = allOf(home.requirements).find(({ requirement }) => isCalled(requirement, name));
    return named && this.#resolve(named, home);
  }

  /** What is to be seen on it, and of which days it must be, is asked of the same evidence again. */
  #as(
    own: RequirementCoverage,
    target: RequirementCoverage,
    leaf: LeafCoverage,
  ): RequirementCoverage {
    const found = { ...target, requirement: own.requirement, elsewhere: target.state };
    const [node] = nodesOf([own.requirement], this.#placesOf(leaf), this.#terms);
    if (node?.is !== 'plain' || target.evidence.length === 0) return found;
    const judged = target.evidence.map((evidence) => this.#lacks(evidence, node));
    const best = Math.min(...judged.map(({ level }) => level)) as Level;
    const state = worstOf([target.state, stateOf(best, 'short')]);
    const lacks = best === SURE ? [] : judged.flatMap((each) => each.lacks);
    const evidence = target.evidence.filter((_, at) => judged[at]?.level !== FLAWED);
    return {
      ...found,
      state,
      found: target.counts === 'files' ? Math.min(target.found, evidence.length) : target.found,
      evidence,
      lacks: [...target.lacks, ...lacks],
    };
  }

  #lacks(evidence: RequirementCoverage['evidence'][number], node: Plain) {
    const { window } = node.frame;
    const dated = inDays(evidence, window);
    // When it was handed in is told where it is kept.
    const flaws = flawsOf(evidence, node, this.#terms.closed).filter(
      ({ is }) => is !== 'submitted',
    );
    const lacks: readonly Lack[] =
      dated === 'out' && window
        ? [...flaws, { is: 'window', evidence, window }]
        : dated === 'doubtful'
          ? [...flaws, { is: 'date', evidence }]
          : flaws;
    return { lacks, level: dated === 'out' ? FLAWED : levelOf(lacks) };
  }
}

/** All requirements of an indicator as one. */
function wholeOf(requirements: readonly RequirementCoverage[]): RequirementCoverage | undefined {
  const [first] = requirements;
  if (!first) return undefined;
  const owed = requirements.filter(({ requirement }) => !requirement.optional);
  return {
    ...first,
    state: worstOf(owed.map(({ state }) => state)),
    evidence: requirements.flatMap(({ evidence }) => evidence),
    lacks: owed.flatMap(({ lacks }) => lacks),
    periods: [],
    parts: [],
  };
}

function allOf(requirements: readonly RequirementCoverage[]): RequirementCoverage[] {
  return requirements.flatMap((each) => [each, ...allOf(each.parts)]);
}
