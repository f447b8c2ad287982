/** What is let pass: `waivers.yaml` and `baseline.yaml` in the archive's folder. */
import type { AnyRuleId } from '../../core/rules/ids.js';
import type { ScoringSystem } from '../../core/system/types.js';
import { decodeBaseline } from '../../core/waivers/decode-baseline.js';
import { decodeWaivers, type Nameable } from '../../core/waivers/decode.js';
import {
  NO_BASELINE,
  NO_WAIVERS,
  type Allowances,
  type Baseline,
  type Waivers,
} from '../../core/waivers/types.js';
import type { KnownKeys, YamlSource } from '../../core/yaml-file/node.js';
import {
  knownKeys,
  schemaProblems,
  type SchemaKeys,
  type ShapeProblem,
  type Validate,
} from '../../core/yaml-file/schema-faults.js';
import { DanganError } from '../../errors.js';
import validBaseline, {
  schemaKeys as baselineKeys,
} from '../../../schemas/baseline.schema.json?validator';
import validWaivers, {
  schemaKeys as waiverKeys,
} from '../../../schemas/waivers.schema.json?validator';
import type { Store } from '../store/types.js';
import { parseYaml } from '../yaml/yaml.js';

export const WAIVER_KEYS = knownKeys(waiverKeys);
export const BASELINE_KEYS = knownKeys(baselineKeys);

/**
 * Read what is let pass; nothing where the files are not there.
 *
 * @throws {DanganError} WAIVERS_INVALID - one of them cannot be understood as a whole. What is wrong in a single entry
 *   never throws: it is in `problems`.
 */
export async function readAllowances(
  store: Store,
  system: ScoringSystem,
  rules: readonly AnyRuleId[],
): Promise<Allowances> {
  const waivers = await readWaiversFile(store);
  const baseline = await readBaselineFile(store);
  return {
    waivers: waivers ? waiversIn(waivers, { system, rules }) : NO_WAIVERS,
    baseline: baseline ? baselineIn(baseline, rules) : NO_BASELINE,
  };
}

/** `waivers.yaml` as it is written; `undefined` where it is not there. @throws {DanganError} WAIVERS_INVALID */
export async function readWaiversFile(store: Store): Promise<YamlSource | undefined> {
  return readFile(store, NO_WAIVERS.path, WAIVER_KEYS);
}

/** `baseline.yaml` as it is written; `undefined` where it is not there. @throws {DanganError} WAIVERS_INVALID */
export async function readBaselineFile(store: Store): Promise<YamlSource | undefined> {
  return readFile(store, NO_BASELINE.path, BASELINE_KEYS);
}

/** @throws {DanganError} WAIVERS_INVALID */
export function waiversIn(yaml: YamlSource, nameable: Nameable): Waivers {
  return decodeWaivers(yaml, faultsIn(NO_WAIVERS.path, yaml, validWaivers, waiverKeys), nameable);
}

/** @throws {DanganError} WAIVERS_INVALID */
export function baselineIn(yaml: YamlSource, rules: readonly AnyRuleId[]): Baseline {
  return decodeBaseline(yaml, faultsIn(NO_BASELINE.path, yaml, validBaseline, baselineKeys), rules);
}

export function parseWaiversText(text: string): YamlSource {
  return parseYaml(text, WAIVER_KEYS);
}

export function parseBaselineText(text: string): YamlSource {
  return parseYaml(text, BASELINE_KEYS);
}

async function readFile(
  store: Store,
  path: string,
  keys: KnownKeys,
): Promise<YamlSource | undefined> {
  return store.has(path) ? store.readYaml(path, keys) : undefined;
}

/** What is wrong in its entries; what is wrong with it as a whole is thrown. */
function faultsIn(
  path: string,
  yaml: YamlSource,
  validate: Validate,
  keys: SchemaKeys,
): readonly ShapeProblem[] {
  const broken = yaml.problems.flatMap(({ at, ...fault }) =>
    // Nobody has written into it yet.
    fault.fault === 'empty' ? [] : [{ at, yaml: fault }],
  );
  if (broken.length > 0) throw new DanganError('WAIVERS_INVALID', { path, problems: broken });
  const faults = schemaProblems(yaml, validate, keys);
  const whole = faults.filter(({ pointer }) => pointer.split('/').length < 3);
  if (whole.length === 0) return faults;
  const bare: 'waivers' | 'findings' = path === NO_WAIVERS.path ? 'waivers' : 'findings';
  const problems = whole.map(({ at, fault }) =>
    yaml.root?.is === 'list' ? { at, bare } : { at, shape: fault },
  );
  throw new DanganError('WAIVERS_INVALID', { path, problems });
}
