import { isEvidence, isJunk } from '../naming/junk.js';
import type { ExpectedFolder } from './layout.js';
import { matchFolders } from './match.js';
import type { Archive, EvidenceFile, Folder } from './types.js';

/** A folder whose files are judged as evidence. */
export interface EvidenceFolder {
  readonly folder: Folder;
  /** The folder of the leaf indicator that it is or lies in. */
  readonly leaf: Folder;
  readonly expected: ExpectedFolder;
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
  const rest: { readonly folder: Folder; readonly inLeaf: Leaf | undefined }[] = [
    { folder: archive.root, inLeaf: undefined },
  ];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { folder } = next;
    const expected = byFolder.get(folder)?.expected;
    const inLeaf = expected ? leafOf(expected, folder) : next.inLeaf;
    if (inLeaf && folder.files.length > 0) {
      const files = evidenceOf(folder.files);
      if (files.length > 0) yield { folder, ...inLeaf, files };
    }
    for (let at = folder.folders.length - 1; at >= 0; at -= 1) {
      const child = folder.folders[at];
      if (child && !isJunk(child.name)) rest.push({ folder: child, inLeaf });
    }
  }
}

type Leaf = Pick<EvidenceFolder, 'leaf' | 'expected'>;

function leafOf(expected: ExpectedFolder, folder: Folder): Leaf | undefined {
  return expected.leaf ? { leaf: folder, expected } : undefined;
}

function evidenceOf(files: readonly EvidenceFile[]): readonly EvidenceFile[] {
  return files.every(({ name }) => isEvidence(name))
    ? files
    : files.filter(({ name }) => isEvidence(name));
}
