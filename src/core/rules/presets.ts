/** Who looks at the findings, and which of them that is. */
import type { Finding } from './findings.js';
import type { AnyRuleId } from './ids.js';
import { areaOf } from './named.js';

/** 档案员 is told everything, a build server what has to be done, 测评组 what is there and whether it can be read. */
export const PRESETS = ['clerk', 'ci', 'inspector'] as const;
export type Preset = (typeof PRESETS)[number];

const INSPECTED: ReadonlySet<string> = new Set(['coverage', 'content', 'bundle']);

/** Of the settings, what says so. */
interface Chosen {
  readonly preset: Preset;
  readonly rules: Readonly<Record<string, unknown>>;
}

/** Is the rule run? One that has a level of its own in the settings is asked for whatever the preset. */
export function isRun({ preset, rules }: Chosen, rule: AnyRuleId): boolean {
  return preset !== 'inspector' || INSPECTED.has(areaOf(rule)) || rules[rule] !== undefined;
}

/** Is the finding told? */
export function isTold({ preset, rules }: Chosen, { rule, severity }: Finding): boolean {
  return preset !== 'ci' || severity !== 'info' || rules[rule] !== undefined;
}
