/** Reading `index.json` of a bundle of ours; everything in it comes from outside. */
import { isUtf8 } from 'node:buffer';
import { folderOwners } from './folder-owners.js';
import type { Settings } from '../../archive/settings.js';
import { isObject } from '../../is-object.js';
import { settingsFrom } from './index-settings.js';
import { readIndexRow, type IndexPlace, type IndexRow } from './index-row.js';
import { parseIndexParts, splitIndex } from './index-rows.js';
import {
  eachPlace,
  plainRows,
  rowsOf,
  type PayloadFiles,
  type PlainList,
} from '../bag/plain-list.js';

export interface BundleIndex extends IndexTold {
  /** What it tells of each file, again at each asking. */
  readonly evidence: Iterable<IndexRow>;
  /** Where it tells that each file belongs, which is told sooner. */
  readonly eachPlace: (look: (place: IndexPlace) => void) => void;
  /** Files of the evidence, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Set when its rows are those of the files that are there, but perhaps for their digests. */
  readonly plain: PlainList | undefined;
}

/** All but the evidence. */
interface IndexTold {
  /** SHA-256 of `criteria.yaml` as the index tells it. */
  readonly systemDigest: string | undefined;
  readonly emptyFolders: readonly string[];
  readonly system: SystemFacts;
  /** What its evidence is judged by; usual where it does not tell. */
  readonly settings: Settings;
  /** What it tells of the bundle as a whole; also told in `bag-info.txt`. */
  readonly whole: WholeFacts;
  /** Which of several bundles of one archive it is; `undefined` when it holds all of it. */
  readonly part: IndexedPart | undefined;
  /** By path of codes, in the order of the scoring system. */
  readonly indicators: ReadonlyMap<string, IndexedIndicator>;
}

export interface IndexedPart {
  readonly group: string | undefined;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** Indicators of which it holds everything, as paths of codes; those below them are meant as well. */
  readonly holds: readonly string[];
  /** The other bundles, and what is in them. */
  readonly others: readonly { readonly name: string; readonly holds: readonly string[] }[];
}

interface WholeFacts {
  readonly bundle: string | undefined;
  readonly unit: string | undefined;
  readonly date: string | undefined;
  readonly files: number | undefined;
  readonly bytes: number | undefined;
}

/** What the index tells of the scoring system; absent where it does not. */
export interface SystemFacts {
  readonly title: string | undefined;
  readonly edition: string | undefined;
  readonly total: string | undefined;
}

export interface IndexedIndicator {
  readonly code: string;
  readonly name: string | undefined;
  /** As written, `2.5`. */
  readonly points: string | undefined;
  readonly standard: string | undefined;
  /** Is a folder asked for, of this unit? */
  readonly filed: boolean;
  readonly isLeaf: boolean;
  /** Evidence that it asks for, in words. */
  readonly asks: readonly string[];
  /** Departments that owe it. */
  readonly owners: readonly string[];
  /** Its own folders in the bundle. */
  readonly folders: readonly string[];
}

/**
 * @param same - A path that is kept already for an equal one.
 * @param payload - The files that are there, to tell a plain index by.
 */
export function parseIndex(
  bytes: Buffer,
  same: (path: string) => string = (path) => path,
  payload?: PayloadFiles,
): BundleIndex | undefined {
  return (payload && parsePlainIndex(bytes, payload)) ?? parseAnyIndex(bytes, same);
}

function parsePlainIndex(bytes: Buffer, payload: PayloadFiles): BundleIndex | undefined {
  const parts = splitIndex(bytes);
  if (parts === undefined || !isUtf8(parts.rows)) return undefined;
  const head = headOf(parts.head);
  if (head === undefined) return undefined;
  const ownerOf = folderOwners(head.indicators);
  const plain = plainRows(parts.rows, payload, ownerOf);
  if (plain === undefined) return undefined;
  const evidence = { [Symbol.iterator]: () => rowsOf(plain, ownerOf) };
  return {
    ...head,
    plain,
    evidence,
    eachPlace: (look) => eachPlace(payload, ownerOf, look),
    files: payload.paths.length,
    bytes: payload.bytes,
  };
}

