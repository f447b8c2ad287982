/** From a folder on disk to the archive as a value. */
import { dirname, join, resolve } from 'node:path';
import { expectedFolders, yearsOf } from '../../core/archive/layout.js';
import type { Settings } from '../../core/archive/settings.js';
import type { Archive } from '../../core/archive/types.js';
import { indicatorsOf } from '../../core/own-rules/chosen.js';
import { systemFor } from '../../core/system/for-unit.js';
import { notMeant } from '../../core/system/meant.js';
import type { SystemSource } from '../../core/system/source.js';
import type { ScoringSystem } from '../../core/system/types.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import { DanganError, isDanganError } from '../../errors.js';
import { bundleAt } from '../bundle/places.js';
import { diskStore, isThere } from '../store/disk-store.js';
import type { Store } from '../store/types.js';
import { readSettings, SETTINGS_FILE } from './read-settings.js';
import { refuseMissing } from './is-file.js';
import { readUsableSystem } from '../system/read-system.js';

/**
 * The archive that a place belongs to: the nearest folder at or above it with a `dangan.yaml`. Where one archive
 * lies in another, that is the inner one.
 *
 * @param start - A folder or file, absolute or relative to the working folder of the process.
 * @returns its absolute path.
 * @throws {DanganError} FILE_NOT_FOUND - `start` is not there; ARCHIVE_NOT_FOUND - no folder above it is an archive.
 */
export function findArchive(start: string): string {
  refuseMissing(start);
  const root = nearestArchive(resolve(start));
  if (root === undefined) {
    const bundle = bundleAt(resolve(start));
    throw new DanganError('ARCHIVE_NOT_FOUND', { path: start, bundle });
  }
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
export function openArchive(root: string, cwd?: string): Promise<OpenArchive> {
  return openFrom(diskStore(root, cwd));
}

/** The same, wherever it is kept. */
export async function openFrom(store: Store): Promise<OpenArchive> {
  const { settings, source: settingsFile } = await readSettings(store);
  const source = await systemOf(store, settings);
  refuseYearsUnknown(store.shown(SETTINGS_FILE), settings, source.system, settingsFile);
  refuseIndicatorsUnknown(store.shown(SETTINGS_FILE), settings, source.system);
  const system = systemFor(source.system, settings.unit.profile);
  const expected = expectedFolders(system, settings);
  const root = await store.readTree(settings);
  return { archive: { settings, system, expected, root }, source };
}

/** The scoring system of the archive at `root`, for those who need not see the tree. */
export async function readArchiveSystem(root: string): Promise<SystemSource> {
  const store = diskStore(root);
  const { settings } = await readSettings(store);
  return systemOf(store, settings);
}

/** Its places are told from the archive's folder, its errors as the user sees the path. */
async function systemOf(store: Store, settings: Settings): Promise<SystemSource> {
  const { system: path, folders } = settings;
  try {
    return await readUsableSystem(path, { template: folders.template, files: store });
  } catch (error) {
    if (!isDanganError(error)) throw error;
    const meant = { is: 'setting', written: path } as const;
    const said = error.code === 'FILE_NOT_FOUND' ? { meant } : {};
    const data = { ...error.data, path: store.shown(path), ...said };
    throw new DanganError(error.code, data, { cause: error });
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

/** Own rules name indicators, and only with the scoring system it is known which there are. */
function refuseIndicatorsUnknown(path: string, { own }: Settings, system: ScoringSystem): void {
  const problems = own.flatMap(({ id, where }) =>
    where.indicators.flatMap(({ code, at }) => {
      if (indicatorsOf(code, system).size > 0) return [];
      const { nearest } = notMeant(code, system);
      const data = { key: `rules.${id}.where.indicator`, code, nearest };
      return { at, messageId: 'own-indicator' as const, data };
    }),
  );
  if (problems.length > 0) throw new DanganError('SETTINGS_INVALID', { path, problems });
}
