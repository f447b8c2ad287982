/** Carrying out what `leftByMerge` worked out. */
import { join } from 'node:path';
import { nameOf, parentOf, joinPath, type ArchivePath } from '../../core/archive/paths.js';
import type { JournalEntry } from '../../core/change/entry.js';
import type { Change } from '../../core/change/types.js';
import { groupBy } from '../../core/group.js';
import { editLedger, type LedgerChange } from '../../core/ledger/edit.js';
import { ledgerPath } from '../../core/ledger/file.js';
import type { LeftOver, MarkedFile, SecondVersion } from '../../core/merging/left-over.js';
import { rowsOf } from '../../core/merging/rows-of.js';
import { applyPlan } from '../change/apply.js';
import type { ApplyOptions } from '../change/options.js';
import { makeDrafts, removeDrafts } from '../change/drafts.js';
import { realDisk, sha256Of } from '../disk.js';
import { LEDGER_KEYS } from '../ledger/read-ledgers.js';
import { parseYaml } from '../yaml/yaml.js';
import { textOf } from './plan-merge.js';
import { writeStage } from './unmerged.js';

/**
 * Write the files that are merged, and give second versions of papers their own names, in the ledgers too.
 *
 * @returns the journal entry; `undefined` when there was nothing to do.
 * @throws {DanganError} what `applyPlan` throws; GIT_FAILED.
 */
export async function finishMerge(
  root: string,
  { marked, versions }: Pick<LeftOver, 'marked' | 'versions'>,
  options: ApplyOptions,
): Promise<JournalEntry | undefined> {
  if (versions.length === 0 && marked.every(({ text }) => text === undefined)) return undefined;
  const drafts = makeDrafts(root, options.disk ?? realDisk);
  try {
    const papers = await writeVersions(root, versions, drafts, options.signal);
    const texts = new Map(marked.map(({ path, text }) => [path, text]));
    for (const [folder, group] of groupBy(papers, ({ to }) => parentOf(to))) {
      const path = ledgerPath(folder);
      const text = renamedRows(texts.get(path) ?? textOnDisk(root, path, marked), group);
      if (text !== undefined) texts.set(path, text);
    }
    const changes: Change[] = [
      ...papers.map(({ source, to }): Change => ({ do: 'file', source, to, keep: true })),
      ...[...texts].flatMap(([path, text]): Change[] =>
        text === undefined ? [] : [{ do: 'rewrite', path, text, why: [] }],
      ),
    ];
    return await applyPlan(root, { changes }, { ...options, verb: 'merge' });
  } finally {
    removeDrafts(root, drafts);
  }
}

interface Paper {
  /** What it is called in the ledger. */
  readonly name: string;
  /** Absolute. */
  readonly source: string;
  readonly to: ArchivePath;
  readonly sha256: string;
}

async function writeVersions(
  root: string,
  versions: readonly SecondVersion[],
  drafts: ArchivePath,
  signal: AbortSignal | undefined,
): Promise<Paper[]> {
  const papers: Paper[] = [];
  for (const { path, stage, to } of versions) {
    if (to === undefined) continue;
    const source = join(root, joinPath(drafts, String(papers.length)));
    await writeStage({ path, stage }, source, { root, signal });
    papers.push({ name: nameOf(path), source, to, sha256: sha256Of(source) });
  }
  return papers;
}

/** A ledger that a person still has to decide on is left alone: the rows are found by their digests. */
function textOnDisk(
  root: string,
  path: ArchivePath,
  marked: readonly MarkedFile[],
): string | undefined {
  if (marked.some((each) => each.path === path)) return undefined;
  const file = textOf(join(root, path));
  return file && file.mark + file.text;
}

/** The ledger with the rows of papers under the names that these get; `undefined` where none is about them. */
function renamedRows(text: string | undefined, papers: readonly Paper[]): string | undefined {
  if (text === undefined) return undefined;
  const bare = text.replace(/^\uFEFF/, '');
  const parse = (each: string) => parseYaml(each, LEDGER_KEYS);
  const yaml = parse(bare);
  const changes = papers.flatMap((paper) =>
    rowsOf(yaml, paper).map((nth): LedgerChange => {
      return { do: 'set', nth, path: ['file'], value: nameOf(paper.to) };
    }),
  );
  if (changes.length === 0) return undefined;
  const edited = editLedger(yaml, changes, { schema: '', remark: '' }, parse);
  return edited && text.slice(0, text.length - bare.length) + edited.text;
}
