/** A verified bundle, item by item of the four-property check. */
import { listIn } from '../../group.js';
import type { Finding } from '../../rules/findings.js';
import type { EmptyIndicator } from '../index/presence.js';
import { propertiesOf } from '../judge/rules.js';
import {
  FOUR_PROPERTY_ITEMS,
  type FourPropertyItem,
  type NotAsked,
  type Without,
} from './items.js';
import { judgeNumbering } from './numbering.js';
import { missingChecks, type Judged, type Missing, type RanCheck } from './ran.js';

export type Verdict =
  | { readonly state: 'passed' }
  | {
      readonly state: 'failed';
      readonly findings: readonly Finding[];
      /** Indicators without any file. */
      readonly empty: readonly EmptyIndicator[];
    }
  /** Nothing can be said: `missing` did not run, or there is no check for it. */
  | {
      readonly state: 'notChecked';
      readonly missing: readonly Missing[];
      readonly without?: Without;
    }
  | { readonly state: 'notApplicable'; readonly why: NotAsked };

export type State = Verdict['state'];

export interface JudgedItem {
  readonly item: FourPropertyItem;
  readonly verdict: Verdict;
}

/**
 * An item fails when anything at all was found about it, a warning too; and passes only when nothing was and all that
 * it needs has run.
 */
export function judgeFourProperties(judged: Judged): readonly JudgedItem[] {
  const { report, facts } = judged;
  const numbering = judgeNumbering(facts?.index);
  const missing = missingChecks(judged, numbering);
  const byCode = new Map<string, Finding[]>();
  for (const finding of [...report.findings, ...report.echoes, ...numbering.findings]) {
    if (finding.severity === 'info') continue;
    for (const code of propertiesOf(finding)) listIn(byCode, code).push(finding);
  }
  return FOUR_PROPERTY_ITEMS.map((item) => {
    const findings = byCode.get(codeOf(item)) ?? [];
    const empty = item.failsEmpty ? (report.presence?.empty ?? []) : [];
    return { item, verdict: verdictOf(item, { findings, empty, missing, ours: report.ours }) };
  });
}

/** `YJ-1-1` of `YJ-1-1/digest`. */
export function codeOf({ key }: FourPropertyItem): string {
  return key.replace(/\/.*$/, '');
}

/** What is known about an item. */
interface Known {
  readonly findings: readonly Finding[];
  readonly empty: readonly EmptyIndicator[];
  readonly missing: ReadonlyMap<RanCheck, Missing>;
  readonly ours: boolean;
}

function verdictOf(
  { needs, about, without, notAsked }: FourPropertyItem,
  { findings: found, empty, missing, ours }: Known,
): Verdict {
  const findings = about ? found.filter(about) : found;
  if (findings.length > 0) return { state: 'failed', findings, empty: [] };
  if (notAsked && (ours || notAsked.of === 'any')) {
    return { state: 'notApplicable', why: notAsked.why };
  }
  const lacking = needs.flatMap((check) => missing.get(check) ?? []);
  // Why the rest did not run is plain when nothing was read.
  const [first] = lacking;
  if (first?.check === 'read') return { state: 'notChecked', missing: [first] };
  if (lacking.length > 0) return { state: 'notChecked', missing: lacking };
  if (empty.length > 0) return { state: 'failed', findings, empty };
  const why = without ?? (needs.length === 0 ? 'noCheck' : undefined);
  return why ? { state: 'notChecked', missing: [], without: why } : { state: 'passed' };
}
