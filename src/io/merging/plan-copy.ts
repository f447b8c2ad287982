/** What another copy of an archive has that this one has not, worked out and not done. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { squash } from '../../core/archive/folder-key.js';
import { leafFolders } from '../../core/archive/evidence.js';
import type { ExpectedFolder } from '../../core/archive/layout.js';
import { placeInTree } from '../../core/archive/match.js';
import { joinPath, nameOf, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import { compareFolders } from '../../core/archive/reading-order.js';
import { eachFolder, type Archive, type EvidenceFile } from '../../core/archive/types.js';
import { trashOf as trashOfEntry } from '../../core/change/steps.js';
import type { Change } from '../../core/change/types.js';
import { entryText } from '../../core/ledger/edit.js';
import { digestKeys, type EvidenceEdit } from '../../core/ledger/plan-edits.js';
import { entryOf, type Settled } from '../../core/ledger/settle.js';
import type { LedgerEntry } from '../../core/ledger/types.js';
import { entryEdits, type Added } from '../../core/merging/entry-edits.js';
import { pairContents } from '../../core/merging/pair-contents.js';
import type { Side, ValueClash } from '../../core/merging/merge-values.js';
import { groupsOf } from '../../core/moving/retitle.js';
import { isEvidence } from '../../core/naming/junk.js';
import { REVIEWS_FOLDER } from '../../core/review/write.js';
import { compareText, foldName } from '../../core/text.js';
import type { WrittenMap, YamlSource } from '../../core/yaml-file/node.js';
import type { ApplyOptions } from '../change/options.js';
import { readJournal } from '../change/journal.js';
import { statOf } from '../disk.js';
import { pathBelow } from '../within.js';
import { digestInPieces } from '../pieces.js';
import type { Source } from '../filing/collect-sources.js';
import { namesFor } from '../filing/names-for.js';
import { planLedgers } from '../ledger/plan-ledgers.js';
import { LEDGER_KEYS } from '../ledger/read-ledgers.js';
import { readYaml } from '../yaml/yaml.js';
import { readContents } from './read-contents.js';

/** An archive with what its ledgers say. */
export interface Known {
  /** Absolute. */
  readonly root: string;
  readonly archive: Archive;
  readonly settled: Settled;
}

export interface CopyRequest {
  readonly here: Known;
  readonly there: Known;
  /** Whose values stand where both say something. */
  readonly take: Side;
  /** What a ledger is, in a line. */
  readonly remark: string;
  readonly reading: Pick<ApplyOptions, 'reading'> & { readonly signal: AbortSignal };
}

/** Evidence here, and what a ledger says of it there. */
export interface Registered {
  readonly path: ArchivePath;
  readonly set: EvidenceEdit['set'];
  readonly added: readonly Added[];
  readonly clashes: readonly ValueClash[];
}

export interface CopyPlan {
  readonly changes: readonly Change[];
  /** Evidence that is not here: its path there, and where it goes. */
  readonly brought: readonly { readonly from: ArchivePath; readonly to: ArchivePath }[];
  readonly registered: readonly Registered[];
  /** Under one name in one folder, with other bytes; neither is touched. */
  readonly differing: readonly { readonly from: ArchivePath; readonly path: ArchivePath }[];
  /** Was here, and was taken out. */
  readonly takenOut: readonly ArchivePath[];
  /** Of an indicator that is not here, or of none. */
  readonly homeless: readonly ArchivePath[];
  /** Files of the archive besides ledgers that are not the same, and are not put together. */
  readonly files: readonly string[];
}

interface Incoming extends Source {
  readonly isKept: true;
  /** Where it is there. */
  readonly from: ArchivePath;
}

/** A folder there, and the one here that stands for the same. */
interface Room {
  readonly path: ArchivePath;
  /** That of its indicator. */
  readonly home: ArchivePath;
  readonly there: readonly EvidenceFile[];
  readonly incoming: readonly Incoming[];
}

