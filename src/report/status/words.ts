/** What a requirement lacks, in sentences: those of one kind in one. */
import { joinPath } from '../../core/archive/paths.js';
import type { Lack, RequirementCoverage } from '../../core/coverage/types.js';
import { sorted } from '../../core/coverage/verdict.js';
import type { Evidence } from '../../core/evidence/types.js';
import { partOfYear } from '../../core/evidence/effective-date.js';
import { groupBy } from '../../core/group.js';
import { evidenceLabel } from '../../core/status/status.js';
import type { Indicator } from '../../core/system/types.js';
import type { Messages } from '../../messages/index.js';
import { spansWords, spanWords } from '../span-words.js';
import { quoted } from '../../messages/quoted.js';
import { fit } from '../wrap.js';

/** Of several pieces of evidence, or periods, so many are named. */
const FEW = 5;
/** Columns of a title in a list. */
const TITLE_COLUMNS = 30;

/** How the words are made: for whose requirement, how wide a title may be, and how many are named. */
export interface LackStyle {
  readonly say: Messages;
  readonly at: Pick<Indicator, 'id'>;
  /** Name all, in full. */
  readonly whole: boolean;
}

type LackOf<K extends Lack['is']> = Extract<Lack, { readonly is: K }>;

function ofKind<K extends Lack['is']>(lacks: readonly Lack[], is: K): readonly LackOf<K>[] {
  return lacks.filter((lack): lack is LackOf<K> => lack.is === is);
}

/** What is lacking, and what it is asked for by. */
export type Lacking = Pick<RequirementCoverage, 'lacks' | 'counts'> &
  Partial<Pick<RequirementCoverage, 'requirement'>>;

/** What is missing comes first, then what is wrong with what is there. */
export function lackWords(
  { lacks, counts, requirement }: Lacking,
  style: LackStyle,
): readonly string[] {
  const flaws = flawWords(lacks, requirement, style);
  // Next to what is wrong with what is there, the numbers tell how many are missing.
  const counted = flaws.length > 0 ? [] : countWords(lacks, counts, style.say);
  return [
    ...counted,
    ...missingWords(lacks, requirement?.activity ? 'activities' : 'files', style),
    ...ofKind(lacks, 'over').map((lack) => overWords(lack, style)),
    ...flaws,
    ...doubtWords(lacks, style),
  ];
}

function countWords(
  lacks: readonly Lack[],
  counts: RequirementCoverage['counts'],
  say: Messages,
): readonly string[] {
  const words = say.status.lacks;
  const counted = ofKind(lacks, 'count');
  const none = ofKind(lacks, 'none').length > 0 || counted.some(isNone);
  return [
    ...(none ? [words.none] : []),
    ...counted
      .filter((lack) => !isNone(lack))
      .map(({ found, wanted }) => words.count({ missing: wanted.min - found, counts })),
  ];
}

function isNone({ found }: { readonly found: number }): boolean {
  return found === 0;
}

/** @param each - What there is to be of in a period, or for an occasion. */
function missingWords(
  lacks: readonly Lack[],
  each: 'activities' | 'files',
  style: LackStyle,
): readonly string[] {
  const { say } = style;
  const words = say.status.lacks;
  const periods = ofKind(lacks, 'period');
  return [
    ...kindWords(ofKind(lacks, 'kind'), say),
    ...periodWords(periods.filter(isNone), style),
    ...periods
      .filter((lack) => !isNone(lack))
      .map((lack) => {
        const { found, wanted } = lack;
        return words.period({ label: periodLabel(lack, say), found, wanted, each });
      }),
    ...occasionWords(ofKind(lacks, 'occasion'), each, say),
    ...ofKind(lacks, 'same-day').map(({ day, activities }) => words.sameDay({ day, activities })),
    ...(ofKind(lacks, 'no-window').length > 0 ? [words.noWindow] : []),
    ...ofKind(lacks, 'proof').map(({ title }) => words.proof({ title })),
  ];
}

