/** What is new in an archive since a commit. */
import { parentOf, type ArchivePath } from '../archive/paths.js';
import { ledgerPath } from '../ledger/file.js';
import { isEvidence } from '../naming/junk.js';
import type { Finding } from '../rules/findings.js';
import type { Scope } from '../rules/types.js';
import type { RawChange } from './raw-diff.js';

/** What is judged, where that is not simply the folder on the disk. */
export interface JudgedPart {
  readonly from: 'disk' | 'index' | 'commit';
  /** As the user wrote it. */
  readonly ref?: string;
  /** In full. */
  readonly commit?: string;
  readonly since?: JudgedSince;
}

/** What it is compared with, and how much of the evidence is another since. */
export interface JudgedSince {
  /** As the user wrote it; without, the last commit. */
  readonly ref?: string;
  /** In full; `undefined` where there is none yet. */
  readonly commit?: string;
  readonly added: number;
  readonly modified: number;
  readonly renamed: number;
  readonly deleted: number;
  /** Is everything told, since the settings or the scoring system are others, too? */
  readonly everything: boolean;
}

/** Changes, by paths from the archive's folder. */
export class Changes {
  readonly #paths: ReadonlySet<ArchivePath>;
  /** In which one of them lies, however deep. */
  readonly #folders = new Set<ArchivePath>();
  readonly #counts: Readonly<Record<'added' | 'modified' | 'renamed' | 'deleted', number>>;
  readonly #isYardstick: boolean;

  /**
   * @param changes - By paths from the top of the repository.
   * @param folder - The archive's, from there.
   * @param evidence - The evidence root, from the archive's folder.
   * @param yardstick - The files that say what is asked for: when one is another, all is judged anew.
   */
  constructor(
    changes: readonly RawChange[],
    folder: string,
    evidence: ArchivePath,
    yardstick: readonly string[],
  ) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const counts = { added: 0, modified: 0, renamed: 0, deleted: 0 };
    const paths = new Set<ArchivePath>();
    const isIn = (path: string) =>
      path.startsWith(`${prefix}${evidence}/`) && isEvidence(path.slice(path.lastIndexOf('/') + 1));
    for (const { status, path, before } of changes) {
      if (path.startsWith(prefix) && status !== 'D') paths.add(path.slice(prefix.length));
      // Moved in is added, moved out is deleted.
      const [is, was] = [isIn(path), isIn(before)];
      if (status === 'D' ? was : was && !is) counts.deleted += 1;
      else if (status === 'A' ? is : is && !was) counts.added += 1;
      else if (is) counts[status === 'R' ? 'renamed' : 'modified'] += 1;
    }
    const all = new Set(changes.flatMap(({ path, before }) => [path, before]));
    this.#paths = paths;
    for (const path of paths) this.#addFolders(parentOf(path));
    this.#counts = counts;
    this.#isYardstick = yardstick.some((path) => all.has(path));
  }

  /** Is it told? What a file alone decides is only where the file, or its ledger, is another. */
  keeps({ file }: Pick<Finding, 'file'>, scope: Scope): boolean {
    if (scope === 'tree' || file === undefined || this.#isYardstick) return true;
    return this.has(file) || this.#folders.has(file);
  }

  has(file: ArchivePath): boolean {
    return (
      this.#isYardstick || this.#paths.has(file) || this.#paths.has(ledgerPath(parentOf(file)))
    );
  }

  told(): Pick<JudgedSince, 'added' | 'modified' | 'renamed' | 'deleted' | 'everything'> {
    return { ...this.#counts, everything: this.#isYardstick };
  }

  #addFolders(path: ArchivePath): void {
    for (let folder = path; folder !== '' && !this.#folders.has(folder);) {
      this.#folders.add(folder);
      folder = parentOf(folder);
    }
  }
}
