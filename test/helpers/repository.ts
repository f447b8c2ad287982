/** Repositories of git in temporary folders, that nothing of this machine has a say in. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeTree } from './archive-on-disk.js';

export const GIT_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: '档案员',
  GIT_AUTHOR_EMAIL: 'clerk@example.org',
  GIT_COMMITTER_NAME: '档案员',
  GIT_COMMITTER_EMAIL: 'clerk@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

export interface Repo {
  readonly root: string;
  /** @throws when git does. @returns what it says. */
  readonly git: (...words: readonly string[]) => string;
  readonly write: (tree: Readonly<Record<string, string | Buffer>>) => void;
  /** Everything, as a commit. */
  readonly commit: () => void;
}

export function gitIn(
  root: string,
  words: readonly string[],
  input?: Buffer | string,
  environment: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr } = spawnSync('git', words, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...GIT_ENVIRONMENT, ...environment },
    encoding: 'utf8',
    ...(input !== undefined && { input }),
  });
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  return stdout;
}

export function repoAt(root: string): Repo {
  const git = (...words: readonly string[]) => gitIn(root, words);
  if (!existsSync(join(root, '.git'))) git('init', '--quiet', '--initial-branch=main');
  return {
    root,
    git,
    write: (tree) => writeTree(root, tree),
    commit() {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message=材料');
    },
  };
}

/** A repository with these files in one commit. */
export function repoWith(tree: Readonly<Record<string, string | Buffer>>): Repo {
  const repo = repoAt(temporaryFolder());
  repo.write(tree);
  repo.commit();
  return repo;
}

/**
 * Put a file into the index under a name that this system may not have, or that is no text.
 *
 * @param name - From the top; bytes as `latin1` where `isBytes`.
 */
export function stage(root: string, name: string | Buffer, content: string, mode = '100644'): void {
  const oid = gitIn(root, ['hash-object', '-w', '--stdin'], content).trim();
  const record = Buffer.concat([Buffer.from(`${mode} ${oid}\t`), Buffer.from(name), Buffer.of(0)]);
  gitIn(root, ['update-index', '-z', '--add', '--index-info'], record);
}
