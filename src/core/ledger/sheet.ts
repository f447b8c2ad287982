/** The ledgers of an archive as one table: a row for each evidence, whether a ledger knows of it or not. */
import { leafFolders, type EvidenceFolder } from '../archive/evidence.js';
import { yearFolderName } from '../archive/layout.js';
import { systemOrder } from '../archive/system-order.js';
import type { Archive } from '../archive/types.js';
import { joinPath, type ArchivePath } from '../archive/paths.js';
import { evidenceOf } from '../evidence/collect.js';
import type { Evidence } from '../evidence/types.js';
import { shownCode } from '../system/meant.js';
import { eachIndicator, eachRequirement } from '../system/walk.js';
import type { Indicator } from '../system/types.js';
import { foldName } from '../text.js';
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
  const evidence = new Map(
    [...evidenceOf(archive).values()].flat().map((each) => [each.path, each]),
  );
  const inOrder = systemOrder(archive);
  return leafFolders(archive)
    .toSorted((a, b) => inOrder(a.folder.path, b.folder.path))
    .flatMap((place) => {
      const { indicator } = place.match.expected;
      if (!indicator) return [];
      const ledger = archive.known?.ledgers.get(place.folder.path);
      return [
        ...fileRows(place, ledger, indicator, archive),
        ...linkRows(place, ledger, indicator, archive),
      ];
    })
    .map(({ key, ...row }) => ({ ...row, evidence: evidence.get(key) }));
}

/** A row, and the path of its evidence. */
type Keyed = Omit<SheetRow, 'evidence'> & { readonly key: ArchivePath };

function fileRows(
  place: EvidenceFolder,
  ledger: Ledger | undefined,
  leaf: Indicator,
  archive: Archive,
): readonly Keyed[] {
  const entries = new Map<string, LedgerEntry>();
  for (const entry of ledger?.entries ?? []) {
    if (entry.file !== undefined && !entries.has(foldName(entry.file)))
      entries.set(foldName(entry.file), entry);
  }
  const folder = place.folder.path;
  return place.files.map(({ name, parts }) => {
    const path = joinPath(folder, name);
    const fixed = {
      ...whereIs(place, leaf, archive),
      ordinal: parts.digits,
      title: parts.title,
      format: parts.extension.slice(1).toLowerCase(),
      link: '',
    };
    return {
      key: path,
      id: path,
      folder,
      file: name,
      fixed,
      leaf,
      entry: entries.get(foldName(name)),
    };
  });
}

function linkRows(
  place: EvidenceFolder,
  ledger: Ledger | undefined,
  leaf: Indicator,
  archive: Archive,
): readonly Keyed[] {
  const seen = new Map<string, number>();
  const folder = place.folder.path;
  return (ledger?.entries ?? []).flatMap((entry): Keyed[] => {
    const { link } = entry;
    if (!ledger || link === undefined || entry.file !== undefined) return [];
    const count = (seen.get(link) ?? 0) + 1;
    seen.set(link, count);
    const id = `${folder}#${link}${count > 1 ? ` (${count})` : ''}`;
    const own = { ordinal: '', title: entry.title ?? '', format: '', link };
    const fixed = { ...whereIs(place, leaf, archive), ...own };
    return [
      { key: `${ledger.path}#${entry.nth}`, id, folder, file: undefined, fixed, leaf, entry },
    ];
  });
}

/** The indicator as its folder calls it; of the folder what that does not tell: year, activity. */
function whereIs({ folder, match, year }: EvidenceFolder, leaf: Indicator, { system }: Archive) {
  const within = folder.path.slice(match.folder.path.length + 1);
  const parts = [year === undefined ? '' : yearFolderName(year), within];
  const { folder: alias, name } = leaf;
  const code = shownCode(leaf, system);
  return { code, indicator: alias ?? name, folder: parts.filter((part) => part !== '').join('/') };
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
