/** What may be meant by a path that is not there: what lies beside it, or an indicator by its code. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, basename, extname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { eachExpected, expectedFolders } from '../core/archive/layout.js';
import { ownersAsked } from '../core/status/asked.js';
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
  const { path, meant: known } = error.data as {
    readonly path: string;
    readonly meant?: PathMeant;
  };
  const whole = resolve(cli.cwd, path);
  const at = words.findIndex((each) => resolve(cli.cwd, each) === whole);
  const word = words[at] ?? words.find((each) => dirname(resolve(cli.cwd, each)) === whole);
  const meant =
    (known?.is === 'setting' ? besideSetting(known, whole) : known) ??
    quotedMeant(path) ??
    blanksMeant(words, at, cli) ??
    strokesMeant(path, cli) ??
    besideMeant(whole) ??
    (word === undefined ? undefined : await inArchiveMeant(word, command, cli)) ??
    (/[*?]/.test(path) ? ({ is: 'pattern' } as const) : undefined);
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

/** `档案/1 组织领导` without quotation marks is two words. */
function blanksMeant(words: readonly string[], at: number, { cwd }: Cli): PathMeant | undefined {
  if (at < 0) return undefined;
  for (let end = words.length; end > at + 1; end -= 1) {
    const path = words.slice(at, end).join(' ');
    if (existsSync(resolve(cwd, path))) return { is: 'blanks', path };
  }
  return undefined;
}

/** `档案\\1 组织领导`, where only Windows knows that stroke. */
function strokesMeant(path: string, { cwd }: Cli): PathMeant | undefined {
  const other = relative(cwd, resolve(cwd, path)).replaceAll('\\', '/');
  return path.includes('\\') && other !== '' && existsSync(resolve(cwd, other))
    ? { is: 'strokes', path: other }
    : undefined;
}

/** What lies where the settings look for the scoring system, however the name is quoted. */
function besideSetting(
  said: Extract<PathMeant, { readonly is: 'setting' }>,
  whole: string,
): PathMeant {
  const plain = join(dirname(whole), basename(whole).replace(/[“”「」『』＂]/gu, ''));
  const beside = existsSync(plain)
    ? { is: 'beside' as const, name: basename(plain) }
    : besideMeant(whole);
  return beside?.is === 'beside' ? { ...said, name: beside.name } : said;
}

/** Of the same name with another extension, or of almost the same. */
function besideMeant(whole: string): PathMeant | undefined {
  const folder = dirname(whole);
  if (!existsSync(folder)) return undefined;
  const names = namesIn(folder);
  const stem = (name: string) => basename(name, extname(name));
  const wanted = basename(whole);
  if (names.includes(wanted)) return { is: 'dead-link' };
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
async function inArchiveMeant(
  word: string,
  command: Command | undefined,
  cli: Cli,
): Promise<PathMeant | undefined> {
  if (!command) return undefined;
  const takes = (name: string) => command.options.some(({ long }) => long === name);
  const takesFolder = command.registeredArguments.some((each) => /^paths?$/.test(each.name()));
  const wants = command.name() === 'ledger' ? 'file' : 'archive';
  try {
    const root = findArchive(cli.cwd);
    const { settings } = await readSettings(diskStore(root, cli.cwd));
    const system = systemFor((await readArchiveSystem(root)).system, settings.unit.profile);
    const { found } = indicatorsMeant(word, system);
    const [first] = found;
    if (!first) {
      const isOwner = takes('--owner') && ownersAsked(word, system).found !== undefined;
      return isOwner ? { is: 'owner', command: command.name(), owner: word } : undefined;
    }
    const code = found.length === 1 ? shownCode(first, system) : word;
    if (takes('--indicator')) return { is: 'indicator', command: command.name(), code };
    if (!takesFolder) return { is: 'not-indicator', word, code, wants };
    const folders = [...eachExpected(expectedFolders(system, settings))]
      .filter(({ indicator, year }) => indicator && found.includes(indicator) && year === undefined)
      .map(({ path }) => relative(cli.cwd, join(root, path)).replaceAll('\\', '/'));
    return { is: 'folders', word, folders };
  } catch {
    // Whatever is wrong with the archive was not asked.
    return undefined;
  }
}
