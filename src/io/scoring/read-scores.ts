/** What people decided of the self score. */
import { decodeScores } from '../../core/scoring/decode.js';
import { NO_SCORES, type Scores } from '../../core/scoring/scores.js';
import type { ScoringSystem } from '../../core/system/types.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import { knownKeys, schemaProblems } from '../../core/yaml-file/schema-faults.js';
import validate, { schemaKeys } from '../../../schemas/scores.schema.json?validator';
import type { Store } from '../store/types.js';
import { parseYaml } from '../yaml/yaml.js';

export const SCORES_KEYS = knownKeys(schemaKeys);

/**
 * Read `scores.yaml`; without it, nobody has decided anything.
 *
 * @throws {DanganError} when it is there and cannot be read. What is in it never throws: it is in `problems`.
 */
export async function readScores(store: Store, system: ScoringSystem): Promise<Scores> {
  const { path } = NO_SCORES;
  return store.has(path) ? scoresFrom(await store.readYaml(path, SCORES_KEYS), system) : NO_SCORES;
}

/** The scores that a text gives. */
export function parseScores(text: string, system: ScoringSystem): Scores {
  return scoresFrom(parseYaml(text, SCORES_KEYS), system);
}

function scoresFrom(yaml: YamlSource, system: ScoringSystem): Scores {
  return decodeScores(NO_SCORES.path, yaml, schemaProblems(yaml, validate, schemaKeys), system);
}
