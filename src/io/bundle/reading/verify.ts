/** Judge a bundle where it lies. Reads, never writes. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseProfile } from '../../../core/bundle/bag-profile/parse-profile.js';
import type { BagProfile } from '../../../core/bundle/bag-profile/types.js';
import { failingOf } from '../../../core/bundle/judge/advice.js';
import {
  CARRIED_PROFILE,
  judgeBundle,
  refusedBundle,
  type BundleFacts,
  type ProfileFacts,
  type VerifyReport,
} from '../../../core/bundle/judge/judge.js';
import { signatureInBag, type FoundSignature } from '../../../core/bundle/judge/judge-signature.js';
import { judgeListSizes } from '../../../core/bundle/bag/list-sizes.js';
import { isOurs } from '../../../core/bundle/judge/judge-contents.js';
import type { Algorithm } from '../../../core/bundle/bag/algorithms.js';
import { isTagText, manifestAlgorithm, parseBag, type Bag } from '../../../core/bundle/bag/bag.js';
import type { HeldSystem } from '../../../core/bundle/judge/judge-edition.js';
import { parseChecks, type BundleChecks } from '../../../core/bundle/index/parse-checks.js';
import { parseIndex, type BundleIndex } from '../../../core/bundle/index/parse-index.js';
import { PayloadFiles } from '../../../core/bundle/bag/plain-list.js';
import { visible } from '../../../core/bundle/bag/paths.js';
import type { Refusal } from '../../../core/bundle/judge/refusal.js';
import type { SpotCheck } from '../../../core/bundle/judge/spot-check.js';
import { DEFAULT_LIMITS, type ZipLimits } from '../../../core/bundle/zip/directory.js';
import type { PublicKey } from '../../../core/signature/keys.js';
import { SIGNATURE_FILE, SIGNED_FILE } from '../../../core/signature/of-bundle.js';
import { SIGNATURE_BYTES } from '../../../core/signature/signature.js';
import { DanganError } from '../../../errors.js';
import { SETTINGS_FILE } from '../../archive/read-settings.js';
import type { CopyTo } from '../../digest/copy.js';
import { DigestTable } from '../../digest/table.js';
import type { Threads } from '../../threads/threads.js';
import { breathing } from '../../threads/pause.js';
import { openFolder } from './folder-source.js';
import { bundlesIn } from '../places.js';
import { signatureBeside } from './read-signatures.js';
import { skipOthers } from './skip-others.js';
import { frozenSystem, YAML_BYTES } from './frozen-system.js';
import { besides } from '../../../core/bundle/index/presence.js';
import type { CoverageAsked } from './read-coverage.js';
import type { BagSource } from './source.js';
import { bagsBelow, findBag, withListed, type FoundBag } from './find-bag.js';
import { openBundle } from './open-bundle.js';

export interface VerifyOptions {
  /** Where they are others than `DEFAULT_LIMITS`. */
  readonly limits?: Partial<ZipLimits>;
  readonly threads: Threads;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** To judge by; without it a bundle of ours is judged by the one that it carries. */
  readonly profile?: BagProfile | undefined;
  /** Whose signature there must be. */
  readonly key?: PublicKey | undefined;
  /** The scoring system that it is to be made for. */
  readonly held?: HeldSystem | undefined;
  /** Judge which requirements are met. */
  readonly coverage?: CoverageAsked | undefined;
}

export interface SpotCheckOptions extends VerifyOptions {
  /** Read only these files of the payload. All tag files are read, and all lists judged, in any case. */
  readonly only?: SpotCheck | undefined;
}

interface Verified {
  readonly report: VerifyReport;
  /** `undefined` when it was refused. */
  readonly facts: BundleFacts | undefined;
}

/** @param key - As it was typed. @throws {DanganError} BUNDLE_DOES_NOT_HOLD */
export function refuseBroken(path: string, report: VerifyReport, key: string | undefined): void {
  if (report.holds) return;
  throw new DanganError('BUNDLE_DOES_NOT_HOLD', { path, ...failingOf(report), key });
}

/**
 * @param path - Absolute; of a zip, a tar, a tar.gz, or of a folder that is a bag or holds one.
 * @param copying - Called when its structure is found in order, before its contents are read: where they are written
 *   while they are judged, all of them. What it throws ends the run.
 * @throws {DanganError} BUNDLE_NOT_A_BAG, BUNDLE_IS_ARCHIVE, INDICATOR_NOT_IN_BUNDLE, INDICATOR_AMBIGUOUS
 */
