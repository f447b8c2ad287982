/** Which indicator a file of a bundle belongs to. */
import { parentOf } from '../../archive/paths.js';
import type { BundleIndex } from './parse-index.js';
import { visible } from '../bag/paths.js';

export interface IndicatorRef {
  readonly code: string;
  /** Path of codes, `1/1.1`. */
  readonly path: string;
}

/**
 * The indicator of a path: from the index, which knows the folders too; else from its folders, whose names begin with
 * their codes.
 *
 * @returns a function, which gives `undefined` for what is under none.
 */
export function indicatorFinder(
  index: BundleIndex | undefined,
): (path: string) => IndicatorRef | undefined {
  let byPath: ReadonlyMap<string, string> | undefined;
  let byFolder: ReadonlyMap<string, string> | undefined;
  const ofFolders = folderFinder();
  return (path) => {
    const id =
      (byPath ??= indicatorsByPath(index)).get(path) ??
      nearest(path, (byFolder ??= indicatorsByFolder(index)));
    return id === undefined
      ? ofFolders(path)
      : { code: index?.indicators.get(id)?.code ?? id, path: id };
  };
}

function indicatorsByPath(index: BundleIndex | undefined): ReadonlyMap<string, string> {
  const byPath = new Map<string, string>();
  for (const { path, indicator } of index?.evidence ?? []) {
    if (indicator !== undefined) byPath.set(path, indicator);
  }
  return byPath;
}

function indicatorsByFolder(index: BundleIndex | undefined): ReadonlyMap<string, string> {
  const byFolder = new Map<string, string>();
  for (const [id, { folders }] of index?.indicators ?? []) {
    for (const folder of folders) byFolder.set(folder, id);
  }
  return byFolder;
}

/** That of the innermost folder that has one. */
function nearest(path: string, byFolder: ReadonlyMap<string, string>): string | undefined {
  if (byFolder.size === 0) return undefined;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const id = byFolder.get(path.slice(0, end));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** One answer for each folder: paths of one folder come one after another. */
function folderFinder(): (path: string) => IndicatorRef | undefined {
  const known = new Map<string, IndicatorRef | undefined>();
  return (path) => {
    const folder = parentOf(path);
    if (!known.has(folder)) known.set(folder, ofFolder(folder));
    return known.get(folder);
  };
}

function ofFolder(folder: string): IndicatorRef | undefined {
  if (!folder.startsWith('data/')) return undefined;
  const codes = folder
    .split('/')
    .slice(1)
    .flatMap((name) => /^[0-9A-Za-z.\-Ⅰ-Ⅻ]+(?= )/.exec(name)?.[0] ?? []);
  const code = codes.at(-1);
  return code === undefined ? undefined : { code: visible(code), path: visible(codes.join('/')) };
}
