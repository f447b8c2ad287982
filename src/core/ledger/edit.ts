/** Changes of a ledger as edits of its text: comments, order, line ends and keys that nobody knows stay as they are. */
import { listUnder } from '../yaml-file/edit-list.js';
import { NestedChanges, YamlEditor, type ItemText, type NewItem } from '../yaml-file/edit-yaml.js';
import {
  writtenIn,
  type Written,
  type YamlMap,
  type YamlNode,
  type YamlSource,
  type WrittenMap,
} from '../yaml-file/node.js';
import type { YamlValue } from '../yaml-file/write-value.js';

export type { YamlValue };

/** Lists in a ledger. */
const LISTS = ['entries', 'notApplicable'] as const;
type ListKey = (typeof LISTS)[number];

/** One change of a ledger: of its entries, where no list is named. Items are numbered from 1, as they stand in the file before any change. */
export type LedgerChange =
  /** Set what stands at a path of keys, `['caption', '地点']`; `undefined` takes it away. */
  | {
      readonly do: 'set';
      readonly list?: ListKey;
      readonly nth: number;
      readonly path: readonly [string, ...string[]];
      readonly value: YamlValue | undefined;
    }
  /** A new item, after all others. */
  | {
      readonly do: 'add';
      readonly list?: ListKey;
      readonly values: Readonly<Record<string, YamlValue>>;
    }
  /** An entry that stood in another ledger, with its comments. */
  | { readonly do: 'paste'; readonly text: ItemText }
  | { readonly do: 'remove'; readonly list?: ListKey; readonly nth: number };

/** The text of a ledger that nobody has written into yet. */
interface NewLedger {
  /** Path of the schema as seen from the ledger. */
  readonly schema: string;
  /** What it is, in a line. */
  readonly remark: string;
}

/**
 * Make changes in a ledger.
 *
 * @param yaml - `undefined` for a new one.
 * @param parse - Reads a text as the ledger's was.
 * @returns the ledger with the changes, read again; `undefined` where it is written in a way in which they cannot be
 *   made without touching something else.
 */
export function editLedger(
  yaml: YamlSource | undefined,
  changes: readonly LedgerChange[],
  { schema, remark }: NewLedger,
  parse: (text: string) => YamlSource,
): YamlSource | undefined {
  const head = `# yaml-language-server: $schema=${schema}\n# ${remark}\n`;
  const root = yaml?.root?.is === 'map' ? yaml.root : undefined;
  const editor = new YamlEditor(yaml ? yaml.text : head);
  for (const [map, nested] of changesByMap(root, changes)) editor.set(map, nested.changes);
  for (const key of LISTS) {
    const own = changes.filter((change) => listOf(change) === key);
    const list = listUnder(root, key);
    const [removed, added] = [removedBy(own), own.flatMap(newItem)];
    const isEmptied = removed.size > 0 && removed.size === list?.items.length && added.length === 0;
    // A ledger without entries says so; without statements that something does not apply it says nothing of them.
    if (root && isEmptied && key === 'notApplicable') editor.set(root, new Map([[key, undefined]]));
    else if (list) editor.remove(list, removed);
    editor.append(root, key, added);
  }
  const edited = parse(editor.result());
  const isMeant = edited.root && isSame(writtenIn(edited.root), meant(root, changes));
  return isMeant && !edited.broken ? edited : undefined;
}

function listOf(change: LedgerChange): ListKey {
  return ('list' in change && change.list) || 'entries';
}

function removedBy(changes: readonly LedgerChange[]): Set<number> {
  return new Set(changes.flatMap((change) => (change.do === 'remove' ? [change.nth - 1] : [])));
}

/** The text of an entry, to be pasted into another ledger. */
export function entryText(
  { text, root }: Pick<YamlSource, 'text' | 'root'>,
  nth: number,
): ItemText {
  const list = listUnder(root, 'entries');
  if (!list) throw new Error('a ledger without entries');
  return new YamlEditor(text).itemText(list, nth - 1);
}

function newItem(change: LedgerChange): NewItem[] {
  if (change.do === 'add') return [{ values: change.values }];
  return change.do === 'paste' ? [change.text] : [];
}

/** What changes in each mapping, keys of the same one together. */
function changesByMap(
  root: YamlNode | undefined,
  changes: readonly LedgerChange[],
): Map<YamlMap, NestedChanges> {
  const byMap = new Map<YamlMap, NestedChanges>();
  for (const change of changes) {
    if (change.do !== 'set') continue;
    const map = listUnder(root, listOf(change))?.items[change.nth - 1];
    if (map?.is !== 'map') throw new Error(`no entry ${change.nth}`);
    let nested = byMap.get(map) ?? new NestedChanges();
    byMap.set(map, nested);
    for (const key of change.path.slice(0, -1)) {
      const inner = nested.changes.get(key);
      const next = inner instanceof NestedChanges ? inner : new NestedChanges();
      nested.changes.set(key, next);
      nested = next;
    }
    nested.changes.set(change.path.at(-1) ?? '', change.value);
  }
  return byMap;
}

/** What is to stand in the ledger after the changes. */
function meant(root: YamlMap | undefined, changes: readonly LedgerChange[]): Written {
  const whole = root ? (writtenIn(root) as WrittenMap) : {};
  const lists = LISTS.map((key) => {
    const own = changes.filter((change) => listOf(change) === key);
    return [key, itemsAfter(itemsIn(whole[key]), own)] as const;
  });
  return { ...whole, ...Object.fromEntries(lists) };
}

function itemsAfter(items: readonly Written[], changes: readonly LedgerChange[]): Written[] {
  const after = [...items];
  for (const change of changes) {
    if (change.do !== 'set') continue;
    const at = change.nth - 1;
    after[at] = withValue(after[at], change.path, change.value) ?? {};
  }
  const removed = removedBy(changes);
  const added = changes.flatMap((change) =>
    change.do === 'add' ? [change.values] : change.do === 'paste' ? [change.text.value] : [],
  );
  return [...after.filter((_, at) => !removed.has(at)), ...added];
}

function itemsIn(value: Written | undefined): Written[] {
  return Array.isArray(value) ? [...(value as readonly Written[])] : [];
}

function withValue(
  before: Written | undefined,
  [key, ...rest]: readonly string[],
  value: YamlValue | undefined,
): Written | undefined {
  const map = typeof before === 'object' && !Array.isArray(before) ? (before as WrittenMap) : {};
  if (key === undefined) return value;
  const { [key]: old, ...others } = map;
  const inner = withValue(old, rest, value);
  if (inner !== undefined) return { ...map, [key]: inner };
  return Object.keys(others).length > 0 ? others : undefined;
}

/** A list without items, and one that is not there, are alike. */
function isSame(a: Written, b: Written): boolean {
  const whole = (value: Written) => {
    const map = value as WrittenMap;
    const { entries, notApplicable, ...rest } = map;
    return JSON.stringify([rest, itemsIn(entries), itemsIn(notApplicable)]);
  };
  return whole(a) === whole(b);
}
