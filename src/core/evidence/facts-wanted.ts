import type { Archive, ArchivePath } from '../archive/types.js';
import { eachRequirement } from '../system/walk.js';
import { evidenceOf } from './collect.js';

/** Files of which something must be read in them, because it decides a requirement and nothing else tells it. */
export function factsWanted(archive: Archive): readonly ArchivePath[] {
  return [...evidenceOf(archive).values()]
    .flat()
    .flatMap(({ path, home, name, date, characters }) => {
      const wanted = [...eachRequirement(home.evidence)];
      const byDate = date === undefined && wanted.some(({ every, window }) => every ?? window);
      const byLength = characters === undefined && wanted.some((each) => each.characters);
      return name && (byDate || byLength) ? [path] : [];
    });
}
