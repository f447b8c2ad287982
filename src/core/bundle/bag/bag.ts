/** A BagIt bag as a value: what its tag files say, before any of it is held against the files. */
import { isUtf8 } from 'node:buffer';
import {
  parseDeclaration,
  parseBagInfo,
  decodeTagFile,
  hasUtf8Mark,
  type BagInfo,
  type Declaration,
} from './tag-file.js';
import { DIGEST_DIGITS, type Algorithm } from './algorithms.js';
import { plainManifest, type PayloadFiles, type PlainList } from './plain-list.js';
import { parseFetch, type ParsedFetch } from './parse-fetch.js';
import { parseManifest, type ParsedManifest } from './parse-manifest.js';

export interface Manifest extends ParsedManifest {
  /** `manifest-sha256.txt` */
  readonly name: string;
  readonly of: 'payload' | 'tags';
  readonly algorithm: Algorithm;
  readonly text: string;
  /** Set when it lists the files that are there and nothing else, but perhaps with other digests. */
  readonly plain: PlainList | undefined;
}

export interface Bag {
  readonly declaration: Declaration | undefined;
  /** Why there is no declaration; `missing` when there is no `bagit.txt`. */
  readonly declarationTrouble: 'missing' | 'mark' | 'lines' | 'version' | 'encoding' | undefined;
  /** `bag-info.txt`; up to version 0.95 it was `package-info.txt`. */
  readonly infoName: string;
  readonly info: BagInfo | undefined;
  readonly manifests: readonly Manifest[];
  /** Manifests in algorithms that are not known here, by name. */
  readonly unknownManifests: readonly string[];
  /** Tag files that cannot be read as text in the bag's encoding. */
  readonly undecodable: readonly string[];
  /** These, and those whose bytes cannot be read: what they list, nobody knows. */
  readonly unread: readonly string[];
  /** Tag files in UTF-8 that begin with a byte order mark. */
  readonly marked: readonly string[];
  readonly fetch: ParsedFetch | undefined;
}

const MANIFEST = /^(tag)?manifest-([^/]+)\.txt$/i;
const [INFO, OLD_INFO] = ['bag-info.txt', 'package-info.txt'];
const TAG_TEXTS = new Set(['bagit.txt', INFO, OLD_INFO, 'fetch.txt']);

/** Is a file in the bag's root one of those that `parseBag` needs the bytes of? */
export function isTagText(path: string): boolean {
  // Asked of every file; most are in `data/`.
  if (path.startsWith('data/') || path.includes('/')) return false;
  return TAG_TEXTS.has(path) || MANIFEST.test(path);
}

export function isManifestName(path: string): boolean {
  return MANIFEST.test(path);
}

/**
 * Read what a bag says of itself.
 *
 * @param texts - Bytes of the tag files, by name; those of `isTagText` at least. `undefined` where they cannot be read,
 *   which is told elsewhere.
 * @param same - A path that is kept already for an equal one.
 * @param payload - The files that are there, to tell a plain manifest by.
 */
