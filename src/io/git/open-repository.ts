/** A repository of git, looked at as a whole. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { DanganError } from '../../errors.js';
import { tryGit, type GitRun } from './run-git.js';

export interface Repository {
  /** Where git stands: at the top of the working tree, or in the bare repository. */
  readonly cwd: string;
  /** The top of the working tree; `undefined` where there is none. */
  readonly top: string | undefined;
  /** Is its history cut off? */
  readonly isShallow: boolean;
  /** What all its working trees share. */
  readonly common: string;
}

/**
 * The repository that a folder is in.
 *
 * @throws {DanganError} GIT_MISSING, GIT_NO_REPOSITORY, GIT_UNTRUSTED
 */
export async function openRepository(
  folder: string,
  signal: AbortSignal | undefined,
): Promise<Repository> {
  const cwd = realpathSync(folder);
  const run = await tryGit(QUESTIONS, { cwd, signal });
  if (run.code !== 0) throw refusalOf(run, folder);
  const [isInside, isShallow, common = '', up = ''] = run.out.toString().split('\n');
  const top = isInside === 'true' ? resolve(cwd, up) : undefined;
  return {
    cwd: top ?? cwd,
    top,
    isShallow: isShallow === 'true',
    common: resolve(cwd, common),
  };
}

/** Without a working tree, the last one is not answered. */
const QUESTIONS = [
  'rev-parse',
  '--is-inside-work-tree',
  '--is-shallow-repository',
  '--git-common-dir',
  '--show-cdup',
];

function refusalOf({ err }: GitRun, path: string): DanganError {
  const owned = /dubious ownership in repository at '(.*)'/.exec(err)?.[1];
  if (owned !== undefined) return new DanganError('GIT_UNTRUSTED', { path: owned });
  if (err.includes('not a git repository')) return new DanganError('GIT_NO_REPOSITORY', { path });
  return new DanganError('GIT_FAILED', { command: `git ${QUESTIONS.join(' ')}`, said: err });
}

/**
 * The commit that a name stands for, in full.
 *
 * @throws {DanganError} GIT_REF_UNKNOWN
 */
export async function commitOf(
  ref: string,
  { cwd, isShallow }: Repository,
  signal: AbortSignal | undefined,
): Promise<string> {
  const unknown = () => new DanganError('GIT_REF_UNKNOWN', { ref, isShallow });
  // An option, or no name at all: git would take it for something else.
  if (/^-|\0|\n/.test(ref) || ref === '') throw unknown();
  const words = ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`];
  const { code, out } = await tryGit(words, { cwd, signal });
  if (code !== 0) throw unknown();
  return out.toString().trim();
}

/**
 * Where the history of two commits parted.
 *
 * @throws {DanganError} GIT_NO_MERGE_BASE
 */
export async function mergeBaseOf(
  ref: string,
  commit: string,
  other: string,
  { cwd, isShallow }: Repository,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { code, out } = await tryGit(['merge-base', commit, other], { cwd, signal });
  if (code !== 0) throw new DanganError('GIT_NO_MERGE_BASE', { ref, isShallow });
  return out.toString().trim();
}
