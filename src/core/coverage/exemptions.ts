/** “Not our duty”, “no such case this term”: what is said not to apply, and whether what proves it is there. */
import type { Evidence } from '../evidence/types.js';
import { isAbout } from '../ledger/exempt.js';
import type { Ledger, NotApplicable } from '../ledger/types.js';
import type { Exemption, Requirement } from '../system/types.js';
import { foldName } from '../text.js';
import { offerOf } from './fits.js';
import { judgeAll } from './judge.js';
import { nodesOf } from './nodes.js';
import type { Places, Terms } from './terms.js';
import type { Lack } from './types.js';
import { isMet } from './verdict.js';

/** A statement, with what it lacks to be believed. */
export interface Stated {
  readonly statement: NotApplicable;
  /** Empty when its proof is there, or none is asked for. */
  readonly lacks: readonly Lack[];
}

export interface Statements {
  readonly ofIndicator: Stated | undefined;
  readonly of: (requirement: Requirement) => Stated | undefined;
}

/** What the ledgers of an indicator say of it. */
export function statementsIn(
  ledgers: readonly Ledger[],
  evidence: readonly Evidence[],
  exemption: Exemption | undefined,
  judging: { readonly places: Places; readonly terms: Terms },
): Statements {
  const all = ledgers.flatMap(({ notApplicable }) => notApplicable);
  const stated = (statement: NotApplicable | undefined): Stated | undefined =>
    statement && { statement, lacks: proofLacks(statement, evidence, exemption, judging) };
  return {
    ofIndicator: stated(all.find(({ requirement }) => requirement === undefined)),
    of: (requirement) => stated(all.find((each) => isAbout(each, requirement))),
  };
}

/** The proof that the scoring system asks for has to be there; so has any that the statement names. */
function proofLacks(
  { proof: name }: NotApplicable,
  evidence: readonly Evidence[],
  exemption: Exemption | undefined,
  { places, terms }: { readonly places: Places; readonly terms: Terms },
): readonly Lack[] {
  const proof = evidence.find((each) => isCalled(each, name));
  if (name !== undefined && !proof) return [{ is: 'proof', title: name }];
  const asked = nodesOf(exemption?.proof ?? [], places, terms).flatMap((node) => node ?? []);
  const titles = asked.map(({ requirement: { title } }) => title);
  // What the statement names as its proof is filed for that, whatever its title.
  const offers = evidence.map((each) => offerOf(each, each === proof ? titles : [], true));
  return judgeAll(asked, offers, terms, proof === undefined).flatMap(
    ({ state, requirement: { title, optional } }): Lack[] =>
      optional || isMet(state) || state === 'person' ? [] : [{ is: 'proof', title }],
  );
}

function isCalled({ path }: Evidence, name: string | undefined): boolean {
  if (name === undefined) return false;
  return foldName(path.slice(path.lastIndexOf('/') + 1)) === foldName(name.trim());
}
