import { parentOf } from '../../archive/paths.js';
import {
  eachFolder,
  joinPath,
  type Archive,
  type ArchivePath,
  type Folder,
} from '../../archive/types.js';
import { listIn } from '../../group.js';
import { isEvidence } from '../../naming/junk.js';
import { foldName, nearest } from '../../text.js';
import type { ArchiveRule } from '../types.js';

/**
 * Every entry of a ledger is of a file that is there.
 *
 * Entries follow files that are renamed or moved; one that is left over is of a file that was deleted, or replaced by
 * another under another name. What it knew is lost for the evidence until somebody joins them again.
 */
export const metaOrphan: ArchiveRule = {
  id: 'meta-orphan',
  severity: 'warning',
  fix: 'none',
  properties: ['GD-1-11'],

  *check(archive) {
    const orphans = [...(archive.known?.ledgers.values() ?? [])].filter(
      (ledger) => ledger.orphans.length > 0,
    );
    if (orphans.length === 0) return;
    const near = candidates(archive);
    for (const { path, orphans: entries } of orphans) {
      for (const { at, file = '' } of entries) {
        const found = near(parentOf(path), file);
        yield {
          messageId: found?.isElsewhere ? 'meta-orphan/elsewhere' : 'meta-orphan/gone',
          data: { file, nearest: found?.shown },
          path,
          at,
          title: file,
          fix: found ? 'proposes' : 'none',
        };
      }
    }
  },
};

interface Candidate {
  /** A name in the same folder, or a path. */
  readonly shown: string;
  readonly isElsewhere: boolean;
}

/** Files without an entry that may be meant: of a like name in the same folder, or of the same name elsewhere. */
function candidates({
  root,
  known,
}: Archive): (folder: ArchivePath, name: string) => Candidate | undefined {
  const here = new Map<ArchivePath, string[]>();
  const byName = new Map<string, ArchivePath[]>();
  for (const folder of eachFolder(root)) {
    for (const name of freeNames(folder, known?.ledgers.get(folder.path)?.entries ?? [])) {
      listIn(here, folder.path).push(name);
      listIn(byName, foldName(name)).push(joinPath(folder.path, name));
    }
  }
  return (folder, name) => {
    const like = nearest(name, here.get(folder) ?? []);
    if (like !== undefined) return { shown: like, isElsewhere: false };
    const [path] = byName.get(foldName(name)) ?? [];
    return path === undefined ? undefined : { shown: path, isElsewhere: true };
  };
}

function freeNames(
  { files }: Folder,
  entries: readonly { readonly file: string | undefined }[],
): string[] {
  const taken = new Set(entries.map(({ file }) => file));
  return files.flatMap(({ name }) => (taken.has(name) || !isEvidence(name) ? [] : [name]));
}