function kindWords(lacks: readonly LackOf<'kind'>[], say: Messages): readonly string[] {
  return grouped(lacks, ({ activity }) => activity ?? '').map((group) =>
    say.status.lacks.kind({
      titles: [...new Set(group.map(({ title }) => title))],
      activity: group[0]?.activity,
    }),
  );
}

function periodWords(lacks: readonly LackOf<'period'>[], { say, whole }: LackStyle) {
  if (lacks.length === 0) return [];
  const named = whole ? lacks : lacks.slice(0, FEW);
  const plain = named.every(({ period }) => !period.label.includes(' '));
  const labels = plain
    ? spansWords(
        named.map(({ period }) => period),
        say,
      )
    : named.map((lack) => periodLabel(lack, say));
  return [say.status.lacks.periods({ labels, more: lacks.length - named.length })];
}

/** Behind a blank stands the occasion in it: `2020-Q1 春节`. */
function periodLabel({ period }: LackOf<'period'>, say: Messages): string {
  const [, ...occasion] = period.label.split(' ');
  return [spanWords(period, say), ...occasion].join(' ');
}

function occasionWords(
  lacks: readonly LackOf<'occasion'>[],
  each: 'activities' | 'files',
  say: Messages,
): readonly string[] {
  const words = say.status.lacks;
  const none = lacks.filter(({ found }) => found === 0).map(({ occasion }) => occasion);
  const begun = lacks.filter(({ found }) => found > 0);
  return [
    ...(none.length > 0 ? [words.occasions({ occasions: none })] : []),
    ...begun.map(({ occasion, found, wanted }) =>
      words.occasion({ occasion, found, wanted, each }),
    ),
  ];
}

function overWords(lack: LackOf<'over'>, { say }: LackStyle): string {
  const { found, wanted, activity, time, isOfActivities } = lack;
  const most = wanted.max ?? wanted.min;
  return say.status.lacks.over({
    more: found - most,
    most,
    activity: activity ?? time,
    each: isOfActivities ? 'activities' : 'files',
  });
}

/** One sentence for all the evidence with the same flaw. */
function flawWords(
  lacks: readonly Lack[],
  asked: Lacking['requirement'],
  style: LackStyle,
): readonly string[] {
  const { say } = style;
  const flaws = lacks.filter(isFlaw);
  const missing = new Set(ofKind(lacks, 'period').map(({ period }) => period.from));
  return grouped(flaws, (lack) => JSON.stringify(flawKey(lack, say))).map((group) => {
    const [first] = group;
    if (first?.is === 'unsure')
      return unsureWords(
        first,
        group.map(({ evidence }) => evidence),
        asked,
        style,
      );
    return first
      ? flawSentence(first, evidenceWords(group.map(evidenceOf), style), missing, style)
      : '';
  });
}

/** With what to type when it is what is asked for: for one as for many. */
function unsureWords(
  { because }: LackOf<'unsure'>,
  evidence: readonly Evidence[],
  asked: Lacking['requirement'],
  style: LackStyle,
): string {
  const value = quoted(asked?.id ?? asked?.title ?? '');
  return style.say.status.lacks.unsure({
    evidence: evidenceWords(evidence, style),
    because,
    value,
  });
}

type Flaw = Extract<Lack, { readonly evidence: Evidence }>;

function isFlaw(lack: Lack): lack is Flaw {
  return 'evidence' in lack;
}

function evidenceOf({ evidence }: Flaw): Evidence {
  return evidence;
}

/** What must be alike for two flaws to be told together. */
function flawKey(lack: Flaw, say: Messages): readonly unknown[] {
  const { is, evidence } = lack;
  switch (lack.is) {
    case 'characters':
      return [is, lack.found];
    case 'caption':
      return [is, lack.missing];
    case 'window':
      return [is, lack.window, evidence.date && spanWords(evidence.date, say)];
    case 'date':
      return [is, dateDoubt(lack), evidence.date && spanWords(evidence.date, say), periodsOf(lack)];
    case 'other-kind':
      return [is, evidence.entry?.kind, lack.kinds];
    case 'submitted':
      return [is, lack.closed];
    case 'state':
      return [is, evidence.entry?.state];
    case 'unsure':
      return [is, lack.because];
    case 'shows':
    case 'avoids':
      return [is, lack.what];
  }
}

