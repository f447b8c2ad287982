/** The folders of an archive, made and kept as the scoring system has them. */
import { doubtfulFolders, matchFolders } from '../../core/archive/match.js';
import { eachExpected, type ExpectedFolder } from '../../core/archive/layout.js';
import type { Archive } from '../../core/archive/types.js';
import { joinPath, type ArchivePath } from '../../core/archive/paths.js';
import { planFix } from '../../core/change/plan-fix.js';
import type { Change, Plan } from '../../core/change/types.js';
import type { ArchiveRule } from '../../core/rules/types.js';
import { treeFolderMisnamed } from '../../core/rules/tree-folder-misnamed/index.js';
import { treeFolderMisplaced } from '../../core/rules/tree-folder-misplaced/index.js';
import { applyPlan } from '../change/apply.js';
import type { ApplyOptions } from '../change/options.js';
import { schemasToWrite } from './editor-schemas.js';
import { followCodes, type FollowedCodes } from './follow-codes.js';
import { readArchive } from './read-archive.js';

interface ScaffoldOptions extends ApplyOptions {
  /** Also rename; else that is only planned. */
  readonly write: boolean;
  /** Neither rename nor make anything; what would be made is told. */
  readonly dryRun?: boolean;
}

export interface Scaffolded {
  /** As it is now. */
  readonly archive: Archive;
  /** Or to be made. */
  readonly made: readonly ArchivePath[];
  /** Schemas for the editor that were missing, or those of another version. */
  readonly schemas: readonly ArchivePath[];
  /** Renames made, or worked out when `write` is not set; in the order of the scoring system. */
  readonly renames: Plan;
  /** Folders that have the code or nearly the name of an indicator, and may hold another's evidence; not touched. */
  readonly doubtful: readonly { readonly from: ArchivePath; readonly to: ArchivePath }[];
  /** Codes that are changed together with the folders, and those that a person has to look at. */
  readonly followed: Pick<FollowedCodes, 'codes' | 'unsure'>;
  /** Not in the scoring system, and not touched. */
  readonly unknown: readonly ArchivePath[];
  /** Ids of the journal, newest last. */
  readonly entries: readonly string[];
}

/**
 * Make the folders and the editor's schemas that are missing, and work out the renames that bring the others in line,
 * with the codes that people wrote down. Nothing is deleted.
 *
 * A folder whose name and place are both new is only followed where that cannot be anything else.
 */
export async function scaffold(root: string, options: ScaffoldOptions): Promise<Scaffolded> {
  const { write, dryRun = false, ...apply } = options;
  const run = { ...apply, verb: 'scaffold' };
  const before = await readArchive(root);
  const made = missingFolders(before);
  const folders = made.map((path): Change => ({ do: 'create-folder', path, why: [] }));
  const schemas = schemaChanges(root);
  const changes = [...folders, ...schemas];
  const created = dryRun ? undefined : await applyPlan(root, { changes }, run);
  const complete = created ? await readArchive(root) : before;
  const renames = inSystemOrder(planFix(complete, RENAMING, { unsafe: true, only: [] }), complete);
  const { changes: all, ...followed } = await followCodes(root, complete, renames.changes, {
    alsoByName: true,
  });
  const renamed = write && !dryRun ? await applyPlan(root, { changes: all }, run) : undefined;
  const archive = renamed ? await readArchive(root) : complete;
  return {
    archive,
    made,
    schemas: schemas.map(({ path }) => path),
    renames,
    doubtful: doubtfulIn(archive, renames),
    followed,
    unknown: matchFolders(archive).unknown.map(({ path }) => path),
    entries: [created, renamed].flatMap((entry) => entry?.id ?? []),
  };
}

/** What holds the evidence of an indicator for sure; a folder that may be another's is left to a person. */
const certainlyMisnamed: ArchiveRule = {
  ...treeFolderMisnamed,
  *mend(archive) {
    for (const mend of treeFolderMisnamed.mend?.(archive) ?? []) if (mend.safe) yield mend;
  },
};

/** Neither of them touches a file: evidence goes where its folder goes. */
const RENAMING = [certainlyMisnamed, treeFolderMisplaced];

/**
 * Where each folder would go that only a person can tell the indicator of. When the folders in it are called as they
 * should be, it may be sure whose it is: then it is renamed after them.
 */
function doubtfulIn(archive: Archive, { changes }: Plan): Scaffolded['doubtful'] {
  const { homeOf } = matchFolders(archive);
  const moved = new Set(changes.flatMap((change) => (change.do === 'move' ? [change.from] : [])));
  return doubtfulFolders(archive)
    .filter(({ folder }) => !moved.has(folder.path))
    .map(({ expected, folder }) => ({ from: folder.path, to: homeOf(expected) }));
}

/** They are nobody's own: those of another version give way to those of this one, whose files they are to judge. */
function schemaChanges(root: string) {
  const { missing, other } = schemasToWrite(root);
  return [...missing, ...other].map(
    ({ path, text }) => ({ do: 'rewrite', path, text, why: [] }) satisfies Change,
  );
}

function inSystemOrder(plan: Plan, { expected }: Archive): Plan {
  const places = new Map([...eachExpected(expected)].map(({ path }, at) => [path, at]));
  const placeOf = (change: Change) => ('to' in change ? places.get(change.to) : undefined) ?? 0;
  return { ...plan, changes: plan.changes.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

/** What is missing with all that is below it, where it would be as the tree is called now. */
function missingFolders(archive: Archive): readonly ArchivePath[] {
  const { missing, homeOf } = matchFolders(archive);
  return missing.flatMap((folder) => withBelow(folder, homeOf(folder)));
}

function withBelow(folder: ExpectedFolder, path: ArchivePath): readonly ArchivePath[] {
  return [
    path,
    ...folder.children.flatMap((child) => withBelow(child, joinPath(path, child.name))),
  ];
}
