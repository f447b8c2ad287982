import type { Examples } from '../examples.js';
import { ofSchoolYear, when } from './when.js';
import type { Semester } from '../semester.js';
import { counted } from './counted.js';
import { noVeto } from './veto.js';

/** Both ends belong to it; no upper one where `max` is not given. */
export interface Range {
  readonly min: number;
  readonly max: number | undefined;
}

type State = 'met' | 'over' | 'short' | 'late' | 'open' | 'exempt' | 'person' | 'outside';
/** What is open about a date: is there any, of which year, or of which of several periods it is. */
export type DateDoubt = 'none' | 'year' | 'rough' | 'many';
type Counts = 'files' | 'activities' | 'periods' | 'occasions' | 'parts';

const ONE: Readonly<Record<Counts, string>> = {
  files: 'file',
  activities: 'activity',
  periods: 'period',
  occasions: 'occasion',
  parts: 'part',
};

function ranged({ min, max }: Range): string {
  if (max === undefined) return `at least ${min}`;
  if (min === 0) return `at most ${max}`;
  return min === max ? `${min}` : `${min}–${max}`;
}

/** The words of `dangan status`, and of its report. */
/** What has a name stands in quotation marks, a day or period does not. */
function activityName(label: string): string {
  return /^\d{4}(?:-|$)/.test(label) ? when(label) : `“${label}”`;
}

/** Activities are named as such: 1 of 2 meetings is told apart from one paper of two. */
function foundOf({ found, each }: { found: number; each: 'activities' | 'files' }): string {
  return each === 'activities' ? counted(found, 'activity', 'activities') : String(found);
}

