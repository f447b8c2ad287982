/** What is left to do in an archive after git has merged it, worked out and, when asked, done. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceFolders } from '../../core/archive/evidence.js';
import {
  isWithin,
  nameOf,
  parentOf,
  joinPath,
  type ArchivePath,
} from '../../core/archive/paths.js';
import { eachFolder, type Archive } from '../../core/archive/types.js';
import { groupBy } from '../../core/group.js';
import { LEDGER, ledgerPath } from '../../core/ledger/file.js';
import { fileKindOf, MERGED_FILES } from '../../core/merging/kinds.js';
import type {
  LeftOver,
  MarkedFile,
  SameOrdinal,
  SecondVersion,
  Stage,
} from '../../core/merging/left-over.js';
import type { Side } from '../../core/merging/merge-values.js';
import { namesBeside } from '../../core/merging/second-versions.js';
import { isEvidence } from '../../core/naming/junk.js';
import { sameOrdinals } from '../../core/naming/renumber.js';
import { conflictIn, sidesOf } from '../../core/yaml-file/conflict-marks.js';
import { decodeText, MARK } from '../../core/yaml-file/decode-text.js';
import { diskError } from '../../errors.js';
import { mergeTexts } from './merge-texts.js';
import { contentsOf, textOfStage, unmergedIn, type Unmerged } from './unmerged.js';

interface Request {
  /** Absolute. */
  readonly root: string;
  readonly archive: Archive;
  /** Whose values stand where both wrote something; `undefined`: such files are left alone. */
  readonly take: Side | undefined;
  readonly signal: AbortSignal;
}

/**
 * What a merge left: files with both versions between marks, papers that had one name on both sides, papers that have
 * one ordinal.
 */
export async function leftByMerge(request: Request): Promise<LeftOver> {
  const { root, archive } = request;
  const unmerged = await unmergedIn(request);
  const marked: MarkedFile[] = [];
  for (const path of mergedFilesIn(archive)) {
    const file = textOf(join(root, path));
    if (!file || conflictIn(file.text) === undefined) continue;
    const known = unmerged.find((each) => each.path === path);
    marked.push(await merged({ path, ...file }, known, request));
  }
  const { versions, filed } = await secondVersions(unmerged, request);
  const done = new Set([...marked, ...versions].map(({ path }) => path));
  const rest = unmerged.filter(({ path }) => !done.has(path));
  const settled = [...filed, ...(await rewritten(rest, request))];
  return {
    marked,
    versions,
    waiting: rest.flatMap(({ path }) => (settled.includes(path) ? [] : [path])),
    settled,
    ordinals: ordinalsIn(archive),
  };
}

/**
 * Of the files that this program merges: those that are neither version any more, and have no marks; and those that are
 * one of them, where that is what merging them comes to with the side that is taken.
 */
async function rewritten(unmerged: readonly Unmerged[], request: Request): Promise<ArchivePath[]> {
  const files = unmerged.filter(
    ({ path, stages }) =>
      fileKindOf(path) && hasBoth(stages) && textOf(join(request.root, path)) !== undefined,
  );
  const contents = await contentsOf(
    files.map(({ path }) => path),
    request,
  );
  const settled: ArchivePath[] = [];
  for (const [at, { path, stages }] of files.entries()) {
    const isVersion = [...stages.values()].includes(contents[at] ?? '');
    if (!isVersion || (await isMergedAs({ path, stages }, request))) settled.push(path);
  }
  return settled;
}

/** Is it what its versions come to with the side that is taken? Of what only the other side wrote nothing is lost. */
async function isMergedAs({ path, stages }: Unmerged, request: Request): Promise<boolean> {
  const { take, root } = request;
  const [before, own, other] = [stages.get(1), stages.get(2), stages.get(3)];
  if (take === undefined || own === undefined || other === undefined) return false;
  const base = before === undefined ? undefined : await textOfStage(before, request);
  const ours = await textOfStage(own, request);
  const theirs = await textOfStage(other, request);
  const result = mergeTexts(nameOf(path), { base, ours, theirs }, take);
  return result !== undefined && result.yaml.text === textOf(join(root, path))?.text;
}

