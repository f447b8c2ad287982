/** From an archive that was read and checked to a bundle, or to several. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { matchFolders } from '../../core/archive/match.js';
import type { Archive } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { bundleId, bundleName } from '../../core/bundle/packing/bundle-id.js';
import { longPaths } from '../../core/bundle/packing/long-paths.js';
import {
  amountOf,
  NamesMeet,
  payloadOf,
  type Amount,
  type Payload,
} from '../../core/bundle/packing/payload.js';
import { toPortable } from '../../core/naming/portable.js';
import type { Finding } from '../../core/rules/findings.js';
import type { SystemSource } from '../../core/system/source.js';
import type { Day } from '../../core/system/types.js';
import type { Waived } from '../../core/waivers/types.js';
import type { SecretKey } from '../../core/signature/keys.js';
import { DanganError } from '../../errors.js';
import { hasLedger, PayloadListing } from '../../io/bundle/writing/list-payload.js';
import type { TreeListing } from '../../io/bundle/writing/list-tree.js';
import type { PackThread } from '../../io/bundle/writing/pack-thread.js';
import type { ReadAhead } from '../../io/bundle/writing/read-ahead.js';
import { bagAround, liesWithin } from '../../io/bundle/places.js';
import { isFolder, refuseOutputFolder } from '../../io/output-folder.js';
import { packingDayOf } from '../../io/bundle/writing/packing-day.js';
import type { BundleJob } from '../../io/bundle/writing/bundle-job.js';
import { writeBundles } from '../../io/bundle/writing/write-bundle.js';
import { besideOf } from '../../core/signature/of-bundle.js';
import { refuseTakenSignatures, signFile } from '../../io/signature/sign-file.js';
import { freezeSystem, type FrozenSystem } from '../../io/system/freeze-system.js';
import { planBag, type BagContext, type PlannedBag } from './bag.js';
import { splitBags, type SplitRequest } from './split.js';

/** What is packed. */
interface Packing {
  /** Folder of the archive. */
  readonly root: string;
  readonly archive: Archive;
  /** The scoring system as it was read. */
  readonly source: SystemSource;
  /** Sizes and times of the evidence. */
  readonly listed: TreeListing;
}

/** What goes into bundles, whatever was found in it. */
export interface Contents extends Pick<SplitRequest, 'payload' | 'listing' | 'listingOf'> {
  readonly system: FrozenSystem;
  /** Of the bundle, or of the group. */
  readonly name: (today: Day) => string;
}

export interface PackRequest extends Packing {
  readonly contents: Contents;
  /** What of it is in memory already. */
  readonly ahead: ReadAhead | undefined;
  readonly findings: readonly Finding[];
  /** Findings that are let pass. */
  readonly waived: readonly Waived[];
  /** Findings of the scoring system itself. */
  readonly scoring: readonly Finding[];
  readonly allowErrors: boolean;
  /** Absolute; `undefined` for a file in the archive's folder. */
  readonly output: string | undefined;
  readonly form: 'zip' | 'folder';
  /** What no bundle may exceed; `undefined` packs everything into one. */
  readonly maxBytes: number | undefined;
  /** `undefined` for the day of the run; to find a bundle in order, the day when that was packed. */
  readonly day: Day | undefined;
  readonly today: Day;
  /** Go on with an interrupted packing, and find bundles that are there in order. */
  readonly resume: boolean;
  /** Trust no digest that is remembered. */
  readonly paranoid: boolean;
  readonly version: string;
  readonly thread: PackThread | undefined;
  /** To sign it with. */
  readonly key: SecretKey | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (done: Progress, total: Progress) => void;
  readonly onSigning: (doneBytes: number, totalBytes: number) => void;
  /** It failed; so much is kept for the next run to go on with. */
  readonly onKept: (kept: Progress, folder: string) => void;
}

export interface Progress {
  readonly files: number;
  readonly bytes: number;
}

export interface PackedBundle {
  readonly path: string;
  readonly name: string;
  readonly payload: Amount;
  /** Of the bundle, in bytes. */
  readonly size: number;
  /** SHA-256 of `tagmanifest-sha256.txt`. */
  readonly digest: string;
  /** It was there already, and is what would have been packed. */
  readonly unchanged: boolean;
  /** Beside a zip that is signed. */
  readonly signature: string | undefined;
  /** Codes and names of what a part holds, in the order of the scoring system. */
  readonly holds: readonly string[];
}

