/** Two people's versions of a file in which one writes entry by entry, merged without losing what either wrote. */
import { listUnder } from '../yaml-file/edit-list.js';
import { NestedChanges, YamlEditor, type ItemText } from '../yaml-file/edit-yaml.js';
import {
  isSameWritten,
  writtenIn,
  type Written,
  type YamlList,
  type YamlMap,
  type YamlSource,
  type WrittenMap,
} from '../yaml-file/node.js';
import type { YamlValue } from '../yaml-file/write-value.js';
import type { FileKind, ListKind } from './kinds.js';
import {
  isMap,
  mergeValues,
  mergeWhole,
  own,
  set,
  type Side,
  type ValueClash,
} from './merge-values.js';
import { pairEntries } from './pair-entries.js';

/** Versions of one file. */
interface FileVersions {
  /** As it was before both; `undefined` where there was none, or nobody knows. */
  readonly base: YamlSource | undefined;
  readonly ours: YamlSource;
  readonly theirs: YamlSource;
}

/** What a person has to decide. */
export interface Clash extends ValueClash {
  /** Key of the list; `undefined` for what stands beside the lists. */
  readonly list: string | undefined;
  /** Which entry of it. */
  readonly name: string;
}

export interface Merged {
  readonly yaml: YamlSource;
  readonly clashes: readonly Clash[];
  /** Entries that came from the other side. */
  readonly added: number;
}

/**
 * Merge two versions of a file.
 *
 * Comments, order and whatever else our version has stay; entries of theirs come behind ours with their comments.
 *
 * @param side - Whose values stand where both wrote something.
 * @param parse - Reads a text as the versions were.
 * @returns `undefined` where a version cannot be read, or is written in a way in which merging it would change more.
 */
export function mergeFiles(
  { base, ours, theirs }: FileVersions,
  kind: FileKind,
  side: Side,
  parse: (text: string) => YamlSource,
): Merged | undefined {
  const [before, here, there] = [rootOf(base), rootOf(ours), rootOf(theirs)];
  if (before === 'unread') return mergeFiles({ base: undefined, ours, theirs }, kind, side, parse);
  if (here === 'unread' || there === 'unread') return undefined;
  if (![before, here, there].every((root) => holdsEntries(root, kind))) return undefined;
  const merging = new Merging({ text: ours.text, root: here }, { text: theirs.text, root: there });
  const meant = merging.all(writtenRoot(before), kind, side);
  const text = withRemarks(merging.result(), theirs.text, base?.text ?? '');
  const yaml = parse(text);
  const isMeant = isSameWritten(withoutEmpty(writtenRoot(rootNode(yaml)), kind), meant);
  return isMeant && !isBroken(yaml)
    ? { yaml, clashes: merging.clashes, added: merging.added }
    : undefined;
}

type Root = YamlMap | undefined | 'unread';

/** A file in which nobody has written yet has no root. */
function rootOf(yaml: YamlSource | undefined): Root {
  if (!yaml) return undefined;
  const { root } = yaml;
  if (isBroken(yaml) || (root && root.is !== 'map')) return 'unread';
  return root;
}

/** Are all items of its lists entries? */
function holdsEntries(root: YamlMap | undefined, kind: FileKind): boolean {
  return [...kind.keys()].every((key) =>
    (listUnder(root, key)?.items ?? []).every((item) => item.is === 'map'),
  );
}

function rootNode({ root }: YamlSource): YamlMap | undefined {
  return root?.is === 'map' ? root : undefined;
}

function isBroken({ problems, broken }: YamlSource): boolean {
  return broken && !(problems.length === 1 && problems[0]?.fault === 'empty');
}

function writtenRoot(root: YamlMap | undefined): WrittenMap {
  return root ? (writtenIn(root) as WrittenMap) : {};
}

/** A list without items, and one that is not there, are alike. */
function withoutEmpty(map: WrittenMap, kind: FileKind): WrittenMap {
  return Object.fromEntries(
    Object.entries(map).filter(([key, value]) => !kind.has(key) || itemsIn(value).length > 0),
  );
}

