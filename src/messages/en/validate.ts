import type { Examples } from '../examples.js';
import type { Every } from '../faults.js';
import { quoted } from '../quoted.js';
import type { BandAsks } from '../score-words.js';
import { bandAsks } from './band.js';
import { counted } from './counted.js';

const PERIODS: Readonly<Record<Every, string>> = {
  week: 'every week',
  month: 'every month',
  quarter: 'every quarter',
  'half-year': 'every half-year',
  semester: 'every semester',
  year: 'every year',
  term: 'every term',
  once: 'once',
};

interface Range {
  min: string;
  max: string | undefined;
}

const range = (d: Range) =>
  d.max === undefined
    ? `at least ${d.min}`
    : d.max === d.min
      ? d.min
      : d.min === '0'
        ? `at most ${d.max}`
        : `${d.min} to ${d.max}`;

/** What `validate` says, and the words in which it shows a scoring system. */
export const validate = {
  description: 'judge a scoring system: its form, points, codes and names; no archive needed',
  examples: [
    ['dangan validate criteria.yaml', 'judge a scoring system'],
    ['dangan validate', 'judge the scoring system of this archive'],
    [
      'dangan validate main:criteria.yaml',
      'as a commit has it, or with :criteria.yaml as it is staged',
    ],
    [
      'dangan validate criteria.yaml --show',
      'and list its indicators, points, evidence and scoring',
    ],
  ] as Examples,
  options: {
    file: 'scoring system; that of the archive when left out',
    format: 'form of the result',
    all: 'list every finding, not only the first of each rule',
    show: 'list all indicators with points, owners, evidence and scoring',
  },
  more: (d: { count: number }) => `${d.count} more. List all with --all.`,
  explain: (d: { rule: string }) => `What a rule is about: dangan explain ${d.rule}`,
  mend: (d: { count: number; path: string }) =>
    `${d.count} of them can be mended: \`dangan fix ${quoted(d.path)}\` shows how, --write does it`,
  again: (d: { path: string }) =>
    `When they are mended, look again: dangan validate ${quoted(d.path)}`,
  inOrder: 'In order',
  unusable: 'No other command can use this system until the errors are mended.',
  facts: (d: {
    indicators: number;
    leaves: number;
    depth: number;
    total: string | undefined;
    bonus: number;
    vetoes: number;
    requirements: number;
    owners: number;
  }) =>
    [
      `${counted(d.indicators, 'indicator')} (${d.leaves} leaf, ${counted(d.depth, 'level')})`,
      d.total === undefined ? 'no total' : `total ${d.total}`,
      ...(d.bonus > 0 ? [`${d.bonus} bonus`] : []),
      ...(d.vetoes > 0 ? [counted(d.vetoes, 'veto', 'vetoes')] : []),
      counted(d.requirements, 'requirement'),
      d.owners > 0 ? counted(d.owners, 'owner') : 'no owners',
    ].join(', '),
  show: {
    points: (d: { points: string }) => `${d.points} ${d.points === '1' ? 'pt' : 'pts'}`,
    cap: (d: { cap: string }) => `at most ${d.cap}`,
    labels: {
      issuer: 'Issuer',
      edition: 'Edition',
      source: 'Source',
      total: 'Total',
      window: 'Window',
      windows: 'Windows',
      grades: 'Grades',
      bands: 'Bands',
      scoring: 'Scoring',
      profile: 'Profile',
      owners: 'Owners',
      methods: 'Methods',
      submissions: 'Handed in',
      note: 'Note',
      bonus: 'Bonus',
      change: 'Bonus and deductions',
      vetoes: 'Vetoes',
      folder: 'Folder',
      supplier: 'Supplier',
      marks: 'Marks',
      rounding: 'Rounding',
      standard: 'Standard',
      criteria: 'Criteria',
      thresholds: 'Numbers',
      evidence: 'Evidence',
      applies: 'Applies',
      exempt: 'If not',
      sample: 'Sample',
      period: 'Period',
      files: 'Evidence',
    },
    noFiles: 'none from the unit',
    period: (d: { period: Every }) => PERIODS[d.period],
    copies: (d: Range & { activity: boolean }) => `${range(d)}${d.activity ? ' times' : ''}`,
    total: (d: Range) => `${range(d)} in all`,
    characters: (d: Range) => `${range(d)} characters`,
    each: (d: { occasions: string }) => `for each of ${d.occasions}`,
    per: (d: { per: string }) => `per ${d.per}`,
    caption: (d: { facts: string }) => `caption gives ${d.facts}`,
    shows: (d: { facts: string }) => `shows ${d.facts}`,
    avoids: (d: { facts: string }) => `without ${d.facts}`,
    form: (d: { form: string }) => `form ${d.form}`,
    window: {
      days: (d: { from: string; to: string | undefined }) =>
        d.to === undefined ? `from ${d.from}` : `${d.from} to ${d.to}`,
      years: (d: { years: number; current: boolean }) =>
        `${counted(d.years, 'calendar year')} ${d.current ? 'with' : 'before'} the current one`,
      months: (d: { months: number; before: number }) =>
        `${counted(d.months, 'month')}${d.before === 0 ? '' : ` up to ${counted(d.before, 'month')} before the assessment`}`,
      term: (d: { years: number }) => `award term of ${counted(d.years, 'year')}`,
    },
    condition: {
      is: (d: { field: string; values: readonly string[] }) =>
        `${d.field} is ${d.values.join(' or ')}`,
      any: (d: { parts: readonly string[] }) => d.parts.join(', or '),
      all: (d: { parts: readonly string[] }) => d.parts.join(', and '),
      not: (d: { part: string }) => `not (${d.part})`,
    },
    when: (d: { condition: string }) => `if ${d.condition}`,
    sample: (d: Range & { of: string }) => `${range(d)} of ${d.of}`,
    for: (d: { codes: string }) => `proves ${d.codes}`,
    see: (d: { place: string | undefined; title: string | undefined }) =>
      `shared with ${[...(d.title === undefined ? [] : [`“${d.title}”`]), ...(d.place === undefined ? [] : [d.place])].join(' of ')}`,
    optional: 'optional',
    activity: 'a set for each activity',
    either: 'any one of',
    kinds: {
      document: 'document',
      plan: 'plan',
      notice: 'notice',
      minutes: 'minutes',
      summary: 'summary',
      report: 'report',
      bulletin: 'bulletin',
      news: 'news report',
      photo: 'photo',
      screenshot: 'screenshot',
      audio: 'audio',
      video: 'video',
      form: 'form',
      list: 'list',
      certificate: 'certificate',
      opinion: 'opinion',
      statement: 'statement',
      approval: 'approval',
      rule: 'rules',
      link: 'link',
      object: 'object',
      other: 'other',
    },
    kind: (d: { kinds: readonly string[] }) => ` (${d.kinds.join(' or ')})`,
    owed: (d: { owners: string }) => `owed by ${d.owners}`,
    exemption: { full: 'full points', average: 'the average', exclude: 'left out', zero: 'zero' },
    effect: {
      disqualify: 'disqualifies',
      'bar-top': 'bars the top grade',
      zero: 'zero for the indicator',
    },
    band: (d: { name: string; asks: BandAsks; on: 'total' | 'self' }) =>
      `${d.name}: ${bandAsks(d.asks)}${d.on === 'self' ? ' (own score)' : ''}`,
    rounding: (d: { places: number; isOfEach: boolean }) =>
      `${d.isOfEach ? 'each indicator' : 'the total'} half up, to ${counted(d.places, 'decimal')}`,
    submission: {
      opens: (d: { day: string }) => `opens ${d.day}`,
      closes: (d: { day: string }) => `closes ${d.day}`,
      again: (d: { count: number }) => `may be handed in again ${counted(d.count, 'time')}`,
    },
    rule: {
      sum: 'adds up',
      deduct: 'deducts',
      add: 'adds',
      grade: 'by grade',
      tiers: 'in tiers',
      all: 'all or nothing',
      proportional: 'in proportion',
      rank: 'by rank',
      highest: 'highest only',
      choose: 'a choice',
      average: 'the average',
      external: 'judged by others',
      judgement: 'at a person’s discretion',
    },
    perWord: {
      missing: 'for each missing',
      late: 'for each late',
      occurrence: 'for each occurrence',
    } as Readonly<Record<string, string>>,
    by: {
      met: 'by number met',
      named: 'by which are met',
      violations: 'by violations found',
      judgement: 'by a person',
    },
    eachPoints: (d: { points: string; per: string | undefined }) =>
      `${d.points} ${d.per ?? 'each time'}`,
    /** A number alone is the size of a step. */
    step: (d: { per?: string | undefined }) =>
      /^\d/.test(d.per ?? '') ? `for each ${d.per}` : (d.per ?? ''),
    together: (d: { points: string }) => `here and below together at most ${d.points}`,
    upTo: (d: { points: string }) => `at most ${d.points}`,
    downTo: (d: { points: string }) => `not below ${d.points}`,
    take: (d: { take: string }) =>
      d.take === 'highest'
        ? 'only the best counts'
        : d.take === 'middle'
          ? 'without the highest and the lowest'
          : `takes ${d.take}`,
    from: (d: { from: string }) => `by ${d.from}`,
    least: (d: { from: string }) => `nothing unless it comes up to ${d.from}`,
    share: (d: { of: string }) => `by ${d.of}`,
    full: (d: { full: string }) => `full at ${d.full}`,
    between: (d: { min: string; max: string }) => `${d.min} to ${d.max}`,
    tier: (d: { when: string; points: string }) => `${d.when} ${d.points}`,
    criteria: (d: { codes: string }) => `criteria ${d.codes}`,
    comma: ', ',
    list: ', ',
    colon: ': ',
  },
};
