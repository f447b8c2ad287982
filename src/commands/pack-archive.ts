/** From an archive that was read and checked to a bundle. */
import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { matchFolders } from '../core/archive/match.js';
import { eachExpected } from '../core/archive/layout.js';
import type { Archive, ArchivePath } from '../core/archive/types.js';
import { bagInfoOf, formatBagInfo, type BagFacts } from '../core/bundle/bag-info.js';
import { bundleId, bundleName, profileUrn } from '../core/bundle/bundle-id.js';
import { formatChecks } from '../core/bundle/checks-json.js';
import { indexEvidence, indexHead } from '../core/bundle/index-head.js';
import { formatIndex } from '../core/bundle/index-json.js';
import { formatNotice } from '../core/bundle/notice.js';
import { NamesMeet, payloadOf, type Payload } from '../core/bundle/payload.js';
import { formatProfile } from '../core/bundle/profile.js';
import type { IndexEvidence } from '../core/bundle/types.js';
import { toPortable } from '../core/naming/portable.js';
import type { Finding } from '../core/rules/findings.js';
import type { Severity } from '../core/rules/types.js';
import type { SystemSource } from '../core/system/source.js';
import type { Day } from '../core/system/types.js';
import type { SecretKey } from '../core/signature/keys.js';
import { signerOf } from '../core/signature/of-bundle.js';
import { DanganError } from '../errors.js';
import { hasLedger, PayloadListing } from '../io/bundle/list-payload.js';
import type { TreeListing } from '../io/bundle/list-tree.js';
import type { PackThread } from '../io/bundle/pack-thread.js';
import { bagAround, liesWithin } from '../io/bundle/places.js';
import { writeBundle, type TagFile } from '../io/bundle/write-bundle.js';
import { refuseTakenSignature, signFile } from '../io/signature/sign-file.js';
import { freezeSystem, type FrozenSystem } from '../io/system/freeze-system.js';
import { messagesIn } from '../messages/index.js';
import { formatBytes } from '../report/bytes.js';
import { findingJson } from '../report/json.js';
import { viewerPage } from '../report/viewer.js';

export interface PackRequest {
  /** Folder of the archive. */
  readonly root: string;
  readonly archive: Archive;
  /** The scoring system as it was read. */
  readonly source: SystemSource;
  readonly findings: readonly Finding[];
  /** Findings of the scoring system itself. */
  readonly scoring: readonly Finding[];
  readonly allowErrors: boolean;
  /** Absolute; `undefined` for a file in the archive's folder. */
  readonly output: string | undefined;
  readonly form: 'zip' | 'folder';
  readonly today: Day;
  readonly version: string;
  /** Sizes and times of the evidence that are being asked for. */
  readonly listed: TreeListing | undefined;
  readonly thread: PackThread | undefined;
  /** To sign it with. */
  readonly key: SecretKey | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (done: Progress, total: Progress) => void;
  readonly onSigning: (doneBytes: number, totalBytes: number) => void;
}

export interface Progress {
  readonly files: number;
  readonly bytes: number;
}

export interface Packed {
  readonly path: string;
  readonly name: string;
  readonly form: 'zip' | 'folder';
  readonly payload: Progress;
  /** Of the bundle, in bytes. */
  readonly size: number;
  /** SHA-256 of `tagmanifest-sha256.txt`. */
  readonly digest: string;
  readonly leftOut: readonly ArchivePath[];
  /** Half-written bundles of killed runs that were removed. */
  readonly cleared: number;
  readonly renamed: { readonly count: number; readonly example?: { from: string; to: string } };
  /** Evidence in no indicator's folder. */
  readonly unplaced: number;
  /** Id of the key it is signed with; and of a zip, the signature beside it. */
  readonly signature: { readonly key: string; readonly beside: string | undefined } | undefined;
}

/** @throws {DanganError} TARGET_EXISTS, PACK_NAMES_MEET, PACK_INSIDE_EVIDENCE, PACK_INSIDE_BUNDLE, FILE_CHANGED, DISK_FULL, INTERRUPTED */
export async function packArchive(request: PackRequest): Promise<Packed> {
  const { root, archive, form } = request;
  const system = await freezeSystem(join(root, archive.settings.system), request.source);
  const payload = payloadIn(root, archive);
  const listing = new PayloadListing(root, archive.root, payload, await request.listed?.end());
  const facts = factsOf(request, system, listing);
  const target = targetOf(request, facts.name);
  const sign = request.key && signerOf(request.key, facts.name, request.today);
  if (sign && form === 'zip') refuseTakenSignature(target);
  const { digest, bytes, cleared } = await writeBundle({
    target,
    form,
    name: facts.name,
    today: request.today,
    payload: listing,
    tags: [...tagsOf(request, facts, payload, listing, system), ...frozenTags(system)],
    thread: request.thread,
    sign,
    signal: request.signal,
    onProgress: (done) => request.onProgress(done, { files: listing.count, bytes: listing.bytes }),
  });
  const { name } = facts;
  const { signal, onSigning } = request;
  const reading = { signal, onProgress: onSigning };
  const beside =
    sign && form === 'zip' ? await signFile(target, `${name}.zip`, sign, reading) : undefined;
  return {
    path: target,
    name,
    form,
    payload: facts.payload,
    size: bytes,
    digest,
    leftOut: payload.leftOut,
    cleared,
    renamed: renamedIn(payload),
    unplaced: payload.files.filter(isUnplaced).length,
    signature: request.key && { key: request.key.id, beside },
  };
}

