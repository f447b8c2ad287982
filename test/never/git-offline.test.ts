import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { runGit } from '../../src/io/git/run-git.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { runsHere } from '../helpers/programs.js';

function git(cwd: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', words, {
    cwd,
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
    },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** A repository that has a commit and its folders, and would fetch the files from another when they are asked for. */
function clonedInPart(): { readonly clone: string; readonly blob: string } {
  const folder = temporaryFolder();
  const [origin, clone] = [join(folder, 'origin'), join(folder, 'clone')];
  git(folder, '-c', 'init.defaultBranch=main', 'init', '--quiet', origin);
  writeFileSync(join(origin, '通知.txt'), '通知');
  git(origin, 'config', 'uploadpack.allowFilter', 'true');
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(origin, 'add', '.');
  const author = ['-c', 'user.name=甲', '-c', 'user.email=a@example.org'];
  git(origin, ...author, 'commit', '--quiet', '--message', '一');
  const filter = ['--filter=blob:none', '--no-checkout', '--quiet'];
  git(folder, 'clone', ...filter, pathToFileURL(origin).href, clone);
  return { clone, blob: git(origin, 'rev-parse', 'HEAD:通知.txt') };
}

test.runIf(runsHere('git', '--version'))('git fetches nothing that is missing', async () => {
  const { clone, blob } = clonedInPart();
  await expect(runGit(['cat-file', 'blob', blob], { cwd: clone })).rejects.toMatchObject({
    code: 'GIT_FAILED',
  });
  // Left to itself it would have.
  expect(git(clone, 'cat-file', 'blob', blob)).toBe('通知');
});
