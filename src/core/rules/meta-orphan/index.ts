import { parentOf, joinPath, type ArchivePath } from '../../archive/paths.js';
import { eachFolder, type Archive, type Folder } from '../../archive/types.js';
import { groupBy, listIn } from '../../group.js';
import { isExact } from '../../ledger/settle.js';
import { isEvidence } from '../../naming/junk.js';
import { parseName } from '../../naming/parse.js';
import type { EvidenceName } from '../../naming/types.js';
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
  fix: 'proposes',
  properties: ['GD-1-11'],

  *check(archive) {
    const orphans = [...(archive.known?.ledgers.values() ?? [])].filter(
      (ledger) => ledger.orphans.length > 0,
    );
    if (orphans.length === 0) return;
    const near = candidates(archive);
    for (const { path, orphans: entries } of orphans) {
      for (const entry of entries) {
        const { at, file = '' } = entry;
        const found = near(parentOf(path), file);
        const where = found?.isElsewhere ? 'elsewhere' : 'gone';
        yield {
          // Where the content was not recorded, nobody can say that it is gone.
          messageId: isExact(entry) ? `meta-orphan/${where}` : `meta-orphan/${where}-unrecorded`,
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

/**
 * Files without an entry that may be meant: of a like name in the same folder; of the same name elsewhere; in the
 * same folder the only one with the ordinal, else the only one with the extension.
 */
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
  const onlyHere = new Map<ArchivePath, (name: string) => string | undefined>();
  return (folder, name) => {
    const free = here.get(folder) ?? [];
    const like = nearest(name, free);
    if (like !== undefined) return { shown: like, isElsewhere: false };
    const [path] = byName.get(foldName(name)) ?? [];
    if (path !== undefined) return { shown: path, isElsewhere: true };
    const only = onlyHere.get(folder) ?? onlyOneIn(free);
    onlyHere.set(folder, only);
    const shown = only(name);
    return shown === undefined ? undefined : { shown, isElsewhere: false };
  };
}

/** The only one of some names that has the ordinal of another name, else the only one with its extension. */
function onlyOneIn(names: readonly string[]): (name: string) => string | undefined {
  const parsed = names.map((name) => ({ name, parts: parseName(name) }));
  const only = (keyOf: (parts: EvidenceName) => string | undefined) => {
    const groups = groupBy(parsed, ({ parts }) => keyOf(parts) ?? '');
    return (key: string | undefined) => {
      const found = key === undefined ? undefined : groups.get(key);
      return found?.length === 1 ? found[0]?.name : undefined;
    };
  };
  const ofOrdinal = only(ordinalOf);
  const ofExtension = only(extensionOf);
  return (name) => {
    const parts = parseName(name);
    return ofOrdinal(ordinalOf(parts)) ?? ofExtension(extensionOf(parts));
  };
}

function ordinalOf({ ordinal }: EvidenceName): string | undefined {
  return ordinal === undefined ? undefined : String(ordinal);
}

function extensionOf({ extension }: EvidenceName): string | undefined {
  return extension === '' ? undefined : foldName(extension);
}

function freeNames(
  { files }: Folder,
  entries: readonly { readonly file: string | undefined }[],
): string[] {
  const taken = new Set(entries.map(({ file }) => file));
  return files.flatMap(({ name }) => (taken.has(name) || !isEvidence(name) ? [] : [name]));
}