/** What is open about a date: whether there is any, of which year, or of which of several periods it is. */
function dateDoubt({ evidence, periods = [] }: LackOf<'date'>): 'none' | 'year' | 'rough' | 'many' {
  if (evidence.date) return periods.length > 1 ? 'many' : 'rough';
  return partOfYear(evidence) ? 'year' : 'none';
}

function periodsOf({ periods = [] }: LackOf<'date'>): readonly string[] {
  return periods.map(({ label }) => label);
}

/** @param missing - First days of the periods that are told to be missing: they need not be told again. */
function dateSentence(
  lack: LackOf<'date'>,
  evidence: string,
  missing: ReadonlySet<string>,
  { say, whole }: LackStyle,
): string {
  const {
    periods = [],
    evidence: { date },
  } = lack;
  const own = periods.filter(({ from }) => !missing.has(from));
  const named = whole ? own : own.slice(0, FEW);
  return say.status.lacks.date({
    evidence,
    doubt: dateDoubt(lack),
    date: date && spanWords(date, say),
    isOfMissing: own.length < periods.length,
    periods: spansWords(named, say),
    more: own.length - named.length,
  });
}

function flawSentence(
  lack: Exclude<Flaw, LackOf<'unsure'>>,
  evidence: string,
  missing: ReadonlySet<string>,
  style: LackStyle,
): string {
  const { say } = style;
  const words = say.status.lacks;
  switch (lack.is) {
    case 'characters':
      return words.characters({
        evidence,
        found: lack.found,
        wanted: lack.wanted,
      });
    case 'caption':
      return words.caption({ evidence, missing: lack.missing });
    case 'window': {
      const { date } = lack.evidence;
      const window = spanWords(lack.window, say);
      return words.window({ evidence, date: date && spanWords(date, say), window });
    }
    case 'date':
      return dateSentence(lack, evidence, missing, style);
    case 'other-kind': {
      const [said, ...wanted] = [lack.evidence.entry?.kind, ...lack.kinds].map((kind) =>
        kind === undefined ? '' : say.ledgerSheet.kinds[kind],
      );
      return words.otherKind({ evidence, said: said ?? '', wanted });
    }
    case 'submitted':
      return words.submitted({ evidence, closed: lack.closed });
    case 'state':
      return lack.evidence.entry?.state === 'returned'
        ? words.returned({ evidence })
        : words.draft({ evidence });
    case 'shows':
      return words.shows({ evidence, what: lack.what });
    case 'avoids':
      return words.avoids({ evidence, what: lack.what });
  }
}

function doubtWords(lacks: readonly Lack[], { say }: LackStyle): readonly string[] {
  const words = say.status.lacks;
  const conditions = ofKind(lacks, 'condition').map(({ text }) => text);
  return [
    ...(conditions.length > 0 ? [words.condition({ texts: [...new Set(conditions)] })] : []),
    ...ofKind(lacks, 'per').map(({ per }) => words.per({ per })),
    ...ofKind(lacks, 'sample').map(({ of }) => words.sample({ of })),
  ];
}

/** By name, with the sub-folder that each is in where there are several: in each the ordinals begin anew. */
export function evidenceWords(
  evidence: readonly Evidence[],
  { say, at, whole }: LackStyle,
): string {
  const all = sorted(evidence);
  const named = whole ? all : all.slice(0, FEW);
  const names = named.map((each) => {
    const label = evidenceLabel(each, at);
    const short = (text: string) => (whole ? text : fit(text, TITLE_COLUMNS));
    const name = say.status.evidence({ ...label, title: short(label.title) });
    return all.length > 1 && label.home === undefined ? joinPath(short(each.group), name) : name;
  });
  return say.status.someEvidence({ names, more: all.length - named.length });
}

/** In order of their first. */
function grouped<T>(all: readonly T[], keyOf: (each: T) => string): readonly (readonly T[])[] {
  return [...groupBy(all, keyOf).values()];
}
