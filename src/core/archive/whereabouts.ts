import type { Place } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { isWithin, joinPath, type ArchivePath } from './paths.js';
import { eachFolder, type Archive } from './types.js';

/** Where things are in an archive, for reports that want a file and a line of everything. */
export interface Whereabouts {
  /** Is there something at this place that is no folder, and that can be named? */
  isFile(path: ArchivePath): boolean;
  /** The line of the scoring system at which an indicator stands; without one, where the system begins. */
  lineOf(indicator: string | undefined): Place & { readonly file: ArchivePath };
}

/** Nothing is looked up before it is asked for: most reports ask for none of it. */
export function whereaboutsIn({ root, system, settings }: Archive): Whereabouts {
  let files: ReadonlySet<ArchivePath> | undefined;
  let lines: ReadonlyMap<string, Place> | undefined;
  return {
    isFile: (path) => !isWithin(path, root.path) || (files ??= filesBelow(root)).has(path),
    lineOf: (indicator) => {
      lines ??= new Map([...eachIndicator(system)].map(({ indicator: { id, at } }) => [id, at]));
      const { line, column, file } = lines.get(indicator ?? '') ?? { line: 1, column: 1 };
      return { line, column, file: file ?? settings.system };
    },
  };
}

/** With links, which git keeps as well; without what has a name that is no text, since no path leads to it. */
function filesBelow(root: Archive['root']): ReadonlySet<ArchivePath> {
  const files = new Set<ArchivePath>();
  for (const { path, files: evidence, oddities } of eachFolder(root)) {
    for (const file of evidence) files.add(file.path);
    for (const { name, kind } of oddities) if (kind !== 'garbled') files.add(joinPath(path, name));
  }
  return files;
}
