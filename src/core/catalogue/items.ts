/** What an archive holds, one by one, with all that a catalogue tells of it. */
import type { Archive } from '../archive/types.js';
import type { ArchivePath } from '../archive/paths.js';
import { CATEGORIES, type Category } from '../archive/settings.js';
import { kindsOf } from '../evidence/kind.js';
import type { Evidence } from '../evidence/types.js';
import { sheetRows } from '../ledger/sheet.js';
import type { EvidenceName } from '../naming/types.js';
import type { EvidenceKind, ScoringSystem } from '../system/types.js';
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
  const keyOf = ownerKeys(archive.system);
  return sheetRows(archive).flatMap(({ evidence, folder, leaf, fixed }): Item[] => {
    const place = places.get(leaf.id);
    if (!evidence || !place) return [];
    const { entry, path } = evidence;
    const counted = entry?.pages ?? archive.known?.facts.get(path)?.pages;
    return [
      {
        // A day that only the file's properties tell may be the one on which it was saved anew.
        evidence: { ...evidence, date: evidence.date?.written ?? evidence.date },
        place,
        folder,
        format: fixed.format,
        pages: counted ?? pagesByFormat(evidence),
        category: categoryOf(evidence),
        owners: entry?.owner === undefined ? ownersOf(place) : [keyOf(entry.owner)],
      },
    ];
  });
}

/** A ledger may have the name of a department where its key is meant. */
function ownerKeys({ owners }: ScoringSystem): (owner: string) => string {
  const keys = new Map(Object.entries(owners).map(([key, name]) => [name, key]));
  for (const key of Object.keys(owners)) keys.set(key, key);
  return (owner) => keys.get(owner) ?? owner;
}

/** A picture is one page of paper. */
function pagesByFormat({ name }: Evidence): number | undefined {
  const format = name && formatKind(name);
  if (!name || format === 'audio' || format === 'video') return 0;
  return format === 'photo' && !MAY_HAVE_PAGES.test(name.extension) ? 1 : undefined;
}

const MAY_HAVE_PAGES = /^\.tiff?$/i;

/** By what it is kept on: photographs in a Word file are a paper, and so is the picture of one. */
function categoryOf({ name, entry, kinds }: Evidence): Category {
  const told = CATEGORIES.find((each) => each === entry?.kind);
  if (told) return told;
  const format = name && formatKind(name);
  if (format === 'audio' || format === 'video') return format;
  return format === 'photo' && kinds.includes('photo') ? 'photo' : 'document';
}

function formatKind({ extension }: EvidenceName): EvidenceKind | undefined {
  return kindsOf('', extension)[0];
}

/** Is there something that only the contents of the file may tell: its pages, its day? Sorted as the items are. */
export function filesToOpen(archive: Archive): readonly ArchivePath[] {
  return itemsOf(archive).flatMap(({ evidence, pages }) => {
    const { name, date, path } = evidence;
    if (!name) return [];
    return pages === undefined || !date || date.from !== date.to ? [path] : [];
  });
}
