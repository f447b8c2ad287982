/** The findings of an archive, with what is let pass told apart. */
import type { Archive } from '../archive/types.js';
import { CONTENT_RULES } from '../rules/content-rules.js';
import type { Finding } from '../rules/findings.js';
import { compareFindings } from '../rules/findings.js';
import type { AnyRuleId } from '../rules/ids.js';
import { judgesNames } from '../rules/named.js';
import { runArchiveRules } from '../rules/run.js';
import type { ArchiveRule } from '../rules/types.js';
import type { Day } from '../system/types.js';
import { letPass } from './let-pass.js';
import type { Allowances, Waived, WaiverOutcome } from './types.js';
import { isWaivable } from './waivable.js';

type Rule = ArchiveRule<AnyRuleId>;

/** What an archive comes to. */
export interface Judgement {
  /** That count, in the order of `compareFindings`. */
  readonly findings: readonly Finding[];
  /** That are let pass, in the same order. */
  readonly waived: readonly Waived[];
  /** What became of what is let pass; absent where nothing is. */
  readonly outcome?: WaiverOutcome;
  /** Rules that have run on everything. */
  readonly ran: ReadonlySet<string>;
}

interface Given {
  readonly allowances: Allowances;
  readonly today: Day;
  /** Rules that are run although nobody asked for their findings: what is said of waivers takes all of them. */
  readonly besides?: readonly Rule[];
}

/**
 * Judge an archive by rules.
 *
 * @param rules - Whose findings are asked for, those about waivers among them or not.
 */
export function judge(
  archive: Archive,
  rules: readonly Rule[],
  { allowances, today, besides = [] }: Given,
): Judgement {
  if (isNothing(allowances)) {
    const findings = runArchiveRules(archive, rules);
    return { findings, waived: [], ran: ranIn(archive, rules) };
  }
  const others = rules.filter(({ id }) => isWaivable(id));
  const run = [...others, ...besides.filter((rule) => !rules.includes(rule))];
  const found = runArchiveRules(archive, run);
  const { system, settings } = archive;
  const off = new Set(
    Object.entries(settings.rules).flatMap(([id, level]) => (level === 'off' ? [id] : [])),
  );
  const ran = ranIn(archive, run);
  const passing = letPass(found, allowances, { system, today, ran, off });
  const aboutWaivers = rules.filter(({ id }) => !isWaivable(id));
  const judged: Archive = { ...archive, waivers: passing.outcome };
  const own = runArchiveRules(judged, aboutWaivers);
  const isAsked = askedBy(others);
  return {
    findings: [...passing.findings.filter(isAsked), ...own].sort(compareFindings),
    waived: passing.waived.filter(({ finding }) => isAsked(finding)),
    outcome: passing.outcome,
    ran,
  };
}

function askedBy(rules: readonly Rule[]): (finding: Finding) => boolean {
  const ids = new Set<AnyRuleId>(rules.map(({ id }) => id));
  return ({ rule }) => ids.has(rule);
}

/** Is nothing let pass, and nothing wrong with that? */
export function isNothing({ waivers, baseline }: Allowances): boolean {
  return [waivers, baseline].every(
    ({ entries, problems }) => entries.length === 0 && problems.length === 0,
  );
}

function ranIn(archive: Archive, rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.filter((rule) => hasRun(rule, archive)).map(({ id }) => id));
}

/** Has it seen all that it judges? */
function hasRun(rule: Rule, { settings, known }: Archive): boolean {
  if (settings.rules[rule.id] === 'off') return false;
  if (judgesNames(rule.id)) return true;
  if (!known) return false;
  if (rule.id === 'content-footer-name') return known.footers !== undefined;
  return !CONTENT_RULES.some(({ id }) => id === rule.id) || known.files !== undefined;
}
