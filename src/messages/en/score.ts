import type { Examples } from '../examples.js';
import type { Answer } from '../faults.js';
import type { BandAsks, Offer, OpenBecause, Resting } from '../score-words.js';
import { bandAsks, gradeCounts } from './band.js';
import { counted } from './counted.js';
import { noVeto } from './veto.js';

interface Asked {
  /** What to type, where a person has to answer. */
  readonly command: string | undefined;
}

const fill = (command: string | undefined) => (command === undefined ? '' : `: \`${command}\``);
const bears = (offer: Offer | undefined) =>
  offer === undefined
    ? ''
    : `; ${offer.done} of ${offer.due} due are there, which bears ${offer.value}`;
const list = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ');
const pieces = (count: number) => counted(count, 'item');

/** The words of `dangan score`. */
/** How a score stands to a band. */
export type Standing = 'reached' | 'reachable' | 'out' | 'barred' | 'open' | 'lowest';

const BANDS: Readonly<Record<Standing, string>> = {
  reached: 'reached by the self score',
  lowest: 'where the self score stands',
  reachable: 'reached if what is undecided comes out well',
  out: 'not reached',
  barred: 'barred by a veto',
  open: 'reached, unless a veto bars from it that nobody has spoken on yet',
};

export const score = {
  description: 'the self score: what each indicator earns and loses, and why; writes nothing',
  examples: [
    ['dangan score', 'the archive that the working folder is in'],
    ['dangan score --indicator 1.1', 'one indicator, with the evidence behind its points'],
    ['dangan score --all', 'every reason and all evidence'],
    ['dangan score --today 2020-12-31', 'as on that day'],
    ['dangan score --format json', 'for programs'],
  ] as Examples,
  options: {
    folder: 'the archive or a folder in it; the one around the working folder when left out',
    format: 'form of the result',
    indicator: 'only this indicator: its path of codes, or a code that is there once',
    today: 'the day on which it is reckoned, such as 2020-12-31; today when left out',
    all: 'every reason, and the evidence behind the points',
    byOwner: 'add a table by owner, in the order of the scoring system',
  },
  title: (d: { system: string; today: string }) => `Self score  ${d.system}  (${d.today})`,
  notVerdict:
    'This is the unit’s own reckoning from its evidence, not the verdict of those who inspect.',
  noPoints:
    'The scoring system gives no points, so there is no score. `dangan status` tells what evidence is missing.',
  columns: { atStake: 'at stake', earned: 'earned', lost: 'lost', undecided: 'undecided' },
  rows: {
    base: 'Base',
    bonus: 'Bonus',
    change: 'Bonus and deductions',
    total: 'Total',
    toDate: 'So far',
  },
  legend: '“undecided” is not lost: a person still has to decide it, or it is not due yet.',
  toDateLegend: '“So far” counts what has fallen due; what has not is neither at stake nor lost.',
  soFar: (d: {
    atStake: string;
    earned: string;
    lost: string | undefined;
    undecided: string | undefined;
  }) =>
    `${d.earned} of ${d.atStake}${d.lost === undefined ? '' : `, ${d.lost} lost`}${d.undecided === undefined ? '' : `, ${d.undecided} undecided`}`,
  lost: (d: { points: string }) => `−${d.points}`,
  undecided: (d: { points: string }) => `?${d.points}`,
  toAnswer: '?',
  most: (d: { points: string }) => `up to ${d.points}`,
  uncounted: (d: { points: string }) => `not counted ${d.points}`,
  exempt: 'not applicable',
  inCriterion: (d: { code: string }) => `Criterion ${d.code}: `,
  more: (d: { count: number }) => `${d.count} more; \`dangan score --all\` lists them`,
  evidence: (d: { points: string }) => `+${d.points}`,
  resting: ({ named, more }: Resting) =>
    [
      ...named.map(({ name, count }) => (count > 1 ? `${name} (${pieces(count)})` : name)),
      ...(more > 0 ? [`${more} more`] : []),
    ].join(', '),
  said: (d: { by: string; on: string; because: string }) => `${d.by}, ${d.on}: ${d.because}`,
  and: '; ',
  byOwner: 'By owner (what several owe counts for each of them)',
  converted: (d: { points: string; total: string }) =>
    `What does not apply is left out; brought to ${d.total}: ${d.points}`,
  method: (d: { name: string; share: string }) => `${d.name} (${d.share})`,
  band: (d: { name: string; asks: BandAsks; is: Standing; toDate: Standing | undefined }) => {
    const name = `${d.name}${d.is === 'lowest' ? '' : ` (${bandAsks(d.asks)})`}`;
    if (d.toDate === undefined) return `${name}: ${BANDS[d.is]}`;
    return d.toDate === d.is
      ? `${name}: ${BANDS[d.is]} (by the total and to date alike)`
      : `${name}: by the total ${BANDS[d.is]}; to date ${BANDS[d.toDate]}`;
  },
  self: (d: { band: string }) => `To apply, ${d.band}`,
  gradeCounts,
  veto: (d: { code: string; text: string; is: 'occurred' | 'unsaid' }) =>
    d.is === 'occurred'
      ? `Veto ${d.code} was triggered: ${d.text}`
      : `Veto ${d.code}: nobody has said whether it was triggered: ${d.text}`,
  disqualified: 'Out of the running by a veto; the points are shown all the same.',
  sayVeto: noVeto,
  invalid: (d: { count: number }) =>
    `Note: ${d.count === 1 ? 'an error' : `${d.count} errors`} in scores.yaml; what is wrong does not count. See \`dangan check --rule score-entry-invalid --all\``,
  overclaims: (d: { count: number }) =>
    `Note: ${d.count === 1 ? 'one entry' : `${d.count} entries`} of scores.yaml ${d.count === 1 ? 'gives' : 'give'} more than the evidence bears. See \`dangan check --rule score-overclaim --all\``,
  next: 'Where a person decides, say so with `dangan score set`, with who and why; where evidence is missing, file it with `dangan add`.',
  answers: {
    points: 'POINTS',
    grade: 'GRADE',
    times: 'TIMES',
    share: 'PERCENT',
    tier: 'TIER',
    met: 'YES-OR-NO',
  } satisfies Readonly<Record<Answer, string>> as Readonly<Record<Answer, string>>,
  tierOrNone: 'NONE-OR-TIER',
  whichRule: 'NUMBER',
  set: (d: {
    code: string;
    value: string;
    criterion: string | undefined;
    rule: string | undefined;
  }) =>
    `dangan score set ${d.code} ${d.value}${d.criterion === undefined ? '' : ` --criterion ${d.criterion}`}${d.rule === undefined ? '' : ` --rule ${d.rule}`} --by WHO --why WHY`,
  why: {
    missing: (d: { title: string; count: number; each: string | undefined }) =>
      `“${d.title}”: ${pieces(d.count)} missing${d.each === undefined ? '' : `, ${d.each} points each`}; file what is missing`,
    missingOpen: (d: {
      title: string;
      count: number;
      each: string | undefined;
      /** Of those, not due yet. */
      ahead: number;
      open: OpenBecause;
      command: string | undefined;
    }) =>
      `“${d.title}”: ${pieces(d.count)}${d.each === undefined ? '' : `, ${d.each} points each`}, ${
        d.open === 'person' && d.ahead > 0
          ? `${d.ahead} of them not due yet, ${d.count - d.ahead} `
          : ''
      }${
        {
          due: 'not due yet',
          condition:
            'and nobody has said whether it applies; say so in the ledger or in unit.profile',
          rule: `and which scoring rule counts it a person has to say${fill(d.command)}`,
          person: 'waiting for a person; note in the ledger what was seen, or the date',
        }[d.open]
      }`,
    late: (d: { count: number; each: string }) =>
      `${pieces(d.count)} handed in late, ${d.each} points each`,
    lateOpen: (d: { count: number; ahead: number; each: string }) =>
      d.ahead === d.count
        ? `${pieces(d.count)} not due yet, ${d.each} points for each that is late`
        : `${pieces(d.count - d.ahead)} handed in on a day that is not known${d.ahead > 0 ? `, ${d.ahead} not due yet` : ''}, ${d.each} points for each that is late; note the day in the ledger (submitted)`,
    occurred: (d: {
      rule: string;
      times: number | undefined;
      by: string;
      on: string;
      because: string;
    }) =>
      `${d.rule}${d.times === undefined ? '' : `, ${counted(d.times, 'time')}`} (${d.by}, ${d.on}: ${d.because})`,
    stepped: (d: {
      rule: string;
      found: string;
      times: number | undefined;
      by: string;
      on: string;
      because: string;
    }) =>
      `${d.rule}; it is ${d.found}${d.times === undefined ? '' : `, which is ${counted(d.times, 'step')}`} (${d.by}, ${d.on}: ${d.because})`,
    evidence: (d: { titles: readonly string[] }) =>
      `All of it has to be there, and is not: ${list(d.titles)}; file what is missing`,
    evidenceShare: (d: { titles: readonly string[] }) =>
      `Points by the share that is there; missing: ${list(d.titles)}; file it`,
    evidenceOpen: (d: Asked & { titles: readonly string[]; offer: Offer | undefined }) =>
      `Not all of it counts yet: ${list(d.titles)}${bears(d.offer)}; file it, note in the ledger its date and what was seen, or let a person give points${fill(d.command)}`,
    evidenceDue: (d: { titles: readonly string[] }) => `Not due yet: ${list(d.titles)}`,
    nothing: (d: { titles: readonly string[] }) =>
      `Nothing is filed: ${list(d.titles)}; file it with \`dangan add\``,
    unasked: (d: Asked) =>
      `The scoring system does not say what evidence decides it; a person gives the points${fill(d.command)}`,
    outside: (d: Asked) =>
      `Not decided by files (survey, site visit, somebody else’s score); a person gives the points${fill(d.command)}`,
    unsaid: (d: Asked & { rule: string; offer: Offer | undefined }) =>
      `${d.rule}: nobody has said yet${bears(d.offer)}${fill(d.command)}`,
    perMissing: '; for missing evidence, which is counted here, the system has to say per: missing',
    threshold: (d: Asked & { thresholds: readonly string[] }) =>
      `Files do not decide whether this holds: ${d.thresholds.join(', ')}${fill(d.command)}`,
    grade: (d: { grade: string | undefined; open: readonly string[]; unmet: readonly string[] }) =>
      `${d.grade === undefined ? 'No grade yet' : `Grade ${d.grade}`}${d.unmet.length > 0 ? `; not met: ${d.unmet.join(', ')}` : ''}${d.open.length > 0 ? `; for a person to say: ${d.open.join(', ')}` : ''}`,
    tier: (d: { tier: string | undefined; next?: string | undefined }) => {
      if (d.tier === undefined) return 'No tier holds';
      if (d.next === undefined) return `“${d.tier}” holds; a better one would give more`;
      return `Between “${d.tier}” and “${d.next}”, in proportion`;
    },
    times: (d: { rule: string; times: number }) =>
      `${d.rule}: ${counted(d.times, 'time')}; more would give more`,
    given: (d: { by: string; on: string; because: string }) =>
      `As ${d.by} decided on ${d.on}: ${d.because}`,
    unsupported: (d: { by: string; supported: string }) =>
      d.supported === '0'
        ? `No evidence is behind what ${d.by} gives (a piece counts once), and it does not count; file what is behind it, or give less`
        : `${d.by} gives more than the ${d.supported} that the evidence bears, and the rest does not count; file what is behind it, or give less`,
    condition: (d: { condition: string }) =>
      `Whether it applies is not known: ${d.condition}; say so in unit.profile of dangan.yaml, in the ledger (notApplicable), or let a person give points`,
    exemptZero: 'Not applicable, and worth nothing then, as the scoring system has it',
    exemptUnsaid: (d: Asked) =>
      `Not applicable; how that counts the scoring system does not say, a person gives the points${fill(d.command)}`,
    exemptAverage: 'Not applicable; counts as the others do on average',
    undistributed: (d: Asked & { sum: string }) =>
      `Its parts have ${d.sum} points together, and nobody can earn the rest; ask the office, or let a person give it${fill(d.command)}`,
    highest: 'Only the best of its parts counts',
    choose: 'Only some of its parts count, the best ones',
    average: 'The mean of its parts',
    below: 'Lost below',
    cap: (d: { cap: string }) => `Counts for ${d.cap} points at the most`,
    limited: (d: { cap: string; sum: string }) =>
      `Deductions below take off ${d.cap} points together at the most; they come to ${d.sum}`,
    rounded: 'Rounded half up',
    methods: 'By the shares of the methods of assessment',
    veto: (d: { code: string; text: string; occurred: boolean }) =>
      d.occurred
        ? `Counts zero by veto ${d.code}: ${d.text}`
        : `Counts zero if veto ${d.code} was triggered, and nobody has said: ${d.text}`,
  },
};

export const scoreErrors = {
  SCORE_INDICATOR_UNKNOWN: (d: { name: string }) => [
    `The indicator ${d.name} does not apply to this unit and has no score`,
    '`dangan score` prints those that do.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
