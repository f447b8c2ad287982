/** A new archive: settings, scoring system, schemas for the editor, folders. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { attributesText, ignoreText, type GitWords } from '../../core/archive/git-files.js';
import { eachExpected } from '../../core/archive/layout.js';
import {
  settingsText,
  type NewSettings,
  type SettingsRemarks,
} from '../../core/archive/settings/text.js';
import { DEFAULT_SETTINGS } from '../../core/archive/settings.js';
import type { Archive } from '../../core/archive/types.js';
import { profileFaults } from '../../core/system/profile.js';
import type { SystemSource } from '../../core/system/source.js';
import { foldName } from '../../core/text.js';
import { DanganError } from '../../errors.js';
import { editorSchemas, SCHEMAS } from './editor-schemas.js';
import { repositoryAround } from '../git/repository.js';
import { makeFolder } from './new-folder.js';
import { archiveAround, openArchive } from './read-archive.js';
import { SETTINGS_FILE } from './read-settings.js';
import { readUsableSystem } from '../system/read-system.js';
import { readSystemFiles } from '../system/system-files.js';
import { pathBelow } from '../within.js';

interface NewArchive {
  /** Absolute. */
  readonly target: string;
  /** Path of the scoring system to take in. */
  readonly system: string;
  readonly settings: Omit<NewSettings, 'system'>;
  readonly remarks: SettingsRemarks;
  /** What is said in the files for git. */
  readonly git: GitWords;
  /** Pictures, recordings and films are kept with git-lfs. */
  readonly lfs: boolean;
  readonly signal: AbortSignal;
  /** Puts evidence into the folders. */
  readonly fill?: (root: string, archive: Archive) => Promise<void>;
}

/**
 * Make an archive; it is there whole or not at all.
 *
 * @throws {DanganError} ARCHIVE_EXISTS, ARCHIVE_AROUND, FOLDER_NOT_EMPTY, SYSTEM_INVALID, PROFILE_INVALID
 */
export async function makeArchive(
  request: NewArchive,
): Promise<{ readonly archive: Archive; readonly source: SystemSource }> {
  const { target, system: path } = request;
  refuseNested(target);
  // Read where it is first: what is wrong in it is told of the file that the user knows.
  const { system: read } = await readUsableSystem(path, {
    template: DEFAULT_SETTINGS.folders.template,
  });
  const faults = profileFaults(read, request.settings.profile);
  if (faults.length > 0) throw new DanganError('PROFILE_INVALID', { faults });
  const system = await takenIn(request);
  const kept = [...system.kept, ...KEPT.filter((name) => existsSync(join(target, name)))];
  return makeFolder(target, SETTINGS_FILE, kept, async (root) => {
    await writeFiles(root, request, system);
    await writeGitFiles(root, request);
    const { archive, source } = await openArchive(root);
    for (const { path } of eachExpected(archive.expected)) {
      await mkdir(join(root, path), { recursive: true });
    }
    await request.fill?.(root, archive);
    if (request.signal.aborted) throw new DanganError('INTERRUPTED', {});
    return { archive, source };
  });
}

function refuseNested(target: string): void {
  if (existsSync(join(target, SETTINGS_FILE))) {
    throw new DanganError('ARCHIVE_EXISTS', { path: target });
  }
  const outer = archiveAround(target);
  if (outer !== undefined) throw new DanganError('ARCHIVE_AROUND', { path: target, outer });
}

/** The scoring system's files as the archive will have them. */
interface TakenIn {
  readonly main: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Those of them that are in the new archive's folder already. */
  readonly kept: readonly string[];
}

/** A system that lies, with all it extends, where the archive is to be made is used as it is; others are copied. */
async function takenIn({ target, system }: NewArchive): Promise<TakenIn> {
  const { main, files, sources } = await readSystemFiles(system);
  const own = new Map([...sources].map(([path, bytes]) => [pathBelow(target, path), bytes]));
  const kept = [...new Set([...own.keys()].map((path) => path.split('/', 1)[0] ?? ''))];
  if ([...own.keys()].some(isAbsolute) || kept.some(isNotForSystem)) {
    return { main, files, kept: [] };
  }
  const [first = main] = own.keys();
  return { main: first, files: own, kept };
}

/** Outside the archive, or where `init` puts something of its own. */
function isNotForSystem(name: string): boolean {
  const taken = ['..', DEFAULT_SETTINGS.evidence, SCHEMAS, SETTINGS_FILE, ...KEPT];
  return taken.some((each) => foldName(each) === foldName(name));
}

async function writeFiles(
  root: string,
  { settings, remarks }: NewArchive,
  { main, files }: TakenIn,
) {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
  await mkdir(join(root, SCHEMAS));
  for (const { path, text } of editorSchemas()) await writeFile(join(root, path), text);
  await mkdir(join(root, DEFAULT_SETTINGS.evidence));
  await writeFile(join(root, SETTINGS_FILE), settingsText({ ...settings, system: main }, remarks));
}

/** What git and the servers beside it are told, which may be there before the archive. */
const KEPT = [
  ...['.gitattributes', '.gitignore', '.gitlab-ci.yml', '.github', '.workflow', 'Jenkinsfile'],
  '.pre-commit-config.yaml',
];

/** Git would give text files other line ends on Windows, and so other digests. */
async function writeGitFiles(root: string, { target, git, lfs }: NewArchive): Promise<void> {
  if (repositoryAround(target) === undefined) return;
  const { evidence } = DEFAULT_SETTINGS;
  await writeFile(join(root, '.gitattributes'), attributesText({ evidence, lfs }, git));
  await writeFile(join(root, '.gitignore'), ignoreText(git));
}
