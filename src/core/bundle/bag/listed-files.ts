/** Which files of a bag the lines of its manifests mean: names change their spelling on the way. */
import type { Algorithm } from './algorithms.js';
import type { Manifest } from './bag.js';
import type { BagFiles, DigestFacts } from '../judge/facts.js';
import type { ManifestEntry } from './parse-manifest.js';
import { isSystemFile, pathFolder, visible } from './paths.js';
import type { BundleSeen } from '../judge/rules.js';

/** What a manifest lists. Most files have the digest that is listed; they need no more than a mark. */
export interface Listed {
  /** It lists all files that it can, and nothing else, and all of them agree. */
  readonly complete: boolean;
  /** Rows of the files that do. */
  readonly agreeing: ReadonlySet<number>;
  /** Listed digest by the path of the file; by the listed path where no file is meant. */
  readonly others: ReadonlyMap<string, string>;
}

export class ListedFiles {
  /** Listed paths that no file has, and whose contents are not lost; with their bytes where they are known. */
  readonly excused = new Map<string, number | undefined>();
  readonly #files: BagFiles;
  readonly #digests: DigestFacts;
  #composed: ReadonlyMap<string, string> | undefined;
  #folded: ReadonlyMap<string, string> | undefined;
  readonly #told = new Set<string>();

  constructor(files: BagFiles, digests: DigestFacts) {
    this.#files = files;
    this.#digests = digests;
  }

  *of(manifest: Manifest): Generator<BundleSeen, Listed> {
    const { algorithm, plain } = manifest;
    if (plain?.holds(algorithm, this.#digests) === true) {
      return { complete: true, agreeing: new Set(plain.payload.rows), others: new Map() };
    }
    const agreeing = new Set<number>();
    const others = new Map<string, string>();
    const listed = { complete: false, agreeing, others };
    const missing: ManifestEntry[] = [];
    for (const entry of manifest.entries) {
      const found = this.#find(entry);
      const row = found === undefined ? undefined : this.#files.rows.get(found);
      if (found === undefined || row === undefined) {
        missing.push(entry);
        continue;
      }
      if (found !== entry.path && found !== entry.literal) yield* this.#tellForm(entry, found);
      const actual = actualDigest(row, algorithm, this.#digests);
      const before = agreeing.has(row) ? actual : others.get(found);
      if (before !== undefined && before !== entry.digest) yield contradicting(manifest, entry);
      if (before !== undefined) continue;
      if (actual === entry.digest) agreeing.add(row);
      else others.set(found, entry.digest);
    }
    for (const entry of missing) {
      const excuse = this.#excuse(entry, manifest, listed);
      if (excuse === undefined) others.set(entry.path, entry.digest);
      else if (!this.#told.has(entry.path)) {
        this.#told.add(entry.path);
        yield excuse;
      }
    }
    return listed;
  }

  #find({ path, literal }: ManifestEntry): string | undefined {
    const { rows } = this.#files;
    if (rows.has(path)) return path;
    if (literal !== undefined && rows.has(literal)) return literal;
    const form = path.normalize('NFC');
    return rows.has(form) ? form : this.#forms().get(form);
  }

  *#tellForm({ path }: ManifestEntry, found: string): Generator<BundleSeen> {
    if (this.#told.has(found)) return;
    this.#told.add(found);
    yield { messageId: 'bundle-name-form/name', data: { listed: visible(path) }, path: found };
  }

  /**
   * Why a listed file that is not there is no loss: a disk that does not tell `A.txt` from `a.txt` kept one of two
   * files with the same contents, or it is one that systems make and cleaners take away.
   */
  #excuse(
    { path, digest }: ManifestEntry,
    { algorithm }: Manifest,
    listed: Listed,
  ): BundleSeen | undefined {
    const twin = this.#twins().get(pathFolder()(path));
    const row = twin === undefined ? undefined : this.#files.rows.get(twin);
    if (
      twin !== undefined &&
      row !== undefined &&
      this.isListed(twin, row, listed) &&
      this.#digests.ended(row) === 'whole' &&
      this.#digests.digest(row, algorithm) === digest
    ) {
      this.excused.set(path, this.#digests.sizeBytes(row));
      return { messageId: 'bundle-name-collision/kept-one', data: { other: visible(twin) }, path };
    }
    if (!isSystemFile(path)) return undefined;
    this.excused.set(path, undefined);
    return { messageId: 'bundle-litter/gone', data: {}, path };
  }

  isListed(path: string, row: number | undefined, { agreeing, others }: Listed): boolean {
    return (row !== undefined && agreeing.has(row)) || others.has(path);
  }

  /** Every path that one of the manifests lists. */
  allOf(lists: readonly Listed[]): ReadonlySet<string> {
    const all = new Set(lists.flatMap(({ others }) => [...others.keys()]));
    for (const [path, row] of this.#files.rows) {
      if (lists.some(({ agreeing }) => agreeing.has(row))) all.add(path);
    }
    return all;
  }

  /** By its composed form the path of a file that is in another. */
  #forms(): ReadonlyMap<string, string> {
    if (this.#composed) return this.#composed;
    const forms = new Map<string, string>();
    for (const path of this.#files.rows.keys()) {
      const form = path.normalize('NFC');
      if (form !== path) forms.set(form, path);
    }
    return (this.#composed = forms);
  }

  #twins(): ReadonlyMap<string, string> {
    const fold = pathFolder();
    return (this.#folded ??= new Map(
      [...this.#files.rows.keys()].map((path) => [fold(path), path]),
    ));
  }
}

/** Of a file that could not be read, nothing that it could be. */
export function actualDigest(row: number, algorithm: Algorithm, digests: DigestFacts): string {
  const ended = digests.ended(row);
  return ended === 'whole' || ended === 'crc' ? digests.digest(row, algorithm) : '';
}

function contradicting({ name }: Manifest, { path, line }: ManifestEntry): BundleSeen {
  const data = { line, text: visible(path) };
  return { messageId: 'bundle-manifest-invalid/contradicting', data, path: name };
}
