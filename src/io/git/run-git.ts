/** Git as a program. It is no dependency: who has none has everything else. */
import { spawn, type SpawnOptions, type StdioOptions } from 'node:child_process';
import { delimiter } from 'node:path';
import { DanganError, isDanganError } from '../../errors.js';
import { programIn } from '../programs.js';

export interface GitRun {
  readonly code: number;
  /** Bytes, since names in a repository are such. */
  readonly out: Buffer;
  readonly err: string;
}

interface GitOptions {
  /** The folder that git is to stand in. */
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
  /** Open for writing: gets what git says, which is nowhere else then. */
  readonly into?: number;
}

/**
 * Nothing is asked, nothing is locked, nothing is paged; what git says is English. Nothing is fetched either: of a
 * repository that was cloned in part, git would get what is missing over the network by itself.
 */
const ENVIRONMENT = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
};

/** With what a hook was given: its index, its repository. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, ...ENVIRONMENT };
}

/**
 * What is run as git. Windows looks into the working folder first, and an archive may hold a `git.exe` of anybody's.
 *
 * @throws {DanganError} GIT_MISSING
 */
export function gitProgram(): string {
  if (process.platform !== 'win32') return 'git';
  const program = programIn((process.env['PATH'] ?? '').split(delimiter), ['git.exe']);
  if (program === undefined) throw new DanganError('GIT_MISSING', {});
  return program;
}

/**
 * Run git and take what it says, whatever its exit code.
 *
 * @throws {DanganError} GIT_MISSING - there is no such program.
 */
export async function tryGit(words: readonly string[], options: GitOptions): Promise<GitRun> {
  const { cwd, signal, into = 'pipe' } = options;
  signal?.throwIfAborted();
  const stdio: StdioOptions = ['ignore', into, 'pipe'];
  const how: SpawnOptions = { cwd, env: gitEnvironment(), windowsHide: true, stdio };
  const child = spawn(gitProgram(), words, signal ? { ...how, signal } : how);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => out.push(piece));
  child.stderr?.on('data', (piece: Buffer) => err.push(piece));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (signal?.aborted === true) reject(signal.reason as Error);
      else if (error.code === 'ENOENT') reject(new DanganError('GIT_MISSING', {}));
      else reject(error);
    });
    child.on('close', (status) => {
      resolve(status ?? -1);
    });
  });
  return { code, out: Buffer.concat(out), err: Buffer.concat(err).toString().trim() };
}

/**
 * What git says.
 *
 * @throws {DanganError} GIT_MISSING; GIT_FAILED - in its own words.
 */
export async function runGit(words: readonly string[], options: GitOptions): Promise<Buffer> {
  const { code, out, err } = await tryGit(words, options);
  if (code === 0) return out;
  throw new DanganError('GIT_FAILED', { command: `git ${words.join(' ')}`, said: err });
}

/** Where git only tells more: without it, as if it had failed. */
export async function gitIfThere(words: readonly string[], options: GitOptions): Promise<GitRun> {
  try {
    return await tryGit(words, options);
  } catch (error) {
    if (!isDanganError(error) || error.code !== 'GIT_MISSING') throw error;
    return { code: -1, out: Buffer.alloc(0), err: '' };
  }
}
