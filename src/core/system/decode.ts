/** From the mappings of one file to a scoring system. */
import type { YamlNode } from '../yaml-file/node.js';
import { parseDecimal, parsePercent, ZERO, type Decimal } from './decimal.js';
import {
  conditionOf,
  criteriaOf,
  exemptionOf,
  requirementsOf,
  sampleOf,
  scoringOf,
  measureIn,
  textOf,
} from './decode-parts.js';
import { codeOf, textsIn } from './fields.js';
import type { Fields } from './fields.js';
import type {
  Band,
  BandGrade,
  BandPart,
  Indicator,
  PointsRounding,
  ScoringSystem,
  Submission,
  Threshold,
  Veto,
  Window,
} from './types.js';
import { PERIODS, VETO_EFFECTS } from './vocabulary.js';
import { windowOf } from './windows.js';

export const EMPTY_SYSTEM: ScoringSystem = {
  format: '',
  title: '',
  issuer: undefined,
  edition: undefined,
  source: undefined,
  note: undefined,
  levels: [],
  total: undefined,
  window: undefined,
  windows: {},
  grades: {},
  bands: [],
  rounding: undefined,
  scoring: [],
  profile: {},
  owners: {},
  methods: {},
  submissions: [],
  indicators: [],
  bonus: [],
  vetoes: [],
};

/**
 * Decode the mapping at the root of a file.
 *
 * Nothing makes it throw: what is not as the schema asks is left out or gets its default. Indicators have no ids yet.
 */
export function decodeSystem(root: Fields): ScoringSystem {
  return {
    format: root.text('format') ?? '',
    title: root.text('title') ?? '',
    issuer: root.text('issuer'),
    edition: root.text('edition'),
    source: root.text('source'),
    note: root.text('note'),
    levels: levelsOf(root),
    total: root.decimal('total'),
    window: windowOf(root, 'window'),
    windows: root.record('windows', (_, windows, name) => namedWindow(windows, name)),
    grades: root.record('grades', textOf),
    bands: root.list('bands').flatMap((band) => bandOf(band) ?? []),
    rounding: roundingOf(root),
    scoring: scoringOf(root),
    profile: root.record('profile', valuesOf),
    owners: root.record('owners', textOf),
    methods: root.record('methods', (node) => percentOf(textOf(node))),
    submissions: root.list('submissions').map(submissionOf),
    indicators: indicatorsOf(root, 'indicators'),
    bonus: indicatorsOf(root, 'bonus'),
    vetoes: root.list('vetoes').map(vetoOf),
  };
}

/** What a field of the profile can be; one value alone is what a unit is, and stands in its settings. */
function valuesOf(node: YamlNode, profile: Fields, key: string): string[] {
  const found = profile.text(key);
  if (found !== undefined) profile.reportAt(key, { wrong: 'form', key, found, form: 'values' });
  return textsIn(node);
}

/** `【测评项目、测评指标】`, `测评项目、测评指标`: several names in one. */
function levelsOf(root: Fields): string[] {
  const levels = root.texts('levels');
  const [found] = levels;
  if (found === undefined || levels.length > 1) return levels;
  const bare = found.replace(/^[【［〔「]|[】］〕」]$/gu, '');
  const names = bare.split(/[、，,;；]/u).map((name) => name.trim());
  if (names.length > 1 || bare !== found) {
    const meant = `[${names.filter((name) => name !== '').join(', ')}]`;
    root.reportAt('levels', { wrong: 'form', key: 'levels', found, form: 'names', meant });
  }
  return levels;
}

function indicatorsOf(fields: Fields, key: string): Indicator[] {
  return fields.list(key).map(indicatorOf);
}

