/** Evidence from outside the archive, put where it belongs. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { leafFolders } from '../../core/archive/evidence.js';
import type { Archive } from '../../core/archive/types.js';
import { type ArchivePath, joinPath, parentOf } from '../../core/archive/paths.js';
import type { Change } from '../../core/change/types.js';
import { yearTold } from '../../core/filing/by-year.js';
import { withTellingFolders } from '../../core/filing/handed-in.js';
import { sameTitles } from '../../core/filing/same-title.js';
import { parseName } from '../../core/naming/parse.js';
import { shownCode } from '../../core/system/meant.js';
import type { Indicator } from '../../core/system/types.js';
import { DanganError } from '../../errors.js';
import { applyPlan } from '../change/apply.js';
import type { ApplyOptions } from '../change/options.js';
import { collectSources, type Source, type Unfit } from './collect-sources.js';
import { splitRepeated, type Repeated } from './filed-already.js';
import { namesFor, refuseTooLong } from './names-for.js';
import { placeAsked } from './place-asked.js';
import { readArchive } from '../archive/read-archive.js';
import { SETTINGS_FILE } from '../archive/read-settings.js';
import { folderAround, isSamePlace, isWithin, pathBelow } from '../within.js';
import { realPlace } from '../bundle/places.js';

interface FilingRequest {
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

interface FiledFile {
  readonly source: Source;
  /** In the indicator's folder, or in one of its folders that holds an activity. */
  readonly to: ArchivePath;
  /** Another paper there, of the same title and with other bytes. */
  readonly sameTitle: string | undefined;
  /** Evidence of another indicator, with the same bytes. */
  readonly elsewhere: ArchivePath | undefined;
}

export interface Filed {
  readonly root: string;
  readonly indicator: Indicator | undefined;
  /** The indicator's, as the tree has them now: of each year, where its years have folders of their own. */
  readonly homes: readonly ArchivePath[];
  /** The only one of those, or the one around all. */
  readonly folder: ArchivePath;
  /** What the indicator is called where it stands alone. */
  readonly code: string;
  readonly files: readonly FiledFile[];
  readonly unfit: readonly Unfit[];
  readonly repeated: readonly Repeated[];
  /** The journal's id; `undefined` when nothing was changed. */
  readonly entry: string | undefined;
}

/**
 * Name and number files, and put them into the folder of an indicator. All of them or none: whatever would stop it
 * is found before the first one is copied.
 *
 * @throws {DanganError} TARGET_UNKNOWN, TARGET_AMBIGUOUS, YEAR_UNKNOWN, YEAR_NOT_TOLD, NOTHING_TO_FILE, FOLDER_FULL,
 *   FILED_NAME_TOO_LONG, SOURCE_IS_ARCHIVE, SOURCE_IS_WHOLE, SOURCE_IS_FILED
 */
