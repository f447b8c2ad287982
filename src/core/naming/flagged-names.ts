import { filesToLookAt, type Archive, type EvidenceFile, type Folder } from '../archive/types.js';
import { type ArchivePath, joinPath } from '../archive/paths.js';
import { canonicalName } from './format.js';
import { isJunk } from './junk.js';
import { nameFlags, toPortable } from './portable.js';

/** A name that would make trouble on some system. */
export interface FlaggedName {
  readonly name: string;
  readonly path: ArchivePath;
  readonly of: 'file' | 'folder' | 'other';
  /** The folder it is in. */
  readonly parent: Folder;
  /** Bits of `FLAG`. */
  readonly flags: number;
  readonly file: EvidenceFile | undefined;
}

const known = new WeakMap<Archive, readonly FlaggedName[]>();

/**
 * Names below the evidence root with any bit of `FLAG`, folders before what they hold. The rules about names on
 * other systems share this one look at every name.
 */
export function flaggedNames(archive: Archive): readonly FlaggedName[] {
  let names = known.get(archive);
  if (!names) {
    names = [...eachFlagged(archive)];
    known.set(archive, names);
  }
  return names;
}

/** The same by the folder they are in. */
export function flaggedByFolder(archive: Archive): ReadonlyMap<Folder, readonly FlaggedName[]> {
  return groupByFolder(flaggedNames(archive));
}

export function groupByFolder(names: readonly FlaggedName[]): Map<Folder, FlaggedName[]> {
  const byFolder = new Map<Folder, FlaggedName[]>();
  for (const flagged of names) {
    const others = byFolder.get(flagged.parent);
    if (others) others.push(flagged);
    else byFolder.set(flagged.parent, [flagged]);
  }
  return byFolder;
}

function* eachFlagged({ root, settings }: Archive): Generator<FlaggedName> {
  const keepsColon = settings.naming.separator === 'ascii';
  const rest = [root];
  for (let parent = rest.pop(); parent; parent = rest.pop()) {
    for (const file of filesToLookAt(parent)) {
      const flags = nameFlags(keepsColon ? withoutColon(file) : file.name);
      if (flags !== 0) yield* flagged(parent, file.name, flags, 'file', file);
    }
    for (const { name, kind } of parent.oddities) {
      const flags = kind === 'ignored' ? 0 : nameFlags(name);
      if (flags !== 0) yield* flagged(parent, name, flags, 'other');
    }
    for (let at = parent.folders.length - 1; at >= 0; at -= 1) {
      const folder = parent.folders[at];
      if (!folder || isJunk(folder.name)) continue;
      const flags = nameFlags(folder.name);
      if (flags !== 0) yield* flagged(parent, folder.name, flags, 'folder');
      rest.push(folder);
    }
  }
}

function* flagged(
  parent: Folder,
  name: string,
  flags: number,
  of: FlaggedName['of'],
  file?: EvidenceFile,
): Generator<FlaggedName> {
  if (!isJunk(name)) yield { name, path: joinPath(parent.path, name), of, parent, flags, file };
}

/** The colon after the ordinal is there on purpose when the settings ask for it. */
function withoutColon({ name, parts }: EvidenceFile): string {
  return parts.separator === ':' ? name.replace(':', '：') : name;
}

/** The name that it should have: the written form of an evidence name, the portable one of anything else. */
export function portableNameOf({ name, file }: FlaggedName, { settings }: Archive): string {
  return (file && canonicalName(file.parts, settings.naming)) ?? toPortable(name);
}