function itemsIn(value: Written | undefined): readonly WrittenMap[] {
  return Array.isArray(value) ? (value as readonly Written[]).filter(isMap) : [];
}

interface Version {
  readonly text: string;
  readonly root: YamlMap | undefined;
}

/** An entry as one side has it. */
interface EntryAt {
  readonly list: YamlList;
  readonly at: number;
  readonly entry: WrittenMap;
}

interface SharedEntry {
  readonly key: string;
  readonly base: WrittenMap | undefined;
  readonly ours: EntryAt;
  readonly theirs: EntryAt;
}

class Merging {
  readonly clashes: Clash[] = [];
  added = 0;
  readonly #ours: Version;
  readonly #theirs: Version;
  readonly #editor: YamlEditor;
  readonly #their: YamlEditor;

  constructor(ours: Version, theirs: Version) {
    this.#ours = ours;
    this.#theirs = theirs;
    this.#editor = new YamlEditor(ours.text);
    this.#their = new YamlEditor(theirs.text);
  }

  result(): string {
    return this.#editor.result();
  }

  /** @returns what is to stand in the file. */
  all(base: WrittenMap, kind: FileKind, side: Side): WrittenMap {
    const [ours, theirs] = [writtenRoot(this.#ours.root), writtenRoot(this.#theirs.root)];
    const merged: Record<string, Written> = {};
    const changes = new NestedChanges();
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const list = kind.get(key);
      if (list) {
        const items = this.#list(key, itemsIn(own(base, key)), list, side);
        if (items.length > 0) set(merged, key, items);
        continue;
      }
      const clashes: ValueClash[] = [];
      const versions = { base: own(base, key), ours: own(ours, key), theirs: own(theirs, key) };
      const value = mergeValues(versions, side, clashes, [key]);
      for (const clash of clashes) this.clashes.push({ ...clash, list: undefined, name: key });
      if (value !== undefined) set(merged, key, value);
      const before = versions.ours;
      if (value === undefined || before === undefined || !isSameWritten(value, before)) {
        changes.changes.set(key, value as YamlValue | undefined);
      }
    }
    const { root } = this.#ours;
    if (root && changes.changes.size > 0) this.#editor.set(root, changes.changes);
    return merged;
  }

  #list(key: string, base: readonly WrittenMap[], kind: ListKind, side: Side): WrittenMap[] {
    const [ours, theirs] = [listUnder(this.#ours.root, key), listUnder(this.#theirs.root, key)];
    const [here, there] = [entriesIn(ours), entriesIn(theirs)];
    const [toBase, theirBase] = [pairEntries(here, base, kind), pairEntries(there, base, kind)];
    const toTheirs = pairVersions({ here, there, toBase, theirBase }, kind);
    const merged: WrittenMap[] = [];
    const removed = new Set<number>();
    here.forEach((entry, at) => {
      const before = base[toBase.get(at) ?? -1];
      const nth = toTheirs.get(at) ?? -1;
      const other = there[nth];
      if (!ours || !theirs || !other) {
        // Taken away on the other side, and as it was on this one.
        if (before && isSameWritten(before, entry)) removed.add(at);
        else merged.push(entry);
        return;
      }
      const [one, two] = [
        { list: ours, at, entry },
        { list: theirs, at: nth, entry: other },
      ];
      merged.push(this.#entry({ key, base: before, ours: one, theirs: two }, kind, side));
    });
    if (ours && removed.size > 0) this.#editor.remove(ours, removed);
    const paired = new Set(toTheirs.values());
    const new_ = there.flatMap((entry, nth) => {
      const before = base[theirBase.get(nth) ?? -1];
      const isGone = before !== undefined && isSameWritten(before, entry);
      return paired.has(nth) || isGone ? [] : [nth];
    });
    this.added += new_.length;
    const texts = new_.map((nth) => this.#textOf(theirs, nth));
    this.#editor.append(this.#ours.root, key, texts);
    return [...merged, ...texts.map(({ value }) => value as WrittenMap)];
  }

  /** An entry that both sides have. */
  #entry({ key, base, ours, theirs }: SharedEntry, kind: ListKind, side: Side): WrittenMap {
    const found: ValueClash[] = [];
    const versions = { base, ours: ours.entry, theirs: theirs.entry };
    const merge = kind.whole ? mergeWhole : mergeValues;
    const value = merge(versions, side, found) as WrittenMap;
    const name = kind.nameOf(ours.entry);
    for (const clash of found) this.clashes.push({ ...clash, list: key, name });
    const item = ours.list.items[ours.at];
    if (item?.is !== 'map' || isSameWritten(value, ours.entry)) return value;
    if (isSameWritten(value, theirs.entry)) {
      // As it stands on the other side, comments and all.
      this.#editor.replace(ours.list, ours.at, this.#textOf(theirs.list, theirs.at));
    } else this.#editor.set(item, changesTo(ours.entry, value).changes);
    return value;
  }

  #textOf(list: YamlList | undefined, nth: number): ItemText {
    if (!list) throw new Error('no such list');
    return this.#their.itemText(list, nth);
  }
}

interface TwoLists {
  readonly here: readonly WrittenMap[];
  readonly there: readonly WrittenMap[];
  /** Places in the version before both. */
  readonly toBase: ReadonlyMap<number, number>;
  readonly theirBase: ReadonlyMap<number, number>;
}

/** Places in their list by those in ours, of entries that are one. */
function pairVersions(
  { here, there, toBase, theirBase }: TwoLists,
  kind: ListKind,
): Map<number, number> {
  const fromBase = new Map([...theirBase].map(([nth, at]) => [at, nth]));
  const pairs = new Map<number, number>();
  for (const [at, before] of toBase) {
    const nth = fromBase.get(before);
    if (nth !== undefined) pairs.set(at, nth);
  }
  const done = new Set(pairs.values());
  const restHere = here.flatMap((entry, at) => (pairs.has(at) ? [] : [{ entry, at }]));
  const restThere = there.flatMap((entry, at) => (done.has(at) ? [] : [{ entry, at }]));
  const entries = (rest: typeof restHere) => rest.map(({ entry }) => entry);
  // Two new entries of equal bytes are of two papers: only one that was there before can have been renamed.
  const byAbout = { ...kind, againOf: undefined };
  for (const [at, nth] of pairEntries(entries(restHere), entries(restThere), byAbout)) {
    const [mine, other] = [restHere[at], restThere[nth]];
    // Two people named two papers alike: each keeps its entry.
    if (mine && other && !isOther(mine.entry, other.entry)) pairs.set(mine.at, other.at);
  }
  return pairs;
}

function isOther(a: WrittenMap, b: WrittenMap): boolean {
  const [one, other] = [own(a, 'sha256'), own(b, 'sha256')];
  return one !== undefined && other !== undefined && !isSameWritten(one, other);
}

function entriesIn(list: YamlList | undefined): readonly WrittenMap[] {
  return (list?.items ?? []).map((item) => writtenIn(item) as WrittenMap);
}

/** What has to be set in a mapping for it to be another. */
function changesTo(from: WrittenMap, to: WrittenMap): NestedChanges {
  const changes = new NestedChanges();
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [own(from, key), own(to, key)];
    if (before !== undefined && after !== undefined && isSameWritten(before, after)) continue;
    if (isMap(before) && isMap(after)) changes.changes.set(key, changesTo(before, after));
    else changes.changes.set(key, after as YamlValue | undefined);
  }
  return changes;
}

/** With the lines of comments that only the other side has, at the end. */
function withRemarks(merged: string, theirs: string, base: string): string {
  const isRemark = (line: string) => line.trimStart().startsWith('#');
  const known = new Set(
    [...merged.split(/\r?\n/), ...base.split(/\r?\n/)].map((line) => line.trim()),
  );
  const lost = theirs
    .split(/\r?\n/)
    .filter((line) => isRemark(line) && !known.has(line.trim()))
    .map((line) => line.trim());
  const end = merged.includes('\r\n') ? '\r\n' : '\n';
  const closed = merged === '' || merged.endsWith('\n') ? merged : merged + end;
  return lost.length === 0 ? merged : closed + lost.map((line) => line + end).join('');
}