function parseAnyIndex(bytes: Buffer, same: (path: string) => string): BundleIndex | undefined {
  let last: IndexRow | undefined;
  const { head: value, rows } =
    parseIndexParts(bytes, (row) => (last = readIndexRow(row, same, last?.indicator))) ?? {};
  const head = headOf(value);
  if (head === undefined || !rows?.every((row) => row !== undefined)) return undefined;
  const sum = rows.reduce((total, row) => total + row.bytes, 0);
  return {
    ...head,
    plain: undefined,
    evidence: rows,
    eachPlace: (look) => rows.forEach(look),
    files: rows.length,
    bytes: sum,
  };
}

function headOf(value: unknown): IndexTold | undefined {
  if (!isObject(value) || typeof value['schema'] !== 'string') return undefined;
  if (!value['schema'].startsWith('dangan/bundle-index@')) return undefined;
  const { emptyFolders, system, indicators, part } = value;
  return {
    systemDigest: isObject(system) ? textOf(system['sha256']) : undefined,
    system: systemOf(isObject(system) ? system : {}),
    settings: settingsFrom(value['settings'], textOf(value['unit']) ?? ''),
    whole: wholeOf(value),
    part: isObject(part) ? partOf(part) : undefined,
    emptyFolders: Array.isArray(emptyFolders)
      ? emptyFolders.filter((each) => typeof each === 'string')
      : [],
    indicators: indicatorsOf(indicators),
  };
}

function systemOf({ title, edition, total }: Record<string, unknown>): SystemFacts {
  return { title: textOf(title), edition: textOf(edition), total: textOf(total) };
}

function wholeOf({ bundle, unit, date, files, bytes }: Record<string, unknown>): WholeFacts {
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  return {
    bundle: textOf(bundle),
    unit: textOf(unit),
    date: textOf(date),
    files: number(files),
    bytes: number(bytes),
  };
}

function partOf(part: Record<string, unknown>): IndexedPart | undefined {
  const { number, count, holds, group } = part;
  if (!Number.isSafeInteger(number) || !Number.isSafeInteger(count)) return undefined;
  const told = {
    group: textOf(group),
    number: number as number,
    count: count as number,
    holds: textsOf(holds),
    others: listOf(part['others']).flatMap(otherOf),
  };
  return told.number >= 1 && told.count > 1 && told.number <= told.count ? told : undefined;
}

function otherOf(other: unknown): IndexedPart['others'] {
  const name = isObject(other) ? textOf(other['name']) : undefined;
  return isObject(other) && name !== undefined ? [{ name, holds: textsOf(other['holds']) }] : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function indicatorsOf(tree: unknown): ReadonlyMap<string, IndexedIndicator> {
  const found = new Map<string, IndexedIndicator>();
  // A list, not recursion: the depth is the sender's choice. The next one is at its end.
  const rest = listOf(tree).reverse();
  for (let each = rest.pop(); each !== undefined; each = rest.pop()) {
    if (!isObject(each)) continue;
    const { id, code } = each;
    const children = listOf(each['children']);
    if (typeof id === 'string' && typeof code === 'string') {
      found.set(id, { code, isLeaf: children.length === 0, ...toldOf(each) });
    }
    for (const child of children.reverse()) rest.push(child);
  }
  return found;
}

function toldOf(each: Record<string, unknown>): Omit<IndexedIndicator, 'code' | 'isLeaf'> {
  const { name, points, standard, filed, asks, owners, folders } = each;
  return {
    name: textOf(name),
    points: textOf(points),
    standard: textOf(standard),
    filed: filed === true,
    asks: textsOf(asks),
    owners: textsOf(owners),
    folders: textsOf(folders),
  };
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((each) => typeof each === 'string');
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? [...(value as unknown[])] : [];
}
