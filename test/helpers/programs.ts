import { spawnSync } from 'node:child_process';

/**
 * Is an outside program there to judge what we made? A test that has to do without one says so; on a build server
 * (`CI=true`) it fails instead, so that nobody takes it for done.
 */
export function runsHere(program: string, ...words: readonly string[]): boolean {
  const found = spawnSync(program, words, { stdio: 'ignore', timeout: 60_000 }).error === undefined;
  if (!found) process.stderr.write(`${program} is not installed: what needs it did not run\n`);
  return found || process.env['CI'] === 'true';
}
