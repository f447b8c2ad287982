import { counted } from './counted.js';
import { listed } from './listed.js';
import { noVeto } from './veto.js';
import { when } from './when.js';

interface Counted {
  readonly title: string;
  readonly found: number;
  readonly min: number;
  readonly max: number | undefined;
}

/** What is there and does not count. */
interface Uncounted {
  readonly unsettled: number;
  readonly unfit: number;
  /** Of which nobody knows whether they are of the days that are asked for. */
  readonly undated: number;
}

const unfitWords = (count: number) =>
  `${counted(count, 'does', 'do')} not count for ${count === 1 ? 'its' : 'their'} caption or length`;

/** The periods that are without, and that a paper may be of. */
const mayBe = (periods: readonly string[]) => {
  const shown = periods.slice(0, 5).map(when);
  const more = periods.length - shown.length;
  if (shown.length === 0) return '';
  return ` (it may be of ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
};

const undatedWords = (count: number) =>
  count === 0
    ? ''
    : ` (${counted(count, 'paper', 'papers')} of nobody knows which period may be for it)`;

/** A title that has quotation marks of its own gets no others. */
const quoted = (title: string) => (/[“”]/.test(title) ? title : `“${title}”`);

const range = ({ min, max }: Pick<Counted, 'min' | 'max'>) =>
  max === undefined ? `at least ${min}` : max === min ? `${min}` : `${min} to ${max}`;

const inDays = (days: number) =>
  days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;

const EVERY = {
  week: 'every week',
  month: 'every month',
  quarter: 'every quarter',
  'half-year': 'every half-year',
  semester: 'every semester',
  year: 'every year',
  term: 'in every term',
  once: 'once',
};

const EFFECTS = {
  disqualify: 'it takes the unit out of the running',
  'bar-top': 'it bars the unit from the top grade',
  zero: 'the indicator counts zero',
};

const SOURCES = {
  ledger: 'the ledger',
  name: 'the file name',
  folder: 'the folder',
  document: 'the document’s properties',
  exif: 'the photo itself',
};

type Every = keyof typeof EVERY;
export type Effect = keyof typeof EFFECTS;
export type Source = keyof typeof SOURCES;

/** What the rules on coverage say: what is there, what is asked for. */
export const coverageFindings = {
  'coverage-no-evidence/none': (d: { name: string; asked: readonly string[] }) =>
    `Nothing is filed for ${quoted(d.name)}; it asks for ${listed(d.asked)}`,
  'coverage-no-evidence/unasked': (d: { name: string }) =>
    `Nothing is filed for ${quoted(d.name)}; the scoring system does not list what it asks for, so see its standard`,
  'coverage-count/files': (d: Counted & Uncounted) =>
    `${d.found === 0 && d.min === 1 ? `${quoted(d.title)} is missing` : `${quoted(d.title)} asks for ${range(d)}; there ${d.found === 1 ? 'is' : 'are'} ${d.found === 0 ? 'none' : d.found}`}${d.unsettled > 0 ? ` (${d.unsettled} in draft or returned, which do not count)` : ''}${d.unfit > 0 ? ` (${unfitWords(d.unfit)})` : ''}${d.undated > 0 ? ` (and ${d.undated} without a clear date, for a person to judge)` : ''}`,
  'coverage-count/unfit': (d: { title: string; unfit: number }) =>
    `${quoted(d.title)} is not complete${d.unfit > 0 ? `: ${unfitWords(d.unfit)}` : ''}`,
  'coverage-count/activities': (d: Counted) =>
    `${quoted(d.title)} is to take place ${d.min === 1 ? 'once' : `${range(d)} times`}; ${d.found === 0 ? 'none is' : counted(d.found, 'is', 'are')} on record`,
  'coverage-count/either': (d: { title: string; ways: readonly string[] }) =>
    `${quoted(d.title)} is missing; one of these will do: ${listed(d.ways)}`,
  'coverage-count/total': (d: Counted) =>
    `${quoted(d.title)} asks for ${range(d)} over all; there are ${d.found}`,
  'coverage-count/over': (d: {
    title: string;
    found: number;
    max: number;
    activity: string | undefined;
    isOfActivities: boolean;
  }) =>
    `${quoted(d.title)} allows ${d.isOfActivities ? `${d.max} ${d.max === 1 ? 'activity' : 'activities'}` : d.max} at most${d.activity === undefined ? '' : ` (${when(d.activity)})`}; there are ${d.found}, so choose the best`,
  'coverage-count/submitted': (d: { title: string; submitted: string; closed: string }) =>
    `Handed in on ${d.submitted}, after handing in closed on ${d.closed}: late for ${quoted(d.title)}, and it counts`,
  'coverage-count/avoids': (d: { title: string; what: readonly string[] }) =>
    `Has on it what ${quoted(d.title)} must not have: ${listed(d.what)}`,
  'coverage-count/proof': (d: { name: string; proof: string }) =>
    `${quoted(d.name)} is said not to apply, and ${quoted(d.proof)}, which is to prove it, is not there`,
  'coverage-frequency/period': (d: {
    title: string;
    period: string;
    found: number;
    min: number;
    isActivity: boolean;
    unfit: number;
    undated: number;
  }) =>
    `${quoted(d.title)} asks for ${d.isActivity ? (d.min === 1 ? 'one activity' : `${d.min} activities`) : d.min} in ${when(d.period)}; there ${d.found === 1 ? 'is' : 'are'} ${d.found === 0 ? 'none' : d.found}${d.unfit > 0 ? ` (${unfitWords(d.unfit)})` : ''}${undatedWords(d.undated)}`,
  'coverage-frequency/never': (d: {
    title: string;
    every: Every;
    count: number;
    first: string;
    last: string;
  }) =>
    `${quoted(d.title)} is asked for ${EVERY[d.every]}; there is none for any of ${d.count}, from ${when(d.first)} to ${when(d.last)}`,
  'coverage-frequency/occasion': (d: {
    title: string;
    occasion: string;
    found: number;
    min: number;
  }) =>
    d.found === 0 && d.min === 1
      ? `${quoted(d.title)} is missing for ${quoted(d.occasion)}`
      : `${quoted(d.title)} asks for ${d.min} for ${quoted(d.occasion)}; there ${d.found === 1 ? 'is' : 'are'} ${d.found === 0 ? 'none' : d.found}`,
  'coverage-kind-missing/part': (d: {
    part: string;
    title: string;
    activity: string | undefined;
    found: number;
    min: number;
  }) =>
    `${quoted(d.title)}${d.activity === undefined ? '' : ` (${when(d.activity)})`} lacks ${quoted(d.part)}${d.found === 0 ? '' : `: ${d.found} of ${d.min}`}`,
  'coverage-year/missing': (d: { title: string; year: string; undated: number }) =>
    `${quoted(d.title)} is asked for every year; there is none for ${when(d.year)}${undatedWords(d.undated)}`,
  'coverage-year/outside': (d: { title: string; date: string; window: string }) =>
    `Of ${when(d.date)}; ${quoted(d.title)} has to be of ${when(d.window)}, so it does not count`,
  'coverage-due/period': (d: {
    title: string;
    period: string;
    due: string;
    days: number;
    found: number;
  }) =>
    `${quoted(d.title)} of ${when(d.period)} is not complete (${d.found} there); it is due on ${when(d.due)}, ${inDays(d.days)}`,
  'coverage-due/closing': (d: { name: string; due: string; days: number; count: number }) =>
    `${d.name === '' ? 'Handing in' : quoted(d.name)} closes on ${when(d.due)}, ${inDays(d.days)}; ${counted(d.count, 'requirement is', 'requirements are')} not met: \`dangan status\``,
  'coverage-due/closed': (d: { name: string; due: string; count: number }) =>
    `${d.name === '' ? 'Handing in' : quoted(d.name)} closed on ${when(d.due)}; ${counted(d.count, 'requirement is', 'requirements are')} late: \`dangan status\``,
  'coverage-veto/occurred': (d: { code: string; text: string; effect: Effect }) =>
    `Veto ${d.code} was triggered, and ${EFFECTS[d.effect]}: ${d.text}`,
  'coverage-veto/unproven': (d: { code: string; text: string; proof: readonly string[] }) =>
    `Veto ${d.code} was not triggered, and what proves it is not there: ${listed(d.proof)}`,
  'coverage-veto/unseen': (d: { code: string; text: string; proof: readonly string[] }) =>
    `Veto ${d.code} was not triggered, and somebody has to look at what proves it: ${listed(d.proof)}; \`dangan status\` tells what for`,
  'coverage-veto/unsaid': (d: { code: string; text: string }) =>
    `Nobody has said whether veto ${d.code} was triggered: ${d.text}; ${noVeto(d)}`,
  'content-photo-caption/fields': (d: { title: string; missing: readonly string[] }) =>
    `The caption has to tell ${listed(d.missing)}; write that into the ledger (${quoted(d.title)})`,
  'content-report-length/short': (d: Counted) =>
    `Has ${d.found} characters; ${quoted(d.title)} asks for ${d.min === d.max ? 'about' : 'at least'} ${d.min}`,
  'content-report-length/long': (d: Counted) =>
    `Has ${d.found} characters; ${quoted(d.title)} allows ${d.min === d.max ? 'about' : 'at most'} ${d.max ?? d.min}`,
  'meta-date-unknown/none': (d: { title: string; periods: readonly string[] }) =>
    `Nobody can tell its date, which decides whether it counts for ${quoted(d.title)}${mayBe(d.periods)}; put the date into its name or the ledger`,
  'meta-date-unknown/year': (d: { title: string; periods: readonly string[] }) =>
    `Nobody can tell of which year it is, which decides whether it counts for ${quoted(d.title)}${mayBe(d.periods)}; put the year into its name or the ledger`,
  'meta-date-unknown/rough': (d: { title: string; date: string; periods: readonly string[] }) =>
    d.periods.length > 1
      ? `Of ${when(d.date)}, more than one of the periods in which ${quoted(d.title)} is asked for; it counts for one of them at most${mayBe(d.periods)}; put its period into its name or the ledger`
      : `${when(d.date)} does not tell whether it counts for ${quoted(d.title)}; put the day into its name or the ledger`,
  'meta-date-unknown/conflict': (d: {
    date: string;
    source: Source;
    other: string;
    otherSource: Source;
  }) =>
    `Of ${when(d.date)} by ${SOURCES[d.source]}, of ${when(d.other)} by ${SOURCES[d.otherSource]}; see which is right`,
};
