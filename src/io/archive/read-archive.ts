/** From a folder on disk to the archive as a value. */
import { existsSync, lstatSync, statSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expectedFolders, yearsOf } from '../../core/archive/layout.js';
import type { Settings } from '../../core/archive/settings.js';
import type { Archive, Folder } from '../../core/archive/types.js';
import type { SystemSource } from '../../core/system/source.js';
import type { ScoringSystem } from '../../core/system/types.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import { DanganError, diskError, isDanganError } from '../../errors.js';
import { readSettings, SETTINGS_FILE, shownPath } from './read-settings.js';
import { readUsableSystem } from '../system/read-system.js';
import { walk } from './walk.js';

/**
 * The archive that a place belongs to: the nearest folder at or above it with a `dangan.yaml`. Where one archive
 * lies in another, that is the inner one.
 *
 * @param start - A folder or file, absolute or relative to the working folder of the process.
 * @returns its absolute path.
 * @throws {DanganError} FILE_NOT_FOUND - `start` is not there; ARCHIVE_NOT_FOUND - no folder above it is an archive.
 */
export function findArchive(start: string): string {
  if (!existsSync(start)) throw new DanganError('FILE_NOT_FOUND', { path: start });
  const root = nearestArchive(resolve(start));
  if (root === undefined) throw new DanganError('ARCHIVE_NOT_FOUND', { path: start });
  return root;
}

/** The archive that the archive at `root` lies in, if it lies in one. */
export function archiveAround(root: string): string | undefined {
  const parent = dirname(root);
  return parent === root ? undefined : nearestArchive(parent);
}

function nearestArchive(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    // A link that leads nowhere is told when it is read, instead of an archive further up being taken.
    if (isThere(join(folder, SETTINGS_FILE))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** An archive with the scoring system as it was read, for those who judge that too. */
export interface OpenArchive {
  readonly archive: Archive;
  readonly source: SystemSource;
}

/**
 * Read settings, scoring system and folder tree; the archive's files themselves are not opened.
 *
 * @param root - From `findArchive`.
 * @throws {DanganError} SETTINGS_INVALID, SYSTEM_INVALID, ARCHIVE_UNREADABLE
 */
export async function readArchive(root: string): Promise<Archive> {
  return (await openArchive(root)).archive;
}

/**
 * As `readArchive`, with the scoring system's source.
 *
 * @param cwd - The user's working folder: errors name files as seen from there.
 */
export async function openArchive(root: string, cwd = process.cwd()): Promise<OpenArchive> {
  const { settings, source: settingsFile } = await readSettings(root, cwd);
  const source = await systemOf(root, settings, cwd);
  const { system } = source;
  refuseYearsUnknown(shownPath(join(root, SETTINGS_FILE), cwd), settings, system, settingsFile);
  const expected = expectedFolders(system, settings);
  return { archive: { settings, system, expected, root: evidenceTree(root, settings) }, source };
}

/** Its places are told from the archive's folder, its errors as the user sees the path. */
async function systemOf(root: string, settings: Settings, cwd: string): Promise<SystemSource> {
  const { system: path, folders } = settings;
  try {
    return await readUsableSystem(path, { template: folders.template, cwd: root });
  } catch (error) {
    if (!isDanganError(error)) throw error;
    const data = { ...error.data, path: shownPath(join(root, path), cwd) };
    throw new DanganError(error.code, data, { cause: error });
  }
}

/** The evidence tree; an empty one when its folder is not there, as git does not keep empty folders. */
function evidenceTree(root: string, { evidence }: Settings): Folder {
  const disk = join(root, evidence);
  if (!isThere(disk))
    return { name: evidence, path: evidence, folders: [], files: [], oddities: [] };
  // A link to a folder is as good as one: evidence may be on a larger disk. One that leads nowhere is not absence.
  if (!followed(disk).isDirectory()) throw new DanganError('NOT_A_FOLDER', { path: disk });
  return walk(disk, evidence, evidence);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // Below a file there is nothing.
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return false;
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

function refuseYearsUnknown(
  path: string,
  settings: Settings,
  system: ScoringSystem,
  file: YamlSource,
): void {
  if (settings.folders.years === 'none') return;
  if (yearsOf(settings.window ?? system.window, system).length > 0) return;
  const at = file.locate('/folders/years');
  throw new DanganError('SETTINGS_INVALID', {
    path,
    problems: [{ at, messageId: 'years-without-window', data: {} }],
  });
}
