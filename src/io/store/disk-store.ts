/** An archive in a folder of a disk. */
import { lstatSync, statSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from '../../core/archive/settings.js';
import type { Folder } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { ignoresOf } from '../../core/globs/ignore.js';
import type { KnownKeys, YamlSource } from '../../core/yaml-file/node.js';
import { DanganError, diskError, errorCode } from '../../errors.js';
import type { TreeListing } from '../bundle/writing/list-tree.js';
import { shownPath } from '../archive/read-settings.js';
import { diskLister, walk } from '../archive/walk.js';
import { digestInPieces } from '../pieces.js';
import { breathing } from '../threads/pause.js';
import { readYaml, readYamlNow } from '../yaml/yaml.js';
import type { Store, YamlFiles } from './types.js';

/**
 * @param root - From `findArchive`.
 * @param cwd - The user's working folder: errors name files as seen from there.
 * @param tree - What the disk has just told of the files of its evidence tree.
 */
export function diskStore(root: string, cwd = process.cwd(), tree?: TreeListing): Store {
  return {
    ...yamlFilesIn(root),
    shown: (path) => shownPath(join(root, path), cwd),
    has: (path) => isThere(join(root, path)),
    readYamls: (paths, known) => Promise.resolve(paths.map((path) => yamlAt(root, path, known))),
    readTree: (settings) => Promise.resolve(evidenceTree(root, settings)),
    sizes: () => Promise.resolve((path) => sizeOf(join(root, path))),
    readDigests: (paths) => digestsOf(root, paths),
    async identify(paths, options) {
      const { identifyFiles } = await import('../facts/identify-files.js');
      return identifyFiles(root, paths, { ...options, cache: true, listed: tree?.inOrder() });
    },
    async readFacts(paths, options) {
      const { readFacts } = await import('../facts/read-facts.js');
      return readFacts(root, paths, { ...options, cache: true });
    },
    async readFooters(archive, options) {
      const { readFooters } = await import('../stamp/read-footers.js');
      return readFooters(root, archive, options);
    },
  };
}

/** Files of a disk. @param folder - That paths are told from. */
export function yamlFilesIn(folder: string): YamlFiles {
  return {
    resolve: (path) => resolve(folder, path),
    readYaml: (path, known) => readYaml(resolve(folder, path), known),
  };
}

function yamlAt(root: string, path: ArchivePath, known: KnownKeys): YamlSource | undefined {
  const file = join(root, path);
  return isOrdinary(file) ? readYamlNow(file, known) : undefined;
}

function isOrdinary(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch (error) {
    throw diskError(path, error);
  }
}

/** @param list - How its folders are listed. */
export function evidenceTree(
  root: string,
  { evidence, ignore }: Settings,
  list = diskLister(root),
): Folder {
  const disk = join(root, evidence);
  if (!isThere(disk))
    return { name: evidence, path: evidence, folders: [], files: [], oddities: [] };
  // A link to a folder is as good as one: evidence may be on a larger disk. One that leads nowhere is not absence.
  if (!followed(disk).isDirectory()) throw new DanganError('NOT_A_FOLDER', { path: disk });
  return walk(list, ignoresOf(ignore), evidence, evidence);
}

/** Links are told as they are: one that leads nowhere is there. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // Below a file there is nothing.
    if (errorCode(error) === 'ENOTDIR') return false;
    throw diskError(path, error);
  }
}

function followed(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw diskError(path, error);
  }
}

function sizeOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.size;
}

/** That one cannot be read is told by whoever needs what is in it. */
async function digestsOf(
  root: string,
  paths: readonly ArchivePath[],
): Promise<Map<ArchivePath, string>> {
  const digests = new Map<ArchivePath, string>();
  const pause = breathing(() => undefined);
  for (const path of paths) {
    try {
      digests.set(path, await digestInPieces(join(root, path), pause));
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
    }
  }
  return digests;
}
