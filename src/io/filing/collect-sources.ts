/** What a clerk hands over to be filed: files, folders and patterns on the command line, or a list. */
import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { HandedIn } from '../../core/filing/handed-in.js';
import { inFilingOrder } from '../../core/filing/order.js';
import { compareText } from '../../core/text.js';
import { isJunk, isKeptName, isToolFolder } from '../../core/naming/junk.js';
import { diskError, errorCode, notFound } from '../../errors.js';
import { folderAround, pathBelow, slashed } from '../within.js';
import { refuseMark, refuseWhole } from './whole-archive.js';

/** A file to be filed. */
export interface Source extends HandedIn {
  /** Absolute. */
  readonly path: string;
  /** As the clerk would write it. */
  readonly shown: string;
  readonly sizeBytes: number;
}

type Listed = Omit<Source, 'folders'>;

/** What was handed over and is no evidence: left or kept by a program, without content, no file, a name that is no text. */
export interface Unfit {
  readonly shown: string;
  readonly because: 'junk' | 'kept' | 'empty' | 'link' | 'broken' | 'special' | 'garbled';
}

interface Collected {
  readonly sources: readonly Source[];
  /** The names of the two folders around everything, the inner one last. */
  readonly around: readonly string[];
  readonly unfit: readonly Unfit[];
}

interface CollectOptions {
  readonly cwd: string;
  /**
   * Keep the order of the words, since a list was made by hand. Else that is done where somebody chose it: words that a
   * shell made of `*.docx` come sorted, `10` before `2`, and are put into natural order.
   */
  readonly keepOrder: boolean;
  /** Throws when what is at a path, absolute, must not be filed; asked before a folder is listed. */
  readonly admit: (path: string) => void;
}

/**
 * Find the files that `words` name: a folder stands for every file in it, a pattern for what it matches.
 *
 * What cannot be read stops everything, so that nothing is filed by halves. Links that are named are followed,
 * links inside folders are not: they may lead in circles.
 */
export async function collectSources(
  words: readonly string[],
  { cwd, keepOrder, admit }: CollectOptions,
): Promise<Collected> {
  const found: Found = { sources: [], unfit: [], handed: [], admit };
  for (const word of words) {
    const own: Found = { ...found, sources: [] };
    await collect(word, cwd, own);
    // A folder's files, or those of a pattern, come in any order from the disk.
    found.sources.push(...inFilingOrder(own.sources, placeOf));
  }
  const once = new Map(found.sources.map((source) => [source.path, source]));
  const listed = [...once.values()];
  const sources = !keepOrder && isSorted(words) ? inFilingOrder(listed, placeOf) : listed;
  for (const { path } of sources) await mayRead(path);
  const around = folderAround(found.handed);
  return {
    sources: sources.map((source) => ({ ...source, folders: foldersOf(source.path, around) })),
    around: around === undefined ? [] : [dirname(around), around].map((path) => basename(path)),
    unfit: found.unfit,
  };
}

/** Below the folder around everything, down to its own; of several drives, only its own. */
function foldersOf(path: string, around: string | undefined): readonly string[] {
  const folder = dirname(path);
  if (around === undefined) return [basename(folder)];
  return folder === around ? [] : pathBelow(around, folder).split('/');
}

function placeOf({ path }: Listed): string {
  return slashed(path);
}

function isSorted(words: readonly string[]): boolean {
  return words.every((word, at) => at === 0 || compareText(words[at - 1] ?? '', word) <= 0);
}

interface Found {
  readonly sources: Listed[];
  readonly unfit: Unfit[];
  /** What was named: files, and folders with all that is in them. */
  readonly handed: string[];
  readonly admit: CollectOptions['admit'];
}

async function collect(word: string, cwd: string, found: Found): Promise<void> {
  const path = resolve(cwd, word);
  const facts = await stat(path).catch((cause: unknown) => {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw diskError(word, cause);
  });
  if (facts === undefined) return collectMatches(word, cwd, found);
  if (facts.isDirectory()) {
    found.admit(path);
    found.handed.push(path);
    if (isToolFolder(basename(path)))
      return void found.unfit.push({ shown: word, because: 'kept' });
    return collectFolder(path, word, found);
  }
  found.handed.push(path);
  take(path, word, facts, found);
  await refuseMark(path, word);
}

/** The shell of Windows leaves patterns as they are. */
async function collectMatches(word: string, cwd: string, found: Found): Promise<void> {
  const { globby, isDynamicPattern } = await import('globby');
  const pattern = slashed(word);
  if (!isDynamicPattern(pattern)) throw notFound(word);
  const matches = await globby(pattern, {
    cwd,
    followSymbolicLinks: false,
    expandDirectories: false,
    dot: true,
  });
  if (matches.length === 0) throw notFound(word);
  for (const match of matches) {
    const path = resolve(cwd, match);
    found.handed.push(path);
    take(path, match, await stat(path), found);
    await refuseMark(path, match);
  }
}

async function collectFolder(folder: string, shown: string, found: Found): Promise<void> {
  const entries = await readdir(Buffer.from(folder), {
    withFileTypes: true,
    encoding: 'buffer',
  }).catch((cause: unknown) => {
    throw diskError(shown, cause);
  });
  await refuseWhole(
    folder,
    shown,
    entries.map(({ name }) => name.toString()),
  );
  for (const entry of entries) {
    const name = entry.name.toString();
    const path = join(folder, name);
    const own = join(shown, name);
    if (!isUtf8(entry.name)) found.unfit.push({ shown: own, because: 'garbled' });
    else if (entry.isSymbolicLink()) found.unfit.push({ shown: own, because: await asLink(path) });
    else if (entry.isDirectory() && isJunk(name)) found.unfit.push({ shown: own, because: 'junk' });
    else if (entry.isDirectory() && isToolFolder(name))
      found.unfit.push({ shown: own, because: 'kept' });
    else if (entry.isDirectory()) await collectFolder(path, own, found);
    else take(path, own, await stat(path), found);
  }
}

/** Its target is what should be named, if there is one. */
async function asLink(path: string): Promise<'link' | 'broken'> {
  return stat(path).then(
    () => 'link',
    () => 'broken',
  );
}

function take(
  path: string,
  shown: string,
  facts: { isFile(): boolean; readonly size: number },
  found: Found,
): void {
  found.admit(path);
  const name = basename(path);
  if (!facts.isFile()) found.unfit.push({ shown, because: 'special' });
  else if (isJunk(name)) found.unfit.push({ shown, because: 'junk' });
  else if (isKeptName(name)) found.unfit.push({ shown, because: 'kept' });
  else if (facts.size === 0) found.unfit.push({ shown, because: 'empty' });
  else found.sources.push({ path, shown, name, sizeBytes: facts.size });
}

async function mayRead(path: string): Promise<void> {
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw diskError(path, cause);
  });
}

/**
 * The paths of a list: one a line, or with NUL between them (`find -print0`). In UTF-8, in UTF-16 with its mark as
 * PowerShell writes it (`Get-ChildItem -Name > 清单.txt`), or in GBK as `dir /b` does.
 */
export function pathsOfList(bytes: Buffer): readonly string[] {
  const text = new TextDecoder(encodingOfList(bytes)).decode(bytes);
  return text
    .split(text.includes('\0') ? '\0' : /\r?\n/)
    .map((line) => line.replace(/^"(.*)"$/, '$1'))
    .filter((line) => line.trim() !== '');
}

function encodingOfList(bytes: Buffer): string {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe) return 'utf-16le';
  if (mark === 0xfeff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}
