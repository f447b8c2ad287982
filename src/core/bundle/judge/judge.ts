/** The verdict on a bundle: whether it holds, and everything that was found. */
import type { Finding } from '../../rules/findings.js';
import type { Algorithm } from '../bag/algorithms.js';
import type { Bag } from '../bag/bag.js';
import type { BundleCoverage } from '../coverage/judge-coverage.js';
import { judgeProfile } from '../bag-profile/judge-profile.js';
import type { BagProfile, ProfileProblem } from '../bag-profile/types.js';
import type { BagFiles, DigestFacts } from './facts.js';
import { indicatorFinder } from '../index/indicators.js';
import { isOurs, judgeContents } from './judge-contents.js';
import { judgeEdition, type HeldSystem } from './judge-edition.js';
import { judgeFixity } from './judge-fixity.js';
import { judgeForm } from './judge-form.js';
import { payloadTotal } from './payload-total.js';
import { judgeSignatures, type SignatureFacts } from './judge-signature.js';
import type { BundleIndex } from '../index/parse-index.js';
import type { ScoringSystem } from '../../system/types.js';
import type { BundleChecks } from '../index/parse-checks.js';
import { partOf, type PartFacts } from '../part.js';
import { presenceOf, type Presence } from '../index/presence.js';
import { bundleFindingsOf, bundleRuleOf, type BundleSeen } from './rules.js';
import { isAskedFor, type Share } from './spot-check.js';
import type { Refusal } from './refusal.js';

type Part = 'fixity' | 'form' | 'contents' | 'system' | 'profile' | 'signature';

interface JudgedProfile {
  /** Given by the inspector, or carried by the bundle: its sender made that one. */
  readonly from: 'inspector' | 'bundle';
  /** `undefined` when the carried one cannot be read. */
  readonly profile: BagProfile | undefined;
}

export interface VerifyReport {
  /** No finding of level error. */
  readonly holds: boolean;
  /** Was the bundle read to its end? Not when its zip was refused. */
  readonly read: boolean;
  /** Each part on its own: unchanged is not yet right. */
  readonly parts: Readonly<Record<Part, boolean>>;
  /** The BagIt profile that it was judged by; `undefined` when it was judged by none. */
  readonly profile: JudgedProfile | undefined;
  /** The signatures that there are, and the key that they were held against; `undefined` when there is neither. */
  readonly signatures: SignatureFacts | undefined;
  /** The scoring system that the inspector holds, if it was compared. */
  readonly held: HeldSystem | undefined;
  /** Made by `dangan pack`, or any other BagIt bag. */
  readonly ours: boolean;
  readonly version: string | undefined;
  /** Labels and values of bag-info.txt, as they are there. */
  readonly info: readonly (readonly [string, string])[];
  readonly algorithms: readonly Algorithm[];
  readonly payload: { readonly files: number; readonly bytes: number };
  readonly tagFiles: number;
  /** What was read of the payload, when not all of it was: the verdict is on that. */
  readonly share: Share | undefined;
  /** SHA-256 of `tagmanifest-sha256.txt`, which `pack` prints; who has it from the sender knows of every change. */
  readonly digest: string | undefined;
  /** Errors that were known when it was packed, of a bundle of ours. */
  readonly errorsAtPacking: number | undefined;
  /** Findings that were let pass when it was packed. */
  readonly waivedAtPacking: number | undefined;
  /** Which of several bags it is; the verdict is on this one. */
  readonly part: PartFacts | undefined;
  /** Whether there is evidence for each indicator: no part of the verdict. Of a bundle with an index only. */
  readonly presence: Presence | undefined;
  /**
   * Which requirements are met: no part of the verdict either. `left` of a bundle with so many files that it takes
   * longer than to verify it, unless it was asked for.
   */
  readonly coverage: BundleCoverage | 'left' | undefined;
  readonly findings: readonly Finding[];
  /** Said by one of them already, of the same file. */
  readonly echoes: readonly Finding[];
}

export interface BundleFacts {
  readonly bag: Bag;
  readonly files: BagFiles;
  readonly digests: DigestFacts;
  readonly index: BundleIndex | undefined;
  readonly checks: BundleChecks | undefined;
  readonly frozen: ScoringSystem | undefined;
  readonly held: HeldSystem | undefined;
  readonly profile: ProfileFacts | undefined;
  readonly signatures: SignatureFacts;
  readonly share: Share | undefined;
}

/** The profile to judge by, or the first thing that is wrong with the carried one. */
export type ProfileFacts =
  | { readonly from: 'inspector' | 'bundle'; readonly profile: BagProfile }
  | { readonly from: 'bundle'; readonly problem: ProfileProblem };

/** Where a bundle of ours carries its profile. */
export const CARRIED_PROFILE = 'bagit-profile.json';

