/** Folders under the codes by which people know them, before they follow a changed scoring system. */
import { isEvidence } from '../naming/junk.js';
import type { Indicator } from '../system/types.js';
import { codeKey, folderKey } from './folder-key.js';
import { eachExpected, type ExpectedFolder } from './layout.js';
import { isLike } from './likeness.js';
import { matchFolders } from './match.js';
import type { ArchivePath } from './paths.js';
import { eachFolder, type Archive, type Folder } from './types.js';

/** A folder as the person knew it who wrote its code down. */
export interface Known {
  /** Codes of the folders that it is in and its own, as codes are compared. */
  readonly key: string;
  readonly folder: Folder;
  /** `undefined`: its indicator is no more. */
  readonly indicator: Indicator | undefined;
  /** It has the name that the scoring system asks for. */
  readonly isNamed: boolean;
  /** Its name is wholly different from that of the indicator with its code: it may be another's. */
  readonly doubtful: boolean;
}

/** @param afterwards - Where a path will be. */
export function knownFolders(
  archive: Archive,
  afterwards: (path: ArchivePath) => ArchivePath,
): Known[] {
  const known: Known[] = [];
  const expected = new Map(
    [...eachExpected(archive.expected)].map((each) => [each.path.normalize('NFC'), each]),
  );
  const { byFolder } = matchFolders(archive);
  const look = (folder: Folder, above: string) => {
    for (const own of folder.folders) {
      const at = expected.get(afterwards(own.path).normalize('NFC'));
      const found = byFolder.get(own);
      // One that cannot be renamed yet keeps its code until it can.
      const match = at ?? found?.expected;
      if (match?.indicator === undefined && match?.year !== undefined) {
        look(own, above);
        continue;
      }
      if (match?.year !== undefined) continue;
      const key = above + codeKey(codeIn(own.name, match, archive.settings.folders.template));
      if (at) known.push(knownAs(at, own, key));
      else if (match && found?.how === 'doubtful')
        known.push({ ...knownAs(match, own, key), doubtful: true });
      else if (!match)
        known.push({ key, folder: own, indicator: undefined, isNamed: false, doubtful: false });
      if (!match?.leaf) look(own, `${key}/`);
    }
  };
  look(archive.root, '');
  return known;
}

function knownAs(expected: ExpectedFolder, folder: Folder, key: string): Known {
  const { indicator } = expected;
  const isNamed = folder.name === expected.name;
  const isSameCode = indicator !== undefined && key === keyOf(indicator.id);
  const doubtful = !isNamed && isSameCode && !isLike(expected, folder);
  return { key, folder, indicator, isNamed, doubtful };
}

/** The code that a folder's name begins with, or has where the template puts it. */
function codeIn(name: string, expected: ExpectedFolder | undefined, template: string): string {
  if (expected?.name === name) return expected.indicator?.code ?? '';
  const [before = '', between, after = ''] = template.split(/\{code\}|\{name\}/);
  if (between !== undefined && between !== '' && before === '' && after === '') {
    const at = template.startsWith('{code}') ? name.indexOf(between) : name.lastIndexOf(between);
    const parts = [name.slice(0, at), name.slice(at + between.length)];
    if (at > 0) return (template.startsWith('{code}') ? parts[0] : parts[1]) ?? '';
  }
  return folderKey(name).code;
}

/** It is called as its indicator is, and nothing is in it. */
export function isNewlyMade({ folder, isNamed }: Known): boolean {
  if (!isNamed) return false;
  for (const { files, oddities } of eachFolder(folder)) {
    if (oddities.length > 0 || files.some(({ name }) => isEvidence(name))) return false;
  }
  return true;
}

/** As codes are compared: however wide its signs are, and whatever marks are around it. */
export function keyOf(id: string): string {
  return id.split('/').map(codeKey).join('/');
}
