/** Which folder each incoming file goes to. */
import { eachFolder, type Archive, type EvidenceFile, type Folder } from '../archive/types.js';
import { joinPath, type ArchivePath } from '../archive/paths.js';
import { isEvidence } from '../naming/junk.js';
import { toPortable } from '../naming/portable.js';
import type { Indicator } from '../system/types.js';
import { eachRequirement } from '../system/walk.js';
import { foldName } from '../text.js';
import type { HandedIn } from './handed-in.js';
import type { Incoming } from './titles.js';

/** A folder, its evidence, and what is to be filed in it. */
export interface Destination<File extends HandedIn> {
  readonly path: ArchivePath;
  readonly there: readonly EvidenceFile[];
  readonly incoming: readonly (File & Pick<Incoming, 'isKept'>)[];
}

/**
 * Where an indicator asks for activities, the folders that tell them apart are kept in its own: those that are there
 * already are filed into. Elsewhere all goes into the indicator's folder, and titles tell.
 *
 * @param files - Every folder of theirs tells something.
 * @param home - The indicator's folder as the tree has it now; need not be there.
 * @returns in the order of the files that come first.
 */
export function destinationsOf<File extends HandedIn>(
  files: readonly File[],
  home: ArchivePath,
  indicator: Indicator | undefined,
  { root }: Archive,
): readonly Destination<File>[] {
  const isKept = eachRequirement(indicator?.evidence ?? []).some(({ activity }) => activity);
  const own = [...eachFolder(root)].find(({ path }) => path === home);
  const found = new Map<string, Place & { incoming: Destination<File>['incoming'][number][] }>();
  for (const file of files) {
    const place = placeBelow({ path: home, folder: own }, isKept ? file.folders : []);
    const key = foldName(place.path);
    const destination = found.get(key) ?? { ...place, incoming: [] };
    found.set(key, destination);
    destination.incoming.push({ ...file, isKept });
  }
  return [...found.values()].map(({ path, folder, incoming }) => {
    const there = folder?.files.filter(({ name }) => isEvidence(name)) ?? [];
    return { path, there, incoming };
  });
}

interface Place {
  readonly path: ArchivePath;
  /** `undefined` for one that has to be made. */
  readonly folder: Folder | undefined;
}

function placeBelow(home: Place, names: readonly string[]): Place {
  return names.reduce<Place>(({ path, folder }, wanted) => {
    const name = toPortable(wanted);
    const own = folder?.folders.find((each) => foldName(each.name) === foldName(name));
    return { path: own?.path ?? joinPath(path, name), folder: own };
  }, home);
}
