import { spawnSync } from 'node:child_process';

/**
 * Is an outside program there to judge what we made? A test that has to do without one says so; on a build server
 * (`CI=true`) it fails instead, so that nobody takes it for done.
 */
export function runsHere(program: string, ...words: readonly string[]): boolean {
  const { error } = spawnSync(program, words, { stdio: 'ignore', timeout: 60_000 });
  return toldIfMissing(error === undefined, program);
}

/** The same of a font for Chinese: without one a browser prints pages that have no text. */
export function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8', timeout: 60_000 });
  return toldIfMissing(Boolean(stdout), 'a font for Chinese');
}

function toldIfMissing(found: boolean, what: string): boolean {
  if (!found) process.stderr.write(`${what} is not installed: what needs it did not run\n`);
  return found || process.env['CI'] === 'true';
}
