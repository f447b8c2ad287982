/** A person's decision as a change of `scores.yaml`, judged before it is written. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { schemaLine } from '../../core/archive/schema-line.js';
import type { Change } from '../../core/change/types.js';
import {
  NO_SCORES,
  type ScoreChange,
  type ScoresProblem,
  type ScoresRemoval,
} from '../../core/scoring/scores.js';
import type { ScoringSystem } from '../../core/system/types.js';
import { editList } from '../../core/yaml-file/edit-list.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import { DanganError } from '../../errors.js';
import type { ScoresFault } from '../../messages/faults.js';
import { parseYaml, readYaml } from '../yaml/yaml.js';
import { parseScores, SCORES_KEYS } from './read-scores.js';

export interface ScoresFile {
  /** `undefined` where it is not there yet. */
  readonly yaml: YamlSource | undefined;
  readonly problems: readonly ScoresProblem[];
}

/** @throws {DanganError} SCORES_INVALID - it may have been misread: nothing can be written into it. */
export async function readScoresFile(root: string, system: ScoringSystem): Promise<ScoresFile> {
  const path = join(root, NO_SCORES.path);
  const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  const yaml = isThere ? await readYaml(path, SCORES_KEYS) : undefined;
  const [fault] = yaml?.problems.filter((each) => each.fault !== 'empty') ?? [];
  if (fault) {
    const { at, ...what } = fault;
    throw new DanganError('SCORES_INVALID', { path: NO_SCORES.path, line: at.line, fault: what });
  }
  return { yaml, problems: yaml ? parseScores(yaml.text, system).problems : [] };
}

/**
 * @throws {DanganError} SCORE_VALUE_INVALID - what is to be written does not agree with the scoring system.
 *   SCORES_UNEDITABLE
 */
export function planScore(
  { yaml, problems }: ScoresFile,
  change: ScoreChange | ScoresRemoval,
  system: ScoringSystem,
  remark: string,
): Change & { readonly do: 'rewrite' } {
  const head = `${schemaLine(NO_SCORES.path, 'scores')}\n# ${remark}\n`;
  const edited = editList(yaml, change, head, (text) => parseYaml(text, SCORES_KEYS));
  if (!edited) throw new DanganError('SCORES_UNEDITABLE', { path: NO_SCORES.path });
  const known = new Set(problems.map(keyOf));
  const faults = parseScores(edited.text, system).problems.filter(
    (each) => !known.has(keyOf(each)),
  );
  if (faults.length > 0) {
    const words = faults.flatMap((each): ScoresFault[] =>
      each.kind === 'shape' ? [each.fault] : [],
    );
    throw new DanganError('SCORE_VALUE_INVALID', { faults: words });
  }
  return { do: 'rewrite', path: NO_SCORES.path, text: edited.text, why: [] };
}

/** A problem that was there before is nobody's of now; its line may be another. */
function keyOf({ fault }: ScoresProblem): string {
  return JSON.stringify({ ...fault, line: 0 });
}
