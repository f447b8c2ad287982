/** What the commands below `score` share: they change `scores.yaml`, with a plan first. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import type { Change, Said } from '../../core/change/types.js';
import type { ScoreChange, ScoresRemoval } from '../../core/scoring/scores.js';
import type { ScoringSystem } from '../../core/system/types.js';
import { findArchive, openArchive } from '../../io/archive/read-archive.js';
import type { ScoresFile } from '../../io/scoring/plan-score.js';

export interface OpenScores {
  readonly system: ScoringSystem;
  readonly file: ScoresFile;
  /** @param said - What the change is about, for the log. */
  readonly planned: (change: ScoreChange | ScoresRemoval, said: Said) => Rewrite;
  /** @returns The journal's id; `undefined` when nothing was changed. */
  readonly carryOut: (changes: readonly Change[], verb: string) => Promise<string | undefined>;
}

type Rewrite = Extract<Change, { readonly do: 'rewrite' }>;

export async function openScores(archiveAt: string | undefined, cli: Cli): Promise<OpenScores> {
  const root = findArchive(resolve(cli.cwd, archiveAt ?? '.'));
  const { carryOut } = await import('../changing/carry-out.js');
  const { refuseEarlier } = await import('../changing/earlier.js');
  refuseEarlier(root);
  const { archive } = await openArchive(root, cli.cwd);
  const { planScore, readScoresFile } = await import('../../io/scoring/plan-score.js');
  const { system } = archive;
  const file = await readScoresFile(root, system);
  const { remark } = cli.say.scoreSet;
  return {
    system,
    file,
    planned: (change, said) => ({ ...planScore(file, change, system, remark), said: [said] }),
    carryOut: async (changes, verb) => (await carryOut(root, changes, verb, cli))?.id,
  };
}

/** Options of `score` itself are written before the word of a command below it, and are not for that. */
export function withoutOptionsOf(score: Command, command: Command): void {
  command.configureHelp({
    ...command.configureHelp(),
    visibleGlobalOptions: () => [...(score.parent?.options ?? [])],
  });
}
