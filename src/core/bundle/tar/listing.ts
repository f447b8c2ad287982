/** What is in a tar as a whole: names decoded, and everything that speaks against reading it. */
import { decodeName, guessEncoding } from '../zip/names.js';
import { fromHere, judgeEntryNames, judgePath } from '../judge/entry-names.js';
import type { Refusal } from '../judge/refusal.js';
import type { TarEntry } from './headers.js';

export interface TarFile {
  /** `/` between the parts, never one at the ends. */
  readonly path: string;
  readonly kind: TarEntry['kind'];
  readonly sizeBytes: number;
}

interface TarListing {
  /** One for each entry, in their order. */
  readonly files: readonly TarFile[];
  readonly guessed: { readonly count: number; readonly encoding: string } | undefined;
  readonly refusals: readonly Refusal[];
}

/** Is it the folder that everything is in, `./`? It has no name in a bag. */
export function isTarRoot({ name, kind }: TarEntry): boolean {
  const text = name.toString('latin1');
  return kind === 'folder' && /^(\.[./]*)?$/.test(text) && !text.includes('..');
}

/** The files of a tar by decoded paths, and why some of them are refused. */
export function listTar(entries: readonly TarEntry[]): TarListing {
  const silent = entries.filter(({ isUtf8 }) => !isUtf8);
  const encoding = guessEncoding(silent.map(({ name }) => name));
  const files = entries.map(({ name, isUtf8, kind, sizeBytes }) => ({
    path: plainPath(decodeName(name, isUtf8 ? 'utf-8' : encoding), kind),
    kind,
    sizeBytes,
  }));
  const refusals: Refusal[] = files.flatMap(({ path }) => judgePath(path) ?? []);
  // A folder may be told again for its time; a file that comes again would take the place of the first.
  const folders = new Set<string>();
  const once = files.filter(({ path, kind }) => {
    const again = kind === 'folder' && folders.has(path);
    if (kind === 'folder') folders.add(path);
    return !again;
  });
  for (const refusal of judgeEntryNames(once)) refusals.push(refusal);
  const guessed = guessedOf(silent, encoding);
  return { files, guessed, refusals };
}

/** That names without a mark are in UTF-8 is the rule in a tar, and no guess. */
function guessedOf(silent: readonly TarEntry[], encoding: string): TarListing['guessed'] {
  if (encoding === 'utf-8') return undefined;
  const count = silent.filter(({ name }) => name.some((byte) => byte >= 0x80)).length;
  return { count, encoding: encoding.toUpperCase() };
}

function plainPath(name: string, kind: TarEntry['kind']): string {
  const path = fromHere(name);
  return kind === 'folder' ? path.replace(/\/$/, '') : path;
}
