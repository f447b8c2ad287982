import { foldName } from '../text.js';
import { writtenIn, type YamlSource } from '../yaml-file/node.js';
import { isMap, own } from './merge-values.js';

/**
 * Rows of a ledger that are about one paper and no other of its name.
 *
 * @returns their numbers, from 1, as they stand in the file.
 */
export function rowsOf(
  { root }: Pick<YamlSource, 'root'>,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): number[] {
  const list = root?.is === 'map' ? root.entries.get('entries')?.value : undefined;
  if (list?.is !== 'list') return [];
  return list.items.flatMap((item, at) => {
    const row = writtenIn(item);
    if (!isMap(row)) return [];
    const [file, digest] = [own(row, 'file'), own(row, 'sha256')];
    if (typeof file !== 'string' || typeof digest !== 'string') return [];
    const isIt = foldName(file) === foldName(name) && digest.toLowerCase() === sha256;
    return isIt ? [at + 1] : [];
  });
}