function renamedIn({ files }: Payload): Packed['renamed'] {
  const renamed = files.filter((file) => file.renamed);
  const [first] = renamed;
  return {
    count: renamed.length,
    ...(first && { example: { from: first.origin, to: first.path } }),
  };
}

function isUnplaced({ indicator, parts }: Payload['files'][number]): boolean {
  return indicator === undefined && parts !== undefined;
}

function payloadIn(root: string, archive: Archive): Payload {
  const { byFolder } = matchFolders(archive);
  try {
    return payloadOf(archive.root, {
      indicatorOf: (folder) => byFolder.get(folder)?.expected.indicator?.id,
      hasLedger: (folder) => hasLedger(root, folder),
    });
  } catch (error) {
    if (!(error instanceof NamesMeet)) throw error;
    throw new DanganError('PACK_NAMES_MEET', { a: error.a, b: error.b }, { cause: error });
  }
}

function factsOf(
  { archive, today, version }: PackRequest,
  frozen: FrozenSystem,
  listing: PayloadListing,
): BagFacts {
  const { settings, system } = archive;
  const window = settings.window ?? system.window;
  const unit = settings.unit.name.trim();
  const id = bundleId(frozen.digest, listing.rows());
  return {
    name: bundleName(toPortable(unit, { percent: true }), today, id),
    unit,
    system: {
      title: system.title,
      edition: system.edition,
      issuer: system.issuer,
      digest: frozen.digest,
    },
    period:
      window && 'from' in window && window.to !== undefined
        ? { from: window.from, to: window.to }
        : undefined,
    today,
    software: `dangan ${version}`,
    profile: profileUrn(frozen.digest),
    payload: { files: listing.count, bytes: listing.bytes },
  };
}

/** Where the bundle goes: a folder that is there takes it under its own name. */
function targetOf({ root, archive, output, form }: PackRequest, name: string): string {
  const own = form === 'zip' ? `${name}.zip` : name;
  let target = resolve(root, output ?? own);
  if (output !== undefined && isFolder(target)) target = join(target, own);
  else if (form === 'zip' && !/\.zip$/i.test(target)) target = `${target}.zip`;
  const folder = dirname(target);
  if (!isFolder(folder)) throw new DanganError('FILE_NOT_FOUND', { path: folder });
  const bundle = bagAround(folder);
  if (bundle !== undefined) throw new DanganError('PACK_INSIDE_BUNDLE', { path: target, bundle });
  const evidence = join(root, archive.settings.evidence);
  if (liesWithin(target, evidence)) {
    throw new DanganError('PACK_INSIDE_EVIDENCE', { path: target, root: evidence });
  }
  return target;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function frozenTags({ files }: FrozenSystem): TagFile[] {
  return files.map(({ name, text }) => ({ name, pieces: () => [text] }));
}

/** The files beside the payload, but for manifests and scoring system. Chinese whoever packs: their bytes must not depend on it. */
function tagsOf(
  request: PackRequest,
  facts: BagFacts,
  payload: Payload,
  listing: PayloadListing,
  { files }: FrozenSystem,
): TagFile[] {
  const frozen = files.map(({ name }) => name);
  const { archive, findings, scoring, allowErrors, version } = request;
  const say = messagesIn('zh-CN');
  const summary = countBySeverity(findings);
  const head = indexHead(facts, archive.system, payload, filedIn(archive));
  const json = (each: Finding) => findingJson(each, say);
  const checks = {
    date: facts.today,
    software: { name: 'dangan', version },
    allowErrors,
    summary,
  } as const;
  type Digests = (number: number) => string;
  const evidence = (sha256At: Digests) => evidenceRows(payload, listing, sha256At);
  const size = formatBytes(facts.payload.bytes);
  return [
    { name: 'bag-info.txt', pieces: () => [formatBagInfo(bagInfoOf(facts))] },
    { name: 'bagit-profile.json', pieces: () => [formatProfile(facts.system, frozen)] },
    {
      name: 'checks.json',
      pieces: () => formatChecks(checks, mapped(findings, json), mapped(scoring, json)),
    },
    { name: 'index.json', pieces: (sha256At) => formatIndex(head, evidence(sha256At)) },
    { name: 'index.html', pieces: (sha256At) => viewerPage(head, evidence(sha256At), summary) },
    {
      name: '说明文件.txt',
      pieces: () => [
        formatNotice(facts, size, payload.files[0]?.path, summary.error, request.key?.id),
      ],
    },
  ];
}

function* evidenceRows(
  { files }: Payload,
  listing: PayloadListing,
  sha256At: (number: number) => string,
): Generator<IndexEvidence> {
  for (const [number, file] of files.entries()) {
    yield indexEvidence(file, listing.sizeAt(number), sha256At(number));
  }
}

/** Does the scoring system ask this unit for a folder of the indicator? */
function filedIn(archive: Archive): (indicator: { readonly id: string }) => boolean {
  const ids = new Set<string>();
  for (const { indicator } of eachExpected(archive.expected)) if (indicator) ids.add(indicator.id);
  return ({ id }) => ids.has(id);
}

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function* mapped<T, U>(values: Iterable<T>, map: (value: T) => U): Generator<U> {
  for (const value of values) yield map(value);
}
