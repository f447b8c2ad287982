/** What became of each file between two bundles: told by digest and by name, each file once. */
import { compareText, foldName } from '../../text.js';
import type { SideFile } from './sides.js';

export type ChangeKind =
  | 'added'
  | 'removed'
  /** Other bytes at the same place, or under the same title in the same indicator. */
  | 'changed'
  /** Same bytes and title, another ordinal. */
  | 'renumbered'
  /** Same bytes in the same indicator, another title. */
  | 'renamed'
  /** Same bytes under another indicator, or in another folder under another name. */
  | 'moved'
  /** Same bytes and name in the same indicator, whose folder is called otherwise. */
  | 'refoldered';

export interface Change {
  readonly kind: ChangeKind;
  /** Absent of what was added. */
  readonly from?: SideFile;
  /** Absent of what was removed. */
  readonly to?: SideFile;
}

interface FileChanges {
  readonly unchanged: number;
  /** In no particular order. */
  readonly changes: readonly Change[];
}

type KeyOf = (file: SideFile) => string | undefined;

const KEYS: readonly KeyOf[] = [
  ({ digest, path }) => `${digest}\0${foldName(path)}`,
  ({ digest, place, title }) => `${digest}\0${place}\0${title}`,
  // Files of nothing are all alike: only their names tell which is which.
  ({ digest, place, bytes }) => (bytes === 0 ? undefined : `${digest}\0${place}`),
  ({ digest, bytes }) => (bytes === 0 ? undefined : digest),
  ({ path }) => foldName(path),
  ({ place, title }) => `${place}\0${title}`,
];

/** Linear: each of these keys is tried on what is left by the ones before. */
export function compareFiles(old: readonly SideFile[], now: readonly SideFile[]): FileChanges {
  const changes: Change[] = [];
  let unchanged = 0;
  let left = { old: sorted(old), now: sorted(now) };
  for (const keyOf of KEYS) {
    const paired = pairs(left.old, left.now, keyOf);
    for (const [from, to] of paired.pairs) {
      const kind = kindOf(from, to);
      if (kind === undefined) unchanged += 1;
      else changes.push({ kind, from, to });
    }
    left = paired;
  }
  for (const from of left.old) changes.push({ kind: 'removed', from });
  for (const to of left.now) changes.push({ kind: 'added', to });
  return { unchanged, changes };
}

function sorted(files: readonly SideFile[]): readonly SideFile[] {
  return [...files].sort((a, b) => compareText(a.path, b.path));
}

interface Paired {
  readonly pairs: readonly (readonly [SideFile, SideFile])[];
  readonly old: readonly SideFile[];
  readonly now: readonly SideFile[];
}

/** Of several with one key, the first old one goes with the first new one. */
function pairs(old: readonly SideFile[], now: readonly SideFile[], keyOf: KeyOf): Paired {
  const waiting = new Map<string, SideFile[]>();
  for (const file of [...old].reverse()) {
    const key = keyOf(file);
    if (key === undefined) continue;
    const others = waiting.get(key);
    if (others) others.push(file);
    else waiting.set(key, [file]);
  }
  const found: (readonly [SideFile, SideFile])[] = [];
  const gone = new Set<SideFile>();
  const rest: SideFile[] = [];
  for (const to of now) {
    const key = keyOf(to);
    const from = key === undefined ? undefined : waiting.get(key)?.pop();
    if (from === undefined) rest.push(to);
    else {
      found.push([from, to]);
      gone.add(from);
    }
  }
  return { pairs: found, old: old.filter((file) => !gone.has(file)), now: rest };
}

/** @returns `undefined` when it is the same file at the same place. */
function kindOf(from: SideFile, to: SideFile): ChangeKind | undefined {
  if (from.digest !== to.digest) return 'changed';
  if (foldName(from.path) === foldName(to.path)) return undefined;
  if (from.place !== to.place) return 'moved';
  const sameFolder = foldName(from.folder) === foldName(to.folder);
  const sameTitle = from.title === to.title;
  if (sameTitle && from.ordinal === to.ordinal) return sameFolder ? 'renamed' : 'refoldered';
  if (!sameFolder) return 'moved';
  return sameTitle ? 'renumbered' : 'renamed';
}
