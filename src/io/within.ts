/** How paths lie to each other. To Windows the case of their letters is all one, those of drives included. */
import nodePath, { type PlatformPath, relative, sep } from 'node:path';

/** Is `path` the folder `above`, or in it? Links are not followed. */
export function isWithin(path: string, above: string, system: PlatformPath = nodePath): boolean {
  const place = system.relative(above, path);
  return place !== '..' && !place.startsWith(`..${system.sep}`) && !system.isAbsolute(place);
}

/** Are they one place, however it is written? */
export function isSamePlace(a: string, b: string, system: PlatformPath = nodePath): boolean {
  return system.relative(a, b) === '';
}

/** The deepest folder that holds all the files; `undefined` when they are on several drives. */
export function folderAround(
  files: readonly string[],
  system: PlatformPath = nodePath,
): string | undefined {
  let folder = system.dirname(files[0] ?? '');
  while (!files.every((file) => isWithin(file, folder, system))) {
    const above = system.dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return folder;
}

/** A path as archives, bundles and git write it: with `/`, whatever the system has. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** The way from a folder to what is below it, with `/`. */
export function pathBelow(folder: string, path: string): string {
  return slashed(relative(folder, path));
}
