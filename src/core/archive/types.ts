/** The folder tree of an archive as a value. `io/read-archive.ts` reads it; rules, plans and bundles work on it. */
import type { Known } from '../evidence/types.js';
import type { NameOrder } from '../naming/order.js';
import type { EvidenceName } from '../naming/types.js';
import type { ScoringSystem } from '../system/types.js';
import type { WaiverOutcome } from '../waivers/types.js';
import type { ExpectedFolder } from './layout.js';
import type { ArchivePath } from './paths.js';
import type { Settings } from './settings.js';

export interface EvidenceFile {
  /** As it is on disk; may be anything a file system can hold. */
  readonly name: string;
  /** Put together once, and shared by whoever tells of it. */
  readonly path: ArchivePath;
  /** The name taken apart; made once, shared by every rule. */
  readonly parts: EvidenceName;
  /** Where it is on disk, when this value is a plan not yet carried out and that is elsewhere. */
  readonly origin?: ArchivePath;
  /** When it came into the repository under this name, in seconds since 1970, where that was asked for and is known. */
  readonly since?: number;
}

/**
 * What is neither a file nor a folder: a symbolic link, a device; or anything whose name is not Unicode text on
 * disk (`garbled`), shown with `�` where it is not; or what the settings leave out (`ignored`). Never followed, never
 * opened, never judged; its name is taken.
 */
export interface Oddity {
  readonly name: string;
  readonly kind: 'link' | 'other' | 'garbled' | 'ignored';
}

export interface Folder {
  readonly name: string;
  readonly path: ArchivePath;
  /** As people count: `第二季度` before `第三季度`. */
  readonly folders: readonly Folder[];
  /** Sorted by code unit. */
  readonly files: readonly EvidenceFile[];
  /**
   * What its files' names were found to be when it was read, where they are all in order. Until somebody asks for
   * `files`, such a folder holds nothing for them but the names.
   */
  readonly order?: NameOrder | undefined;
  readonly oddities: readonly Oddity[];
  readonly origin?: ArchivePath;
}

export interface Archive {
  readonly settings: Settings;
  readonly system: ScoringSystem;
  /** What the scoring system asks the tree to be, for this unit. */
  readonly expected: readonly ExpectedFolder[];
  /** The evidence root, `档案`. */
  readonly root: Folder;
  /** What it is judged with besides names; absent where only the tree matters, as for a plan not yet carried out. */
  readonly known?: Known;
  /** What became of waivers and baseline; absent where nothing is let pass, and while that is being judged. */
  readonly waivers?: WaiverOutcome;
}

/** How many files it has. */
export function countFiles(folder: Folder): number {
  return folder.order ? folder.order.count : folder.files.length;
}

/** Its files whose names need a closer look, whatever the settings ask for. */
export function filesToLookAt(folder: Folder): readonly EvidenceFile[] {
  return folder.order ? [] : folder.files;
}

/** Every folder below `root`, parents first, `root` included. */
export function* eachFolder(root: Folder): Generator<Folder> {
  const rest = [root];
  for (let folder = rest.pop(); folder; folder = rest.pop()) {
    yield folder;
    for (let at = folder.folders.length - 1; at >= 0; at -= 1) {
      const child = folder.folders[at];
      if (child) rest.push(child);
    }
  }
}