export const status = {
  description: 'what is owed: by indicator what is asked for, what is there and what is missing',
  examples: [
    ['dangan status', 'what is to be done: late, short, too much, for a person to judge'],
    ['dangan status --owner 办公室', 'only what one department owes'],
    [
      'dangan status --indicator 1.1 --all',
      'one indicator (code or part of its name), what is met too',
    ],
    ['dangan status --state late,short', 'only what is in these states'],
    ['dangan status --format json', 'for programs'],
  ] as Examples,
  options: {
    path: 'the archive or a folder in it; the one around the working folder when left out',
    format: 'form of the result',
    all: 'list what is met, not due or exempt as well',
    state: 'only these states, with commas between them',
    indicator: 'only this indicator: its code, or a part of its name',
    owner: 'only what this department owes',
    today: 'day on which what is due is judged (2026-03-01); today when left out',
  },
  state: {
    met: 'met',
    over: 'over',
    short: 'short',
    late: 'late',
    open: 'not due',
    exempt: 'exempt',
    person: 'to judge',
    outside: 'no files',
  } as Readonly<Record<State, string>>,
  listMark: ', ',
  pause: '; ',
  ratio: (d: { found: number; wanted: Range; counts: Counts }) => {
    const { min, max } = d.wanted;
    const unit = d.counts === 'files' ? '' : ` ${d.counts}`;
    if (min === 0 && max === undefined) return `${d.found}${unit}`;
    const whole = max === undefined || max === min || d.counts === 'periods';
    const wanted = whole ? `${min}` : min === 0 ? `≤${max}` : `${min}–${max}`;
    return `${d.found}/${wanted}${unit}`;
  },
  points: (d: { points: string }) => `${d.points} ${d.points === '1' ? 'point' : 'points'}`,
  owner: (d: { names: readonly string[] }) => `owner: ${d.names.join(', ')}`,
  evidence: (d: { digits: string; title: string; home: string | undefined }) => {
    const title = d.title === '' ? '(no title)' : d.title;
    const name = d.digits === '' ? `“${title}”` : `${d.digits}：${title}`;
    return d.home === undefined ? name : `${name} (kept in ${d.home})`;
  },
  someEvidence: (d: { names: readonly string[]; more: number }) =>
    `${d.names.join(', ')}${d.more > 0 ? ` and ${d.more} more` : ''}`,
  lacks: {
    none: 'nothing yet',
    count: (d: { missing: number; counts: Counts }) => `${d.missing} more needed`,
    over: (d: {
      more: number;
      most: number;
      activity: string | undefined;
      each: 'activities' | 'files';
    }) =>
      `${d.activity === undefined ? '' : `${activityName(d.activity)} has `}${foundOf({ ...d, found: d.more })} too many, at most ${d.most}`,
    kind: (d: { titles: readonly string[]; activity: string | undefined }) =>
      `${d.activity === undefined ? 'lacks' : `${activityName(d.activity)} lacks`} ${d.titles.join(', ')}`,
    periods: (d: { labels: readonly string[]; more: number }) =>
      `missing ${d.labels.join(', ')}${d.more > 0 ? ` and ${d.more} more` : ''}`,
    period: (d: { label: string; found: number; wanted: Range; each: 'activities' | 'files' }) =>
      `${d.label} has ${foundOf(d)}, wanted ${ranged(d.wanted)}`,
    occasions: (d: { occasions: readonly string[] }) => `missing ${d.occasions.join(', ')}`,
    occasion: (d: {
      occasion: string;
      found: number;
      wanted: Range;
      each: 'activities' | 'files';
    }) => `${d.occasion} has ${foundOf(d)}, wanted ${ranged(d.wanted)}`,
    characters: (d: { evidence: string; found: number | undefined; wanted: Range }) =>
      d.found === undefined
        ? `${d.evidence}: its characters could not be counted, wanted ${ranged(d.wanted)}`
        : `${d.evidence}: ${d.found} characters, wanted ${ranged(d.wanted)}`,
    caption: (d: { evidence: string; missing: readonly string[] }) =>
      `${d.evidence}: the caption lacks ${d.missing.join(', ')}`,
    window: (d: { evidence: string; date: string | undefined; window: string }) =>
      d.date === undefined
        ? `${d.evidence}: not within ${d.window}`
        : `${d.evidence}: of ${d.date}, not within ${d.window}`,
    date: (d: {
      evidence: string;
      doubt: DateDoubt;
      date: string | undefined;
      /** It may be of one of the periods that are told to be missing. */
      isOfMissing: boolean;
      /** Others that it may be of. */
      periods: readonly string[];
      more: number;
    }) => {
      const others = `${d.periods.join(', ')}${d.more > 0 ? ` and ${d.more} more` : ''}`;
      const may = [...(d.isOfMissing ? ['one of those missing'] : []), ...(others ? [others] : [])];
      const words = {
        none: 'no date',
        year: 'no year',
        rough: 'the date is too rough',
        many: `of ${d.date ?? ''}, counts for one of these periods at most`,
      }[d.doubt];
      return `${d.evidence}: ${words}${may.length > 0 ? `; may be of ${may.join(', or of ')}` : ''}`;
    },
    submitted: (d: { evidence: string; closed: string }) =>
      `${d.evidence}: handed in after ${d.closed}, and it counts`,
    unsure: (d: { evidence: string; because: 'title' | 'part'; value: string }) =>
      `${d.evidence}: ${d.because === 'title' ? 'its title says nothing, and only its kind fits' : 'by its title it is of a part of the year, and the whole is asked for'}; a person has to look. If it is what is asked for: \`dangan ledger set FILE requirements=${d.value}\``,
    otherKind: (d: { evidence: string; said: string; wanted: readonly string[] }) =>
      `${d.evidence}: its kind is ${d.said} by the ledger, wanted ${d.wanted.join(' or ')}; if that is wrong: \`dangan ledger set FILE kind=${d.wanted[0] ?? ''}\``,
    draft: (d: { evidence: string }) => `${d.evidence}: still a draft`,
    returned: (d: { evidence: string }) => `${d.evidence}: was returned`,
    shows: (d: { evidence: string; what: readonly string[] }) =>
      `${d.evidence}: does it show ${d.what.join(', ')}? A person has to look`,
    avoids: (d: { evidence: string; what: readonly string[] }) =>
      `${d.evidence}: is it free of ${d.what.join(', ')}? A person has to look`,
    condition: (d: { texts: readonly string[] }) =>
      `a person decides whether it applies: ${d.texts.join('; ')}`,
    per: (d: { per: string }) => `how many, a person has to say: ${d.per}`,
    sample: (d: { of: string }) => `chosen by the inspectors: ${d.of}`,
    sameDay: (d: { day: string; activities: readonly string[] }) =>
      `${d.activities.map(activityName).join(', ')} are of one day, ${d.day}, and count once`,
    noWindow: 'no window is given, so nobody can tell how many periods there are',
    proof: (d: { title: string }) => `what proves that it does not apply is missing: ${d.title}`,
  },
  /** Of a stretch of days. */
  span: {
    year: (d: { year: string }) => d.year,
    years: (d: { first: string; last: string }) => `${d.first}–${d.last}`,
    half: (d: { half: number }) => `H${d.half}`,
    quarter: (d: { quarter: number }) => `Q${d.quarter}`,
    month: (d: { month: number }) =>
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][
        d.month - 1
      ] ?? '',
    week: (d: { week: number }) => `week ${d.week}`,
    inYear: (d: { year: string; part: string }) => `${d.part} ${d.year}`,
    semester: (d: Semester) => ofSchoolYear(d),
    stretch: (d: { from: string; to: string }) => `${d.from} to ${d.to}`,
  },
  /** In place of a state, for what may be left out and is. */
  welcome: 'optional',
  belated: 'belated',
  ahead: (d: { count: number; counts: Counts }) =>
    `${counted(d.count, ONE[d.counts], d.counts)} not due yet`,
  nextPeriod: (d: { label: string }) => `next: ${d.label}`,
  unasked: (d: { count: number }) =>
    `the system does not say what it asks for; ${d.count === 0 ? 'nothing yet' : counted(d.count, 'file is there', 'files are there')}`,
  spare: 'not used',
  vetoes: 'Vetoes',
  veto: {
    unsaid: (d: { code: string }) => `nobody has said whether it was triggered; ${noVeto(d)}`,
    occurred: (d: { by: string; on: string }) => `triggered (${d.by}, ${d.on})`,
    /** Of what is to prove that it was not triggered. */
    lacking: (d: { title: string; lack: string }) => `${d.title}: ${d.lack}`,
    unproved: 'the proof is not complete',
    proved: (d: { isAsked: boolean }): string =>
      d.isAsked ? 'not triggered, and the proof is there' : 'not triggered; no proof is asked for',
    other: '',
  },
  summary: {
    head: (d: { today: string; total: number; met: number }) =>
      `On ${d.today}: ${d.met} of ${counted(d.total, 'requirement')} met`,
    indicators: (d: { total: number; parts: readonly string[] }) =>
      `${d.total} leaf ${d.total === 1 ? 'indicator' : 'indicators'}: ${d.parts.join(', ')}`,
    requirements: (d: { total: number; parts: readonly string[] }) =>
      `${counted(d.total, 'requirement')}: ${d.parts.join(', ')}`,
    part: (d: { state: string; count: number }) => `${d.count} ${d.state}`,
    points: (d: { points: string }) =>
      `The leaf indicators that need something done are worth ${d.points} ${d.points === '1' ? 'point' : 'points'}`,
    belated: (d: { count: number }) =>
      `For ${counted(d.count, 'requirement', 'requirements')} something was handed in late: it counts, nothing is left to be done, and the self score takes off what the system says for that`,
    spareMet: (d: { count: number }) =>
      `Under indicators that are not listed ${counted(d.count, 'piece counts', 'pieces count')} for nothing`,
    flawedAhead: (d: { count: number }) =>
      `Of ${counted(d.count, 'requirement that is', 'requirements that are')} not due yet, what is there does not do; see above`,
    complete: (d: { open: number }): string =>
      d.open > 0 ? 'All that is due by now is there' : 'All that is asked for is there',
    none: 'The scoring system does not say what evidence it asks for',
  },
  next: {
    all: (d: { cut: boolean; rest: boolean }) =>
      `${d.cut ? (d.rest ? 'Lists are cut here; in full, and what is met as well' : 'Lists are cut here; in full') : 'What is met as well'}: \`dangan status --all\``,
    spare: (d: { count: number; key: 'requirements' | 'occasion' | undefined }) =>
      `${counted(d.count, 'file counts', 'files count')} for nothing: ${
        d.key === 'occasion'
          ? 'no occasion is seen. The ledger can say which (behind occasion= one of those that are asked for)'
          : `no requirement is seen that ${d.count === 1 ? 'it is' : 'they are'} for. The ledger can say which (behind requirements= the id or title of one)`
      }`,
  },
  badState: (d: {
    value: string;
    known: readonly { readonly id: string; readonly word: string }[];
  }) =>
    `“${d.value}” in --state is no state; there are ${d.known.map(({ id, word }) => (id === word ? id : `${id} (${word})`)).join(', ')}`,
};