export interface Packed {
  /** Of the bundle, or of the group. */
  readonly name: string;
  readonly form: 'zip' | 'folder';
  readonly payload: Amount;
  /** More than one when what was asked for was too large for one. */
  readonly bundles: readonly PackedBundle[];
  readonly leftOut: readonly ArchivePath[];
  /** What the settings leave out. */
  readonly ignored: readonly ArchivePath[];
  /** What killed runs had left half-written, and was removed. */
  readonly cleared: number;
  /** What an earlier run had packed, and was not read again. */
  readonly kept: Progress;
  readonly renamed: { readonly count: number; readonly example?: { from: string; to: string } };
  /** Evidence in no indicator's folder. */
  readonly unplaced: number;
  /** Id of the key it is signed with. */
  readonly key: string | undefined;
}

/**
 * @throws {DanganError} TARGET_EXISTS, PACK_NAMES_MEET, PACK_PATHS_TOO_LONG, PACK_INSIDE_EVIDENCE, PACK_INSIDE_BUNDLE,
 *   PACK_OUTDATED, PACK_INDICATOR_TOO_LARGE, PACK_FILE_TOO_LARGE,
 *   PACK_LIMIT_TOO_SMALL, FILE_CHANGED, DISK_FULL, INTERRUPTED
 */
export async function packArchive(request: PackRequest): Promise<Packed> {
  const { root, archive, contents, form, resume, paranoid, onKept } = request;
  const { payload, system } = contents;
  const { group, bags, jobs } = await planOnItsDay({ ...request, system }, contents);
  if (form === 'zip' && request.key) {
    refuseTakenSignatures(
      jobs.map(({ target }) => target),
      resume,
    );
  }
  const memory = join(root, ...MEMORY);
  const options = { archive: root, resume, paranoid, memory, onKept };
  const { bundles, cleared } = await writeBundles(jobs, options);
  const signatures = form === 'zip' ? await signZips(jobs, request) : [];
  return {
    name: group,
    form,
    payload: amountOf(payload, contents.listing.bytes),
    bundles: bundles.map((written, at) => {
      const { part, payload, listing } = bags[at] as PlannedBag;
      const { name, target: path } = jobs[at] as BundleJob;
      return {
        path,
        name,
        payload: amountOf(payload, listing.bytes),
        size: written.bytes,
        digest: written.digest,
        unchanged: written.unchanged,
        signature: signatures[at],
        holds: namesOf(part?.holds ?? [], archive),
      };
    }),
    leftOut: payload.leftOut,
    ignored: payload.ignored,
    cleared,
    kept: {
      files: bundles.reduce((sum, { kept }) => sum + kept.files, 0),
      bytes: bundles.reduce((sum, { kept }) => sum + kept.bytes, 0),
    },
    renamed: renamedIn(payload),
    unplaced: payload.files.filter(isUnplaced).length,
    key: request.key?.id,
  };
}

/** @throws {DanganError} PACK_NAMES_MEET, FILE_CHANGED */
export async function contentsOf({ root, archive, source, listed }: Packing): Promise<Contents> {
  const { settings } = archive;
  const system = await freezeSystem(join(root, settings.system), source);
  const payload = payloadIn(root, archive);
  const listingOf = (part: Payload) => new PayloadListing(root, archive.root, part, listed);
  const listing = listingOf(payload);
  const unit = toPortable(settings.unit.name.trim(), { percent: true });
  const id = bundleId(system.digest, listing.rows());
  return { payload, listing, listingOf, system, name: (today) => bundleName(unit, today, id) };
}

/** Digests of what was packed last; may be deleted at any time. */
const MEMORY = ['.dangan', 'cache', 'packed-files'];

interface Plan {
  readonly group: string;
  readonly bags: readonly PlannedBag[];
  readonly jobs: readonly BundleJob[];
}

type Planned = PackRequest & BagContext;

/** A bundle that is there was packed on its own day: only as of that day can it be what would be packed now. */
async function planOnItsDay(request: Planned, contents: Contents): Promise<Plan> {
  const plan = planOf(request, contents);
  if (!request.resume || request.day !== undefined) return plan;
  const there = plan.jobs.find(({ target }) => existsSync(target));
  const today = there && (await packingDayOf(there.target));
  return today === undefined || today === request.today
    ? plan
    : planOf({ ...request, today }, contents);
}

function planOf(request: Planned, contents: Contents): Plan {
  const { today, maxBytes } = request;
  const { payload, listing } = contents;
  const group = contents.name(today);
  refuseLongPaths(request, group, payload);
  const bags =
    maxBytes === undefined
      ? [planBag(request, { group, part: undefined, payload, listing })]
      : splitBags(request, { group, ...contents, maxBytes });
  return { group, bags, jobs: jobsOf(request, bags, targetOf(request, group)) };
}

