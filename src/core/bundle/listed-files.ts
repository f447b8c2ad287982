/** Which files of a bag the lines of its manifests mean: names change their spelling on the way. */
import type { Manifest } from './bag.js';
import type { BagFiles, DigestFacts } from './facts.js';
import type { ManifestEntry } from './parse-manifest.js';
import { isSystemFile, pathFolder, visible } from './paths.js';
import type { BundleSeen } from './rules.js';

export class ListedFiles {
  /** Listed paths that no file has, and whose contents are not lost; with their bytes where they are known. */
  readonly excused = new Map<string, number | undefined>();
  readonly #files: BagFiles;
  readonly #digests: DigestFacts;
  /** By its composed form the path of a file that is in another. */
  readonly #forms = new Map<string, string>();
  #folded: ReadonlyMap<string, string> | undefined;
  readonly #told = new Set<string>();

  constructor(files: BagFiles, digests: DigestFacts) {
    this.#files = files;
    this.#digests = digests;
    for (const path of files.rows.keys()) {
      const form = path.normalize('NFC');
      if (form !== path) this.#forms.set(form, path);
    }
  }

  /** @returns the digest that is listed, by the path of the file; by the listed path when no file is meant. */
  *of(manifest: Manifest): Generator<BundleSeen, ReadonlyMap<string, string>> {
    const listed = new Map<string, string>();
    const missing: ManifestEntry[] = [];
    for (const entry of manifest.entries) {
      const found = this.#find(entry);
      if (found === undefined) {
        missing.push(entry);
        continue;
      }
      if (found !== entry.path && found !== entry.literal) yield* this.#tellForm(entry, found);
      const before = listed.get(found);
      if (before !== undefined && before !== entry.digest) yield contradicting(manifest, entry);
      listed.set(found, before ?? entry.digest);
    }
    for (const entry of missing) {
      const excuse = this.#excuse(entry, manifest, listed);
      if (excuse === undefined) listed.set(entry.path, entry.digest);
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
    return rows.has(form) ? form : this.#forms.get(form);
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
    listed: ReadonlyMap<string, string>,
  ): BundleSeen | undefined {
    const twin = this.#twins().get(pathFolder()(path));
    const row = twin === undefined ? undefined : this.#files.rows.get(twin);
    if (
      twin !== undefined &&
      row !== undefined &&
      listed.has(twin) &&
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

  #twins(): ReadonlyMap<string, string> {
    const fold = pathFolder();
    return (this.#folded ??= new Map(
      [...this.#files.rows.keys()].map((path) => [fold(path), path]),
    ));
  }
}

function contradicting({ name }: Manifest, { path, line }: ManifestEntry): BundleSeen {
  const data = { line, text: visible(path) };
  return { messageId: 'bundle-manifest-invalid/contradicting', data, path: name };
}
