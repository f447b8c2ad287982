/** Which entry of a ledger belongs to which file, after people have renamed and moved files by hand. */
import { nameOf, parentOf } from '../archive/paths.js';
import { eachFolder, joinPath, type ArchivePath, type Folder } from '../archive/types.js';
import { groupBy, listIn } from '../group.js';
import { isEvidence } from '../naming/junk.js';
import { parseName } from '../naming/parse.js';
import { compareText, foldName } from '../text.js';
import { ledgerPath } from './file.js';
import type { Ledger, LedgerEntry, NotApplicable } from './types.js';

/** An entry whose file is not where, or not called what, the entry says. */
export interface Followed {
  /** As it is written. */
  readonly entry: LedgerEntry;
  /** Where its file is now. */
  readonly to: ArchivePath;
}

export interface Settled {
  /**
   * By path of the folder: entries with the names that their files have now, each in the ledger of the folder that its
   * file is in now.
   */
  readonly ledgers: ReadonlyMap<ArchivePath, Ledger>;
  /** The ledgers as they are written, by path of the file. */
  readonly written: ReadonlyMap<ArchivePath, Ledger>;
  readonly followed: readonly Followed[];
}

/** An entry of a file, as it is written. */
interface Seeker {
  readonly entry: LedgerEntry;
  readonly name: string;
  readonly folder: ArchivePath;
}

interface Place {
  readonly path: ArchivePath;
  readonly folder: ArchivePath;
  readonly name: string;
}

type SizeOf = (path: ArchivePath) => number | undefined;

/**
 * Entries follow their files:
 *
 * 1. by name, in the folder of the ledger (compared folded);
 * 2. by digest, anywhere in the archive; of several equal files first the one with the same name in the same folder,
 *    then the one in the same folder, the one with the same name, the one with the same title, the first by path;
 * 3. by title and extension, in the same folder, where there is one such entry and one such file.
 *
 * Of files with one title in one folder, as photos have, a name does not hold against a size that is another: their
 * numbers may have been changed by hand. Then the digest decides. What is left over is an orphan.
 *
 * Linear in the number of entries and files.
 */
export class Settling {
  /** Files whose digest is asked for. */
  readonly toDigest: readonly ArchivePath[];
  readonly #ledgers: readonly Ledger[];
  readonly #folders: ReadonlyMap<ArchivePath, Folder>;
  readonly #claims = new Map<ArchivePath, Seeker>();
  /** Those without a file so far. */
  readonly #seeking = new Set<Seeker>();
  /** Where a file has the name that they seek, and another size. */
  readonly #doubtful = new Map<Seeker, ArchivePath>();

  /**
   * @param ledgers - As decoded, one for each folder.
   * @param sizeOf - Of a file; asked only where it decides something.
   */
  constructor(ledgers: readonly Ledger[], root: Folder, sizeOf: SizeOf) {
    this.#ledgers = ledgers;
    this.#folders = new Map([...eachFolder(root)].map((folder) => [folder.path, folder]));
    for (const ledger of ledgers) this.#byName(ledger, sizeOf);
    this.toDigest = this.#askDigests(sizeOf);
  }

  /** @param digests - Of the files in `toDigest`, as far as they could be read. */
  settle(digests: ReadonlyMap<ArchivePath, string>): Settled {
    this.#byDigest(digests);
    for (const [seeker, path] of this.#doubtful) {
      // It is nowhere else: the file was replaced by another version.
      if (this.#seeking.has(seeker) && !this.#claims.has(path)) this.#claim(seeker, path);
    }
    this.#byTitle();
    return this.#result();
  }

  #byName(ledger: Ledger, sizeOf: SizeOf): void {
    const folder = this.#folders.get(parentOf(ledger.path));
    if (!folder) return;
    const nameLike = namesIn(folder);
    const isTwin = twinsIn(folder);
    for (const entry of ledger.entries) {
      if (entry.file === undefined) continue;
      const seeker = { entry, name: entry.file, folder: folder.path };
      const name = nameLike(entry.file);
      const path = joinPath(folder.path, name ?? '');
      if (name === undefined) this.#seeking.add(seeker);
      else if (isExact(entry) && isTwin(name) && sizeOf(path) !== entry.bytes) {
        this.#seeking.add(seeker);
        this.#doubtful.set(seeker, path);
      } else this.#claims.set(path, seeker);
    }
  }

  #askDigests(sizeOf: SizeOf): ArchivePath[] {
    const sizes = new Set<number | undefined>();
    for (const { entry } of this.#seeking) if (isExact(entry)) sizes.add(entry.bytes);
    if (sizes.size === 0) return [];
    return this.#free().flatMap(({ path }) => (sizes.has(sizeOf(path) ?? NaN) ? [path] : []));
  }

  /** Files without an entry. */
  #free(): Place[] {
    const free: Place[] = [];
    for (const { path: folder, files } of this.#folders.values()) {
      for (const { name } of files) {
        const path = joinPath(folder, name);
        if (isEvidence(name) && !this.#claims.has(path)) free.push({ path, folder, name });
      }
    }
    return free.sort((a, b) => compareText(a.path, b.path));
  }

