/** What rules about names share: which names are wrong, and what they would be renamed to. */
import { foldersToJudge, type EvidenceFolder } from '../archive/evidence.js';
import type { Archive, EvidenceFile } from '../archive/types.js';
import { type ArchivePath, joinPath } from '../archive/paths.js';
import type { Mend } from '../change/types.js';
import { groupByFolder, portableNameOf, type FlaggedName } from '../naming/flagged-names.js';
import { canonicalName } from '../naming/format.js';
import { numberUnnumbered } from '../naming/renumber.js';
import { settleRenames } from '../naming/settle-renames.js';

/** An evidence file that a rule finds fault with. */
interface Misnamed {
  readonly file: EvidenceFile;
  /** Its written form; `undefined` when that is the name of something else in the folder. */
  readonly suggested: string | undefined;
}

/** The evidence that is wrong in the eyes of a rule whose mend is to write the name in the one form. */
export function* misnamed(
  archive: Archive,
  isWrong: (file: EvidenceFile) => boolean,
): Generator<Misnamed> {
  for (const { folder, files } of foldersToJudge(archive)) {
    const wrong = files.filter(isWrong);
    if (wrong.length === 0) continue;
    const wanted = new Map<string, string>();
    for (const { name, parts } of wrong) {
      const written = canonicalName(parts, archive.settings.naming);
      if (written !== undefined && written !== name) wanted.set(name, written);
    }
    const renames = settleRenames(folder, wanted);
    for (const file of wrong) yield { file, suggested: renames.get(file.name) };
  }
}

/** Safe renames to the written form. */
export function* mendMisnamed(
  archive: Archive,
  isWrong: (file: EvidenceFile) => boolean,
): Generator<Mend> {
  for (const { file, suggested } of misnamed(archive, isWrong)) {
    if (suggested === undefined) continue;
    const { path } = file;
    const to = path.slice(0, path.length - file.name.length) + suggested;
    yield { do: 'move', of: 'file', from: path, to, safe: true };
  }
}

/** Renames of a folder's files, as mends. */
export function* mendFiles(
  { folder }: EvidenceFolder,
  renames: ReadonlyMap<string, string>,
  isSafe: (name: string) => boolean,
): Generator<Mend> {
  for (const [from, to] of settleRenames(folder, renames)) {
    const place = (name: string): ArchivePath => joinPath(folder.path, name);
    yield { do: 'move', of: 'file', from: place(from), to: place(to), safe: isSafe(from) };
  }
}

/** New names by flagged name; one that would meet another is left out. */
export function settleFlagged(
  names: readonly FlaggedName[],
  nameFor: (name: FlaggedName) => string,
): ReadonlyMap<FlaggedName, string> {
  const result = new Map<FlaggedName, string>();
  for (const [parent, children] of groupByFolder(names)) {
    const wanted = new Map<string, string>();
    for (const child of children) {
      const name = nameFor(child);
      if (name !== child.name) wanted.set(child.name, name);
    }
    const renames = settleRenames(parent, wanted);
    for (const child of children) {
      const name = renames.get(child.name);
      if (name !== undefined) result.set(child, name);
    }
  }
  return result;
}

/**
 * What the rules about other systems propose for a flagged name, for each that can have it.
 *
 * Evidence without an ordinal is given one and the rest of its written form at once by `name-pattern`, which mends
 * before they do: its proposal is theirs.
 */
export function proposedNames(
  names: readonly FlaggedName[],
  archive: Archive,
): ReadonlyMap<FlaggedName, { readonly name: string; readonly numbered: boolean }> {
  const own = settleFlagged(names, (name) => portableNameOf(name, archive));
  const numbered = numberedNames(names, archive);
  const proposals = new Map<FlaggedName, { name: string; numbered: boolean }>();
  for (const flagged of names) {
    const given = numbered.get(flagged.path);
    const name = given ?? own.get(flagged);
    if (name !== undefined && flagged.of !== 'other') {
      proposals.set(flagged, { name, numbered: given !== undefined });
    }
  }
  return proposals;
}

/** New names with an ordinal, by path, in the folders that hold such a flagged file. */
function numberedNames(names: readonly FlaggedName[], archive: Archive): Map<ArchivePath, string> {
  const { naming, rules } = archive.settings;
  const result = new Map<ArchivePath, string>();
  const bare = names.filter(({ file }) => file && file.parts.ordinal === undefined);
  const parents = new Set(bare.map(({ parent }) => parent));
  if (parents.size === 0 || rules['name-pattern'] === 'off') return result;
  for (const { folder, files } of foldersToJudge(archive)) {
    if (!parents.has(folder)) continue;
    const renames = settleRenames(folder, numberUnnumbered(files, naming));
    for (const { name, path, parts } of files) {
      const to = parts.ordinal === undefined ? renames.get(name) : undefined;
      if (to !== undefined) result.set(path, to);
    }
  }
  return result;
}

/** Renames of flagged files and folders; what is neither is left to a person. */
export function* mendFlagged(
  renames: ReadonlyMap<FlaggedName, string>,
  safe: boolean,
): Generator<Mend> {
  for (const [{ of, path, parent }, name] of renames) {
    if (of === 'other') continue;
    yield { do: 'move', of, from: path, to: joinPath(parent.path, name), safe };
  }
}