export function parseBag(
  texts: ReadonlyMap<string, Uint8Array | undefined>,
  same: (path: string) => string = (path) => path,
  payload?: PayloadFiles,
): Bag {
  const declaration = declarationIn(texts);
  const encoding = typeof declaration === 'string' ? 'utf-8' : declaration.encoding;
  const undecodable: string[] = [];
  const unread: string[] = [];
  const marked: string[] = [];
  const textOf = (name: string): string | undefined => {
    const bytes = texts.get(name);
    const text = bytes && decodeTagFile(bytes, encoding);
    if (bytes && text === undefined) undecodable.push(name);
    if (text === undefined && texts.has(name)) unread.push(name);
    if (bytes && hasUtf8Mark(bytes) && /^utf-?8$/i.test(encoding)) marked.push(name);
    return text;
  };
  const infoName = infoNameOf(texts, declaration);
  const info = textOf(infoName);
  const fetch = textOf('fetch.txt');
  const names = [...texts.keys()].filter((name) => MANIFEST.test(name)).sort();
  const decodes = typeof declaration !== 'string' && declaration.major >= 1;
  const parse = (name: string, text: string) => parsedManifest(name, text, decodes, same);
  const manifests = names.flatMap((name) => {
    const plain = payload && plainOf(name, texts.get(name), encoding, payload);
    if (plain) return withPlain(name, plain, () => parse(name, textOf(name) ?? ''));
    const text = textOf(name);
    return text === undefined ? [] : (parse(name, text) ?? []);
  });
  return {
    declaration: typeof declaration === 'string' ? undefined : declaration,
    declarationTrouble:
      typeof declaration === 'string' && declaration !== 'unread' ? declaration : undefined,
    infoName,
    info: info === undefined ? undefined : parseBagInfo(info, decodes),
    manifests,
    unknownManifests: names.filter((name) => manifestAlgorithm(name) === undefined),
    undecodable,
    unread,
    marked,
    fetch: fetch === undefined ? undefined : parseFetch(fetch, decodes),
  };
}

function declarationIn(
  texts: ReadonlyMap<string, Uint8Array | undefined>,
): ReturnType<typeof parseDeclaration> | 'missing' | 'unread' {
  const bytes = texts.get('bagit.txt');
  if (bytes) return parseDeclaration(bytes);
  return texts.has('bagit.txt') ? 'unread' : 'missing';
}

function infoNameOf(
  texts: ReadonlyMap<string, unknown>,
  declaration: ReturnType<typeof declarationIn>,
): string {
  const old = typeof declaration !== 'string' && declaration.major === 0 && declaration.minor <= 95;
  return old && texts.has(OLD_INFO) ? OLD_INFO : INFO;
}

function plainOf(
  name: string,
  bytes: Uint8Array | undefined,
  encoding: string,
  payload: PayloadFiles,
): PlainList | undefined {
  const algorithm = manifestAlgorithm(name);
  if (algorithm === undefined || kindOf(name) !== 'payload' || bytes === undefined)
    return undefined;
  if (!/^utf-?8$/i.test(encoding) || !isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return plainManifest(text, payload, DIGEST_DIGITS[algorithm]);
}

/** A plain manifest is parsed only when somebody asks for its lines, which is when a file is not as it says. */
function withPlain(
  name: string,
  plain: PlainList,
  parse: () => Manifest | undefined,
): Manifest | [] {
  const algorithm = manifestAlgorithm(name);
  if (algorithm === undefined) return [];
  let parsed: Manifest | undefined;
  const lines = () => (parsed ??= parse());
  return {
    name,
    of: kindOf(name),
    algorithm,
    plain,
    troubles: [],
    untold: new Map(),
    get text() {
      return lines()?.text ?? '';
    },
    get entries() {
      return lines()?.entries ?? [];
    },
  };
}

function parsedManifest(
  name: string,
  text: string,
  decodes: boolean,
  same: (path: string) => string,
): Manifest | undefined {
  const algorithm = manifestAlgorithm(name);
  if (algorithm === undefined) return undefined;
  const of = kindOf(name);
  const parsed = parseManifest(text, of, decodes, DIGEST_DIGITS[algorithm], same);
  return { name, of, algorithm, text, plain: undefined, ...parsed };
}

function kindOf(name: string): Manifest['of'] {
  return /^tag/i.test(name) ? 'tags' : 'payload';
}

/** RFC 8493 section 2.4: lower case, only letters and digits; other spellings are met all the same. */
export function manifestAlgorithm(name: string): Algorithm | undefined {
  const written = (MANIFEST.exec(name)?.[2] ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  return (Object.keys(DIGEST_DIGITS) as Algorithm[]).find(
    (algorithm) => algorithm.replace('-', '') === written,
  );
}