  #byDigest(digests: ReadonlyMap<ArchivePath, string>): void {
    if (digests.size === 0) return;
    const places = this.#free().filter(({ path }) => digests.has(path));
    for (const likeness of LIKENESSES) {
      const free = groupBy(
        places.filter(({ path }) => !this.#claims.has(path)).reverse(),
        (place) => `${digests.get(place.path) ?? ''}\0${likeness(place)}`,
      );
      for (const seeker of [...this.#seeking]) {
        const place = free.get(`${seeker.entry.sha256 ?? ''}\0${likeness(seeker)}`)?.pop();
        if (place) this.#claim(seeker, place.path);
      }
    }
  }

  #byTitle(): void {
    if (this.#seeking.size === 0) return;
    const places = groupBy(this.#free(), TITLE_HERE);
    for (const [key, [seeker, ...others]] of groupBy(this.#seeking, TITLE_HERE)) {
      const [place, ...twins] = places.get(key) ?? [];
      const isOnly = others.length === 0 && twins.length === 0;
      if (seeker && place && isOnly) this.#claim(seeker, place.path);
    }
  }

  #claim(seeker: Seeker, path: ArchivePath): void {
    this.#claims.set(path, seeker);
    this.#seeking.delete(seeker);
  }

  #result(): Settled {
    const placeOf = new Map<LedgerEntry, ArchivePath>();
    for (const [path, { entry }] of this.#claims) placeOf.set(entry, path);
    const ledgers = new Map<ArchivePath, Ledger>();
    const followed: Followed[] = [];
    const arrived = new Map<ArchivePath, LedgerEntry[]>();
    for (const ledger of this.#ledgers) {
      const folder = parentOf(ledger.path);
      const entries: LedgerEntry[] = [];
      const orphans: LedgerEntry[] = [];
      for (const entry of ledger.entries) {
        const to = placeOf.get(entry);
        if (entry.file === undefined) entries.push(entry);
        else if (to === undefined) orphans.push(entry);
        else {
          const named = entry.file === nameOf(to) ? entry : { ...entry, file: nameOf(to) };
          const isHere = parentOf(to) === folder;
          if (isHere) entries.push(named);
          else listIn(arrived, parentOf(to)).push(named);
          if (!isHere || foldName(entry.file) !== foldName(nameOf(to)))
            followed.push({ entry, to });
        }
      }
      const notApplicable = this.#proofs(ledger, placeOf);
      ledgers.set(folder, { ...ledger, entries, orphans, notApplicable });
    }
    for (const [folder, entries] of arrived) {
      const ledger = ledgers.get(folder) ?? emptyLedger(folder);
      ledgers.set(folder, { ...ledger, entries: [...ledger.entries, ...entries] });
    }
    const written = new Map(this.#ledgers.map((ledger) => [ledger.path, ledger]));
    return { ledgers, written, followed };
  }

  /** A proof is called by its name: that of its entry, or that of the only file in the folder with its title. */
  #proofs(
    ledger: Ledger,
    placeOf: ReadonlyMap<LedgerEntry, ArchivePath>,
  ): readonly NotApplicable[] {
    const path = parentOf(ledger.path);
    const folder = this.#folders.get(path);
    if (!folder || ledger.notApplicable.every(({ proof }) => proof === undefined)) {
      return ledger.notApplicable;
    }
    const nameLike = namesIn(folder);
    const titles = groupBy(folder.files, ({ name }) => titleOf(name));
    return ledger.notApplicable.map((each) => {
      const { proof } = each;
      if (proof === undefined) return each;
      const entry = ledger.entries.find(({ file }) => file !== undefined && isSame(file, proof));
      const to = entry && placeOf.get(entry);
      const followed = to !== undefined && parentOf(to) === path ? nameOf(to) : undefined;
      const [titled, ...others] = titles.get(titleOf(proof)) ?? [];
      const alone = others.length === 0 ? titled?.name : undefined;
      return { ...each, proof: followed ?? nameLike(proof) ?? alone ?? proof };
    });
  }
}

type Named = Pick<Place, 'folder' | 'name'>;

const TITLE_HERE = ({ folder, name }: Named) => `${folder}\0${titleOf(name)}`;

/** What a file and an entry for its very bytes can have in common besides, the most telling first. */
const LIKENESSES: readonly ((each: Named) => string)[] = [
  ({ folder, name }) => `${folder}\0${foldName(name)}`,
  TITLE_HERE,
  ({ folder }) => folder,
  ({ name }) => foldName(name),
  ({ name }) => titleOf(name),
  () => '',
];

function titleOf(name: string): string {
  const { title, extension } = parseName(name);
  return foldName(title + extension);
}

function isSame(a: string, b: string): boolean {
  return a === b || foldName(a) === foldName(b);
}

/** Does it know the very bytes of its file? */
function isExact({ sha256, bytes }: LedgerEntry): boolean {
  return sha256 !== undefined && bytes !== undefined;
}

/** The name of the file in a folder that a name means. */
function namesIn({ files }: Folder): (name: string) => string | undefined {
  const exact = new Set(files.map(({ name }) => name));
  let folded: Map<string, string> | undefined;
  return (name) => {
    if (exact.has(name)) return name;
    folded ??= new Map(files.map((file) => [foldName(file.name), file.name]));
    return folded.get(foldName(name));
  };
}

/** Is there another file with the same title in a folder? */
function twinsIn({ files }: Folder): (name: string) => boolean {
  let counts: Map<string, number> | undefined;
  return (name) => {
    if (!counts) {
      counts = new Map();
      for (const file of files) {
        const title = titleOf(file.name);
        counts.set(title, (counts.get(title) ?? 0) + 1);
      }
    }
    return (counts.get(titleOf(name)) ?? 0) > 1;
  };
}

function emptyLedger(folder: ArchivePath): Ledger {
  return { path: ledgerPath(folder), entries: [], notApplicable: [], orphans: [], problems: [] };
}