export async function verifyBundle(
  path: string,
  options: SpotCheckOptions,
  copying?: (source: BagSource, found: FoundBag) => CopyTo,
): Promise<Verified> {
  refuseArchive(path);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const source = withoutOthers(path, await openBundle(path, limits, options));
  const refusals = source.refusals.length > 0 ? source.refusals : judgeTotal(source, limits);
  if (refusals.length > 0) return { report: refusedBundle(refusals), facts: undefined };
  const at = findBag(source);
  if (at === undefined) {
    throw new DanganError('BUNDLE_NOT_A_BAG', { path, ...otherBundles(path, source) });
  }
  const large = judgeListSizes(listSizes(source, at));
  if (large.length > 0) return { report: refusedBundle(large), facts: undefined };
  // Which digests are needed is told by the names of the manifests; what is in them is read while others digest.
  const table = DigestTable.of(algorithmsOf(at), source.listed.length);
  let read: BundleFacts | undefined;
  const readOnce = () => (read ??= readFacts(source, at, table, options));
  const { threads, signal, onProgress, only } = options;
  const copy = copying?.(
    source,
    at.files.litter.size === 0 ? at : { ...at, files: readOnce().files },
  );
  const share =
    only && copying === undefined ? skipOthers(source, readOnce(), table, only) : undefined;
  const totalBytes = source.totalBytes * (share ? share.bytes / Math.max(share.ofBytes, 1) : 1);
  await source.digestAll({
    table,
    ...(copy && { copy }),
    threads,
    pause: breathing(() => onProgress?.(table.doneBytes, totalBytes), signal),
    meanwhile: () => void readOnce(),
  });
  const reading = share === undefined ? { signal, onProgress } : undefined;
  const beside =
    source.kind === 'folder' ? undefined : await signatureBeside(path, options.key, reading);
  const facts = withSignature({ ...readOnce(), share }, beside);
  const report = judgeBundle(facts);
  if (!options.coverage) return { report, facts };
  const { bundleCoverage } = await import('./read-coverage.js');
  const coverage = bundleCoverage(source, facts, report, options.coverage);
  const { presence } = report;
  if (!presence || !coverage || coverage === 'left')
    return { report: { ...report, coverage }, facts };
  const owed = besides(presence, coverage.nothingOwed);
  return { report: { ...report, coverage, presence: owed }, facts };
}

/** A disk that holds a bag in a folder, and other things: those are no part of it, and need not be read. */
function withoutOthers(path: string, source: BagSource): BagSource {
  const at = source.kind === 'folder' ? findBag(source) : undefined;
  if (at === undefined || at.prefix === '') return source;
  return {
    ...openFolder(join(path, at.prefix)),
    others: { folder: at.prefix.slice(0, -1), files: at.files.outside },
  };
}

/** What may have been meant of a folder that is no bag, or of a package without one at its top. */
function otherBundles(path: string, source: BagSource) {
  const below = bagsBelow(source.listed);
  const inner = innerOf(source);
  if (source.kind !== 'folder') return { inner, inside: [], below: below.map(visible) };
  const inside = bundlesIn(path);
  const places = inside.length > 0 ? inside : below.map((folder) => join(path, folder));
  return { inner, inside: places, below: [] };
}

/** A package in the package, as some make of a bundle that is one already. */
function innerOf({ listed }: BagSource): string | undefined {
  const inner = listed.find(({ path }) => /\.(?:zip|tar|tar\.gz|tgz)$/i.test(path));
  return inner && visible(inner.path);
}

function judgeTotal({ listed }: BagSource, { mostBytes }: ZipLimits): Refusal[] {
  const total = listed.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total <= mostBytes) return [];
  const detail = String(Math.ceil(total / 1e6));
  return [{ code: 'BUNDLE_TOTAL_TOO_LARGE', entry: '', detail }];
}

function* listSizes({ listed }: BagSource, { files }: FoundBag): Generator<[string, number]> {
  for (const [path, row] of files.tags) yield [path, listed[row]?.sizeBytes ?? 0];
}

