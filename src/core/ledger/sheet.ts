/** The ledgers of an archive as one table: a row for each evidence, whether a ledger knows of it or not. */
import { evidenceFolders } from '../archive/evidence.js';
import { matchFolders } from '../archive/match.js';
import { nameOf, parentOf } from '../archive/paths.js';
import { systemOrder } from '../archive/system-order.js';
import { joinPath, type Archive, type ArchivePath, type EvidenceFile } from '../archive/types.js';
import { evidenceOf } from '../evidence/collect.js';
import type { Evidence } from '../evidence/types.js';
import { eachIndicator, eachRequirement } from '../system/walk.js';
import type { Indicator } from '../system/types.js';
import { compareText, foldName } from '../text.js';
import type { NameKey } from './sheet-fields.js';
import type { Ledger, LedgerEntry } from './types.js';

export interface SheetRow {
  /** Path of the file; of a link, that of its folder with `#` and the address. */
  readonly id: string;
  /** The folder whose ledger speaks of it. */
  readonly folder: ArchivePath;
  /** Name of the file; `undefined` for a link. */
  readonly file: string | undefined;
  readonly fixed: Readonly<Record<NameKey, string>>;
  readonly leaf: Indicator;
  readonly entry: LedgerEntry | undefined;
  /** What it passes for where no entry says anything. */
  readonly evidence: Evidence | undefined;
}

/** Every evidence of the leaf indicators, and every link, in the order of the scoring system. */
export function sheetRows(archive: Archive): readonly SheetRow[] {
  const homes = new Homes(archive);
  const ledgers = archive.known?.ledgers ?? new Map<ArchivePath, Ledger>();
  const evidence = new Map(
    [...evidenceOf(archive).values()].flat().map((each) => [each.path, each]),
  );
  const files = new Map(evidenceFolders(archive).map((each) => [each.folder.path, each.files]));
  const folders = [...new Set([...files.keys(), ...ledgers.keys()])].sort(systemOrder(archive));
  return folders.flatMap((folder) => {
    const home = homes.of(folder);
    if (!home) return [];
    const ledger = ledgers.get(folder);
    return [
      ...fileRows(folder, files.get(folder) ?? [], ledger, home),
      ...linkRows(folder, ledger, home),
    ].map(({ key, ...row }) => ({ ...row, evidence: evidence.get(key) }));
  });
}

interface Home {
  readonly leaf: Indicator;
  /** The folder's path as far as the indicator's code and name do not tell it: year, activity. */
  readonly within: string;
}

/** The leaf indicator that a folder is kept for: that of the nearest folder that stands for one. */
class Homes {
  readonly #known = new Map<ArchivePath, Home | undefined>([['', undefined]]);

  constructor(archive: Archive) {
    const years = archive.settings.folders.years;
    for (const [{ path, name }, { expected }] of matchFolders(archive).byFolder) {
      const { indicator, leaf, year } = expected;
      if (!leaf || !indicator) continue;
      const top = years === 'top' ? (path.split('/')[1] ?? '') : '';
      this.#known.set(path, { leaf: indicator, within: year === undefined ? top : name });
    }
  }

  of(folder: ArchivePath): Home | undefined {
    const known = this.#known.get(folder);
    if (known || this.#known.has(folder)) return known;
    const above = this.of(parentOf(folder));
    const home = above && { ...above, within: joinPath(above.within, nameOf(folder)) };
    this.#known.set(folder, home);
    return home;
  }
}

/** A row, and the path of its evidence. */
type Keyed = Omit<SheetRow, 'evidence'> & { readonly key: ArchivePath };

function fileRows(
  folder: ArchivePath,
  files: readonly EvidenceFile[],
  ledger: Ledger | undefined,
  home: Home,
): Keyed[] {
  const entries = new Map<string, LedgerEntry>();
  for (const entry of ledger?.entries ?? []) {
    if (entry.file !== undefined && !entries.has(foldName(entry.file)))
      entries.set(foldName(entry.file), entry);
  }
  const inOrder = files.toSorted(
    (a, b) =>
      (a.parts.ordinal ?? Infinity) - (b.parts.ordinal ?? Infinity) || compareText(a.name, b.name),
  );
  return inOrder.map(({ name, parts }) => ({
    key: joinPath(folder, name),
    id: joinPath(folder, name),
    folder,
    file: name,
    fixed: {
      ...placeOf(home),
      ordinal: parts.digits,
      title: parts.title,
      format: parts.extension.slice(1).toLowerCase(),
      link: '',
    },
    leaf: home.leaf,
    entry: entries.get(foldName(name)),
  }));
}

function linkRows(folder: ArchivePath, ledger: Ledger | undefined, home: Home): Keyed[] {
  const seen = new Map<string, number>();
  return (ledger?.entries ?? []).flatMap((entry) => {
    const { link } = entry;
    if (link === undefined || entry.file !== undefined) return [];
    const count = (seen.get(link) ?? 0) + 1;
    seen.set(link, count);
    const fixed = { ordinal: '', title: entry.title ?? '', format: '', link };
    return {
      key: `${ledger?.path ?? ''}#${entry.nth}`,
      id: `${folder}#${link}${count > 1 ? ` (${count})` : ''}`,
      folder,
      file: undefined,
      fixed: { ...placeOf(home), ...fixed },
      leaf: home.leaf,
      entry,
    };
  });
}

function placeOf({ leaf, within }: Home) {
  return { code: leaf.code, indicator: leaf.folder ?? leaf.name, folder: within };
}

/** The facts that captions are asked for, in the order of the scoring system; then those that ledgers have besides. */
export function captionFields(archive: Archive): readonly string[] {
  const fields = new Set<string>();
  for (const { indicator } of eachIndicator(archive.system)) {
    for (const { caption } of eachRequirement(indicator.evidence))
      for (const field of caption) fields.add(field);
  }
  for (const { entries } of archive.known?.ledgers.values() ?? [])
    for (const { caption } of entries) for (const field of Object.keys(caption)) fields.add(field);
  return [...fields];
}
