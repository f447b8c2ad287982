/** What a person should know of a catalogue before it is printed. */
import { eachFolder, type Archive } from '../archive/types.js';
import type { ArchivePath } from '../archive/paths.js';
import { isEvidence, isJunk } from '../naming/junk.js';
import { hasCodes, type Coded, type Field } from './codes.js';
import type { Item } from './items.js';

export interface Remarks {
  /** Files and links that are listed. */
  readonly files: number;
  readonly links: number;
  /** Files whose pages nobody knows, and whose date. */
  readonly unpaged: readonly ArchivePath[];
  readonly undated: readonly ArchivePath[];
  /** Files whose date is that of their properties or of a camera. */
  readonly datedByFile: readonly ArchivePath[];
  /** Are there to be codes? */
  readonly codes: boolean;
  /** Files without one, by what it lacks. */
  readonly uncoded: ReadonlyMap<Field, number>;
  /** Files of the whole archive that are in no leaf indicator's folder, or in one that may be another's. */
  readonly unlisted: number;
}

/** @param listed - Of `items`, which are those of the whole archive. */
export function remarksOf(
  listed: readonly Item[],
  items: readonly Item[],
  codes: ReadonlyMap<Item, Coded>,
  archive: Archive,
): Remarks {
  const files = listed.filter(({ evidence }) => evidence.name);
  const uncoded = new Map<Field, number>();
  for (const item of files) {
    const coded = codes.get(item);
    if (coded && 'lacks' in coded) uncoded.set(coded.lacks, (uncoded.get(coded.lacks) ?? 0) + 1);
  }
  const paths = (some: readonly Item[]) => some.map(({ evidence }) => evidence.path);
  return {
    files: files.length,
    links: listed.length - files.length,
    unpaged: paths(files.filter(({ pages }) => pages === undefined)),
    undated: paths(files.filter(({ evidence }) => !evidence.date)),
    datedByFile: paths(files.filter(({ evidence: { date } }) => date && BY_FILE.has(date.source))),
    codes: hasCodes(archive.settings.catalogue),
    uncoded,
    unlisted: filesIn(archive) - items.filter(({ evidence }) => evidence.name).length,
  };
}

const BY_FILE: ReadonlySet<string> = new Set(['document', 'exif']);

function filesIn(archive: Archive): number {
  let count = 0;
  for (const { name, files } of eachFolder(archive.root)) {
    if (!isJunk(name)) count += files.filter((file) => isEvidence(file.name)).length;
  }
  return count;
}
