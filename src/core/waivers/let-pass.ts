/** Findings parted into those that count and those that are let pass. */
import { lastingTitle } from '../naming/lasting-title.js';
import { parseName } from '../naming/parse.js';
import type { Finding } from '../rules/findings.js';
import type { Day, ScoringSystem } from '../system/types.js';
import { waiverFinder } from './matching.js';
import type {
  Allowances,
  BaselineEntry,
  Waived,
  WaivedBy,
  Waiver,
  WaiverOutcome,
} from './types.js';

interface Passing {
  /** What is not let pass, in its order. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  readonly outcome: WaiverOutcome;
}

export interface PassingOptions {
  readonly system: Pick<ScoringSystem, 'indicators' | 'bonus'>;
  readonly today: Day;
  /** Rules that have run on everything: of the others nobody knows what they would have found. */
  readonly ran: ReadonlySet<string>;
  /** Rules that the settings turn off: nobody misses what they would find. */
  readonly off: ReadonlySet<string>;
}

/**
 * Let pass what waivers say, on the day of the check; then of the rest what the baseline has, and no more of it than
 * was there when it was drawn.
 *
 * Every finding is afterwards in one of the two, and none in both.
 */
export function letPass(
  found: readonly Finding[],
  allowances: Allowances,
  options: PassingOptions,
): Passing {
  const { system, today } = options;
  const waiversOf = waiverFinder(allowances.waivers.entries, system);
  const takeFromBaseline = baselineTaker(allowances.baseline.entries);
  const findings: Finding[] = [];
  const waived: Waived[] = [];
  const needed = new Set<Waiver>();
  const missed = new Map<Waiver, number>();
  for (const finding of found) {
    const about = waiversOf(finding);
    const holding = about.find(({ until }) => today <= until);
    // What stands beside it is about it too, and nobody's mistake.
    for (const each of about) if (today <= each.until) needed.add(each);
    const by = holding ? waivedBy(holding) : takeFromBaseline(finding);
    if (by) waived.push({ finding, by });
    else {
      findings.push(finding);
      for (const each of about) missed.set(each, (missed.get(each) ?? 0) + 1);
    }
  }
  return { findings, waived, outcome: outcomeOf(allowances, { needed, missed }, found, options) };
}

/** @param missed - How many findings each would have let pass on an earlier day. */
function outcomeOf(
  allowances: Allowances,
  {
    needed,
    missed,
  }: { readonly needed: ReadonlySet<Waiver>; readonly missed: ReadonlyMap<Waiver, number> },
  found: readonly Finding[],
  { system, ran, off }: PassingOptions,
): WaiverOutcome {
  const { waivers, baseline } = allowances;
  const isJudged = ({ rules }: Waiver) => {
    const on = rules.filter((rule) => !off.has(rule));
    return on.length > 0 && on.every((rule) => ran.has(rule));
  };
  const idle = waivers.entries.filter(
    (each) => isJudged(each) && !needed.has(each) && !missed.has(each),
  );
  const misnamed = misnamedIn(idle, found, system);
  return {
    ...allowances,
    expired: waivers.entries.flatMap((waiver) => {
      const count = missed.get(waiver);
      return count === undefined ? [] : [{ waiver, count }];
    }),
    unused: idle.filter((each) => !misnamed.has(each)),
    misnamed: [...misnamed].map(([waiver, title]) => ({ waiver, title })),
    gone: goneFrom(baseline.entries, found, ran),
  };
}

/** Those whose title is the name of a file, ordinal and extension and all, and whose title alone something has. */
function misnamedIn(
  idle: readonly Waiver[],
  found: readonly Finding[],
  system: PassingOptions['system'],
): ReadonlyMap<Waiver, string> {
  const meant = new Map<Waiver, Waiver>();
  for (const waiver of idle) {
    const title = waiver.title === undefined ? undefined : lastingTitle(parseName(waiver.title));
    if (title !== undefined && title !== waiver.title) meant.set({ ...waiver, title }, waiver);
  }
  if (meant.size === 0) return new Map();
  const meantFor = waiverFinder([...meant.keys()], system);
  const fitting = new Set(found.flatMap((finding) => meantFor(finding)));
  return new Map(
    [...meant].flatMap(([as, waiver]) => (fitting.has(as) ? [[waiver, as.title ?? '']] : [])),
  );
}

function waivedBy({ reason, owner, until, at }: Waiver): WaivedBy {
  return { kind: 'waiver', reason, owner, until, at };
}

/** Of each fingerprint as many as the baseline counts, those that come first. */
function baselineTaker(
  entries: readonly BaselineEntry[],
): (finding: Finding) => WaivedBy | undefined {
  const left = new Map(entries.map((entry) => [entry.fingerprint, { entry, count: entry.count }]));
  return ({ fingerprint }) => {
    const there = left.get(fingerprint);
    if (!there || there.count === 0) return undefined;
    there.count -= 1;
    return { kind: 'baseline', at: there.entry.at };
  };
}

/** Counted over all that was found: what a waiver lets pass too is still there. */
function goneFrom(
  entries: readonly BaselineEntry[],
  found: readonly Finding[],
  ran: ReadonlySet<string>,
): WaiverOutcome['gone'] {
  if (entries.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { fingerprint } of found) {
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  }
  return entries.flatMap((entry) => {
    const count = entry.count - (counts.get(entry.fingerprint) ?? 0);
    return ran.has(entry.rule) && count > 0 ? [{ entry, count }] : [];
  });
}