/** `id` is given by `withIds`, when the whole tree is known. */
export function indicatorOf(fields: Fields): Indicator {
  return {
    at: fields.at,
    pointer: fields.pointer,
    id: '',
    code: codeOf(fields),
    name: fields.text('name') ?? '',
    folder: fields.text('folder'),
    points: fields.decimal('points'),
    cap: fields.decimal('cap'),
    weight: fields.text('weight'),
    owner: fields.texts('owner'),
    supplier: fields.texts('supplier'),
    methods: fields.texts('methods'),
    marks: fields.texts('marks'),
    standard: fields.text('standard'),
    criteria: criteriaOf(fields),
    thresholds: fields.list('thresholds').map(thresholdOf),
    evidence: requirementsOf(fields, 'evidence'),
    scoring: scoringOf(fields),
    applies: conditionOf(fields, 'applies'),
    exempt: exemptionOf(fields),
    sample: sampleOf(fields),
    window: windowOf(fields, 'window'),
    period: fields.text('period'),
    files: fields.truth('files') ?? true,
    note: fields.text('note'),
    children: indicatorsOf(fields, 'children'),
  };
}

function thresholdOf(fields: Fields): Threshold {
  return { name: fields.text('name') ?? '', is: fields.text('is') ?? '' };
}

/** A name for a name would lead round in circles. */
function namedWindow(windows: Fields, name: string): Window | undefined {
  const window = windowOf(windows, name);
  if (!window || !('name' in window)) return window;
  windows.reportAt(name, { wrong: 'form', key: name, found: window.name, form: 'window' });
  return undefined;
}

function roundingOf(root: Fields): PointsRounding | undefined {
  const fields = root.fields('rounding');
  const places = fields?.range('places')?.min;
  if (!fields || places === undefined) return undefined;
  return { places, isOfEach: fields.oneOf('of', ['total', 'each'] as const) === 'each' };
}

function bandOf(fields: Fields): Band | undefined {
  const grades = fields.list('grades', true).flatMap(bandGradesOf);
  // What only asks how many indicators reach a grade begins at no points.
  const from = fields.decimal('from') ?? (grades.length > 0 ? ZERO : undefined);
  const on = fields.oneOf('on', ['total', 'self'] as const) ?? 'total';
  const each = parsePercent(fields.text('each') ?? '');
  const named = fields.record('each', (node, parts, indicator): BandPart | undefined => {
    const least = measureIn(textOf(node));
    return least && { at: parts.placeOf(indicator), indicator, least };
  });
  const parts = Object.values(named);
  return (
    from && {
      name: fields.text('name') ?? '',
      from,
      on,
      ...(each && { each }),
      ...(parts.length > 0 && { parts }),
      ...(grades.length > 0 && { grades }),
    }
  );
}

/** `{ of: 核心条款, C: 100%, B: 70% }`. */
function bandGradesOf(fields: Fields): BandGrade[] {
  const of = fields.texts('of');
  return fields.keys().flatMap((grade) => {
    const least = grade === 'of' ? undefined : measureIn(fields.text(grade));
    return least ? [{ at: fields.placeOf(grade), of, grade, least }] : [];
  });
}

function percentOf(text: string | undefined): Decimal | undefined {
  return text === undefined ? undefined : parseDecimal(text.replace(/\s?[%％]$/, ''));
}

function submissionOf(fields: Fields): Submission {
  return {
    at: fields.at,
    name: fields.text('name') ?? '',
    every: fields.oneOf('every', PERIODS),
    opens: fields.text('opens'),
    closes: fields.text('closes'),
    resubmissions: fields.range('resubmissions')?.min,
    note: fields.text('note'),
  };
}

function vetoOf(fields: Fields, at: number): Veto {
  return {
    at: fields.at,
    code: codeOf(fields) || String(at + 1),
    text: fields.text('text') ?? '',
    effect: fields.oneOf('effect', VETO_EFFECTS) ?? 'disqualify',
    indicator: fields.text('indicator'),
    window: windowOf(fields, 'window'),
    applies: conditionOf(fields, 'applies'),
    evidence: requirementsOf(fields, 'evidence'),
  };
}