function refuseLongPaths({ archive, allowErrors }: PackRequest, name: string, payload: Payload) {
  if (allowErrors || archive.settings.rules['port-path-too-long'] === 'off') return;
  const found = longPaths(name, payload);
  if (found) throw new DanganError('PACK_PATHS_TOO_LONG', found);
}

/** One after the other: each is read once more. */
async function signZips(
  jobs: readonly BundleJob[],
  { signal, onSigning }: PackRequest,
): Promise<readonly string[]> {
  const signatures: string[] = [];
  for (const { target, name, sign } of jobs) {
    if (!sign) continue;
    const reading = { signal, onProgress: onSigning };
    const beside = besideOf(target);
    // Of a bundle that was there already; the same key makes the same signature.
    if (existsSync(beside)) signatures.push(beside);
    else signatures.push(await signFile(target, `${name}.zip`, sign, reading));
  }
  return signatures;
}

/** Codes and names of indicators, in the order of the scoring system. */
function namesOf(ids: readonly string[], { system }: Archive): readonly string[] {
  const held = new Set(ids);
  const names: string[] = [];
  const rest = [...system.indicators, ...system.bonus].reverse();
  for (let each = rest.pop(); each; each = rest.pop()) {
    if (held.has(each.id)) names.push(`${each.code} ${each.name}`);
    else rest.push(...[...each.children].reverse());
  }
  return names;
}

/** Progress goes on from one to the next. */
function jobsOf(
  { form, today, ahead, thread, signal, onProgress }: PackRequest,
  bags: readonly PlannedBag[],
  target: string,
): readonly BundleJob[] {
  const total = { files: 0, bytes: 0 };
  return bags.map((bag): BundleJob => {
    const { name, tags, sign, listing: payload } = bag;
    const { files, bytes } = total;
    total.files += payload.count;
    total.bytes += payload.bytes;
    return {
      target: targetFor(bag, target),
      form,
      name,
      today,
      payload,
      tags,
      thread,
      ahead,
      sign,
      signal,
      onProgress: (done) =>
        onProgress({ files: files + done.files, bytes: bytes + done.bytes }, total),
    };
  });
}

/** `迎检包.zip` becomes `迎检包-第1包共3包.zip`. */
function targetFor({ group, name, part }: PlannedBag, target: string): string {
  if (!part) return target;
  const [, stem = '', ending = ''] = /^(.*?)(\.zip)?$/is.exec(target) ?? [];
  return `${stem}${name.slice(group.length)}${ending}`;
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

/** What of the archive goes into a bundle. */
export function payloadIn(root: string, archive: Archive): Payload {
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

type PlaceAsked = Pick<PackRequest, 'root' | 'archive' | 'output' | 'form' | 'maxBytes' | 'resume'>;

/**
 * What can be said of the place before anything is judged, whatever the bundle will be called.
 *
 * @throws {DanganError} FILE_NOT_FOUND, PERMISSION_DENIED, TARGET_EXISTS, PACK_INSIDE_EVIDENCE, PACK_INSIDE_BUNDLE
 */
export function refusePackPlace(asked: PlaceAsked): void {
  const path = targetOf(asked, '-');
  const isNamed = asked.output !== undefined && asked.maxBytes === undefined;
  if (isNamed && !asked.resume && existsSync(path))
    throw new DanganError('TARGET_EXISTS', { path });
}

/** Where the bundle goes: a folder that is there takes it under its own name, unless it is the bundle to go on with. */
function targetOf({ root, archive, output, form, resume }: PlaceAsked, name: string): string {
  const own = form === 'zip' ? `${name}.zip` : name;
  let target = resolve(root, output ?? own);
  const isItself = resume && form === 'folder' && existsSync(join(target, 'bagit.txt'));
  if (isItself) return target;
  if (output !== undefined && isFolder(target)) target = join(target, own);
  else if (form === 'zip' && !/\.zip$/i.test(target)) target = `${target}.zip`;
  refuseOutputFolder(target);
  const bundle = bagAround(dirname(target));
  if (bundle !== undefined) throw new DanganError('PACK_INSIDE_BUNDLE', { path: target, bundle });
  const evidence = join(root, archive.settings.evidence);
  if (liesWithin(target, evidence)) {
    throw new DanganError('PACK_INSIDE_EVIDENCE', { path: target, root: evidence });
  }
  return target;
}
