/** What git keeps in several versions, until somebody has said which is to stand. */
import { closeSync, openSync } from 'node:fs';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { Stage } from '../../core/merging/left-over.js';
import { diskError } from '../../errors.js';
import { repositoryAround } from '../git/repository.js';
import { partsOf } from '../../core/git/raw-diff.js';
import { gitIfThere, runGit } from '../git/run-git.js';

export interface Unmerged {
  /** From the archive's folder. */
  readonly path: ArchivePath;
  /** Names of the contents by stage. */
  readonly stages: ReadonlyMap<Stage, string>;
}

interface Place {
  /** The archive, absolute. */
  readonly root: string;
  readonly signal: AbortSignal | undefined;
}

/** Files of the archive that a merge stopped at; none where there is no repository or no git. */
export async function unmergedIn({ root, signal }: Place): Promise<readonly Unmerged[]> {
  if (repositoryAround(root) === undefined) return [];
  const { code, out } = await gitIfThere(['ls-files', '--unmerged', '-z'], { cwd: root, signal });
  if (code !== 0) return [];
  const byPath = new Map<ArchivePath, Map<Stage, string>>();
  for (const part of partsOf(out)) {
    const [, oid = '', stage = '', path = ''] = /^\d+ ([\da-f]+) ([123])\t(.+)$/s.exec(part) ?? [];
    const stages = byPath.get(path) ?? new Map<Stage, string>();
    byPath.set(path, stages.set(Number(stage) as Stage, oid));
  }
  return [...byPath].map(([path, stages]) => ({ path, stages }));
}

/** The text of a stage. */
export async function textOfStage(oid: string, { root, signal }: Place): Promise<string> {
  return (await runGit(['cat-file', 'blob', oid], { cwd: root, signal })).toString();
}

/** What files on disk are to git, in their order: the names of their contents. */
export async function contentsOf(
  paths: readonly ArchivePath[],
  { root, signal }: Place,
): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const out = await runGit(['hash-object', '--', ...paths], { cwd: root, signal });
  return out.toString().trim().split('\n');
}

/** Write a stage as the file that it would be on disk: of a pointer, what it points to. */
export async function writeStage(
  { path, stage }: { readonly path: ArchivePath; readonly stage: Stage },
  target: string,
  { root, signal }: Place,
): Promise<void> {
  let into: number;
  try {
    into = openSync(target, 'wx');
  } catch (error) {
    throw diskError(target, error);
  }
  try {
    const words = ['cat-file', '--filters', `:${stage}:./${path}`];
    await runGit(words, { cwd: root, signal, into });
  } finally {
    closeSync(into);
  }
}
