/** Evidence from outside the archive, put where it belongs. */
import { join } from 'node:path';
import { matchFolders } from '../../core/archive/match.js';
import { eachExpected, type ExpectedFolder } from '../../core/archive/layout.js';
import type { Archive, EvidenceFile } from '../../core/archive/types.js';
import { type ArchivePath, joinPath } from '../../core/archive/paths.js';
import { eachFolder } from '../../core/archive/types.js';
import type { Change } from '../../core/change/types.js';
import { nameIncoming } from '../../core/filing/names.js';
import { findTarget } from '../../core/filing/target.js';
import { highestOrdinal } from '../../core/naming/format.js';
import { byteLength, FLAG, LONGEST_NAME, nameFlags } from '../../core/naming/portable.js';
import { isEvidence } from '../../core/naming/junk.js';
import { unknownIndicator } from '../../core/system/the-indicator.js';
import { DanganError } from '../../errors.js';
import { applyPlan } from '../change/apply.js';
import type { ApplyOptions } from '../change/options.js';
import { collectSources, type Source, type Unfit } from './collect-sources.js';
import { splitRepeated, type Repeated } from './filed-already.js';
import { readArchive } from '../archive/read-archive.js';
import { SETTINGS_FILE } from '../archive/read-settings.js';
import { isSamePlace, isWithin, pathBelow } from '../within.js';
import { realPlace } from '../bundle/places.js';

export interface FilingRequest {
  /** The archive, absolute. */
  readonly root: string;
  /** Files, folders and patterns, as they were typed. */
  readonly words: readonly string[];
  /** Keep the order of the words, as that of a list. */
  readonly keepOrder: boolean;
  readonly to: string;
  readonly year: number | undefined;
  readonly title: string | undefined;
  /** Leave the files where they are, too. */
  readonly keep: boolean;
  /** `false` only works out what would be done. */
  readonly write: boolean;
  readonly cwd: string;
  readonly apply: ApplyOptions;
}

export interface Filed {
  readonly root: string;
  readonly target: ExpectedFolder;
  /** Where the target is in the tree now. */
  readonly folder: ArchivePath;
  readonly files: readonly { readonly source: Source; readonly name: string }[];
  readonly unfit: readonly Unfit[];
  readonly repeated: readonly Repeated[];
  /** The journal's id; `undefined` when nothing was changed. */
  readonly entry: string | undefined;
}

/**
 * Name and number files, and put them into the folder of an indicator. All of them or none: whatever would stop it
 * is found before the first one is copied.
 *
 * @throws {DanganError} TARGET_UNKNOWN, TARGET_AMBIGUOUS, YEAR_UNKNOWN, NOTHING_TO_FILE, TITLE_FOR_ONE, FOLDER_FULL, FILED_NAME_TOO_LONG,
 *   SOURCE_IS_ARCHIVE
 */
export async function fileEvidence(request: FilingRequest): Promise<Filed> {
  const { root } = request;
  const archive = await readArchive(root);
  const target = targetIn(archive, request);
  const { byExpected, homeOf } = matchFolders(archive);
  const folder = byExpected.get(target)?.folder.path ?? homeOf(target);
  const there = evidenceIn(archive, folder);
  const { cwd, keepOrder } = request;
  const parts = archiveParts(root, archive);
  const admit = (path: string) => refuseArchiveParts(parts, path);
  const { sources, unfit } = await collectSources(request.words, { cwd, keepOrder, admit });
  if (sources.length === 0) throw new DanganError('NOTHING_TO_FILE', { unfit });
  if (request.title !== undefined && sources.length > 1) {
    throw new DanganError('TITLE_FOR_ONE', { count: sources.length });
  }
  const names = there.map(({ name }) => name);
  const { fresh, repeated } = await splitRepeated(
    sources,
    join(root, folder),
    names,
    request.apply,
  );
  const files = namesFor(fresh, there, folder, archive, request.title);
  const changes = changesFor(root, folder, files, request.keep);
  const entry = request.write
    ? await applyPlan(root, { changes }, { ...request.apply, verb: 'add' })
    : undefined;
  return { root, target, folder, files, unfit, repeated, entry: entry?.id };
}

