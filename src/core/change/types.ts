import type { ArchivePath } from '../archive/paths.js';
import type { RuleId } from '../rules/ids.js';

/**
 * One thing that would mend a finding, in the tree as the rule saw it. The planner applies mends to the archive
 * value rule by rule, so that each rule sees what the one before it would leave behind.
 */
export type Mend =
  | { readonly do: 'create-folder'; readonly path: ArchivePath; readonly safe: boolean }
  | {
      readonly do: 'move';
      readonly of: 'file' | 'folder';
      readonly from: ArchivePath;
      readonly to: ArchivePath;
      readonly safe: boolean;
    }
  /** To the trash folder of the day, in the journal; nothing is ever deleted. */
  | { readonly do: 'trash'; readonly path: ArchivePath; readonly safe: boolean };

/**
 * One change of the disk. All changes of a plan are meant at once: `from` is where a thing is before any of them,
 * `to` where it is after all of them, so that swaps, cycles and a folder renamed with files in it are plain.
 */
export type Change =
  | { readonly do: 'create-folder'; readonly path: ArchivePath; readonly why: readonly RuleId[] }
  | {
      readonly do: 'move';
      readonly of: 'file' | 'folder';
      readonly from: ArchivePath;
      readonly to: ArchivePath;
      readonly why: readonly RuleId[];
    }
  /** To the trash folder of its journal entry, `.dangan/trash/<id>/<path>`. */
  | {
      readonly do: 'trash';
      readonly of: 'file' | 'folder';
      readonly path: ArchivePath;
      readonly why: readonly RuleId[];
    }
  /** A file from outside the archive (absolute path), copied or moved in. */
  | {
      readonly do: 'file';
      readonly source: string;
      readonly to: ArchivePath;
      readonly keep: boolean;
    }
  /**
   * A file made beforehand takes the place of another, in the same folder under the same name or a new one. The old one
   * goes to the trash folder of its journal entry.
   */
  | {
      readonly do: 'replace';
      readonly path: ArchivePath;
      /** In a folder of drafts; see `isDraft`. */
      readonly by: ArchivePath;
      readonly to: ArchivePath;
      readonly why: readonly RuleId[];
    }
  /** New text for a file that a person edits, or for a new one; the old bytes go to the journal. */
  | {
      readonly do: 'rewrite';
      readonly path: ArchivePath;
      readonly text: string;
      readonly why: readonly RuleId[];
      /** For the log: what the new text says of what. */
      readonly said?: readonly Said[];
    };

/** What was set: keys of a ledger's entry, by the name of its file; answers of `scores.yaml`, by the indicator. */
export interface Said {
  readonly of: string;
  /** `date`, `caption.地点`. */
  readonly keys: readonly string[];
}

/** Changes worked out and not yet made, sorted by path. */
export interface Plan {
  readonly changes: readonly Change[];
  /** Mends that were left out, and why: the target is taken, a name would not do on some system. */
  readonly refused: readonly RefusedMend[];
}

export interface RefusedMend {
  readonly rule: RuleId;
  readonly path: ArchivePath;
  readonly to: ArchivePath;
  readonly because: 'taken' | 'collision' | 'not-portable' | 'needs-unsafe';
  /** What stands in the way. */
  readonly by: ArchivePath | undefined;
}
