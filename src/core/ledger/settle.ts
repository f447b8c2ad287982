/** Which entry of a ledger belongs to which file, after people have renamed and moved files by hand. */
import { nameOf, parentOf, type ArchivePath } from '../archive/paths.js';
import { eachFolder, type EvidenceFile, type Folder } from '../archive/types.js';
import { groupBy, listIn } from '../group.js';
import { Kept } from '../kept.js';
import { isEvidence } from '../naming/junk.js';
import { parseName } from '../naming/parse.js';
import { compareText, foldName } from '../text.js';
import { ledgerPath } from './file.js';
import type { Ledger, LedgerEntry, NotApplicable } from './types.js';

/** An entry whose file is not where, or not called what, the entry says. */
interface Followed {
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
 * 3. by title and extension, in the same folder, where there is one such entry and one such file;
 * 4. by title and extension, anywhere in the archive, where there is one such entry, which does not know the bytes of
 *    its file, and one such file.
 *
 * Of files with one title in one folder, as photos have, the numbers may have been changed by hand: where one of them
 * has another size than its entry says, or an entry is left without one, the digest decides and not the name. What
 * is left over is an orphan.
 *
 * Linear in the number of entries and files.
 */
export class Settling {
  /** Files whose digest is asked for. */
  readonly toDigest: readonly ArchivePath[];
  readonly #ledgers: readonly Ledger[];
  readonly #folders: ReadonlyMap<ArchivePath, Folder>;
  readonly #placeOf = new Map<LedgerEntry, Place>();
  /** Files that have an entry. */
  readonly #taken = new Set<ArchivePath>();
  /** Those without a file so far. */
  readonly #seeking = new Set<Seeker>();
  /** Where a file has the name that they seek, and another size. */
  readonly #doubtful = new Map<Seeker, Place>();

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
    for (const [seeker, place] of this.#doubtful) {
      // It is nowhere else: the file was replaced by another version.
      if (this.#seeking.has(seeker) && !this.#taken.has(place.path)) this.#give(seeker, place);
    }
    this.#byTitle(TITLE_HERE);
    // What knows its bytes would have found them.
    this.#byTitle(({ name }) => titleOf(name), canOnlyBeNamed);
    return this.#result();
  }

  #byName(ledger: Ledger, sizeOf: SizeOf): void {
    const folder = this.#folders.get(parentOf(ledger.path));
    if (!folder) return;
    const fileLike = filesIn(folder);
    const named: { readonly seeker: Seeker; readonly file: EvidenceFile }[] = [];
    const missing = new Set<string>();
    for (const entry of ledger.entries) {
      if (entry.file === undefined) continue;
      const seeker = { entry, name: entry.file, folder: folder.path };
      const file = fileLike(entry.file);
      if (file) named.push({ seeker, file });
      else {
        this.#seeking.add(seeker);
        missing.add(titleOf(entry.file));
      }
    }
    const isTwin = twinsIn(folder);
    for (const { seeker, file } of named) {
      const { name, path } = file;
      const place = { path, folder: folder.path, name };
      const { entry } = seeker;
      const isDoubtful =
        isExact(entry) &&
        ((missing.size > 0 && missing.has(titleOf(name))) ||
          (isTwin(file) && sizeOf(place.path) !== entry.bytes));
      if (isDoubtful) {
        this.#seeking.add(seeker);
        this.#doubtful.set(seeker, place);
      } else this.#give(seeker, place);
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
      for (const { name, path } of files) {
        if (isEvidence(name) && !this.#taken.has(path)) free.push({ path, folder, name });
      }
    }
    return free.sort((a, b) => compareText(a.path, b.path));
  }

