import { foldName } from '../text.js';
import { folderKey, squash, type FolderKey } from './folder-key.js';
import type { ExpectedFolder } from './layout.js';

export function fullKey(name: string): string {
  return `=${foldName(name)}`;
}

/** What a folder for it may be called after its code: the name, the alias, a year in any of its forms. */
export function expectedKeys({ name, year, indicator }: ExpectedFolder): string[] {
  if (year !== undefined) return [fullKey(name), `${year}`, `${year}年`, `${year}年度`];
  const key = folderKey(name);
  const names = [indicator?.name ?? '', indicator?.folder ?? ''].map(squash);
  const keys = new Set([fullKey(name), key.whole, ...names, prefixKey(name, key)]);
  keys.delete('');
  return [...keys];
}

const SHORTENED = /~[0-9a-z]{8}$/;

/** A shortened name ends in a digest of code and name: its beginning says which name it was. */
export function prefixKey(name: string, key: FolderKey): string {
  return SHORTENED.test(name) ? `${key.name.slice(0, 12)}~` : '';
}
