/** Where in the archive `--to` leads, and what goes to which folder there. */
import type { EvidenceFolder } from '../../core/archive/evidence.js';
import { placeInTree } from '../../core/archive/match.js';
import { nameOf, type ArchivePath } from '../../core/archive/paths.js';
import type { Archive } from '../../core/archive/types.js';
import { sharedByYear, type Share } from '../../core/filing/by-year.js';
import { destinationsOf, type Destination } from '../../core/filing/destinations.js';
import type { Target } from '../../core/filing/target.js';
import { isEvidence } from '../../core/naming/junk.js';
import type { Indicator } from '../../core/system/types.js';
import { foldName } from '../../core/text.js';
import { DanganError } from '../../errors.js';
import type { Source } from './collect-sources.js';
import { folderInside, type Where } from './folder-inside.js';
import { ambiguous, targetsIn } from './target-in.js';

interface Asked {
  /** An indicator, or a folder in one. */
  readonly to: string;
  readonly year: number | undefined;
}

/** What goes to a folder, or into those of activities in it. */
export interface Destined<File extends Source> {
  readonly home: ArchivePath;
  readonly destinations: readonly Destination<File>[];
}

export interface PlaceAsked {
  readonly indicator: Indicator | undefined;
  /** Is it a folder in an indicator's own? */
  readonly isInside: boolean;
  /**
   * @param yearOf - Tells files apart where the years of the indicator have folders of their own.
   * @throws {DanganError} TARGET_AMBIGUOUS - no file tells its year; YEAR_NOT_TOLD - some do not, or tell another
   */
  readonly destinedFor: <File extends Source>(
    files: readonly File[],
    yearOf: (file: File) => number | undefined,
  ) => readonly Destined<File>[];
}

/** @throws {DanganError} TARGET_UNKNOWN, TARGET_WITHOUT_FOLDER, TARGET_AMBIGUOUS, YEAR_UNKNOWN */
export function placeAsked(archive: Archive, { to, year }: Asked, where: Where): PlaceAsked {
  const inside = folderInside(archive, to, where);
  if (inside) {
    const { indicator } = inside.match.expected;
    return { indicator, isInside: true, destinedFor: (files) => [destinedInto(inside, files)] };
  }
  const targets = targetsIn(archive, { to, year });
  const { indicator } = targets[0].folder;
  return {
    indicator,
    isInside: false,
    destinedFor: (files, yearOf) =>
      sharesOf(files, targets, { to, yearOf }).map((share) => {
        const home = placeInTree(share.target.folder, archive);
        return { home, destinations: destinationsOf(share.files, home, indicator, archive) };
      }),
  };
}

/** It keeps no folders of its own; one that is called as it is tells nothing in it. */
function destinedInto<File extends Source>(
  { folder }: EvidenceFolder,
  files: readonly File[],
): Destined<File> {
  const own = foldName(nameOf(folder.path));
  const incoming = files.map((file) => {
    const folders = file.folders.filter((name) => foldName(name) !== own);
    return { ...file, folders, isKept: false };
  });
  const there = folder.files.filter(({ name }) => isEvidence(name));
  return { home: folder.path, destinations: [{ path: folder.path, there, incoming }] };
}

interface Sharing<File> {
  readonly to: string;
  readonly yearOf: (file: File) => number | undefined;
}

/** One folder takes all; of those of several years, each the files of its own. */
function sharesOf<File extends Source>(
  files: readonly File[],
  targets: readonly Target[],
  { to, yearOf }: Sharing<File>,
): readonly Share<File>[] {
  const { shares, yearless } = sharedByYear(files, targets, yearOf);
  if (yearless.length === 0) return shares;
  const isAnyTold = shares.length > 0 || yearless.some(({ year }) => year !== undefined);
  if (!isAnyTold) throw ambiguous(to, targets);
  throw new DanganError('YEAR_NOT_TOLD', {
    files: yearless.map(({ file, year }) => ({ path: file.shown, year })),
    years: targets.flatMap(({ year }) => year ?? []),
  });
}