/** @throws {DanganError} FOLDER_FULL, LEDGER_INVALID, LEDGER_UNEDITABLE, INTERRUPTED */
export async function planCopy(request: CopyRequest): Promise<CopyPlan> {
  const { here, there, reading, remark } = request;
  const { rooms, places, homeless } = roomsOf(here, there);
  const same = await sameContents(rooms, here, there, reading);
  const { brought, differing, takenOut } = sortedOut(rooms, same, here.archive);
  const registered = await registeredIn(request, places, same.pairs, brought);
  const edits = registered.flatMap(({ edit }) => (edit.set.length === 0 ? [] : edit));
  const ledgers = await planLedgers(here.root, here.settled, edits, {
    remark,
    signal: reading.signal,
  });
  const files = brought.map(({ from, to }): Change => ({
    do: 'file',
    source: join(there.root, from),
    to,
    keep: true,
  }));
  const arrived = new Set(brought.map(({ to }) => to));
  return {
    changes: [...files, ...ledgers],
    brought,
    registered: registered
      .map(({ edit, link, added, clashes }) => ({
        path: joinPath(edit.folder, edit.file ?? link ?? ''),
        set: edit.set,
        added,
        clashes,
      }))
      .filter(({ path }) => !arrived.has(path)),
    differing,
    takenOut,
    homeless,
    files: otherFiles(here, there),
  };
}

/** What is to be brought here, and where to; and of what lies there under a name that is taken, or was taken out here. */
function sortedOut(
  rooms: readonly Room[],
  { pairs, isHere, isTakenOut }: SameContents,
  archive: Archive,
) {
  const brought: CopyPlan['brought'][number][] = [];
  const differing: CopyPlan['differing'][number][] = [];
  const takenOut: ArchivePath[] = [];
  for (const room of rooms) {
    const names = new Map(room.there.map((file) => [foldName(file.name), file.path]));
    const incoming = room.incoming.filter(({ name, from }) => {
      if (pairs.has(from) || isHere(from, room.path)) return false;
      const path = names.get(foldName(name));
      if (isTakenOut(from)) takenOut.push(from);
      else if (path !== undefined) differing.push({ from, path });
      else return true;
      return false;
    });
    const given = namesFor({ ...room, incoming }, archive, undefined);
    for (const [nth, { from, name }] of incoming.entries()) {
      brought.push({ from, to: joinPath(room.path, given[nth] ?? name) });
    }
  }
  return { brought, differing, takenOut };
}

interface Rooms {
  readonly rooms: readonly Room[];
  /** The folder here, by that there. */
  readonly places: ReadonlyMap<ArchivePath, ArchivePath>;
  readonly homeless: readonly ArchivePath[];
}

function roomsOf(here: Known, there: Known): Rooms {
  const homes = homesByIndicator(here.archive);
  const folders = new Map([...eachFolder(here.archive.root)].map((each) => [each.path, each]));
  const rooms: Room[] = [];
  const places = new Map<ArchivePath, ArchivePath>();
  for (const { folder, match, year, files } of leafFolders(there.archive)) {
    const home = homes.get(keyOf(match.expected, year));
    if (home === undefined) continue;
    const groups = groupsOf(folder.path, match.folder.path);
    const path = [home, ...groups].join('/');
    places.set(folder.path, path);
    const own = folders.get(path)?.files.filter(({ name }) => isEvidence(name)) ?? [];
    const incoming = files.map((file) => incomingFrom(file, groups, there.root));
    if (incoming.length > 0) rooms.push({ path, home, there: own, incoming });
  }
  const homeless = [...eachFolder(there.archive.root)]
    .filter((folder) => !places.has(folder.path))
    .flatMap(({ files }) => files.filter(({ name }) => isEvidence(name)))
    .map(({ path }) => path);
  rooms.sort((a, b) => compareFolders(a.path, b.path));
  return { rooms, places, homeless };
}

