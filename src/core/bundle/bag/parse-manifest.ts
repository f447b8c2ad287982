/** Reading the manifests of a BagIt bag, ours or anybody's. */
import { PathRows } from './path-rows.js';
import { isOnlyDots, isTooLong, isUnsafePath } from './paths.js';
import { linesOf } from './tag-file.js';
import { Troubles, type Trouble } from './troubles.js';

/** A file that a manifest lists. */
export interface ManifestEntry {
  /** As the bag's files are named, `data/a.txt`. */
  readonly path: string;
  /** How else the line can be read, when nothing has that name. */
  readonly literal: string | undefined;
  /** Lower-case hex. */
  readonly digest: string;
  readonly line: number;
}

export type ManifestTrouble =
  /** No digest, no path, or one that is longer than any. */
  | 'malformed'
  /** Listed before, with the same digest. */
  | 'repeated'
  /** Listed before, with another digest. */
  | 'contradicting'
  | 'unsafe'
  /** A name of dots alone, such as `...`. */
  | 'dots'
  /** A payload manifest may only list `data/…`, a tag manifest only what is not. */
  | 'outside'
  /** `./data/…`, which is read as `data/…`. */
  | 'dotted'
  /** `*data/…` as md5sum writes it, which is read as `data/…`. */
  | 'starred';

export interface ParsedManifest {
  readonly entries: readonly ManifestEntry[];
  readonly troubles: readonly Trouble<ManifestTrouble>[];
  /** Lines that are not told one by one. */
  readonly untold: ReadonlyMap<ManifestTrouble, number>;
}

/**
 * Read a manifest.
 *
 * @param text - Without byte order mark.
 * @param as - `tags`: the list of the tag files; `payload`: of `data/`.
 * @param decodes - Are `%25`, `%0A` and `%0D` meant as RFC 8493 says? Before 1.0 only the last two may be, and the
 *   literal spelling comes first.
 * @param digestLength - Hex digits of the algorithm.
 * @param same - A text that is kept already for an equal one.
 */
export function parseManifest(
  text: string,
  as: 'payload' | 'tags',
  decodes: boolean,
  digestLength: number,
  same: (path: string) => string,
): ParsedManifest {
  const entries: ManifestEntry[] = [];
  const troubles = new Troubles<ManifestTrouble>();
  const tell = (trouble: ManifestTrouble, text: string) => {
    troubles.add(trouble, line, text, isHabit(trouble));
  };
  const places = new PathRows();
  let line = 0;
  for (const each of linesOf(text)) {
    line += 1;
    if (isBlank(each)) continue;
    const row = parseRow(each, digestLength);
    const trouble = row === undefined ? 'malformed' : troubleOf(row.path, as);
    if (trouble !== undefined) tell(trouble, each);
    if (row === undefined || (trouble !== undefined && !isHabit(trouble))) continue;
    if (row.starred) tell('starred', each);
    const entry = {
      ...spellings(same(undotted(row.path)), decodes),
      digest: row.digest,
      line,
    };
    const before = entries[places.put(entry.path, entries.length) ?? -1]?.digest;
    if (before === undefined) {
      entries.push(entry);
    } else {
      tell(before === entry.digest ? 'repeated' : 'contradicting', entry.path);
    }
  }
  return { entries, troubles: troubles.told, untold: troubles.untold };
}

/** `digest path`, with spaces or tabs between and the `*` of md5sum before the path. */
function parseRow(
  line: string,
  digestLength: number,
): { readonly digest: string; readonly path: string; readonly starred: boolean } | undefined {
  // GNU programs put `\` first when the path is written with escapes.
  const escaped = line.startsWith('\\');
  const from = escaped ? 1 : 0;
  const end = from + digestLength;
  if (line[end] !== ' ' && line[end] !== '\t') return undefined;
  let at = end;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  const starred = line[at] === '*';
  if (starred) at += 1;
  const written = line.slice(from, end);
  const digest = isHex(written) ? written : written.toLowerCase();
  if (!isHex(digest) || at >= line.length) return undefined;
  const path = line.slice(at);
  if (isTooLong(path)) return undefined;
  return { digest, path: escaped ? unescape(path) : path, starred };
}

/** Spellings that other programs use throughout, and that leave no doubt. */
function isHabit(trouble: ManifestTrouble): boolean {
  return trouble === 'dotted' || trouble === 'starred';
}

function isHex(text: string): boolean {
  return /^[0-9a-f]+$/.test(text);
}

function isBlank(line: string): boolean {
  const code = line.charCodeAt(0);
  return !(code > 0x20) && line.trim() === '';
}

/** RFC 8493, section 2.1.3: these three and no others. */
export function decodePercent(path: string): string {
  return path.replace(/%(0a|0d|25)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function unescape(path: string): string {
  return path.replace(/\\([\\nr])/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\',
  );
}

function troubleOf(path: string, as: 'payload' | 'tags'): ManifestTrouble | undefined {
  const plain = undotted(path);
  if (isUnsafeListed(plain)) return isOnlyDots(plain) ? 'dots' : 'unsafe';
  if (plain.startsWith('data/') !== (as === 'payload')) return 'outside';
  return plain === path ? undefined : 'dotted';
}

/** A backslash may be part of a name where bags are made on Linux; it is the way out of a folder only on Windows. */
function isUnsafeListed(path: string): boolean {
  if (!path.includes('\\')) return isUnsafePath(path);
  if (path.startsWith('\\')) return true;
  return isUnsafePath(path.replaceAll('\\', '_')) || /(^|\\)\.\.(\\|$)/.test(path);
}

export function undotted(path: string): string {
  return path.startsWith('./') ? path.replace(/^(\.\/)+/, '') : path;
}

/** The path that a line means, and the other one that it may mean. */
function spellings(
  written: string,
  decodes: boolean,
): { path: string; literal: string | undefined } {
  if (!written.includes('%')) return { path: written, literal: undefined };
  const decoded = decodes
    ? decodePercent(written)
    : written.replace(/%(0a|0d)/gi, (code) => decodePercent(code));
  if (decoded === written) return { path: written, literal: undefined };
  return decodes ? { path: decoded, literal: written } : { path: written, literal: decoded };
}