/** Everything that is told of a bundle: what is wrong with it, each thing once, and whether it holds. */
export function judgeBundle(facts: BundleFacts): VerifyReport {
  const fixity = [...judgeForm(facts.bag, facts.files), ...judgeFixity(facts)];
  // That Windows could not hold its name says nothing about what is in it.
  const told = fixity.filter(({ messageId }) => !messageId.startsWith('bundle-name-'));
  const known = new Set(told.flatMap(placesOf));
  const seen = [
    ...fixity,
    ...judgeContents(facts),
    ...judgeEditionOf(facts),
    ...judgeProfileOf(facts),
    ...judgeSignatures(facts.signatures),
  ];
  const all = bundleFindingsOf(seen, indicatorFinder(facts.index));
  // A missing file is told once, not once more for the index or the profile it carries, which still name it.
  const isCarried = facts.profile?.from === 'bundle';
  const isEcho = ({ rule, file }: Finding) => {
    const part = bundleRuleOf({ rule }).part;
    const repeats = rule === 'bundle-index-mismatch' || (isCarried && part === 'profile');
    return repeats && file !== undefined && known.has(file);
  };
  const findings = all.filter((finding) => !isEcho(finding));
  const payload = payloadTotal(facts.files, facts.digests);
  const isTrue = verdictOf(findings).parts.contents;
  return {
    ...verdictOf(all),
    read: true,
    profile: judgedProfile(facts.profile),
    signatures: judgedSignatures(facts.signatures),
    held: facts.held,
    ours: isOurs(facts),
    version: facts.bag.declaration?.version,
    info: facts.bag.info?.rows ?? [],
    algorithms: algorithmsOf(facts.bag),
    payload,
    tagFiles: facts.files.rows.size - payload.files,
    share: facts.share,
    digest: digestOf(facts),
    errorsAtPacking: facts.checks?.errors,
    waivedAtPacking: facts.checks?.waived,
    part: partOf(facts.bag, facts.index),
    presence: facts.index && presenceOf(facts.index, facts.files, isTrue, askedIn(facts)),
    coverage: undefined,
    findings,
    echoes: all.filter(isEcho),
  };
}

/** Is an indicator of the bundle one that was asked for? */
export function askedIn({
  index,
  share,
}: Pick<BundleFacts, 'index' | 'share'>): (path: string) => boolean {
  if (share === undefined) return () => true;
  const known = Array.from(index?.indicators ?? [], ([path, { code }]) => ({ code, path }));
  return isAskedFor(share.asked, known);
}

/** Of what has moved, the list and the index name the old place. */
function placesOf({ messageId, data, path }: BundleSeen): readonly (string | undefined)[] {
  return messageId === 'bundle-file-moved/file' ? [path, data.from] : [path];
}

/** The verdict on a zip that was refused before its files were read. */
export function refusedBundle(refusals: readonly Refusal[]): VerifyReport {
  const findings = bundleFindingsOf([...seenRefusals(refusals)], () => undefined);
  return {
    ...verdictOf(findings),
    read: false,
    profile: undefined,
    signatures: undefined,
    held: undefined,
    ours: false,
    version: undefined,
    info: [],
    algorithms: [],
    payload: { files: 0, bytes: 0 },
    tagFiles: 0,
    share: undefined,
    digest: undefined,
    errorsAtPacking: undefined,
    waivedAtPacking: undefined,
    part: undefined,
    presence: undefined,
    coverage: undefined,
    findings,
    echoes: [],
  };
}

/** Entries refused for one reason that are told one by one; how many there are is the sender's choice. */
const TOLD_REFUSALS = 200;

function* seenRefusals(refusals: readonly Refusal[]): Generator<BundleSeen> {
  const counts = new Map<Refusal['code'], number>();
  for (const refusal of refusals) {
    const count = (counts.get(refusal.code) ?? 0) + 1;
    counts.set(refusal.code, count);
    if (count > TOLD_REFUSALS) continue;
    const place = refusal.entry === '' ? {} : { path: refusal.entry };
    yield { messageId: 'bundle-refused/zip', data: refusal, ...place };
  }
  for (const [code, all] of counts) {
    const count = all - TOLD_REFUSALS;
    if (count > 0) yield { messageId: 'bundle-refused/more', data: { code, count } };
  }
}

function judgeEditionOf(facts: BundleFacts): Iterable<BundleSeen> {
  return facts.held === undefined ? [] : judgeEdition(facts.held, facts);
}

function* judgeProfileOf(facts: BundleFacts): Generator<BundleSeen> {
  const { profile } = facts;
  if (profile === undefined) return;
  if ('profile' in profile) yield* judgeProfile(profile.profile, facts);
  else {
    const { at, ...fault } = profile.problem;
    const data = { ...at, fault };
    yield { messageId: 'bundle-profile-invalid/fault', data, path: CARRIED_PROFILE };
  }
}

function judgedProfile(facts: ProfileFacts | undefined): JudgedProfile | undefined {
  return facts && { from: facts.from, profile: 'profile' in facts ? facts.profile : undefined };
}

function judgedSignatures(facts: SignatureFacts): SignatureFacts | undefined {
  return facts.key === undefined && facts.found.length === 0 ? undefined : facts;
}

function digestOf({ files, digests }: BundleFacts): string | undefined {
  const row = files.rows.get('tagmanifest-sha256.txt');
  if (row === undefined || digests.ended(row) !== 'whole') return undefined;
  return digests.digest(row, 'sha256');
}

/** Every algorithm that a manifest of the bag is in. */
function algorithmsOf(bag: Bag): readonly Algorithm[] {
  return [...new Set(bag.manifests.map(({ algorithm }) => algorithm))].sort();
}

function verdictOf(findings: readonly Finding[]): Pick<VerifyReport, 'holds' | 'parts'> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const without = (part: Part) => !errors.some((finding) => bundleRuleOf(finding).part === part);
  return {
    holds: errors.length === 0,
    parts: {
      fixity: without('fixity'),
      form: without('form'),
      contents: without('contents'),
      system: without('system'),
      profile: without('profile'),
      signature: without('signature'),
    },
  };
}
