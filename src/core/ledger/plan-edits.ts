/** What has to be changed in which ledger, so that each says what it is to say of files where they are. */
import { nameOf, parentOf, joinPath, type ArchivePath } from '../archive/paths.js';
import { folderMoves, folderOrigins } from '../change/place-of.js';
import type { Change } from '../change/types.js';
import { listIn } from '../group.js';
import { foldName } from '../text.js';
import type { LedgerChange, YamlValue } from './edit.js';
import { ledgerPath } from './file.js';
import type { Settled } from './settle.js';
import type { LedgerEntry } from './types.js';

/** What is to be known of one evidence. */
export interface EvidenceEdit {
  /** The folder that it is in now. */
  readonly folder: ArchivePath;
  /** Its name there; `undefined` for a link. */
  readonly file: string | undefined;
  /** As settled; `undefined` where nothing is known yet. */
  readonly entry: LedgerEntry | undefined;
  readonly set: readonly KeyEdit[];
}

export interface KeyEdit {
  /** `['date']`, `['caption', '地点']`. */
  readonly path: readonly [string, ...string[]];
  /** `undefined` takes it away. */
  readonly value: YamlValue | undefined;
}

/** By which a file is found again that was renamed or moved by hand. */
export function digestKeys(bytes: number | bigint, sha256: string): readonly KeyEdit[] {
  return [
    { path: ['bytes'], value: String(bytes) },
    { path: ['sha256'], value: sha256 },
  ];
}

/** Changes by path of the ledger's file, as it is now. */
export type LedgerChanges = ReadonlyMap<ArchivePath, readonly LedgerChange[]>;

/** An entry whose file is in another folder than the ledger it is written in, or goes to the trash. */
interface Transfer {
  readonly from: ArchivePath;
  readonly nth: number;
  /** `undefined`: it is kept in the journal alone. */
  readonly to: ArchivePath | undefined;
}

export interface Following {
  /** New names in entries and statements. */
  readonly renamed: LedgerChanges;
  readonly transfers: readonly Transfer[];
}

/** The changes of the ledgers that edits come to. */
export function changesFor(edits: readonly EvidenceEdit[]): LedgerChanges {
  const changes = new Map<ArchivePath, LedgerChange[]>();
  for (const { folder, file, entry, set } of edits) {
    if (entry) {
      const list = listIn(changes, entry.at.file);
      for (const each of set) list.push({ do: 'set', nth: entry.nth, ...each });
    } else {
      const given = file === undefined ? set : [{ path: ['file'] as const, value: file }, ...set];
      listIn(changes, ledgerPath(folder)).push({ do: 'add', values: valuesOf(given) });
    }
  }
  return changes;
}

function valuesOf(set: readonly KeyEdit[]): Record<string, YamlValue> {
  const values: Record<string, YamlValue> = {};
  const maps = new Map<string, Record<string, YamlValue>>();
  for (const { path, value } of set) {
    const [key, inner] = path;
    if (value === undefined) continue;
    if (inner === undefined) {
      values[key] = value;
      continue;
    }
    const map = maps.get(key) ?? {};
    maps.set(key, map);
    map[inner] = value;
    values[key] = map;
  }
  return values;
}

/**
 * What makes the ledgers name their files as these are called, each in the ledger of the folder that it is in.
 *
 * @param moves - Changes of the tree that are carried out together with those of the ledgers.
 */
export function followingOf(settled: Settled, moves: readonly Change[]): Following {
  const renamed = new Map<ArchivePath, LedgerChange[]>();
  const transfers: Transfer[] = [];
  const afterwards = places(moves);
  const trashed = new Set(
    moves.flatMap((change) => (change.do === 'trash' && change.of === 'file' ? change.path : [])),
  );
  const origin = folderOrigins(moves);
  const ledgerIn = (folder: ArchivePath) => {
    const now = ledgerPath(origin(folder));
    return settled.written.has(now) ? now : ledgerPath(folder);
  };
  const namesBefore = writtenNames(settled);
  const taken = new Set<ArchivePath>();
  for (const [folder, { entries, notApplicable, path }] of settled.ledgers) {
    for (const { at, nth, file } of entries) {
      if (file === undefined) continue;
      if (trashed.has(joinPath(folder, file))) {
        transfers.push({ from: at.file, nth, to: undefined });
        continue;
      }
      const to = afterwards(joinPath(folder, file));
      taken.add(foldName(to));
      if (!isSame(namesBefore(at.file, 'entries', nth), nameOf(to))) {
        listIn(renamed, at.file).push({ do: 'set', nth, path: ['file'], value: nameOf(to) });
      }
      const home = parentOf(afterwards(at.file));
      if (parentOf(to) !== home) transfers.push({ from: at.file, nth, to: ledgerIn(parentOf(to)) });
    }
    for (const { nth, proof } of notApplicable) {
      const value = proof && nameOf(afterwards(joinPath(folder, proof)));
      if (value === undefined || isSame(namesBefore(path, 'notApplicable', nth), value)) continue;
      listIn(renamed, path).push({ do: 'set', list: 'notApplicable', nth, path: ['proof'], value });
    }
  }
  for (const [folder, { orphans }] of settled.ledgers) {
    for (const { at, nth, file = '' } of orphans) {
      if (!taken.has(foldName(joinPath(afterwards(folder), file)))) continue;
      // Another file has its name now: by its name it would take that file's entry away.
      listIn(renamed, at.file).push({ do: 'set', nth, path: ['file'], value: GONE + file });
    }
  }
  return { renamed, transfers };
}

/** Before the name of a file that is nowhere, and whose name another file has got. */
const GONE = '（已不在）';

type NameBefore = (
  path: ArchivePath,
  list: 'entries' | 'notApplicable',
  nth: number,
) => string | undefined;

/** Names of files as the ledgers have them. */
function writtenNames({ written }: Settled): NameBefore {
  const names = new Map<string, string | undefined>();
  const key = (...parts: Parameters<NameBefore>) => parts.join('\0');
  for (const [path, { entries, notApplicable }] of written) {
    for (const { nth, file } of entries) names.set(key(path, 'entries', nth), file);
    for (const { nth, proof } of notApplicable) names.set(key(path, 'notApplicable', nth), proof);
  }
  return (...parts) => names.get(key(...parts));
}

/** Where a file will be. */
function places(moves: readonly Change[]): (path: ArchivePath) => ArchivePath {
  const files = new Map<ArchivePath, ArchivePath>();
  for (const change of moves) {
    if (change.do === 'move' && change.of === 'file') files.set(change.from, change.to);
  }
  const folders = folderMoves(moves);
  return (path) => files.get(path) ?? folders(path);
}

function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && (a === b || foldName(a) === foldName(b));
}
