/** How a plan is carried out: steps small enough that each is seen on the disk as done or not done. */
import type { ArchivePath } from '../archive/paths.js';
import type { Change } from './types.js';

/** What a thing was when the journal was written. A folder's size and time change with what is in it. */
export interface Was {
  readonly size?: number;
  /** Whole milliseconds. */
  readonly mtimeMs?: number;
  /** Tells hard links from copies. Not kept by FAT over a rename, so never the only sign. */
  readonly ino: string;
}

/** A text kept in the journal entry. */
export interface KeptText {
  /** Name of the file in the entry's folder. */
  readonly kept: string;
  readonly size: number;
  readonly sha256: string;
  readonly mtimeMs?: number;
}

/** A place in the archive, or an absolute one outside it. */
export type Spot = ArchivePath | { readonly outside: string };

/** One step as it stands in the journal. */
export type Step =
  | { readonly do: 'make'; readonly path: ArchivePath }
  /** Takes a `make` back; a folder that holds something by now stays. */
  | { readonly do: 'unmake'; readonly path: ArchivePath }
  | {
      readonly do: 'move';
      readonly of: 'file' | 'folder';
      readonly from: Spot;
      readonly to: Spot;
      readonly was: Was;
    }
  /** Copies a file, checks the copy, then gives it its name. */
  | {
      readonly do: 'put';
      readonly source: Spot;
      readonly to: Spot;
      readonly was: Was;
      readonly sha256: string;
    }
  /** Removes the original of a file that was moved to another disk; the copy has been checked. */
  | {
      readonly do: 'drop';
      readonly source: Spot;
      readonly copy: Spot;
      readonly was: Was;
      readonly sha256: string;
    }
  | {
      readonly do: 'rewrite';
      readonly path: ArchivePath;
      /** `undefined` when the file is new. */
      readonly before: KeptText | undefined;
      readonly after: KeptText;
    };

/** Names that only an unfinished change leaves behind. */
export const TEMPORARY = '.dangan-tmp-';

const DRAFTS = '.dangan/drafts-';

/** The folder of drafts that a run makes, by what tells it from others. */
export function draftsOf(run: string): ArchivePath {
  return DRAFTS + run;
}

/** Made by dangan to take a place in the archive: once it has left it does not go back there. */
function isDraft(spot: Spot): boolean {
  return typeof spot === 'string' && spot.startsWith(DRAFTS);
}

/** Where an entry keeps what was put aside. */
export function trashOf(id: string): ArchivePath {
  return `.dangan/trash/${id}`;
}

/**
 * The steps that take `steps` back, last one first. Nothing that was brought in, or made, is deleted: it goes to
 * `trash`, since its original may be gone by now. What was copied within the archive is a move between two disks.
 */
export function reverseSteps(steps: readonly Step[], trash: ArchivePath): Step[] {
  return steps.toReversed().flatMap((step): Step[] => {
    // The draft itself: what has its bytes goes to the trash.
    if (step.do === 'drop' && isDraft(step.source)) return [];
    return [reverseStep(step, trash)];
  });
}

function reverseStep(step: Step, trash: ArchivePath): Step {
  switch (step.do) {
    case 'make':
      return { do: 'unmake', path: step.path };
    case 'unmake':
      return { do: 'make', path: step.path };
    case 'move':
      return isDraft(step.from) && typeof step.to === 'string'
        ? toTrash(step.to, trash, step.was)
        : { ...step, from: step.to, to: step.from };
    case 'put': {
      const isNew = typeof step.source !== 'string' || isDraft(step.source);
      return typeof step.to === 'string' && isNew
        ? toTrash(step.to, trash, step.was)
        : { ...step, do: 'drop', source: step.to, copy: step.source };
    }
    case 'drop':
      return { ...step, do: 'put', source: step.copy, to: step.source };
    case 'rewrite':
      return step.before
        ? { ...step, before: step.after, after: step.before }
        : toTrash(step.path, trash, { size: step.after.size });
  }
}

function toTrash(path: ArchivePath, trash: ArchivePath, was: Omit<Was, 'ino'>): Step {
  return { do: 'move', of: 'file', from: path, to: `${trash}/${path}`, was: { ...was, ino: '0' } };
}

/** The changes that take `changes` back, as far as changes can say it: what was put aside is in `trash`. */
export function reverseChanges(changes: readonly Change[], trash: ArchivePath): Change[] {
  return changes.flatMap((change): Change[] => {
    switch (change.do) {
      case 'create-folder':
      case 'rewrite':
        return [];
      case 'move':
        return [{ ...change, from: change.to, to: change.from }];
      case 'trash':
        return [{ ...change, do: 'move', from: `${trash}/${change.path}`, to: change.path }];
      case 'replace': {
        const { path, to } = change;
        return [{ ...change, path: to, by: `${trash}/${path}`, to: path }];
      }
      case 'file':
        return [{ do: 'trash', of: 'file', path: change.to, why: [] }];
    }
  });
}