/** Where the folder of each leaf indicator is, or would be. */
function homesByIndicator(archive: Archive): ReadonlyMap<string, ArchivePath> {
  const homes = new Map<string, ArchivePath>();
  const walk = (folders: readonly ExpectedFolder[], above: number | undefined) => {
    for (const each of folders) {
      const year = each.year ?? above;
      if (each.leaf) homes.set(keyOf(each, year), placeInTree(each, archive));
      walk(each.children, year);
    }
  };
  walk(archive.expected, undefined);
  return homes;
}

/** Of another edition, a code may be that of another indicator. */
function keyOf({ indicator }: ExpectedFolder, year: number | undefined): string {
  return `${indicator?.id ?? ''}\0${squash(indicator?.name ?? '')}\0${year ?? ''}`;
}

function incomingFrom(
  { path: from, name }: EvidenceFile,
  folders: readonly string[],
  root: string,
): Incoming {
  const path = join(root, from);
  const sizeBytes = Number(statOf(path)?.size ?? 0);
  return { path, shown: from, name, sizeBytes, folders, isKept: true, from };
}

interface SameContents {
  /** Path here by the path there. */
  readonly pairs: ReadonlyMap<ArchivePath, ArchivePath>;
  /** Has the folder these bytes already, under whatever name? */
  readonly isHere: (from: ArchivePath, folder: ArchivePath) => boolean;
  readonly isTakenOut: (from: ArchivePath) => boolean;
}

/** What is the same in both, by its bytes and nothing else. */
async function sameContents(
  rooms: readonly Room[],
  here: Known,
  there: Known,
  reading: CopyRequest['reading'],
): Promise<SameContents> {
  const homes = new Map(
    leafFolders(here.archive).map(({ folder, match }) => [folder.path, match.folder.path]),
  );
  const own = [...eachFolder(here.archive.root)].flatMap(({ path: folder, files }) =>
    files
      .filter(({ name }) => isEvidence(name))
      .map(({ path, name }) => ({ path, name, folder, home: homes.get(folder) ?? folder })),
  );
  const others = rooms.flatMap(({ path: folder, home, incoming }) =>
    incoming.map(({ from: path, name }) => ({ path, name, folder, home })),
  );
  const trash = trashOf(here.root);
  const digests = await readContents(
    { root: here.root, paths: [...own.map(({ path }) => path), ...trash] },
    { root: there.root, paths: others.map(({ path }) => path) },
    reading,
  );
  const contents = own.map((each) => ({ ...each, digests: digests.here.get(each.path) ?? [] }));
  const asked = others.map((each) => ({ ...each, digests: digests.there.get(each.path) ?? [] }));
  const held = new Set(
    contents.flatMap((each) => each.digests.map((digest) => `${each.folder}\0${digest}`)),
  );
  const thrown = new Set(trash.flatMap((path) => digests.here.get(path) ?? []));
  const digestOf = (from: ArchivePath) => digests.there.get(from)?.[0] ?? '';
  return {
    pairs: pairContents(asked, contents),
    isHere: (from, folder) => held.has(`${folder}\0${digestOf(from)}`),
    isTakenOut: (from) => thrown.has(digestOf(from)),
  };
}

/**
 * What `move` took out here, from the archive's folder. What an undo put aside was not meant to be there yet: it may come.
 */
function trashOf(root: string): ArchivePath[] {
  if (!statOf(join(root, '.dangan/trash'))) return [];
  return readJournal(root)
    .filter(({ verb, state }) => verb === 'move' && state !== 'undone')
    .flatMap(({ id }) => filesBelow(root, trashOfEntry(id)));
}

