/** The parts of an indicator, from the mappings of the file to values. */
import type { YamlNode } from '../yaml-file/node.js';
import {
  compareDecimals,
  isNegative,
  parseDecimal,
  parsePercent,
  subtractDecimals,
  timesTen,
  ZERO,
} from './decimal.js';
import { codeOf, textsIn } from './fields.js';
import type { Fields } from './fields.js';
import { isAtMost, measureIn as measureNamed, zerosIn } from './measures.js';
import type {
  Condition,
  Criterion,
  EvidenceKind,
  Exemption,
  Measure,
  Requirement,
  Sample,
  ScoringRule,
  Tier,
} from './types.js';
import {
  EVIDENCE_KINDS,
  EXEMPTION_SCORES,
  GRADES_BY,
  KIND_TITLES,
  PERIODS,
  SCORING_RULES,
} from './vocabulary.js';
import { windowOf } from './windows.js';

export function requirementsOf(fields: Fields, key: string): Requirement[] {
  return fields.list(key).map(requirementOf);
}

function requirementOf(fields: Fields): Requirement {
  const kind = fields
    .texts('kind')
    .filter((word): word is EvidenceKind => (EVIDENCE_KINDS as string[]).includes(word));
  const of = requirementsOf(fields, 'of');
  const either = requirementsOf(fields, 'either');
  return {
    at: fields.at,
    id: fields.text('id'),
    title: fields.text('title') ?? titleFrom(kind, either.length > 0 ? either : of),
    kind,
    count: fields.range('count') ?? { min: 1, max: undefined },
    per: fields.text('per'),
    every: fields.oneOf('every', PERIODS),
    occasions: fields.texts('occasions'),
    activity: fields.truth('activity') ?? false,
    of,
    either,
    total: fields.range('total'),
    characters: fields.range('characters'),
    caption: fields.texts('caption'),
    shows: fields.texts('shows'),
    avoids: fields.texts('avoids'),
    form: fields.text('form'),
    window: windowOf(fields, 'window'),
    applies: conditionOf(fields, 'applies'),
    sample: sampleOf(fields),
    for: fields.texts('for'),
    owner: fields.texts('owner'),
    see: fields.text('see'),
    optional: fields.truth('optional') ?? false,
    note: fields.text('note'),
  };
}

/** Without a title of its own, a requirement is called by what it asks for. */
function titleFrom(kind: readonly EvidenceKind[], parts: readonly Requirement[]): string {
  if (kind.length > 0) return kind.map((word) => KIND_TITLES[word]).join('或');
  return parts.map(({ title }) => title).join('、') || KIND_TITLES.other;
}

export function sampleOf(fields: Fields): Sample | undefined {
  const sample = fields.fields('sample');
  const take = sample?.range('take');
  return sample && take ? { take, of: sample.text('of') ?? '' } : undefined;
}

export function criteriaOf(fields: Fields): Criterion[] {
  return fields.list('criteria').map((criterion) => ({
    at: criterion.at,
    code: codeOf(criterion),
    text: criterion.text('text') ?? '',
    points: criterion.decimal('points'),
    methods: criterion.texts('methods'),
    owner: criterion.texts('owner'),
    scoring: scoringOf(criterion),
    applies: conditionOf(criterion, 'applies'),
  }));
}

export function exemptionOf(fields: Fields): Exemption | undefined {
  const exempt = fields.fields('exempt');
  return (
    exempt && {
      when: exempt.text('when'),
      proof: requirementsOf(exempt, 'proof'),
      score: exempt.oneOf('score', EXEMPTION_SCORES) ?? 'full',
    }
  );
}

/** One rule or a list of them. */
export function scoringOf(fields: Fields): ScoringRule[] {
  return fields.list('scoring', true).flatMap((each) => scoringRuleOf(each) ?? []);
}

function scoringRuleOf(fields: Fields): ScoringRule | undefined {
  const rule = fields.oneOf('rule', SCORING_RULES);
  if (!rule) return undefined;
  return {
    at: fields.at,
    rule,
    when: fields.text('when'),
    each: sizeOf(fields, 'each', rule),
    per: fields.text('per'),
    points: fields.decimal('points'),
    cap: sizeOf(fields, 'cap', rule),
    floor: fields.decimal('floor'),
    by: fields.oneOf('by', GRADES_BY),
    grades: fields.record('grades', textOf),
    tiers: tiersOf(fields),
    take: fields.text('take'),
    from: fields.text('from'),
    of: fields.text('of'),
    full: fields.text('full'),
    criteria: fields.texts('criteria'),
    range: decimalRangeOf(fields),
    note: fields.text('note'),
  };
}

/** What `deduct` takes off is taken off also where it was written with its sign: told as a fault, it must add nothing. */
function sizeOf(fields: Fields, key: 'each' | 'cap', rule: ScoringRule['rule']) {
  const points = fields.decimal(key);
  return points && rule === 'deduct' && isNegative(points)
    ? subtractDecimals(ZERO, points)
    : points;
}

function tiersOf(fields: Fields): Tier[] {
  const tiers = fields.list('tiers');
  // Tiers of one rule are held against each other: 5000元 beside 1万元 is 0.5.
  const zeros = zerosIn(tiers.map((tier) => tier.text('from')).find((text) => zerosIn(text) > 0));
  return tiers.flatMap((tier) => tierOf(tier, zeros) ?? []);
}

function tierOf(fields: Fields, zeros: number): Tier | undefined {
  const points = fields.decimal('points');
  const text = fields.text('from') ?? '';
  const from = measureNamed(text);
  const shift = from && !from.isShare ? zerosIn(text) - zeros : 0;
  return (
    points && {
      when: fields.text('when') ?? '',
      points,
      ...(from && {
        from: { ...from, value: timesTen(from.value, shift) },
        ...(zeros > 0 && { zeros }),
        ...(isAtMost(text) && { isAtMost: true }),
      }),
    }
  );
}

/** `90%`, `4`. */
export function measureIn(text = ''): Measure | undefined {
  const share = parsePercent(text);
  const value = share ?? parseDecimal(text.trim());
  return value && { value, isShare: share !== undefined };
}

function decimalRangeOf(fields: Fields): ScoringRule['range'] {
  const [from = '', to = from] = fields.text('range')?.split('..') ?? [];
  const min = parseDecimal(from);
  const max = parseDecimal(to);
  if (!min || !max) return undefined;
  if (compareDecimals(min, max) <= 0) return { min, max };
  fields.reportAt('range', { wrong: 'order', key: 'range', found: `${from}..${to}` });
  return { min: max, max: min };
}

export function conditionOf(fields: Fields, key: string): Condition | undefined {
  const condition = fields.fields(key);
  return condition && conditionIn(condition);
}

function conditionIn(fields: Fields): Condition | undefined {
  if (fields.node('unit')?.is === 'map') {
    return { unit: fields.record('unit', (node) => textsIn(node)) };
  }
  if (fields.node('any'))
    return { any: fields.list('any').flatMap((each) => conditionIn(each) ?? []) };
  if (fields.node('all'))
    return { all: fields.list('all').flatMap((each) => conditionIn(each) ?? []) };
  const not = conditionOf(fields, 'not');
  if (not) return { not };
  const text = fields.text('text');
  return text === undefined ? undefined : { text };
}

export function textOf(node: YamlNode): string | undefined {
  return node.is === 'text' ? node.text : undefined;
}
