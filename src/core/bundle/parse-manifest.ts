/** Reading the manifests of a BagIt bag, ours or anybody's. */
import { isUnsafePath } from './paths.js';
import { linesOf } from './tag-file.js';

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
  | 'malformed'
  /** Listed before, with the same digest. */
  | 'repeated'
  /** Listed before, with another digest. */
  | 'contradicting'
  | 'unsafe'
  /** A payload manifest may only list `data/…`, a tag manifest only what is not. */
  | 'outside'
  /** `./data/…`, which is read as `data/…`. */
  | 'dotted';

export interface ParsedManifest {
  readonly entries: readonly ManifestEntry[];
  readonly troubles: readonly {
    readonly trouble: ManifestTrouble;
    readonly line: number;
    readonly text: string;
  }[];
}

/**
 * Read a manifest.
 *
 * @param text - Without byte order mark.
 * @param as - `tags`: the list of the tag files; `payload`: of `data/`.
 * @param decodes - Are `%25`, `%0A` and `%0D` meant as RFC 8493 says? Before 1.0 only the last two may be, and the
 *   literal spelling comes first.
 * @param digestLength - Hex digits of the algorithm.
 */
export function parseManifest(
  text: string,
  as: 'payload' | 'tags',
  decodes: boolean,
  digestLength: number,
): ParsedManifest {
  const entries: ManifestEntry[] = [];
  const troubles: { trouble: ManifestTrouble; line: number; text: string }[] = [];
  const digests = new Map<string, string>();
  let line = 0;
  for (const each of linesOf(text)) {
    line += 1;
    if (isBlank(each)) continue;
    const row = parseRow(each, digestLength);
    const trouble = row === undefined ? 'malformed' : troubleOf(row.path, as);
    if (trouble !== undefined) troubles.push({ trouble, line, text: each });
    if (row === undefined || (trouble !== undefined && trouble !== 'dotted')) continue;
    const entry = {
      ...spellings(undotted(row.path), decodes),
      digest: row.digest,
      line,
    };
    const before = digests.get(entry.path);
    if (before === undefined) {
      digests.set(entry.path, entry.digest);
      entries.push(entry);
    } else {
      const same = before === entry.digest;
      troubles.push({ trouble: same ? 'repeated' : 'contradicting', line, text: entry.path });
    }
  }
  return { entries, troubles };
}

/** `digest path`, with spaces or tabs between and the `*` of md5sum before the path. */
function parseRow(
  line: string,
  digestLength: number,
): { readonly digest: string; readonly path: string } | undefined {
  // GNU programs put `\` first when the path is written with escapes.
  const escaped = line.startsWith('\\');
  const from = escaped ? 1 : 0;
  const end = from + digestLength;
  if (line[end] !== ' ' && line[end] !== '\t') return undefined;
  let at = end;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  if (line[at] === '*') at += 1;
  const digest = line.slice(from, end).toLowerCase();
  if (!isHex(digest) || at >= line.length) return undefined;
  const path = line.slice(at);
  return { digest, path: escaped ? unescape(path) : path };
}

function isHex(text: string): boolean {
  return /^[0-9a-f]+$/.test(text);
}

function isBlank(line: string): boolean {
  const code = line.charCodeAt(0);
  return !(code > 0x20) && line.trim() === '';
}

function unescape(path: string): string {
  return path.replace(/\\([\\nr])/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\',
  );
}

function troubleOf(path: string, as: 'payload' | 'tags'): ManifestTrouble | undefined {
  const plain = undotted(path);
  if (isUnsafeListed(plain)) return 'unsafe';
  if (plain.startsWith('data/') !== (as === 'payload')) return 'outside';
  return plain === path ? undefined : 'dotted';
}

/** A backslash may be part of a name where bags are made on Linux; it is the way out of a folder only on Windows. */
function isUnsafeListed(path: string): boolean {
  if (!path.includes('\\')) return isUnsafePath(path);
  return isUnsafePath(path.replaceAll('\\', '_')) || /(^|\\)\.\.(\\|$)/.test(path);
}

function undotted(path: string): string {
  return path.startsWith('./') ? path.replace(/^(\.\/)+/, '') : path;
}

/** The path that a line means, and the other one that it may mean. */
function spellings(
  written: string,
  decodes: boolean,
): { path: string; literal: string | undefined } {
  if (!written.includes('%')) return { path: written, literal: undefined };
  const decoded = written.replace(decodes ? /%(0a|0d|25)/gi : /%(0a|0d)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (decoded === written) return { path: written, literal: undefined };
  return decodes ? { path: decoded, literal: written } : { path: written, literal: decoded };
}
