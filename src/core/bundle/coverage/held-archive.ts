/** The archive that is in a bundle, as a value: what was packed, under the names that it had then. */
import { expectedFolders, type ExpectedFolder } from '../../archive/layout.js';
import { matchFolders } from '../../archive/match.js';
import { nameOf, parentOf, joinPath, type ArchivePath } from '../../archive/paths.js';
import type { Archive, EvidenceFile, Folder } from '../../archive/types.js';
import type { ContentFacts } from '../../evidence/types.js';
import { LEDGER } from '../../ledger/file.js';
import { isKeptName } from '../../naming/junk.js';
import { parseName } from '../../naming/parse.js';
import { systemFor } from '../../system/for-unit.js';
import type { ScoringSystem } from '../../system/types.js';
import { compareNatural } from '../../naming/natural-order.js';
import { compareText } from '../../text.js';
import { heldIn } from '../index/held-in.js';
import type { RowMore } from '../index/index-row.js';
import type { BundleIndex } from '../index/parse-index.js';
import type { BagFiles } from '../judge/facts.js';

/** No archive is deeper. */
const DEEPEST = 64;

/** A ledger in a bundle, not yet read. */
export interface HeldLedger {
  readonly path: string;
  /** Of the digest table. */
  readonly row: number;
  readonly sha256: string;
}

export interface HeldArchive {
  readonly archive: Archive;
  readonly ledgers: readonly HeldLedger[];
  /** What was read at packing, by path in `archive`. */
  readonly facts: ReadonlyMap<ArchivePath, ContentFacts>;
  /** Of a file of `archive`, its path in the bundle. */
  readonly pathOf: (path: ArchivePath) => string;
  /** The row of the digest table of a file of `archive`. */
  readonly rowOf: (path: ArchivePath) => number | undefined;
  /** Are its folders those that the index tells of each indicator? */
  readonly agrees: boolean;
}

/** @param frozen - The scoring system in the bundle. */
export function heldArchive(
  index: BundleIndex,
  { rows, folders }: Pick<BagFiles, 'folders'> & { readonly rows: ReadonlyMap<string, number> },
  frozen: ScoringSystem,
): HeldArchive {
  const { settings } = index;
  const system = systemFor(frozen, settings.unit.profile);
  const tree = new Tree(settings.evidence);
  const ledgers: HeldLedger[] = [];
  const facts = new Map<ArchivePath, ContentFacts>();
  const renamed = new Map<ArchivePath, string>();
  for (const { path, sha256, more } of index.evidence) {
    const row = rows.get(path);
    const folder = row === undefined ? undefined : tree.folder(parentOf(path));
    if (row === undefined || !folder) continue;
    const name = more?.name ?? nameOf(path);
    if (name === LEDGER) ledgers.push({ path, row, sha256 });
    if (isKeptName(name)) continue;
    const own = joinPath(folder.path, name);
    folder.files.push({ name, path: own, parts: parseName(name) });
    if (!more) continue;
    if (more.name !== undefined) renamed.set(own, path);
    if (tellsContents(more)) facts.set(own, contentFacts(more));
  }
  for (const path of folders) tree.folder(path);
  const expected = heldFolders(expectedFolders(system, settings), index);
  const archive = { settings, system, expected, root: tree.sorted() };
  const pathOf = (path: ArchivePath) => renamed.get(path) ?? path;
  return {
    archive,
    ledgers,
    facts,
    pathOf,
    rowOf: (path) => rows.get(pathOf(path)),
    agrees: !tree.isTooDeep && agreesWith(index, archive),
  };
}

function tellsContents({ created, taken, characters }: RowMore): boolean {
  return created !== undefined || taken !== undefined || characters !== undefined;
}

function contentFacts({ created, taken, characters }: RowMore): ContentFacts {
  return { created, taken, characters };
}

interface Growing extends Folder {
  readonly folders: Growing[];
  readonly files: EvidenceFile[];
}

/** The folder tree that a list of paths makes. */
class Tree {
  readonly #root: Growing;
  readonly #folders = new Map<ArchivePath, Growing>();
  isTooDeep = false;

  constructor(name: string) {
    this.#root = { name, path: name, folders: [], files: [], oddities: [] };
    this.#folders.set(name, this.#root);
  }

  /** @returns `undefined` when it is not below the root, or too deep. */
  folder(path: ArchivePath): Growing | undefined {
    const known = this.#folders.get(path);
    if (known) return known;
    if (!path.startsWith(`${this.#root.name}/`)) return undefined;
    if (path.split('/', DEEPEST + 1).length > DEEPEST) {
      this.isTooDeep = true;
      return undefined;
    }
    const parent = this.folder(parentOf(path));
    if (!parent) return undefined;
    const folder: Growing = { name: nameOf(path), path, folders: [], files: [], oddities: [] };
    this.#folders.set(path, folder);
    parent.folders.push(folder);
    return folder;
  }

  sorted(): Folder {
    for (const { folders, files } of this.#folders.values()) {
      folders.sort((a, b) => compareNatural(a.name, b.name));
      files.sort((a, b) => compareText(a.name, b.name));
    }
    return this.#root;
  }
}

/** Of one of several bundles, only the folders that belong in it: those in the others are not missing. */
function heldFolders(
  expected: readonly ExpectedFolder[],
  index: BundleIndex,
): readonly ExpectedFolder[] {
  if (index.part === undefined) return expected;
  const isHeld = heldIn(index);
  return expected.flatMap((each): ExpectedFolder[] => {
    const { indicator } = each;
    if (indicator && isHeld(indicator.id)) return [each];
    const children = heldFolders(each.children, index);
    return children.length > 0 ? [{ ...each, children }] : [];
  });
}

/** The folders that the indicators have: the same that the index tells? */
function agreesWith({ indicators }: BundleIndex, archive: Archive): boolean {
  const told = new Map<string, string>();
  for (const [id, { folders }] of indicators) for (const folder of folders) told.set(folder, id);
  let found = 0;
  for (const [folder, { expected }] of matchFolders(archive).byFolder) {
    if (!expected.indicator) continue;
    if (told.get(folder.path) !== expected.indicator.id) return false;
    found += 1;
  }
  return found === told.size;
}
