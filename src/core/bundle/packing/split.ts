/** A large payload in several bags, each small enough for its medium: borders only between indicators. */
import { compareText } from '../../text.js';
import type { Payload, PayloadFile } from './payload.js';
import type { BundlePart } from '../types.js';

/** An indicator, as far as splitting needs it. */
export interface SplitIndicator {
  readonly id: string;
  readonly children: readonly SplitIndicator[];
}

/** What goes into one bag. */
export interface SplitPart {
  readonly payload: Payload;
  readonly bytes: number;
  /** The highest indicators of which it holds everything, as ids in the order of the scoring system. */
  readonly holds: readonly string[];
  /** Does it hold files that are under no indicator? */
  readonly unplaced: boolean;
}

/** What belongs together and is more than a bag may hold. */
export class TooLargeToSplit extends Error {
  /** `id` of the indicator; `undefined` for a folder under none. */
  readonly indicator: string | undefined;
  /** For people: where it is in the archive. */
  readonly place: string;
  /** Of all its files; of `file` alone when there is one. */
  readonly bytes: number;
  /** The file that is too large by itself. */
  readonly file: PayloadFile | undefined;

  constructor(node: Node, bytes = node.ownBytes, file?: PayloadFile) {
    super(`${node.place} has ${bytes} bytes`);
    this.indicator = node.id;
    this.place = node.place;
    this.bytes = bytes;
    this.file = file;
  }
}

/** An indicator, or a folder under none, with what is its own. */
interface Node {
  readonly id: string | undefined;
  readonly place: string;
  readonly files: number[];
  readonly folders: string[];
  ownBytes: number;
  /** Of everything below it too. */
  bytes: number;
  readonly children: readonly Node[];
}

interface SplitOptions {
  readonly payload: Payload;
  /** All of them, in the order of the scoring system. */
  readonly indicators: readonly SplitIndicator[];
  /** Bytes that a file takes in a bag, with all that is said of it in the lists. */
  readonly costOf: (number: number) => number;
  /** Bytes that a bag has for its files. */
  readonly room: number;
}

/**
 * Borders as high in the tree as fits: an indicator goes whole into the bag that is being filled, or else whole into
 * the next; only one that is too large for a bag of its own is divided among its children.
 *
 * @returns at least one part; nothing is in two of them.
 * @throws {TooLargeToSplit} - What one indicator itself holds does not fit.
 */
export function splitPayload(options: SplitOptions): readonly SplitPart[] {
  const nodes = nodesOf(options);
  const filler = new Filler(options);
  for (const node of nodes) filler.place(node);
  return filler.parts.map(({ numbers, folders, bytes, holds, unplaced }) => {
    return { payload: partOf(options.payload, numbers, folders), bytes, holds, unplaced };
  });
}

/** The least room that everything can be divided for: that of the largest piece which is never divided. */
export function leastRoom(options: Omit<SplitOptions, 'room'>): number {
  let most = 0;
  const rest = [...nodesOf(options)];
  for (let node = rest.pop(); node; node = rest.pop()) {
    most = Math.max(most, node.ownBytes);
    for (const child of node.children) rest.push(child);
  }
  return most;
}

/** What a bundle says of its place among the others. */
export function bundlePart(
  group: string,
  parts: readonly Pick<SplitPart, 'holds' | 'unplaced'>[],
  at: number,
): BundlePart {
  const told = parts.map(({ holds, unplaced }, each) => ({
    number: each + 1,
    name: partName(group, each + 1, parts.length),
    holds,
    unplaced: unplaced ? (true as const) : undefined,
  }));
  return {
    group,
    number: at + 1,
    count: parts.length,
    holds: parts[at]?.holds ?? [],
    others: told.filter((_, each) => each !== at),
  };
}

/**
 * `县水利局-2026-1a2b3c4d-第1包共3包`, `Office-2026-1a2b3c4d-1of3`; of ten or more with a leading zero, so that they
 * sort. Not in the language of who packs: the same archive has the same names everywhere.
 */
export function partName(group: string, number: number, count: number): string {
  const padded = String(number).padStart(String(count).length, '0');
  const isChinese = /\p{Script=Han}/u.test(group);
  return `${group}-${isChinese ? `第${padded}包共${count}包` : `${padded}of${count}`}`;
}

interface Filling {
  readonly numbers: number[];
  readonly folders: string[];
  readonly holds: string[];
  bytes: number;
  unplaced: boolean;
}

class Filler {
  readonly parts: Filling[] = [];
  readonly #options: SplitOptions;
  #current: Filling;

