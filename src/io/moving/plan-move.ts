/** Evidence that lies in the archive already, moved, renamed or taken out: worked out, and not done. */
import { isWithin, nameOf, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import type { Archive, EvidenceFile, Folder } from '../../core/archive/types.js';
import type { Change } from '../../core/change/types.js';
import { evidenceOf } from '../../core/evidence/collect.js';
import { groupBy } from '../../core/group.js';
import type { EvidenceEdit } from '../../core/ledger/plan-edits.js';
import { resettled, type Resettled } from '../../core/ledger/resettle.js';
import { entryOf, type Settled } from '../../core/ledger/settle.js';
import { inOrderOfDates } from '../../core/moving/by-date.js';
import { emptiedFolders } from '../../core/moving/emptied.js';
import { closedUp, gapsLeft } from '../../core/moving/gaps.js';
import { retitled } from '../../core/moving/retitle.js';
import type { Changed } from '../../core/moving/waivers.js';
import { lastingTitle } from '../../core/naming/lasting-title.js';
import { parseName } from '../../core/naming/parse.js';
import type { Chosen, Gap, Rename } from '../../core/moving/types.js';
import type { Indicator } from '../../core/system/types.js';
import type { ApplyOptions } from '../change/options.js';
import { refuseTooLong } from '../filing/names-for.js';
import { planLedgers } from '../ledger/plan-ledgers.js';
import { namedEvidence, namedFolders } from './named-evidence.js';
import { transferred, type Repeats } from './transfer.js';

/** What is to become of the evidence. */
export type How =
  | {
      readonly do: 'to';
      readonly to: string;
      readonly year: number | undefined;
      readonly title: string | undefined;
    }
  | { readonly do: 'title'; readonly title: string }
  | { readonly do: 'trash' }
  /** The words name folders. */
  | { readonly do: 'by-date' }
  | { readonly do: 'renumber' };

export interface MoveRequest {
  /** Absolute. */
  readonly root: string;
  /** With what its ledgers say. */
  readonly archive: Archive;
  readonly settled: Settled;
  readonly words: readonly string[];
  readonly how: How;
  /** Ordinals that fall vacant are given to those behind them. */
  readonly renumber: boolean;
  readonly cwd: string;
  /** What a ledger is, in a line. */
  readonly remark: string;
  readonly reading: Pick<ApplyOptions, 'reading'> & { readonly signal: AbortSignal };
}

/** What an entry loses with its place. */
export interface Dropped {
  readonly path: ArchivePath;
  readonly lost: Resettled['dropped'];
}

export interface MovePlan {
  /** With those of ledgers. */
  readonly changes: readonly Change[];
  /** Evidence that was meant by the words, whether it moves or not. */
  readonly count: number;
  /** Left where it is, since the folder that it would go to has the same bytes. */
  readonly repeated: readonly Repeats[];
  readonly dropped: readonly Dropped[];
  readonly gaps: readonly Gap[];
  /** Folders of activities that hold nothing any more, and go to the trash for that. */
  readonly emptied: readonly ArchivePath[];
  /** Proofs that something does not apply, which leave the folder where that is said. */
  readonly proofs: readonly ArchivePath[];
  /** What waivers may have known by what it has no more. */
  readonly changed: readonly Changed[];
}

/**
 * @throws {DanganError} FILE_NOT_FOUND, MOVE_NO_EVIDENCE, MOVE_AMBIGUOUS, TARGET_UNKNOWN, TARGET_AMBIGUOUS, YEAR_UNKNOWN,
 *   FOLDER_FULL, FILED_NAME_TOO_LONG
 */
export async function planMove(request: MoveRequest): Promise<MovePlan> {
  const { archive, settled, root, remark, how } = request;
  if (how.do === 'by-date' || how.do === 'renumber') return orderPlan(request);
  const chosen = await namedEvidence(archive, request.words, request);
  const { renames, repeated, target } = await renamesFor(chosen, request);
  const trashed = how.do === 'trash' ? chosen.map(({ file }) => file.path) : [];
  const leaving = leavingFiles(chosen, renames, trashed);
  const arriving = new Set(renames.map(({ to }) => parentOf(to)));
  const folders = [...new Set(chosen.map(({ folder }) => folder))];
  const closing = request.renumber
    ? folders.filter(({ path }) => !arriving.has(path)).filter((each) => leavesSome(each, leaving))
    : [];
  const closed = closing.flatMap((each) => closedUp(each, leaving, archive.settings.naming));
  const tree = [...moves([...renames, ...closed]), ...trashed.map(trash)];
  const gone = new Set([...leaving].map(({ path }) => path));
  const emptied = emptiedFolders(leavesOf(chosen), gone, settled.ledgers);
  const edits = target ? resettledEdits(chosen, renames, target, request) : [];
  const ledgers = await planLedgers(
    root,
    settled,
    edits.map(({ edit }) => edit),
    { remark, moves: tree, signal: request.reading.signal },
  );
  return {
    changes: withEmptied([...tree, ...ledgers], emptied),
    count: chosen.length,
    repeated,
    dropped: edits.flatMap(({ edit, lost }) =>
      lost.length === 0 ? [] : [{ path: `${edit.folder}/${edit.file ?? ''}`, lost }],
    ),
    gaps: folders
      .filter((folder) => !closing.includes(folder) && !emptied.some((each) => isIn(folder, each)))
      .flatMap((folder) => gapsLeft(folder, leaving)),
    emptied: how.do === 'trash' ? [] : emptied.map(({ path }) => path),
    proofs: proofsAmong(gone, settled),
    changed: identities(chosen, { renames, trashed }, target),
  };
}

async function orderPlan(request: MoveRequest): Promise<MovePlan> {
  const { archive, settled, root, remark } = request;
  const folders = namedFolders(archive, request.words, request);
  const evidence = groupBy([...evidenceOf(archive).values()].flat(), ({ path }) => parentOf(path));
  const { naming } = archive.settings;
  const renames = folders.flatMap((each) =>
    request.how.do === 'renumber'
      ? closedUp(each, new Set(), naming)
      : inOrderOfDates(each, evidence.get(each.path) ?? [], naming),
  );
  const tree = moves(renames);
  const { signal } = request.reading;
  const ledgers =
    tree.length === 0 ? [] : await planLedgers(root, settled, [], { remark, moves: tree, signal });
  const count = folders.reduce((sum, { path }) => sum + (evidence.get(path)?.length ?? 0), 0);
  const nothing = { repeated: [], dropped: [], gaps: [], emptied: [], proofs: [], changed: [] };
  return { changes: [...tree, ...ledgers], count, ...nothing };
}

interface Renames {
  readonly renames: readonly Rename[];
  readonly repeated: readonly Repeats[];
  /** Where evidence gets another indicator; `undefined` where it keeps its own. */
  readonly target: { readonly indicator: Indicator | undefined } | undefined;
}

async function renamesFor(
  chosen: readonly Chosen[],
  { how, archive, root, cwd, reading }: MoveRequest,
): Promise<Renames> {
  if (how.do === 'to') return transferred(chosen, how, { archive, root, cwd, reading });
  if (how.do !== 'title') return { renames: [], repeated: [], target: undefined };
  const given = { title: how.title.trim(), isForOne: chosen.length === 1 };
  const { naming } = archive.settings;
  const groups = [...groupBy(chosen, ({ folder }) => folder).values()];
  const renames = groups.flatMap((each) => retitled(each, given, naming));
  for (const { to } of renames) {
    refuseTooLong(parentOf(to), [], [nameOf(to)], { code: '', isOne: true, given });
  }
  return { renames, repeated: [], target: undefined };
}

/** The files that will not be in their folders any more. */
function leavingFiles(
  chosen: readonly Chosen[],
  renames: readonly Rename[],
  trashed: readonly ArchivePath[],
): ReadonlySet<EvidenceFile> {
  const gone = new Set([
    ...trashed,
    ...renames.flatMap(({ from, to }) => (parentOf(from) === parentOf(to) ? [] : from)),
  ]);
  return new Set(chosen.flatMap(({ file }) => (gone.has(file.path) ? file : [])));
}

function leavesSome({ files }: Folder, leaving: ReadonlySet<EvidenceFile>): boolean {
  return files.some((file) => leaving.has(file));
}

function leavesOf(chosen: readonly Chosen[]): ReadonlySet<Folder> {
  return new Set(chosen.flatMap(({ match }) => match?.folder ?? []));
}

function moves(renames: readonly Rename[]): Change[] {
  return renames.map(({ from, to }) => ({ do: 'move', of: 'file', from, to, why: [] }));
}

function trash(path: ArchivePath): Change {
  return { do: 'trash', of: 'file', path, why: [] };
}

/** A folder goes to the trash with its ledger and with what goes there anyway. */
function withEmptied(changes: readonly Change[], emptied: readonly Folder[]): Change[] {
  const goesAlong = (change: Change) =>
    (change.do === 'trash' || change.do === 'rewrite') &&
    emptied.some(({ path }) => isWithin(change.path, path));
  return [
    ...changes.filter((change) => !goesAlong(change)),
    ...emptied.map(({ path }): Change => ({ do: 'trash', of: 'folder', path, why: [] })),
  ];
}

function isIn({ path }: Folder, { path: above }: Folder): boolean {
  return isWithin(path, above);
}

interface Resettling {
  readonly edit: EvidenceEdit;
  readonly lost: Resettled['dropped'];
}

function resettledEdits(
  chosen: readonly Chosen[],
  renames: readonly Rename[],
  { indicator: to }: { readonly indicator: Indicator | undefined },
  { settled, archive: { system } }: MoveRequest,
): Resettling[] {
  const moved = new Set(renames.map(({ from }) => from));
  return chosen.flatMap(({ file, folder, match }) => {
    const entry = entryOf(settled, file.path);
    if (!entry || !moved.has(file.path)) return [];
    const from = match?.expected.indicator;
    const { set, dropped } = resettled(entry, { from, to }, system);
    const edit = { folder: folder.path, file: file.name, entry, set };
    return set.length === 0 ? [] : [{ edit, lost: dropped }];
  });
}

function proofsAmong(gone: ReadonlySet<ArchivePath>, { ledgers }: Settled): readonly ArchivePath[] {
  const proofs = [...ledgers].flatMap(([folder, { notApplicable }]) =>
    notApplicable.flatMap(({ proof }) => (proof === undefined ? [] : `${folder}/${proof}`)),
  );
  return proofs.filter((path) => gone.has(path));
}

function identities(
  chosen: readonly Chosen[],
  {
    renames,
    trashed,
  }: { readonly renames: readonly Rename[]; readonly trashed: readonly string[] },
  target: Renames['target'],
): readonly Changed[] {
  const names = new Map(renames.map(({ from, to }) => [from, nameOf(to)]));
  const gone = new Set(trashed);
  return chosen.flatMap(({ file: { path, parts }, match }) => {
    const name = names.get(path);
    if (name === undefined && !gone.has(path)) return [];
    const own = match?.expected.indicator?.id ?? '';
    const indicator = target ? (target.indicator?.id ?? '') : own;
    const before = { indicator: own, title: lastingTitle(parts) };
    const after =
      name === undefined ? undefined : { indicator, title: lastingTitle(parseName(name)) };
    return [{ before, after }];
  });
}
