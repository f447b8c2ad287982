/** Reading `index.json` of a bundle of ours; everything in it comes from outside. */
import { rowTrouble } from './index-row.js';
import { parseIndexParts } from './index-rows.js';

export interface IndexRow {
  readonly path: string;
  readonly indicator: string | undefined;
  readonly bytes: number;
  readonly sha256: string;
  /** The ledger of its folder, and no evidence. */
  readonly ledger: boolean;
  /** Shown under a name that it does not have. */
  readonly trouble: ReturnType<typeof rowTrouble>;
}

export interface BundleIndex {
  /** SHA-256 of `criteria.yaml` as the index tells it. */
  readonly systemDigest: string | undefined;
  readonly emptyFolders: readonly string[];
  readonly evidence: readonly IndexRow[];
  readonly system: SystemFacts;
  /** What it tells of the bundle as a whole; also told in `bag-info.txt`. */
  readonly whole: WholeFacts;
  /** Which of several bundles of one archive it is; `undefined` when it holds all of it. */
  readonly part: IndexedPart | undefined;
  /** By path of codes, in the order of the scoring system. */
  readonly indicators: ReadonlyMap<string, IndexedIndicator>;
}

export interface IndexedPart {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** Indicators of which it holds everything, as paths of codes; those below them are meant as well. */
  readonly holds: readonly string[];
}

export interface WholeFacts {
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

/** @param same - A path that is kept already for an equal one. */
export function parseIndex(
  bytes: Buffer,
  same: (path: string) => string = (path) => path,
): BundleIndex | undefined {
  let last: IndexRow | undefined;
  const { head: value, rows } =
    parseIndexParts(bytes, (row) => (last = rowOf(row, same, last?.indicator))) ?? {};
  if (!isObject(value) || typeof value['schema'] !== 'string') return undefined;
  if (!value['schema'].startsWith('dangan/bundle-index@')) return undefined;
  const { emptyFolders, system, indicators, part } = value;
  if (!rows?.every((row) => row !== undefined)) return undefined;
  return {
    systemDigest: isObject(system) ? textOf(system['sha256']) : undefined,
    system: systemOf(isObject(system) ? system : {}),
    whole: wholeOf(value),
    part: isObject(part) ? partOf(part) : undefined,
    emptyFolders: Array.isArray(emptyFolders)
      ? emptyFolders.filter((each) => typeof each === 'string')
      : [],
    evidence: rows,
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

function partOf({ number, count, holds }: Record<string, unknown>): IndexedPart | undefined {
  if (!Number.isSafeInteger(number) || !Number.isSafeInteger(count)) return undefined;
  const told = { number: number as number, count: count as number, holds: textsOf(holds) };
  return told.number >= 1 && told.count > 1 && told.number <= told.count ? told : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** @param near - The indicator of the row before, which most have, too. */
function rowOf(
  row: unknown,
  same: (path: string) => string,
  near: string | undefined,
): IndexRow | undefined {
  if (!isObject(row)) return undefined;
  const { path, indicator, bytes, sha256 } = row;
  if (typeof path !== 'string' || typeof bytes !== 'number' || typeof sha256 !== 'string') {
    return undefined;
  }
  const known = textOf(indicator);
  return {
    path: same(path),
    indicator: known === near ? near : known,
    bytes,
    sha256,
    ledger: row['ledger'] === true,
    trouble: rowTrouble(row, path),
  };
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
