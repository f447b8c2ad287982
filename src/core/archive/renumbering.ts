/** What codes of indicators meant before the folders follow a changed scoring system, and what is meant by which now. */
import type { Change } from '../change/types.js';
import { folderMoves } from '../change/place-of.js';
import { listIn } from '../group.js';
import { isEvidence } from '../naming/junk.js';
import { idsByName } from '../scoring/context.js';
import { isAnother, NamesKept } from '../system/kept-name.js';
import type { Indicator } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { codeKey, folderKey, squash } from './folder-key.js';
import { eachExpected, type ExpectedFolder } from './layout.js';
import { isLike } from './likeness.js';
import { matchFolders } from './match.js';
import { parentOf, type ArchivePath } from './paths.js';
import { eachFolder, type Archive, type Folder } from './types.js';

/**
 * Why nobody but a person knows what a code means now.
 *
 * - `gone`: it was the code of a folder whose indicator is no more.
 * - `several`: more than one folder had it.
 * - `other-name`: its indicator has another name, and may be another one.
 * - `no-folder`: it has no folder, and the codes beside it have changed.
 * - `nowhere`: neither a folder nor an indicator has it.
 */
export type CodeDoubt = 'gone' | 'several' | 'other-name' | 'no-folder' | 'nowhere';

export type CodeNow =
  /** `of`: that indicator, as its folder shows, which gets another name. */
  | { readonly is: 'same'; readonly of?: Indicator }
  | { readonly is: 'other'; readonly to: string; readonly of: Indicator }
  | { readonly is: 'unsure'; readonly because: CodeDoubt };

/** A code that somebody wrote down. */
interface Written {
  readonly name: string;
  /** The name that its indicator had, where that was kept beside it. */
  readonly kept: string | undefined;
}

/** A folder as the person knew it who wrote its code down. */
interface Known {
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

const SAME: CodeNow = { is: 'same' };

/**
 * What is meant now by a code, or a path of codes, that was written down when the folders were called as they are
 * called in `archive`. Each is looked up on its own, so that codes that change places never chain. Where the name of
 * the indicator was kept beside the code, that tells where folders do not, and what was written under the new code
 * already.
 *
 * @param archive - With the changed scoring system, and its folders as they are still called.
 * @param changes - What brings the folders in line. A folder that keeps its name keeps its code.
 */
export function renumbering(
  archive: Archive,
  changes: readonly Change[],
): (all: readonly Written[]) => readonly CodeNow[] {
  const known = knownFolders(archive, folderMoves(changes));
  const ids = idsByName(archive.system);
  const byKey = new Map<string, Known[]>();
  const byCode = new Map<string, Known[]>();
  for (const each of known) {
    listIn(byKey, each.key).push(each);
    listIn(byCode, each.key.split('/').at(-1) ?? '').push(each);
  }
  const shifted = known.filter(({ key, indicator }) => indicator && key !== keyOf(indicator.id));
  const groups = new Set(shifted.map(({ key }) => parentOf(key)));
  const moved = new Set(shifted.map(({ key }) => key));

  const now = ({ id, code }: Indicator, name: string, byId: boolean): string => {
    if (isOnly(name, id)) return name;
    return !byId && isOnly(code, id) ? code : id;
  };
  const isOnly = (name: string, id: string) => {
    const [first, second] = ids.get(name) ?? [];
    return first === id && second === undefined;
  };
  const withoutFolder = (name: string): CodeNow => {
    const [id] = ids.get(name) ?? [];
    if (id === undefined) {
      return shifted.length > 0 ? { is: 'unsure', because: 'nowhere' } : SAME;
    }
    const parent = parentOf(keyOf(id));
    const isNear = groups.has(parent) || above(`${parent}/`).some((each) => moved.has(each));
    return isNear ? { is: 'unsure', because: 'no-folder' } : SAME;
  };

  const byFolder = (name: string): CodeNow => {
    const key = keyOf(name);
    const byId = byKey.has(key);
    const all = byKey.get(key) ?? byCode.get(key) ?? [];
    if (all.length === 0) return withoutFolder(name);
    // A folder that was made for a new indicator is nobody's yet.
    const old = byId ? all.filter((each) => !isNewlyMade(each)) : all;
    const found = old.length > 0 ? old : all;
    const meant = new Set(found.map((each) => each.indicator?.id));
    const [first] = found;
    if (meant.size > 1 || new Set(found.map((each) => each.key)).size > 1) {
      const isAsBefore = found.every((each) => each.indicator && !shifted.includes(each));
      return isAsBefore ? SAME : { is: 'unsure', because: 'several' };
    }
    if (!first?.indicator) return { is: 'unsure', because: 'gone' };
    if (found.some(({ doubtful }) => doubtful)) return { is: 'unsure', because: 'other-name' };
    const of = first.indicator;
    const to = now(of, name, byId);
    if (to !== name) return { is: 'other', to, of };
    return found.some(({ isNamed }) => !isNamed) ? { is: 'same', of } : SAME;
  };

  const indicators = [...eachIndicator(archive.system)].map(({ indicator }) => indicator);
  const names = new NamesKept(indicators);
  const byId = new Map(indicators.map((each) => [each.id, each]));
  const hereOf = (name: string) => {
    const [id, second] = ids.get(name) ?? [];
    return id === undefined || second !== undefined ? undefined : byId.get(id);
  };
  const byName = (name: string, kept: string, taken: ReadonlySet<Indicator>): CodeNow => {
    const told = byFolder(name);
    const here = hereOf(name);
    const [only, other] = names.called(kept);
    const called = only === undefined || other !== undefined ? undefined : byId.get(only);
    // Written down under the new code already.
    if (here && here === called) return SAME;
    if (told.is === 'other' || (told.is === 'same' && told.of)) return told;
    if (here && !isAnother(kept, here, names)) return told;
    if (called && !taken.has(called)) {
      return { is: 'other', to: now(called, name, name.includes('/')), of: called };
    }
    if (told.is === 'unsure') return told;
    return { is: 'unsure', because: here ? 'other-name' : 'nowhere' };
  };

  return (all) => {
    const taken = new Set<Indicator>();
    for (const { name, kept } of all) {
      const here = hereOf(name);
      if (here && kept !== undefined && squash(kept) === squash(here.name)) taken.add(here);
    }
    return all.map(({ name, kept }) =>
      kept === undefined ? byFolder(name) : byName(name, kept, taken),
    );
  };
}

function knownFolders(archive: Archive, afterwards: (path: ArchivePath) => ArchivePath): Known[] {
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
function isNewlyMade({ folder, isNamed }: Known): boolean {
  if (!isNamed) return false;
  for (const { files, oddities } of eachFolder(folder)) {
    if (oddities.length > 0 || files.some(({ name }) => isEvidence(name))) return false;
  }
  return true;
}

/** As codes are compared: however wide its signs are, and whatever marks are around it. */
function keyOf(id: string): string {
  return id.split('/').map(codeKey).join('/');
}

function above(key: string): string[] {
  const parts = key.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
