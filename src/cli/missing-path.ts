/** What may be meant by a path that is not there: what lies beside it, or an indicator by its code. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, basename, extname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { eachExpected, expectedFolders } from '../core/archive/layout.js';
import { indicatorsMeant, shownCode } from '../core/system/meant.js';
import { systemFor } from '../core/system/for-unit.js';
import { nearest } from '../core/text.js';
import { DanganError, isDanganError, knownError } from '../errors.js';
import { findArchive, readArchiveSystem } from '../io/archive/read-archive.js';
import { readSettings } from '../io/archive/read-settings.js';
import { diskStore } from '../io/store/disk-store.js';
import type { PathMeant } from '../messages/faults.js';
import type { Cli } from './context.js';

/** The same error; of a path that is not there with what may be meant by it. */
export async function withPathMeant(
  thrown: unknown,
  words: readonly string[],
  command: Command | undefined,
  cli: Cli,
): Promise<unknown> {
  const error = knownError(thrown);
  if (!isDanganError(error) || error.code !== 'FILE_NOT_FOUND') return error;
  const { path } = error.data as { readonly path: string };
  const whole = resolve(cli.cwd, path);
  const word = words.find((each) => resolve(cli.cwd, each) === whole);
  const meant =
    quotedMeant(path) ??
    besideMeant(whole) ??
    (word === undefined ? undefined : await indicatorMeant(word, command, cli));
  return meant ? new DanganError('FILE_NOT_FOUND', { path, meant }, { cause: error }) : error;
}

/** `“C:\我的档案”`: marks that no command line knows. */
function quotedMeant(path: string): PathMeant | undefined {
  const opens = /(?:^|[/\\])[“「『＂‘]/u.test(path);
  const closes = /[”」』＂’]$/u.test(path);
  // A path with blanks comes in two.
  const isHalf = opens ? !/[”」』’]/u.test(path) : closes && !/[“「『‘]/u.test(path);
  return (opens && closes) || isHalf ? { is: 'quotes' } : undefined;
}

/** Of the same name with another extension, or of almost the same. */
function besideMeant(whole: string): PathMeant | undefined {
  const folder = dirname(whole);
  if (!existsSync(folder)) return undefined;
  const names = namesIn(folder);
  const stem = (name: string) => basename(name, extname(name));
  const wanted = basename(whole);
  const name =
    names.find((each) => stem(each) === stem(wanted) || each === stem(wanted)) ??
    nearest(wanted, names);
  return name === undefined ? undefined : { is: 'beside', name };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** For commands that know `--indicator` how that is written, for others the folders. */
async function indicatorMeant(
  word: string,
  command: Command | undefined,
  cli: Cli,
): Promise<PathMeant | undefined> {
  const option = command?.options.some(({ long }) => long === '--indicator') ?? false;
  const takesFolder =
    command?.registeredArguments.some((each) => /^paths?$/.test(each.name())) ?? false;
  if (!command || (!option && !takesFolder)) return undefined;
  try {
    const root = findArchive(cli.cwd);
    const { settings } = await readSettings(diskStore(root, cli.cwd));
    const system = systemFor((await readArchiveSystem(root)).system, settings.unit.profile);
    const { found } = indicatorsMeant(word, system);
    const [first] = found;
    if (!first) return undefined;
    const code = found.length === 1 ? shownCode(first, system) : word;
    if (option) return { is: 'indicator', command: command.name(), code };
    const folders = [...eachExpected(expectedFolders(system, settings))]
      .filter(({ indicator, year }) => indicator && found.includes(indicator) && year === undefined)
      .map(({ path }) => relative(cli.cwd, join(root, path)).replaceAll('\\', '/'));
    return { is: 'folders', word, folders };
  } catch {
    // Whatever is wrong with the archive was not asked.
    return undefined;
  }
}
