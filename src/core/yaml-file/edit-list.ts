/** A change of a list in a file that people edit, as an edit of its text: comments, order and what is not asked for stay. */
import { NestedChanges, YamlEditor } from './edit-yaml.js';
import {
  isSameWritten,
  writtenIn,
  type Written,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlSource,
  type WrittenMap,
} from './node.js';
import type { YamlValue } from './write-value.js';

export type ListChange<Key extends string = string> =
  | {
      /** Key of the file under which the list stands. */
      readonly list: Key;
      /** Of the entry that it takes the place of, from 0; `undefined` for a new one. */
      readonly at: number | undefined;
      /** Keys that go, and those that come; all others stay. */
      readonly values: Readonly<Record<string, string | undefined>>;
    }
  | {
      readonly list: Key;
      /** Entries that go, from 0. */
      readonly remove: ReadonlySet<number>;
    };

/**
 * @param yaml - `undefined` where the file is not there yet.
 * @returns the file as it will be; `undefined` where it is written in a way in which this would touch something else.
 */
export function editList(
  yaml: YamlSource | undefined,
  change: ListChange,
  head: string,
  parse: (text: string) => YamlSource,
): YamlSource | undefined {
  const root = yaml?.root?.is === 'map' ? yaml.root : undefined;
  const editor = new YamlEditor(yaml ? yaml.text : head);
  makeChange(editor, root, change);
  const edited = parse(editor.result());
  const after = edited.root ? withItems(writtenIn(edited.root), change.list) : {};
  return isSameWritten(after, meant(root, change)) && !edited.broken ? edited : undefined;
}

function makeChange(editor: YamlEditor, root: YamlMap | undefined, change: ListChange): void {
  const list = listUnder(root, change.list);
  if ('remove' in change) {
    if (list) editor.remove(list, change.remove);
    return;
  }
  const { at, values } = change;
  const map = at === undefined ? undefined : list?.items[at];
  if (map?.is === 'map') {
    const changes = new NestedChanges();
    for (const [key, value] of Object.entries(values)) changes.changes.set(key, value);
    editor.set(map, changes.changes);
  } else {
    const item = given(values) as Readonly<Record<string, YamlValue>>;
    editor.append(root, change.list, [{ values: item }]);
  }
}

/** The list under a key of a file. */
export function listUnder(root: YamlNode | undefined, key: string): YamlList | undefined {
  const list = root?.is === 'map' ? root.entries.get(key)?.value : undefined;
  return list?.is === 'list' ? list : undefined;
}

function meant(root: YamlMap | undefined, change: ListChange): Written {
  const whole = withItems(root ? writtenIn(root) : {}, change.list);
  const items = [...(whole[change.list] as readonly Written[])];
  if ('remove' in change) {
    return { ...whole, [change.list]: items.filter((_, at) => !change.remove.has(at)) };
  }
  const { at, values } = change;
  const before = at === undefined ? {} : (items[at] as WrittenMap);
  items[at ?? items.length] = given({ ...before, ...values });
  return { ...whole, [change.list]: items };
}

/** A list without items, and one that is not there, are alike. */
function withItems(written: Written, list: string): WrittenMap {
  const whole = typeof written === 'object' && !Array.isArray(written) ? written : {};
  const items = (whole as WrittenMap)[list];
  return { ...(whole as WrittenMap), [list]: Array.isArray(items) ? items : [] };
}

function given(values: Readonly<Record<string, Written | undefined>>): WrittenMap {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as WrittenMap;
}
