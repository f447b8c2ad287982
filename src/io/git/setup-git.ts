/** A clone made ready for an archive: what git is told in files, in the settings of the clone, and after a merge or a rebase. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  attributesText,
  HOOKS,
  hookHead,
  hookLine,
  ignoreText,
  MERGE_DRIVER,
  type GitWords,
} from '../../core/archive/git-files.js';
import { DanganError, diskError } from '../../errors.js';
import { runGit, tryGit } from './run-git.js';

interface GitSetup {
  /** The archive, absolute. */
  readonly root: string;
  /** Name of its evidence root. */
  readonly evidence: string;
  /** Keep pictures, recordings and films apart with git-lfs. */
  readonly lfs: boolean;
  readonly words: GitWords;
  readonly signal: AbortSignal;
}

/** What came of one thing: it was made, is as it would be, or is somebody's own and was left. */
export type Outcome = 'written' | 'there' | 'left';

export interface SetUp {
  /** Absolute paths. */
  readonly files: readonly { readonly path: string; readonly outcome: Outcome }[];
  /** Settings of the clone, `core.quotePath=false`. */
  readonly settings: readonly { readonly setting: string; readonly outcome: Outcome }[];
  /** What has to be put into a file that was left, by its path. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/**
 * Make a clone ready. What is somebody's own is never overwritten; a second time changes nothing.
 *
 * @throws {DanganError} GIT_MISSING; GIT_NO_REPOSITORY; GIT_LFS_MISSING; what the disk says.
 */
export async function setUpGit(setup: GitSetup): Promise<SetUp> {
  const { root, lfs, words, signal } = setup;
  const place = { cwd: root, signal };
  const { code, out } = await tryGit(['rev-parse', '--show-prefix'], place);
  if (code !== 0) throw new DanganError('GIT_NO_REPOSITORY', { path: root });
  if (lfs) await installLfs(place);
  const files: { path: string; outcome: Outcome }[] = [];
  const missing = new Map<string, readonly string[]>();
  const texts = { '.gitattributes': attributesText(setup, words), '.gitignore': ignoreText(words) };
  for (const [name, text] of Object.entries(texts)) {
    const path = join(root, name);
    const { outcome, lacking } = writeLines(path, text);
    files.push({ path, outcome });
    if (lacking.length > 0) missing.set(path, lacking);
  }
  const hooks = await hooksFolder(place);
  const line = hookLine(out.toString().replace(/\/?\n$/, ''));
  for (const hook of HOOKS) {
    const path = join(hooks, hook);
    const outcome = writeHook(path, hookHead(hook, words), line);
    files.push({ path, outcome });
    if (outcome === 'left') missing.set(path, [line.trimEnd()]);
  }
  return { files, settings: await configure(setup), missing };
}

/** Its filters, in the settings of this clone; without the program, git could not check out what it keeps. */
async function installLfs(place: { cwd: string; signal: AbortSignal }): Promise<void> {
  const { code } = await tryGit(['lfs', 'install', '--local', '--skip-repo'], place);
  if (code !== 0) throw new DanganError('GIT_LFS_MISSING', {});
}

/** Write a file of lines; of one that is there, tell which of them it has not. */
function writeLines(
  path: string,
  text: string,
): { readonly outcome: Outcome; readonly lacking: readonly string[] } {
  try {
    if (!existsSync(path)) {
      writeFileSync(path, text, { flag: 'wx' });
      return { outcome: 'written', lacking: [] };
    }
    const known = new Set(readFileSync(path, 'utf8').split(/\r?\n/));
    const lacking = text.split('\n').filter((line) => !line.startsWith('#') && !known.has(line));
    return { outcome: lacking.length === 0 ? 'there' : 'left', lacking };
  } catch (error) {
    throw diskError(path, error);
  }
}

async function hooksFolder(place: { cwd: string; signal: AbortSignal }): Promise<string> {
  const out = await runGit(['rev-parse', '--git-path', 'hooks'], place);
  return resolve(place.cwd, out.toString().replace(/\n$/, ''));
}

/** A hook of ours gets a line for each archive; one of somebody else's is left. */
function writeHook(path: string, head: string, line: string): Outcome {
  try {
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (before?.includes(line)) return 'there';
    if (before !== undefined && !before.includes(HOOK_OF_OURS)) return 'left';
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (before ?? head) + line);
    chmodSync(path, 0o755);
    return 'written';
  } catch (error) {
    throw diskError(path, error);
  }
}

const HOOK_OF_OURS = 'dangan merge --quiet';

/** Names as they are in what git says; ledgers merged by this program; long paths on Windows. */
async function configure({ root, signal }: GitSetup): Promise<SetUp['settings']> {
  const wanted: readonly (readonly [string, string])[] = [
    ['core.quotePath', 'false'],
    ...(process.platform === 'win32' ? [['core.longPaths', 'true'] as const] : []),
    ['merge.dangan.name', 'dangan'],
    ['merge.dangan.driver', MERGE_DRIVER],
  ];
  const settings: { setting: string; outcome: Outcome }[] = [];
  for (const [key, value] of wanted) {
    const place = { cwd: root, signal };
    const { code, out } = await tryGit(['config', '--local', '--get', key], place);
    const before = code === 0 ? out.toString().replace(/\n$/, '') : undefined;
    const isOwn = before !== undefined && before !== value && !key.startsWith('merge.dangan.');
    if (before !== value && !isOwn) await runGit(['config', '--local', key, value], place);
    const outcome = isOwn ? 'left' : before === value ? 'there' : 'written';
    const shown = key === 'merge.dangan.driver' ? 'dangan merge driver' : value;
    settings.push({ setting: `${key}=${shown}`, outcome });
  }
  return settings;
}
