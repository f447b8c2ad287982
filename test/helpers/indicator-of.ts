import { parseDecimal } from '../../src/core/system/decimal.js';
import { EMPTY_SYSTEM } from '../../src/core/system/decode.js';
import type { Indicator, Requirement, ScoringSystem } from '../../src/core/system/types.js';

const at = { line: 1, column: 1 };

/** A requirement of one document, but for what is given. */
export function requirementOf(given: Partial<Requirement> = {}): Requirement {
  return {
    at,
    id: undefined,
    title: '正式文件',
    kind: ['document'],
    count: { min: 1, max: undefined },
    per: undefined,
    every: undefined,
    occasions: [],
    activity: false,
    of: [],
    either: [],
    total: undefined,
    characters: undefined,
    caption: [],
    shows: [],
    avoids: [],
    form: undefined,
    window: undefined,
    applies: undefined,
    sample: undefined,
    for: [],
    owner: [],
    see: undefined,
    optional: false,
    note: undefined,
    ...given,
  };
}

/** An indicator worth one point, but for what is given. */
export function indicatorOf(given: Partial<Indicator> = {}): Indicator {
  return {
    at,
    pointer: '/indicators/0',
    id: given.code ?? '1',
    code: '1',
    name: '组织领导',
    folder: undefined,
    points: parseDecimal('1'),
    weight: undefined,
    cap: undefined,
    owner: [],
    supplier: [],
    methods: [],
    marks: [],
    standard: undefined,
    criteria: [],
    thresholds: [],
    evidence: [],
    scoring: [],
    applies: undefined,
    exempt: undefined,
    sample: undefined,
    window: undefined,
    period: undefined,
    files: true,
    note: undefined,
    children: [],
    ...given,
  };
}

/** A scoring system of these indicators. */
export function systemOf(
  indicators: readonly Indicator[],
  given: Partial<ScoringSystem> = {},
): ScoringSystem {
  return {
    ...EMPTY_SYSTEM,
    format: 'dangan/scoring-system@1',
    title: '测评体系',
    indicators,
    ...given,
  };
}