function hasBoth(stages: Unmerged['stages']): boolean {
  return stages.has(2) && stages.has(3);
}

function mergedFilesIn({ root }: Archive): ArchivePath[] {
  const own = MERGED_FILES.filter((name) => name !== LEDGER);
  return [...own, ...[...eachFolder(root)].map(({ path }) => ledgerPath(path))];
}

/** @returns `undefined` for what is not there. */
export function textOf(path: string): { text: string; mark: string } | undefined {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
    const bytes = readFileSync(path);
    const mark = bytes.subarray(0, 3).equals(Buffer.from(MARK)) ? MARK : '';
    return { text: decodeText(bytes).text, mark };
  } catch (error) {
    throw diskError(path, error);
  }
}

async function merged(
  { path, text, mark }: { path: ArchivePath; text: string; mark: string },
  unmerged: Unmerged | undefined,
  { take, ...place }: Request,
): Promise<MarkedFile> {
  const nothing = { path, text: undefined, added: 0, clashes: [] };
  const sides = sidesOf(text);
  if (!sides) return nothing;
  const before = unmerged?.stages.get(1);
  const base = sides.base ?? (before === undefined ? undefined : await textOfStage(before, place));
  const result = mergeTexts(nameOf(path), { ...sides, base }, take ?? 'ours');
  if (!result) return nothing;
  const { added, clashes, yaml } = result;
  const isDecided = clashes.length === 0 || take !== undefined;
  return { path, added, clashes, text: isDecided ? mark + yaml.text : undefined };
}

/** @returns besides: the papers of which both versions are there already. */
async function secondVersions(
  unmerged: readonly Unmerged[],
  request: Request,
): Promise<{ versions: SecondVersion[]; filed: ArchivePath[] }> {
  const { archive } = request;
  const { evidence, naming } = archive.settings;
  const papers = unmerged.filter(
    ({ path, stages }) =>
      isWithin(path, evidence) &&
      isEvidence(nameOf(path)) &&
      hasBoth(stages) &&
      stages.get(2) !== stages.get(3),
  );
  const versions: SecondVersion[] = [];
  const filed: ArchivePath[] = [];
  for (const [folder, group] of groupBy(papers, ({ path }) => parentOf(path))) {
    const names = namesIn(archive, folder);
    const paths = names.map((name) => joinPath(folder, name));
    const contents = await contentsOf(paths, request);
    const there = new Map(paths.map((path, at) => [path, contents[at]]));
    const missing = group.flatMap(({ path, stages }) => {
      const stage = stageBeside(there.get(path), stages);
      if (stage === undefined) return [];
      // By an earlier run; git has only not been told.
      const isFiled = contents.includes(stages.get(stage) ?? '');
      if (isFiled) filed.push(path);
      return isFiled ? [] : [{ path, stage }];
    });
    const given = namesBeside(
      missing.map(({ path }) => nameOf(path)),
      names,
      naming,
    );
    missing.forEach((each, at) => {
      const name = given[at];
      versions.push({ ...each, to: name === undefined ? undefined : joinPath(folder, name) });
    });
  }
  return { versions, filed };
}

function namesIn(archive: Archive, path: ArchivePath): readonly string[] {
  for (const folder of eachFolder(archive.root)) {
    if (folder.path === path)
      return folder.files.flatMap(({ name }) => (isEvidence(name) ? name : []));
  }
  return [];
}

/** The version that is not on disk; `undefined` where neither is, and a person is at work. */
function stageBeside(content: string | undefined, stages: Unmerged['stages']): Stage | undefined {
  if (content !== undefined && content === stages.get(2)) return 3;
  return content !== undefined && content === stages.get(3) ? 2 : undefined;
}

function ordinalsIn(archive: Archive): SameOrdinal[] {
  return evidenceFolders(archive).flatMap(({ folder, files }) =>
    sameOrdinals(files, archive.settings.naming).map((group) => ({
      folder: folder.path,
      ordinal: group[0]?.parts.ordinal ?? 0,
      names: group.map(({ name }) => name),
    })),
  );
}