function withSignature(facts: BundleFacts, beside: FoundSignature | undefined): BundleFacts {
  if (beside === undefined) return facts;
  const { key, found } = facts.signatures;
  return { ...facts, signatures: { key, found: [...found, beside] } };
}

/** Somebody who asks for the wrong one of the two is told of the other. */
function refuseArchive(path: string): void {
  if (!existsSync(join(path, SETTINGS_FILE)) || existsSync(join(path, 'bagit.txt'))) return;
  throw new DanganError('BUNDLE_IS_ARCHIVE', { path });
}

/** Those of the manifests, and SHA-256 where there is an index, which is in it whatever the manifests are in. */
function algorithmsOf({ files }: FoundBag): readonly Algorithm[] {
  const names = [...files.tags.keys()].filter(isTagText);
  const used = new Set(names.flatMap((name) => manifestAlgorithm(name) ?? []));
  return used.size === 0 || files.rows.has('index.json')
    ? [...used.add('sha256')].sort()
    : [...used].sort();
}

function readFacts(
  source: BagSource,
  at: FoundBag,
  digests: DigestTable,
  { profile: given, key, held }: VerifyOptions,
): BundleFacts {
  // The index first: reading it takes the most memory, which is free again for the manifests.
  const payload = payloadOf(source, at);
  const index = readIndex(source, at, payload);
  const checks = index && readChecks(source, at);
  const texts = readTexts(source, at);
  const bag = parseBag(texts, at.same, payload);
  const ours = isOurs({ bag, index });
  const profile: ProfileFacts | undefined = given
    ? { from: 'inspector', profile: given }
    : ours
      ? readCarried(source, at)
      : undefined;
  const frozen =
    ours || held ? frozenSystem((name) => readTag(source, at, name, YAML_BYTES)) : undefined;
  const files = withListed(at.files, bag.manifests);
  const signatures = { key: key?.id, found: readSignature(source, at, texts, bag, key) };
  const found = { bag, index, checks, frozen, held, profile, signatures };
  return { ...found, digests, files, share: undefined };
}

/** It proves little, since the sender made it; but it shows what was added or taken out by hand afterwards. */
function readCarried(source: BagSource, at: FoundBag): ProfileFacts | undefined {
  const bytes = readTag(source, at, CARRIED_PROFILE);
  if (bytes === undefined) return undefined;
  const parsed = parseProfile(bytes);
  return 'profile' in parsed
    ? { from: 'bundle', profile: parsed.profile }
    : { from: 'bundle', problem: parsed.problems[0] };
}

type Texts = ReadonlyMap<string, Uint8Array | undefined>;

function readTexts(source: BagSource, found: FoundBag): Texts {
  const texts = new Map<string, Uint8Array | undefined>();
  for (const [path, row] of found.files.tags) {
    if (isTagText(path)) texts.set(path, source.readWhole(row, Infinity));
  }
  return texts;
}

function readSignature(
  source: BagSource,
  { files }: FoundBag,
  texts: Texts,
  bag: Bag,
  key: PublicKey | undefined,
): FoundSignature[] {
  const row = files.rows.get(SIGNATURE_FILE);
  if (row === undefined) return [];
  const bytes = source.readWhole(row, SIGNATURE_BYTES);
  return [signatureInBag(SIGNATURE_FILE, bytes, texts.get(SIGNED_FILE), bag, key)];
}

/** @returns `undefined` while it has to be seen which files are part of it. */
function payloadOf({ listed }: BagSource, { files }: FoundBag): PayloadFiles | undefined {
  if (files.litter.size > 0) return undefined;
  return new PayloadFiles(files.rows, (row) => listed[row]?.sizeBytes ?? 0);
}

function readIndex(
  source: BagSource,
  found: FoundBag,
  payload: PayloadFiles | undefined,
): BundleIndex | undefined {
  const bytes = readTag(source, found, 'index.json');
  return bytes && parseIndex(bytes, found.same, payload);
}

function readChecks(source: BagSource, found: FoundBag): BundleChecks | undefined {
  const bytes = readTag(source, found, 'checks.json');
  return bytes && parseChecks(bytes);
}

function readTag(
  source: BagSource,
  { files }: FoundBag,
  name: string,
  limit = Infinity,
): Buffer | undefined {
  const row = files.rows.get(name);
  return row === undefined ? undefined : source.readWhole(row, limit);
}
