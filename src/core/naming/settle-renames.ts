import type { Folder } from '../archive/types.js';
import { groupBy } from '../group.js';
import { foldName } from '../text.js';
import { FLAG, nameFlags } from './portable.js';

/**
 * Those of the wanted renames in a folder that can be made together and leave no two names that any system takes for
 * one. Of two that want one name the first has it; who cannot have a new name keeps the old one, and nobody else
 * gets that. A name that would be too long where the old one is not is nobody's. Linear, however long the chains are.
 *
 * @param wanted - New name by old name, of files or folders in `folder`.
 */
export function settleRenames(
  folder: Folder,
  wanted: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (wanted.size === 0) return wanted;
  const settled = new Map<string, string>();
  for (const [from, to] of wanted) if (isNoWorse(from, to)) settled.set(from, to);
  /** Who wants a name, by the name folded. */
  const wanting = groupBy(settled.keys(), (from) => foldName(settled.get(from) ?? ''));
  const staying: string[] = [];
  for (const { name } of [...folder.folders, ...folder.files, ...folder.oddities])
    if (!settled.has(name)) staying.push(name);
  for (const [, ...late] of wanting.values()) for (const name of late) stay(name);
  for (let name = staying.pop(); name !== undefined; name = staying.pop()) {
    const key = foldName(name);
    for (const other of wanting.get(key) ?? []) if (settled.has(other)) stay(other);
    wanting.delete(key);
  }
  return settled;

  function stay(name: string): void {
    settled.delete(name);
    staying.push(name);
  }
}

/** A name that could not be read as UTF-8 does not lead to its file, so that it cannot be renamed from here. */
export function isNoWorse(from: string, to: string): boolean {
  const before = nameFlags(from);
  if (before & FLAG.undecodable) return false;
  return (nameFlags(to) & ~before & (FLAG.bytes | FLAG.units)) === 0;
}
