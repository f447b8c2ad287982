/** The parts of a scoring system in words. */
import { isCalled, parseSee } from '../../core/evidence/references.js';
import { formatDecimal, formatPercent } from '../../core/system/decimal.js';
import type { Decimal } from '../../core/system/decimal.js';
import { isLimit } from '../../core/system/limits.js';
import { shownCode } from '../../core/system/meant.js';
import type {
  Band,
  Condition,
  Criterion,
  EvidenceKind,
  Measure,
  Exemption,
  Indicator,
  Range,
  Requirement,
  Sample,
  ScoringRule,
  ScoringSystem,
  Submission,
  Veto,
  Window,
} from '../../core/system/types.js';
import { eachRequirement } from '../../core/system/walk.js';
import type { Messages } from '../../messages/index.js';
import type { BandAsks, BandPartWords } from '../../messages/score-words.js';

type Words = Messages['validate']['show'];

/** What single indicators have to earn for a band. */
export function bandParts({ parts = [] }: Band): BandPartWords[] {
  return parts.map(({ indicator, least }) => ({ indicator, least: measureText(least) }));
}

export function bandAsks(band: Band): BandAsks {
  const { from, each, grades = [] } = band;
  return {
    from: formatDecimal(from),
    each: each && formatPercent(each),
    parts: bandParts(band),
    grades: [...new Set(grades.map(({ of }) => of.join('\n')))].map((choice) => {
      const own = grades.filter(({ of }) => of.join('\n') === choice);
      const least = own.map((each) => ({ grade: each.grade, share: measureText(each.least) }));
      return { of: own[0]?.of ?? [], least };
    }),
  };
}

export function measureText({ value, isShare }: Measure): string {
  return isShare ? formatPercent(value) : formatDecimal(value);
}

export function windowWords(window: Window, words: Words): string {
  if ('name' in window) return window.name;
  if ('years' in window) return words.window.years(window);
  if ('months' in window) return words.window.months(window);
  if ('term' in window) return words.window.term({ years: window.term });
  return words.window.days(window);
}

export function conditionWords(condition: Condition, words: Words): string {
  if ('unit' in condition) {
    const parts = Object.entries(condition.unit).map(([field, values]) =>
      words.condition.is({ field, values }),
    );
    return words.condition.all({ parts });
  }
  const each = (parts: readonly Condition[]) => parts.map((part) => conditionWords(part, words));
  if ('any' in condition) return words.condition.any({ parts: each(condition.any) });
  if ('all' in condition) return words.condition.all({ parts: each(condition.all) });
  if ('not' in condition)
    return words.condition.not({ part: conditionWords(condition.not, words) });
  return condition.text;
}

const ends = ({ min, max }: Range) => ({
  min: String(min),
  max: max === undefined ? undefined : String(max),
});

export function sampleWords({ take, of }: Sample, words: Words): string {
  return words.sample({ ...ends(take), of });
}

/** Where a requirement stands. */
export interface AskedAt {
  readonly system: ScoringSystem;
  /** The indicator that asks for it; a veto is none. */
  readonly indicator: Indicator | undefined;
}

/** By the names that people know, not by the ids that the system is written with. */
function seeWords(see: string, { system, indicator }: AskedAt, words: Words): string {
  const found = parseSee(see, indicator, system);
  if (!found) return words.see({ place: see, title: undefined });
  const { indicator: home, requirement: name } = found;
  const named = [...eachRequirement(home.evidence)].find(
    (each) => name !== undefined && isCalled(each, name),
  );
  const place = home === indicator ? undefined : `${shownCode(home, system)} ${home.name}`;
  return words.see({ place, title: named?.title ?? name });
}

/** One line for a requirement; its parts and alternatives have lines of their own. */
function requirementWords(requirement: Requirement, at: AskedAt, words: Words): string {
  const { owners } = at.system;
  const { count, of, either, kind } = requirement;
  const kinds = many([...kind], (all) =>
    words.kind({ kinds: all.map((each) => words.kinds[each as EvidenceKind]) }),
  );
  const title = requirement.title + kinds.join('');
  const list = (texts: readonly string[]) => texts.join(words.list);
  const isSet = of.length > 0 || either.length > 0;
  const isUsual = count.min === 1 && count.max === undefined;
  const facts = [
    ...(isSet && isUsual ? [] : [words.copies({ ...ends(count), activity: requirement.activity })]),
    ...some(requirement.per, (per) => words.per({ per })),
    ...some(requirement.every, (period) => words.period({ period })),
    ...many(requirement.occasions, (all) => words.each({ occasions: list(all) })),
    ...some(requirement.total, (total) => words.total(ends(total))),
    ...some(requirement.characters, (length) => words.characters(ends(length))),
    ...some(requirement.form, (form) => words.form({ form })),
    ...many(requirement.caption, (all) => words.caption({ facts: list(all) })),
    ...many(requirement.shows, (all) => words.shows({ facts: list(all) })),
    ...many(requirement.avoids, (all) => words.avoids({ facts: list(all) })),
    ...some(requirement.sample, (sample) => sampleWords(sample, words)),
    ...some(requirement.window, (window) => windowWords(window, words)),
    ...some(requirement.applies, (applies) =>
      words.when({ condition: conditionWords(applies, words) }),
    ),
    ...many(requirement.for, (codes) => words.for({ codes: list(codes) })),
    ...many(requirement.owner, (all) =>
      words.owed({ owners: list(all.map((name) => owners[name] ?? name)) }),
    ),
    ...some(requirement.see, (see) => seeWords(see, at, words)),
    ...(requirement.activity ? [words.activity] : []),
    ...(either.length > 0 ? [words.either] : []),
    ...(requirement.optional ? [words.optional] : []),
    ...some(requirement.note, (note) => note),
  ];
  return facts.length === 0 ? title : `${title}${words.colon}${facts.join(words.comma)}`;
}

