/** The names of everything in a zip or a tar, held against each other. */
import { folderTurns } from '../../archive/paths.js';
import { PathRows } from '../bag/path-rows.js';
import { isOnlyDots, isTooLong, isUnsafePath, pathFolder, visible } from '../bag/paths.js';
import type { Refusal } from './refusal.js';

interface Named {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  /** Is it known that folding leaves it as it is? */
  readonly ordinary?: boolean;
}

/** Letters of a name that is too long, as it is shown. */
const SHOWN_LETTERS = 100;

/** Most programs put `./` before each name when they are told to pack a folder's contents. */
export function fromHere(name: string): string {
  return name.startsWith('./') ? name.replace(/^(\.\/+)+/, '') : name;
}

/** May the path be written below a folder, and worked on at all? */
export function judgePath(path: string): Refusal | undefined {
  if (isTooLong(path)) {
    const entry = `${visible(path.slice(0, SHOWN_LETTERS))}…`;
    return { code: 'BUNDLE_PATH_TOO_LONG', entry, detail: String(path.length) };
  }
  if (!isUnsafePath(path)) return undefined;
  return { code: 'BUNDLE_PATH_UNSAFE', entry: visible(path), detail: whyUnsafe(path) };
}

function whyUnsafe(path: string): 'empty' | 'dots' | 'backslash' | '' {
  if (path === '') return 'empty';
  if (isOnlyDots(path)) return 'dots';
  return path.includes('\\') && !isUnsafePath(path.replaceAll('\\', '/')) ? 'backslash' : '';
}

/** Names given twice, names that meet on another system, and files that are folders elsewhere. */
export function judgeEntryNames(all: readonly Named[]): readonly Refusal[] {
  const entries = all.some(({ path }) => isTooLong(path))
    ? all.filter(({ path }) => !isTooLong(path))
    : all;
  const refusals: Refusal[] = [];
  const first = new PathRows();
  const fold = pathFolder();
  entries.forEach(({ path, ordinary }, at) => {
    const before = first.put(ordinary === true ? path : fold(path), at);
    if (before === undefined) return;
    const other = entries[before]?.path ?? '';
    const code = other === path ? 'BUNDLE_ENTRY_DUPLICATE' : 'BUNDLE_NAME_COLLISION';
    refusals.push({ code, entry: visible(path), detail: visible(other) });
  });
  const turns = folderTurns();
  // Entries of one folder come one after another.
  const places = entries.filter(({ path }) => turns(path)).map(({ path }) => path);
  for (const refusal of judgeFolders(places, entries, first, fold)) refusals.push(refusal);
  return refusals;
}

/** The folders that paths go through: none of them is a file, and none is spelled in two ways. */
function* judgeFolders(
  places: readonly string[],
  entries: readonly Named[],
  first: PathRows,
  fold: (path: string) => string,
): Generator<Refusal> {
  const spelled = new Map<string, string>();
  const seen = new Set<string>();
  for (const path of places) {
    let folded = fold(path);
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (seen.has(folder)) break;
      seen.add(folder);
      // Folding leaves the parts of a path apart.
      folded = folded.slice(0, folded.lastIndexOf('/'));
      const same = entries[first.get(folded) ?? -1];
      if (same !== undefined && same.kind !== 'folder') {
        yield { code: 'BUNDLE_FILE_AS_FOLDER', entry: visible(folder), detail: visible(path) };
      }
      const other = spelled.get(folded) ?? same?.path;
      if (other === undefined) spelled.set(folded, folder);
      else if (other !== folder) {
        yield { code: 'BUNDLE_NAME_COLLISION', entry: visible(folder), detail: visible(other) };
      }
    }
  }
}
