/** What holds, setting by setting, and where that is said. */
import { isObject } from '../../is-object.js';
import type { Place } from '../../system/types.js';
import { compareText } from '../../text.js';
import type { YamlNode, YamlSource } from '../../yaml-file/node.js';
import { withSaid, type Said } from './said.js';
import { DEFAULT_SETTINGS, type Settings } from '../settings.js';

/** Later ones go over earlier ones. */
export type Origin =
  | { readonly from: 'default' }
  | { readonly from: 'file'; readonly at: Place }
  | { readonly from: 'environment'; readonly name: string }
  | { readonly from: 'option'; readonly name: string };

export interface SettingTold {
  /** As the file has it, `naming.digits`. */
  readonly key: string;
  /** `undefined` where nothing is set. */
  readonly value: unknown;
  readonly origin: Origin;
}

/** What is said outside of the file, and where: of each setting the name of its variable or option. */
interface SaidSomewhere {
  readonly from: 'environment' | 'option';
  readonly said: Said;
  readonly names: Readonly<Record<keyof Said, string>>;
}

/**
 * In the order of the schema: of rules, those that have a level of their own, and the unit's own.
 *
 * @param settings - Of the file, `source`.
 * @param somewhere - The later over the earlier.
 */
export function settingsTold(
  settings: Settings,
  source: YamlSource,
  somewhere: readonly SaidSomewhere[],
): readonly SettingTold[] {
  const { rules, own, ...others } = withSaid(settings, ...somewhere.map(({ said }) => said));
  const rows = [...leavesOf(others, []), ...leavesOf({ rules }, []).sort(byKey)];
  const told = rows.map(({ path, value }) => {
    return { key: path.join('.'), value, origin: originOf(path, source, somewhere) };
  });
  const declared = own.map(({ id, title }) => {
    const path = ['rules', id];
    return { key: path.join('.'), value: title, origin: originOf(path, source, []) };
  });
  return [...told, ...declared.filter(({ key }) => !told.some((each) => each.key === key))];
}

/** Every setting but those of rules. */
export function settingKeys(): readonly string[] {
  const paths = leavesOf(DEFAULT_SETTINGS, []).map(({ path }) => path.join('.'));
  return paths.filter((path) => path !== 'own');
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

function leavesOf(value: unknown, path: readonly string[]): Leaf[] {
  if (!isObject(value) || path[0] === 'window') return [{ path, value }];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

function byKey(a: Leaf, b: Leaf): number {
  return compareText(a.path.join('.'), b.path.join('.'));
}

function originOf(
  path: readonly string[],
  source: YamlSource,
  somewhere: readonly SaidSomewhere[],
): Origin {
  const [first = '', rule = ''] = path;
  const last = somewhere.findLast(({ said }) =>
    first === 'rules' ? rule in (said.rules ?? {}) : first in said,
  );
  if (last) return { from: last.from, name: last.names[first as keyof Said] };
  const at = offsetOf(path, source.root);
  return at === undefined ? { from: 'default' } : { from: 'file', at: source.placeOf(at) };
}

/** Of the key, or of one above it that says all there is: `unit: 市水务局`. */
function offsetOf(path: readonly string[], root: YamlNode | undefined): number | undefined {
  let node = root;
  let offset: number | undefined;
  for (const key of path) {
    if (node?.is !== 'map') break;
    const entry = node.entries.get(key);
    if (!entry) return undefined;
    offset = entry.key.start;
    node = entry.value;
  }
  return offset;
}
