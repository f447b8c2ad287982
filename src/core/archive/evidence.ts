import { isEvidence, isJunk } from '../naming/junk.js';
import { matchFolders } from './match.js';
import type { Archive, EvidenceFile, Folder } from './types.js';

/** A folder whose files are judged as evidence. */
export interface EvidenceFolder {
  readonly folder: Folder;
  /** Its files but for the ledger and what programs left behind; at least one. */
  readonly files: readonly EvidenceFile[];
}

const known = new WeakMap<Archive, readonly EvidenceFolder[]>();

/**
 * The folders that hold evidence, those of leaf indicators and those inside them, parents first; worked out once for
 * each archive value.
 *
 * Files elsewhere are in the wrong place, which is said of them, or of their folder, before anything is said of
 * their names.
 */
export function evidenceFolders(archive: Archive): readonly EvidenceFolder[] {
  let folders = known.get(archive);
  if (!folders) {
    folders = [...eachEvidenceFolder(archive)];
    known.set(archive, folders);
  }
  return folders;
}

function* eachEvidenceFolder(archive: Archive): Generator<EvidenceFolder> {
  const { byFolder } = matchFolders(archive);
  const rest = [{ folder: archive.root, inLeaf: false }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { folder } = next;
    const inLeaf = byFolder.get(folder)?.expected.leaf ?? next.inLeaf;
    if (inLeaf && folder.files.length > 0) {
      const files = evidenceOf(folder.files);
      if (files.length > 0) yield { folder, files };
    }
    for (let at = folder.folders.length - 1; at >= 0; at -= 1) {
      const child = folder.folders[at];
      if (child && !isJunk(child.name)) rest.push({ folder: child, inLeaf });
    }
  }
}

function evidenceOf(files: readonly EvidenceFile[]): readonly EvidenceFile[] {
  return files.every(({ name }) => isEvidence(name))
    ? files
    : files.filter(({ name }) => isEvidence(name));
}