/** Before what belongs to the line above it. */
export const MARK = '· ';

/** A requirement and what belongs to it, a line each. */
export function requirementTexts(
  requirement: Requirement,
  mark: string,
  at: AskedAt,
  words: Words,
): string[] {
  const parts = [...requirement.of, ...requirement.either];
  return [
    mark + requirementWords(requirement, at, words),
    ...parts.flatMap((part) => requirementTexts(part, mark + MARK, at, words)),
  ];
}

export function scoringWords(rule: ScoringRule, words: Words): string {
  const points = (value: Decimal) => ({ points: formatDecimal(value) });
  const per = rule.per === undefined ? undefined : (words.perWord[rule.per] ?? words.step(rule));
  const facts = [
    ...some(rule.when, (when) => when),
    ...some(rule.by, (by) => words.by[by]),
    ...some(rule.each, (each) => words.eachPoints({ ...points(each), per })),
    ...(rule.each === undefined && per !== undefined ? [per] : []),
    ...some(rule.points, (value) => words.points(points(value))),
    ...some(rule.range, ({ min, max }) =>
      words.between({ min: formatDecimal(min), max: formatDecimal(max) }),
    ),
    ...some(rule.take, (take) => words.take({ take })),
    ...some(rule.from, (from) => (rule.rule === 'external' ? words.from : words.least)({ from })),
    ...some(rule.of, (of) => words.share({ of })),
    ...some(rule.full, (full) => words.full({ full })),
    ...rule.tiers.map((tier) => words.tier({ when: tier.when, ...points(tier.points) })),
    ...Object.entries(rule.grades).map(([grade, asks]) => `${grade} ${asks}`),
    ...some(rule.cap, (cap) => (isLimit(rule) ? words.together : words.upTo)(points(cap))),
    ...some(rule.floor, (floor) => words.downTo(points(floor))),
    ...many(rule.criteria, (codes) => words.criteria({ codes: codes.join(words.list) })),
    ...some(rule.note, (note) => note),
  ];
  const name = words.rule[rule.rule];
  return facts.length === 0 ? name : `${name}${words.colon}${facts.join(words.comma)}`;
}

export function criterionWords(
  { code, text, points, methods, owner, scoring, applies }: Criterion,
  owners: ScoringSystem['owners'],
  words: Words,
): string {
  return [
    `${code} ${text}`,
    ...some(points, (value) => words.points({ points: formatDecimal(value) })),
    ...methods,
    ...owner.map((name) => owners[name] ?? name),
    ...some(applies, (only) => words.when({ condition: conditionWords(only, words) })),
    ...scoring.map((rule) => scoringWords(rule, words)),
  ].join('  ');
}

/** Without its proof, which is told as evidence is. */
export function exemptionWords({ when, score }: Exemption, words: Words): string {
  return [...some(when, (text) => text), words.exemption[score]].join(words.comma);
}

/** Without its evidence. */
export function vetoWords(veto: Veto, words: Words): string {
  const facts = [
    words.effect[veto.effect],
    ...some(veto.indicator, (indicator) => indicator),
    ...some(veto.window, (window) => windowWords(window, words)),
    ...some(veto.applies, (applies) => words.when({ condition: conditionWords(applies, words) })),
  ];
  return `${veto.code} ${veto.text}${words.colon}${facts.join(words.comma)}`;
}

export function submissionWords(submission: Submission, words: Words): string {
  const facts = [
    ...some(submission.every, (period) => words.period({ period })),
    ...some(submission.opens, (day) => words.submission.opens({ day })),
    ...some(submission.closes, (day) => words.submission.closes({ day })),
    ...some(submission.resubmissions, (count) => words.submission.again({ count })),
    ...some(submission.note, (note) => note),
  ];
  return facts.length === 0
    ? submission.name
    : `${submission.name}${words.colon}${facts.join(words.comma)}`;
}

function some<T>(value: T | undefined, say: (value: T) => string): string[] {
  return value === undefined ? [] : [say(value)];
}

function many(values: readonly string[], say: (values: readonly string[]) => string): string[] {
  return values.length === 0 ? [] : [say(values)];
}
