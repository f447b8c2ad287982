import { isEvidence, isJunk } from '../naming/junk.js';
import { matchFolders, type FolderMatch } from './match.js';
import { compareFiles } from './reading-order.js';
import type { Archive, EvidenceFile, Folder } from './types.js';

/** A folder whose files are judged as evidence. */
export interface EvidenceFolder {
  readonly folder: Folder;
  /** The leaf indicator whose folder it is or lies in. */
  readonly match: FolderMatch;
  /** Of the year folder that it lies in or is. */
  readonly year: number | undefined;
  /** Its files but for the ledger and what programs left behind, as people read them. */
  readonly files: readonly EvidenceFile[];
}

const known = new WeakMap<Archive, readonly EvidenceFolder[]>();
const withFiles = new WeakMap<Archive, readonly EvidenceFolder[]>();
const toJudge = new WeakMap<Archive, readonly EvidenceFolder[]>();

/**
 * The folders of leaf indicators and those inside them, parents first, with files or without; worked out once for each
 * archive value.
 *
 * Files elsewhere are in the wrong place, which is said of them, or of their folder, before anything is said of
 * their names.
 */
export function leafFolders(archive: Archive): readonly EvidenceFolder[] {
  let folders = known.get(archive);
  if (!folders) {
    folders = [...eachLeafFolder(archive)];
    known.set(archive, folders);
  }
  return folders;
}

/** Of those, the ones that hold evidence. */
export function evidenceFolders(archive: Archive): readonly EvidenceFolder[] {
  let folders = withFiles.get(archive);
  if (!folders) {
    folders = leafFolders(archive).filter(hasFiles);
    withFiles.set(archive, folders);
  }
  return folders;
}

/**
 * Of those, the ones in which a rule about names may find something: names that are all in order, written with the
 * digits that the settings ask for, were looked at when the folder was read.
 */
export function foldersToJudge(archive: Archive): readonly EvidenceFolder[] {
  let folders = toJudge.get(archive);
  if (!folders) {
    const { digits } = archive.settings.naming;
    folders = evidenceFolders(archive).filter(({ folder }) => folder.order?.digits !== digits);
    toJudge.set(archive, folders);
  }
  return folders;
}

function hasFiles(place: EvidenceFolder): boolean {
  return place.folder.order !== undefined || place.files.length > 0;
}

/** A folder on the way down, and what it lies in. */
interface Step {
  readonly folder: Folder;
  readonly match: FolderMatch | undefined;
  readonly year: number | undefined;
}

function* eachLeafFolder(archive: Archive): Generator<EvidenceFolder> {
  const { byFolder } = matchFolders(archive);
  const rest: Step[] = [{ folder: archive.root, match: undefined, year: undefined }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { folder } = next;
    const own = byFolder.get(folder);
    const match = own ? leafMatch(own) : next.match;
    const year = own?.expected.year ?? next.year;
    if (match) yield evidenceFolder(folder, match, year);
    for (let at = folder.folders.length - 1; at >= 0; at -= 1) {
      const child = folder.folders[at];
      if (child && !isJunk(child.name)) rest.push({ folder: child, match, year });
    }
  }
}

/** The files are not asked for before somebody wants them. */
function evidenceFolder(
  folder: Folder,
  match: FolderMatch,
  year: number | undefined,
): EvidenceFolder {
  let files: readonly EvidenceFile[] | undefined;
  return {
    folder,
    match,
    year,
    get files() {
      return (files ??= folder.order
        ? folder.files
        : evidenceOf(folder.files).toSorted(compareFiles));
    },
  };
}

function leafMatch(match: FolderMatch): FolderMatch | undefined {
  return match.expected.leaf ? match : undefined;
}

function evidenceOf(files: readonly EvidenceFile[]): readonly EvidenceFile[] {
  return files.every(({ name }) => isEvidence(name))
    ? files
    : files.filter(({ name }) => isEvidence(name));
}