function filesBelow(root: string, folder: ArchivePath): ArchivePath[] {
  if (!statOf(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => pathBelow(root, join(parentPath, name)));
}

interface Registering {
  readonly edit: EvidenceEdit;
  readonly link?: string;
  readonly added: readonly Added[];
  readonly clashes: readonly ValueClash[];
}

async function registeredIn(
  { here, there, take, reading }: CopyRequest,
  places: ReadonlyMap<ArchivePath, ArchivePath>,
  pairs: ReadonlyMap<ArchivePath, ArchivePath>,
  brought: CopyPlan['brought'],
): Promise<Registering[]> {
  const isBrought = new Set(brought.map(({ to }) => to));
  const texts = { here: new Entries(here.root), there: new Entries(there.root) };
  const found: Registering[] = [];
  const compare = async (entry: LedgerEntry, own: LedgerEntry | undefined, folder: string) => {
    const ours = own && (await texts.here.written(own));
    const theirs = await texts.there.written(entry);
    if (!theirs || (own && !ours)) return;
    const { set, added, clashes } = entryEdits(ours, theirs, take);
    return { edit: { folder, entry: own, set }, added, clashes };
  };
  const done = new Set<ArchivePath>();
  for (const [from, path] of [...pairs, ...brought.map(({ from, to }) => [from, to] as const)]) {
    const entry = entryOf(there.settled, from);
    if (!entry || done.has(path)) continue;
    done.add(path);
    const told = await compare(entry, entryOf(here.settled, path), parentOf(path));
    if (!told) continue;
    const set = isBrought.has(path)
      ? [...told.edit.set, ...(await digestEdits(join(there.root, from), reading.signal))]
      : told.edit.set;
    found.push({ ...told, edit: { ...told.edit, set, file: nameOf(path) } });
  }
  for (const [from, folder] of places) {
    const own = here.settled.ledgers.get(folder)?.entries ?? [];
    for (const entry of there.settled.ledgers.get(from)?.entries ?? []) {
      const { link } = entry;
      if (link === undefined) continue;
      const told = await compare(
        entry,
        own.find((each) => each.link === link),
        folder,
      );
      if (told) found.push({ ...told, link, edit: { ...told.edit, file: undefined } });
    }
  }
  return found.filter(({ edit, clashes }) => edit.set.length > 0 || clashes.length > 0);
}

/** It is not here yet to be asked. */
async function digestEdits(path: string, signal: AbortSignal): Promise<EvidenceEdit['set']> {
  const sha256 = await digestInPieces(path, () => {
    signal.throwIfAborted();
  });
  return digestKeys(statOf(path)?.size ?? 0, sha256);
}

/** Entries as they are written. */
class Entries {
  readonly #root: string;
  readonly #ledgers = new Map<ArchivePath, YamlSource>();

  constructor(root: string) {
    this.#root = root;
  }

  /** @returns `undefined` where its ledger cannot be read. */
  async written({ at, nth }: LedgerEntry): Promise<WrittenMap | undefined> {
    const known = this.#ledgers.get(at.file);
    const yaml = known ?? (await readYaml(join(this.#root, at.file), LEDGER_KEYS));
    this.#ledgers.set(at.file, yaml);
    return yaml.broken ? undefined : (entryText(yaml, nth).value as WrittenMap);
  }
}

/** The archive's own files that people write into, where both have one and they are not the same. */
function otherFiles(here: Known, there: Known): readonly string[] {
  const { system } = here.archive.settings;
  const named = ['dangan.yaml', system, 'scores.yaml', 'waivers.yaml'];
  return [...named, ...reviewsIn(there.root)].filter((name) => {
    const [a, b] = [here, there].map(({ root }) => bytesOf(join(root, name)));
    return b !== undefined && (a === undefined || !a.equals(b));
  });
}

/** What came back from inspectors. */
function reviewsIn(root: string): string[] {
  const isReview = (path: string) => /^[^/]+\/[^./][^/]*\.ya?ml$/i.test(path);
  return filesBelow(root, REVIEWS_FOLDER).filter(isReview).sort(compareText);
}

function bytesOf(path: string): Buffer | undefined {
  return statOf(path)?.isFile() === true ? readFileSync(path) : undefined;
}