function targetIn({ expected, system }: Archive, { to, year }: FilingRequest): ExpectedFolder {
  const target = findTarget(expected, to, year);
  switch (target.found) {
    case 'one':
      return target.folder;
    case 'none':
      if (year !== undefined && findTarget(expected, to).found !== 'none') {
        throw new DanganError('YEAR_UNKNOWN', { year, years: yearsIn(expected) });
      }
      throw unknownIndicator(to, system);
    case 'several': {
      const folders = target.folders.map(candidate);
      const indicators = new Set(target.folders.map(({ indicator }) => indicator));
      throw new DanganError('TARGET_AMBIGUOUS', { to, folders, years: indicators.size === 1 });
    }
  }
}

/** The years that have folders. */
function yearsIn(expected: readonly ExpectedFolder[]): readonly number[] {
  const years = [...eachExpected(expected)].flatMap(({ year }) => year ?? []);
  return [...new Set(years)].sort((a, b) => a - b);
}

/** What can be written after `--to` instead, and where it is. */
function candidate({ path, indicator, year }: ExpectedFolder): string {
  const place = path.slice(path.indexOf('/') + 1);
  return year === undefined && indicator ? `${indicator.id}  ${place}` : place;
}

function evidenceIn(archive: Archive, path: ArchivePath): readonly EvidenceFile[] {
  for (const folder of eachFolder(archive.root)) {
    if (folder.path === path) return folder.files.filter(({ name }) => isEvidence(name));
  }
  return [];
}

/** Where what is no evidence of an archive really is, links followed. */
interface ArchiveParts {
  readonly root: string;
  readonly evidence: string;
  readonly kept: readonly string[];
}

function archiveParts(root: string, { settings }: Archive): ArchiveParts {
  const place = (name: string) => realPlace(join(root, name));
  return {
    root: realPlace(root),
    evidence: place(settings.evidence),
    kept: [SETTINGS_FILE, settings.system, '.dangan'].map(place),
  };
}

/**
 * The archive as a whole, its settings, its scoring system and its journal are no evidence of itself, whatever name
 * or link leads to them.
 */
function refuseArchiveParts({ root, evidence, kept }: ArchiveParts, path: string): void {
  const place = realPlace(path);
  const isPart =
    isWithin(root, place) ||
    isSamePlace(place, evidence) ||
    kept.some((part) => isWithin(place, part));
  if (isPart) throw new DanganError('SOURCE_IS_ARCHIVE', { path });
}

function namesFor(
  sources: readonly Source[],
  there: readonly EvidenceFile[],
  folder: ArchivePath,
  { settings: { naming } }: Archive,
  title: string | undefined,
): Filed['files'] {
  const incoming = sources.map(({ name }) => name);
  const taken = there.map(({ parts }) => parts);
  const { names, overflows } = nameIncoming(incoming, taken, naming, title);
  if (overflows) {
    const highest = highestOrdinal(naming);
    throw new DanganError('FOLDER_FULL', { folder, highest, count: sources.length });
  }
  refuseTooLong(names);
  return sources.map((source, at) => ({ source, name: names[at] ?? source.name }));
}

/** Judged for every system on every system; a title that was cut would say something else. */
function refuseTooLong(names: readonly string[]): void {
  const long = names.filter((name) => (nameFlags(name) & (FLAG.bytes | FLAG.units)) !== 0);
  const [name] = long;
  if (name === undefined) return;
  const data = { name, bytes: byteLength(name), longest: LONGEST_NAME, count: long.length };
  throw new DanganError('FILED_NAME_TOO_LONG', data);
}

/** A file that is in the archive already is moved within it, so that the journal knows where it came from. */
function changesFor(
  root: string,
  folder: ArchivePath,
  files: Filed['files'],
  keep: boolean,
): Change[] {
  const changes: Change[] = [];
  for (const { source, name } of files) {
    const to = joinPath(folder, name);
    const from = pathBelow(root, source.path);
    if (!keep && isWithin(source.path, root)) {
      changes.push({ do: 'move', of: 'file', from, to, why: [] });
    } else changes.push({ do: 'file', source: source.path, to, keep });
  }
  return changes;
}