  constructor(options: SplitOptions) {
    this.#options = options;
    this.#current = this.#open();
  }

  place(node: Node): void {
    const { room } = this.#options;
    if (node.bytes <= room) {
      if (this.#current.bytes + node.bytes > room) this.#current = this.#open();
      if (node.id !== undefined) this.#current.holds.push(node.id);
      this.#putAll(node);
      return;
    }
    if (node.ownBytes > room) this.#refuse(node);
    if (this.#current.bytes + node.ownBytes > room) this.#current = this.#open();
    this.#put(node);
    for (const child of node.children) this.place(child);
  }

  #open(): Filling {
    const part = { numbers: [], folders: [], holds: [], bytes: 0, unplaced: false };
    this.parts.push(part);
    return part;
  }

  #putAll(node: Node): void {
    this.#put(node);
    for (const child of node.children) this.#putAll(child);
  }

  #put({ id, files, folders, ownBytes }: Node): void {
    for (const number of files) this.#current.numbers.push(number);
    for (const folder of folders) this.#current.folders.push(folder);
    this.#current.bytes += ownBytes;
    if (id === undefined && files.length > 0) this.#current.unplaced = true;
  }

  #refuse(node: Node): never {
    const { payload, room, costOf } = this.#options;
    for (const number of node.files) {
      if (costOf(number) > room) {
        throw new TooLargeToSplit(node, costOf(number), payload.files[number]);
      }
    }
    throw new TooLargeToSplit(node);
  }
}

/** The indicators with their files, then the folders under none. */
function nodesOf({ payload, indicators, costOf }: Omit<SplitOptions, 'room'>): readonly Node[] {
  const byId = new Map<string, Node>();
  const make = ({ id, children }: SplitIndicator): Node => {
    const node = emptyNode(id, id, children.map(make));
    // Of two with one path of codes the first gets the files, as in the index.
    if (!byId.has(id)) byId.set(id, node);
    return node;
  };
  const roots = indicators.map(make);
  const strays = new Map<string, Node>();
  const nodeOf = (path: string, indicator: string | undefined): Node => {
    const known = indicator === undefined ? undefined : byId.get(indicator);
    if (known) return known;
    const top = path.split('/', 2).join('/');
    const stray = strays.get(top) ?? emptyNode(undefined, top, []);
    strays.set(top, stray);
    return stray;
  };
  for (const [number, { path, indicator }] of payload.files.entries()) {
    const node = nodeOf(path, indicator);
    node.files.push(number);
    node.ownBytes += costOf(number);
  }
  const indicatorOf = folderIndicators(payload);
  for (const path of payload.emptyFolders) nodeOf(path, indicatorOf(path)).folders.push(path);
  const sorted = [...strays.values()].sort((a, b) => compareText(a.place, b.place));
  const all = [...roots, ...sorted];
  for (const node of all) sumUp(node);
  return all;
}

function emptyNode(id: string | undefined, place: string, children: readonly Node[]): Node {
  return { id, place, files: [], folders: [], ownBytes: 0, bytes: 0, children };
}

function sumUp(node: Node): number {
  node.bytes = node.children.reduce((sum, child) => sum + sumUp(child), node.ownBytes);
  return node.bytes;
}

/** The indicator whose folder a path is or lies in. */
function folderIndicators({ folders }: Payload): (path: string) => string | undefined {
  const byPath = new Map<string, string>();
  for (const [id, paths] of folders) for (const path of paths) byPath.set(path, id);
  return (path) => {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const id = byPath.get(at);
      if (id !== undefined) return id;
    }
    return undefined;
  };
}

/** The payload without all that is in other parts; in the order of the whole. */
function partOf(whole: Payload, numbers: number[], emptyFolders: string[]): Payload {
  numbers.sort((a, b) => a - b);
  const files = numbers.flatMap((number) => whole.files[number] ?? []);
  emptyFolders.sort(compareText);
  const there = foldersOf([
    ...files.map(({ path }) => path),
    ...emptyFolders.map((path) => `${path}/`),
  ]);
  const folders = new Map<string, readonly string[]>();
  for (const [id, paths] of whole.folders) {
    const kept = paths.filter((path) => there.has(path));
    if (kept.length > 0) folders.set(id, kept);
  }
  return { files, emptyFolders, folders, leftOut: whole.leftOut, ignored: whole.ignored };
}

/** Every folder that one of the paths is in. */
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (found.has(folder)) break;
      found.add(folder);
    }
  }
  return found;
}
