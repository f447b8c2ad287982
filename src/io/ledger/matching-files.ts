/** What `*` and `?` stand for: the shell of Windows leaves them as they are. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { compareHandedIn } from '../../core/filing/order.js';
import { isEvidence } from '../../core/naming/junk.js';

/**
 * The files that are meant by each name, in the order of the names: itself, or where it has `*` or `?` and there is no
 * such file the evidence that it matches, sorted. A name that matches nothing stays, to be told as a missing file.
 */
export async function matchingFiles(names: readonly string[], cwd: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const isPattern = /[*?]/.test(name) && !existsSync(resolve(cwd, name));
    const matches = isPattern ? await matchesOf(name, cwd) : [];
    found.push(...(matches.length > 0 ? matches : [name]));
  }
  return [...new Set(found)];
}

async function matchesOf(name: string, cwd: string): Promise<string[]> {
  const { globby } = await import('globby');
  const isWindows = process.platform === 'win32';
  const [, folder = '', pattern = ''] =
    /^((?:[^*?/]*\/)*)(.*)$/su.exec(isWindows ? name.replaceAll('\\', '/') : name) ?? [];
  // The folder is no part of the pattern: brackets in its name would not be found.
  const matches = await globby(literalBrackets(pattern), {
    cwd: resolve(cwd, folder),
    followSymbolicLinks: false,
    expandDirectories: false,
    caseSensitiveMatch: !isWindows,
  });
  return matches
    .filter((match) => isEvidence(basename(match)))
    .sort(compareHandedIn)
    .map((match) => `${folder}${match}`);
}

/** Only `*` and `?` have a meaning, and `**` none of its own. */
function literalBrackets(pattern: string): string {
  return pattern.replace(/[\\()[\]{}!+@|]/g, '\\$&').replace(/\*+/g, '*');
}