  #byDigest(digests: ReadonlyMap<ArchivePath, string>): void {
    if (digests.size === 0) return;
    const places = this.#free().filter(({ path }) => digests.has(path));
    for (const likeness of LIKENESSES) {
      const free = groupBy(
        places.filter(({ path }) => !this.#taken.has(path)).reverse(),
        (place) => `${digests.get(place.path) ?? ''}\0${likeness(place)}`,
      );
      for (const seeker of [...this.#seeking]) {
        const place = free.get(`${seeker.entry.sha256 ?? ''}\0${likeness(seeker)}`)?.pop();
        if (place) this.#give(seeker, place);
      }
    }
  }

  /** One of its kind finds the file that is one of its kind. */
  #byTitle(titleOfEach: (each: Named) => string, may: (seeker: Seeker) => boolean = () => true) {
    if (![...this.#seeking].some(may)) return;
    const places = groupBy(this.#free(), titleOfEach);
    for (const [key, [seeker, ...others]] of groupBy(this.#seeking, titleOfEach)) {
      const [place, ...twins] = places.get(key) ?? [];
      const isOnly = others.length === 0 && twins.length === 0;
      if (seeker && place && isOnly && may(seeker)) this.#give(seeker, place);
    }
  }

  #give(seeker: Seeker, place: Place): void {
    this.#placeOf.set(seeker.entry, place);
    this.#taken.add(place.path);
    this.#seeking.delete(seeker);
  }

  #result(): Settled {
    const ledgers = new Map<ArchivePath, Ledger>();
    const followed: Followed[] = [];
    const arrived = new Map<ArchivePath, LedgerEntry[]>();
    for (const ledger of this.#ledgers) {
      const home = parentOf(ledger.path);
      const entries: LedgerEntry[] = [];
      const orphans: LedgerEntry[] = [];
      for (const entry of ledger.entries) {
        const place = this.#placeOf.get(entry);
        if (entry.file === undefined) entries.push(entry);
        else if (!place) orphans.push(entry);
        else {
          const { name, folder, path } = place;
          const own = folder === home;
          (own ? entries : listIn(arrived, folder)).push(calledNow(entry, name));
          if (!own || !isSame(entry.file, name)) followed.push({ entry, to: path });
        }
      }
      const notApplicable = this.#proofs(ledger);
      ledgers.set(home, settledAs(ledger, { entries, orphans, notApplicable }));
    }
    for (const [folder, entries] of arrived) {
      const ledger = ledgers.get(folder) ?? emptyLedger(folder);
      ledgers.set(folder, { ...ledger, entries: [...ledger.entries, ...entries] });
    }
    const written = new Map(this.#ledgers.map((ledger) => [ledger.path, ledger]));
    return { ledgers, written, followed };
  }

  /** A proof is called by its name: that of its entry, or that of the only file in the folder with its title. */
  #proofs(ledger: Ledger): readonly NotApplicable[] {
    const path = parentOf(ledger.path);
    const folder = this.#folders.get(path);
    if (!folder || ledger.notApplicable.every(({ proof }) => proof === undefined)) {
      return ledger.notApplicable;
    }
    const fileLike = filesIn(folder);
    const titles = groupBy(folder.files, ({ name }) => titleOf(name));
    return ledger.notApplicable.map((each) => {
      const { proof } = each;
      if (proof === undefined) return each;
      const entry = ledger.entries.find(({ file }) => file !== undefined && isSame(file, proof));
      const place = entry && this.#placeOf.get(entry);
      const followed = place?.folder === path ? place.name : undefined;
      const [titled, ...others] = titles.get(titleOf(proof)) ?? [];
      const alone = others.length === 0 ? titled?.name : undefined;
      return { ...each, proof: followed ?? fileLike(proof)?.name ?? alone ?? proof };
    });
  }
}

const renamed = new Kept<LedgerEntry, LedgerEntry>();
const settled = new Kept<Ledger, Ledger>();

/** The same, as long as nothing is another. */
function calledNow(entry: LedgerEntry, name: string): LedgerEntry {
  return entry.file === name ? entry : renamed.get(entry, [name], () => ({ ...entry, file: name }));
}

/** @param ledger - As it is written. */
function settledAs(
  ledger: Ledger,
  found: Pick<Ledger, 'entries' | 'orphans' | 'notApplicable'>,
): Ledger {
  const { entries, orphans, notApplicable } = found;
  const proofs = notApplicable.map(({ proof }) => proof);
  const inputs = [...entries, orphans.length, ...orphans, ...proofs];
  return settled.get(ledger, inputs, () => ({ ...ledger, ...found }));
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

/** Is its title all that is known of its file? */
function canOnlyBeNamed({ entry, name }: Seeker): boolean {
  return !isExact(entry) && parseName(name).title !== '';
}

/** What the ledgers say of a file. */
export function entryOf({ ledgers }: Settled, path: ArchivePath): LedgerEntry | undefined {
  const name = nameOf(path);
  return ledgers.get(parentOf(path))?.entries.find(({ file }) => file === name);
}

/** Does it know the very bytes of its file? */
export function isExact({ sha256, bytes }: Pick<LedgerEntry, 'sha256' | 'bytes'>): boolean {
  return sha256 !== undefined && bytes !== undefined;
}

/** The file in a folder that a name means. */
function filesIn({ files }: Folder): (name: string) => EvidenceFile | undefined {
  const exact = new Map(files.map((file) => [file.name, file]));
  let folded: Map<string, EvidenceFile> | undefined;
  return (name) => {
    const file = exact.get(name);
    if (file) return file;
    folded ??= new Map(files.map((each) => [foldName(each.name), each]));
    return folded.get(foldName(name));
  };
}

/** Is there another file with the same title in a folder? */
function twinsIn({ files }: Folder): (file: EvidenceFile) => boolean {
  const titleIn = ({ parts }: EvidenceFile) => parts.title + parts.extension;
  let counts: Map<string, number> | undefined;
  return (file) => {
    if (!counts) {
      counts = new Map();
      for (const each of files) counts.set(titleIn(each), (counts.get(titleIn(each)) ?? 0) + 1);
    }
    return (counts.get(titleIn(file)) ?? 0) > 1;
  };
}

function emptyLedger(folder: ArchivePath): Ledger {
  return { path: ledgerPath(folder), entries: [], notApplicable: [], orphans: [], problems: [] };
}
