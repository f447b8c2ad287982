/** What an archive holds, one by one, with all that a catalogue tells of it. */
import type { Archive, ArchivePath } from '../archive/types.js';
import type { Category } from '../archive/settings.js';
import type { Evidence } from '../evidence/types.js';
import { sheetRows } from '../ledger/sheet.js';
import type { EvidenceKind } from '../system/types.js';
import { eachIndicator, ownersOf, type IndicatorPlace } from '../system/walk.js';

export interface Item {
  readonly evidence: Evidence;
  readonly place: IndicatorPlace;
  /** The folder that it lies in, or whose ledger has it. */
  readonly folder: ArchivePath;
  /** Lower case, without the dot; empty for a link. */
  readonly format: string;
  /** 0 for what has none; `undefined` when it is not known. */
  readonly pages: number | undefined;
  readonly category: Category;
  /** Keys of departments: the ledger's word, else the indicator's. */
  readonly owners: readonly string[];
}

/**
 * Every evidence and every link, in the order of the scoring system and of their ordinals. What lies in a folder that
 * may be another indicator's is not among them.
 */
export function itemsOf(archive: Archive): readonly Item[] {
  const places = new Map(
    [...eachIndicator(archive.system)].map((place) => [place.indicator.id, place]),
  );
  return sheetRows(archive).flatMap(({ evidence, folder, leaf, fixed }): Item[] => {
    const place = places.get(leaf.id);
    if (!evidence || !place) return [];
    const { entry, path } = evidence;
    const counted = entry?.pages ?? archive.known?.facts.get(path)?.pages;
    return [
      {
        evidence,
        place,
        folder,
        format: fixed.format,
        pages: counted ?? pagesByKind(evidence),
        category: categoryOf(evidence),
        owners: entry?.owner === undefined ? ownersOf(place) : [entry.owner],
      },
    ];
  });
}

/** A picture is one page of paper. */
function pagesByKind({ name, kinds }: Evidence): number | undefined {
  if (!name || kinds.some((kind) => PAGELESS.has(kind))) return 0;
  return IMAGES.has(name.extension.toLowerCase()) ? 1 : undefined;
}

const PAGELESS = new Set<EvidenceKind>(['audio', 'video']);
const IMAGES = new Set('.jpg .jpeg .jpe .jfif .png .gif .bmp .heic .heif .webp .avif'.split(' '));

function categoryOf({ kinds }: Evidence): Category {
  const known = (['photo', 'audio', 'video', 'object'] as const).find((each) =>
    kinds.includes(each),
  );
  return known ?? 'document';
}

/** Is there something that only the contents of the file may tell: its pages, its day? Sorted as the items are. */
export function filesToOpen(archive: Archive): readonly ArchivePath[] {
  return itemsOf(archive).flatMap(({ evidence, pages }) => {
    const { name, date, path } = evidence;
    if (!name) return [];
    return pages === undefined || !date || date.from !== date.to ? [path] : [];
  });
}