export async function fileEvidence(request: FilingRequest): Promise<Filed> {
  const { root } = request;
  const archive = await readArchive(root);
  const { indicator, destinedFor } = placeAsked(archive, request, request);
  const { cwd, keepOrder } = request;
  const parts = archiveParts(root, archive);
  const admit = (path: string) => refuseArchiveParts(parts, path);
  const { sources, around, unfit } = await collectSources(request.words, { cwd, keepOrder, admit });
  if (sources.length === 0) throw new DanganError('NOTHING_TO_FILE', { unfit });
  if (!request.keep) refuseFiled(parts, sources, request.to);
  const telling = withTellingFolders(sources, around);
  const destined = destinedFor(telling, (file) => yearTold(file, around));
  const homes = destined.map(({ home }) => home);
  const folder = folderOf(homes);
  const destinations = destined.flatMap((each) => each.destinations);
  for (const { path } of destinations) refuseBlocked(root, path, folder);
  const rooms = destinations.map(({ path, there, incoming }) => {
    const within = path.slice(folder.length + 1);
    return { folder: path, within, names: there.map(({ name }) => name), incoming };
  });
  const others = evidenceOfOthers(archive, indicator, sources);
  const told = await splitRepeated(rooms, { root, others }, request.apply);
  const elsewhere = new Map(
    told.flatMap((each) => each.elsewhere).map(({ source, as }) => [source.path, as]),
  );
  const { title } = request;
  const given = title === undefined ? undefined : { title, isForOne: sources.length === 1 };
  const code = indicator === undefined ? '' : shownCode(indicator, archive.system);
  const named = destinations.flatMap((destination, at) => {
    const incoming = told[at]?.fresh ?? [];
    const names = namesFor({ ...destination, incoming }, archive, given);
    refuseTooLong(destination.path, incoming, names, { code, isOne: sources.length === 1, given });
    const same = sameTitles(
      names,
      destination.there.map(({ name }) => name),
    );
    return incoming.map((source, nth): FiledFile => {
      const to = joinPath(destination.path, names[nth] ?? source.name);
      return { source, to, sameTitle: same[nth], elsewhere: elsewhere.get(source.path) };
    });
  });
  const repeated = told.flatMap((each) => each.repeated);
  const files = inOrderOf(sources, named);
  const changes = changesFor(root, files, request.keep);
  const entry = request.write
    ? await applyPlan(root, { changes }, { ...request.apply, verb: 'add' })
    : undefined;
  return { root, indicator, folder, homes, code, files, unfit, repeated, entry: entry?.id };
}

function folderOf(homes: readonly ArchivePath[]): ArchivePath {
  const [first = '', ...others] = homes;
  return others.length === 0 ? first : (folderAround(homes) ?? '');
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

/** Evidence takes its ledger entry along where it goes, and what it would do is shown first: `move` does that. */
function refuseFiled({ evidence }: ArchiveParts, sources: readonly Source[], to: string): void {
  const filed = sources.find(({ path }) => isWithin(realPlace(path), evidence));
  if (filed) throw new DanganError('SOURCE_IS_FILED', { path: filed.shown, to });
}

/**
 * A folder of an activity must be one, or free: a file of its name is in the way, a link leads out of the archive. Asked
 * before anything is shown as what would be done.
 */
function refuseBlocked(root: string, path: ArchivePath, home: ArchivePath): void {
  for (let place = path; place.length > home.length; place = parentOf(place)) {
    const stats = lstatSync(join(root, place), { throwIfNoEntry: false });
    if (stats && !stats.isDirectory()) throw new DanganError('TARGET_EXISTS', { path: place });
  }
}

/** What was handed over in one order stays in it, whatever folders it went to. */
function inOrderOf(sources: readonly Source[], files: Filed['files']): Filed['files'] {
  const places = new Map(sources.map(({ path }, at) => [path, at]));
  const placeOf = ({ source }: Filed['files'][number]) => places.get(source.path) ?? 0;
  return files.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Of the same formats as what comes in: others are not the same. */
function evidenceOfOthers(
  archive: Archive,
  indicator: Indicator | undefined,
  sources: readonly Source[],
): readonly ArchivePath[] {
  const formatOf = (name: string) => parseName(name).extension.toLowerCase();
  const formats = new Set(sources.map(({ name }) => formatOf(name)));
  return leafFolders(archive)
    .filter(({ match }) => match.expected.indicator !== indicator)
    .flatMap(({ files }) => files.filter(({ parts }) => formats.has(parts.extension.toLowerCase())))
    .map(({ path }) => path);
}

/** What lies beside the evidence is moved within the archive, so that the journal knows where it came from. */
function changesFor(root: string, files: Filed['files'], keep: boolean): Change[] {
  const changes: Change[] = [];
  for (const { source, to } of files) {
    const from = pathBelow(root, source.path);
    if (!keep && isWithin(source.path, root)) {
      changes.push({ do: 'move', of: 'file', from, to, why: [] });
    } else changes.push({ do: 'file', source: source.path, to, keep });
  }
  return changes;
}
