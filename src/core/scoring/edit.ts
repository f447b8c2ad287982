/** A change of `scores.yaml` as an edit of its text: comments, order and what is not asked for stay. */
import { NestedChanges, YamlEditor } from '../yaml-file/edit-yaml.js';
import {
  isSameWritten,
  writtenIn,
  type Written,
  type YamlMap,
  type YamlSource,
} from '../yaml-file/node.js';
import type { YamlValue } from '../yaml-file/write-value.js';

type ListKey = 'scores' | 'vetoes';

export interface ScoreChange {
  readonly list: ListKey;
  /** Of the entry that it takes the place of, from 0; `undefined` for a new one. */
  readonly at: number | undefined;
  /** Keys that go, and those that come; all others stay. */
  readonly values: Readonly<Record<string, string | undefined>>;
}

/**
 * @param yaml - `undefined` where the file is not there yet.
 * @returns the file as it will be; `undefined` where it is written in a way in which this would touch something else.
 */
export function editScores(
  yaml: YamlSource | undefined,
  { list, at, values }: ScoreChange,
  head: string,
  parse: (text: string) => YamlSource,
): YamlSource | undefined {
  const root = yaml?.root?.is === 'map' ? yaml.root : undefined;
  const editor = new YamlEditor(yaml ? yaml.text : head);
  const map = at === undefined ? undefined : itemOf(root, list, at);
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  if (map) {
    const changes = new NestedChanges();
    for (const [key, value] of Object.entries(values)) changes.changes.set(key, value);
    editor.set(map, changes.changes);
  } else {
    const item = Object.fromEntries(given) as Readonly<Record<string, YamlValue>>;
    editor.append(root, list, [{ values: item }]);
  }
  const edited = parse(editor.result());
  const isMeant =
    edited.root && isSameWritten(writtenIn(edited.root), meant(root, { list, at, values }));
  return isMeant && !edited.broken ? edited : undefined;
}

function itemOf(root: YamlMap | undefined, key: ListKey, at: number): YamlMap | undefined {
  const list = root?.entries.get(key)?.value;
  const item = list?.is === 'list' ? list.items[at] : undefined;
  return item?.is === 'map' ? item : undefined;
}

type WrittenMap = Readonly<Record<string, Written>>;

function meant(root: YamlMap | undefined, { list, at, values }: ScoreChange): Written {
  const whole = root ? (writtenIn(root) as WrittenMap) : {};
  const items = Array.isArray(whole[list]) ? [...(whole[list] as readonly Written[])] : [];
  const before = at === undefined ? {} : (items[at] as WrittenMap);
  const after = Object.fromEntries(
    Object.entries({ ...before, ...values }).filter(([, value]) => value !== undefined),
  ) as WrittenMap;
  items[at ?? items.length] = after;
  return { ...whole, [list]: items };
}
