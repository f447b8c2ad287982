/** Which requirements the evidence in a bundle meets: “unchanged” is not “enough”. No part of the verdict. */
import type { ArchivePath } from '../../archive/paths.js';
import { coverageOf } from '../../coverage/cover.js';
import { owingNothing } from '../../coverage/owed.js';
import type { LeafCoverage, State, VetoCoverage } from '../../coverage/types.js';
import { Settling } from '../../ledger/settle.js';
import type { Ledger } from '../../ledger/types.js';
import { NO_SCORES } from '../../scoring/scores.js';
import { statusOf, type Status } from '../../status/status.js';
import type { Day } from '../../system/types.js';
import { heldIn } from '../index/held-in.js';
import type { BundleIndex } from '../index/parse-index.js';
import type { DigestFacts } from '../judge/facts.js';
import type { HeldArchive } from './held-archive.js';

export interface BundleCoverage {
  /** The day that it is judged on. */
  readonly today: Day;
  /** Of one of several bundles only what it is to hold. What is not in order is listed; that it is, is counted. */
  readonly status: Status;
  /** Vetoes that apply to the unit. Whether they were triggered no file tells: what people say of them is not packed. */
  readonly vetoes: readonly VetoCoverage[];
  /** What there is of what they ask for, to prove that they were not triggered. */
  readonly proofs: readonly VetoProof[];
  /** Ids of the leaf indicators that owe no file of their own: they do not apply, or all they ask for is elsewhere. */
  readonly nothingOwed: ReadonlySet<string>;
  /** Is everything that it was judged by as it was packed, and in order? */
  readonly reliable: boolean;
}

export interface VetoProof {
  /** Of the veto. */
  readonly code: string;
  readonly title: string;
  /** In the bundle; empty where there is none in it. */
  readonly paths: readonly string[];
}

/** What is asked besides the archive. */
interface CoverageInput {
  readonly index: BundleIndex;
  readonly digests: DigestFacts;
  /** Those that could be read, as they are written. */
  readonly ledgers: readonly Ledger[];
  readonly today: Day;
  /** By its path of codes: is it to be told of? */
  readonly isAsked: (indicator: string) => boolean;
}

/** Which requirements the evidence in a bundle meets, by the scoring system and the ledgers in it. */
export function judgeCoverage(
  held: HeldArchive,
  { index, digests, ledgers, today, isAsked }: CoverageInput,
): Omit<BundleCoverage, 'reliable'> {
  const { facts } = held;
  const known = { today, ledgers: settled(held, ledgers, digests), facts, scores: NO_SCORES };
  const archive = { ...held.archive, known };
  const coverage = coverageOf(archive);
  const isOwed = heldIn(index);
  const isTold = ({ indicator: { id }, state }: LeafCoverage) =>
    isOwed(id) &&
    isAsked(id) &&
    (state === 'exempt' || state === 'outside' || index.indicators.get(id)?.filed !== false);
  const indicators = new Set(coverage.leaves.filter(isTold).map(({ indicator }) => indicator));
  const status = statusOf(archive.system, coverage, { states: SHORT, indicators });
  const vetoes = coverage.vetoes.filter(({ state }) => state !== 'exempt');
  const unowed = owingNothing(archive.system, coverage);
  const nothingOwed = new Set(unowed.map(({ indicator }) => indicator.id));
  return {
    today,
    status,
    vetoes,
    proofs: vetoes.flatMap((each) => proofsOf(each, held)),
    nothingOwed,
  };
}

function proofsOf({ veto: { code }, proof }: VetoCoverage, { pathOf }: HeldArchive): VetoProof[] {
  return proof.map(({ requirement: { title }, evidence }) => {
    return { code, title, paths: evidence.map(({ path }) => pathOf(path)) };
  });
}

const SHORT: ReadonlySet<State> = new Set(['late', 'short', 'over']);

/** Is something lacking, or too much? */
export function isShort(state: State): boolean {
  return SHORT.has(state);
}

/** Entries follow files that were renamed and moved by hand, as they did when it was packed. */
function settled(
  { archive, rowOf }: HeldArchive,
  ledgers: readonly Ledger[],
  digests: DigestFacts,
): ReadonlyMap<ArchivePath, Ledger> {
  if (ledgers.length === 0) return new Map();
  const settling = new Settling(ledgers, archive.root, (path) => {
    const row = rowOf(path);
    return row === undefined ? undefined : digests.sizeBytes(row);
  });
  const known = new Map<ArchivePath, string>();
  for (const path of settling.toDigest) {
    const row = rowOf(path);
    if (row === undefined || digests.ended(row) !== 'whole') continue;
    known.set(path, digests.digest(row, 'sha256'));
  }
  return settling.settle(known).ledgers;
}
