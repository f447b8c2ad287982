/** What is owed, for a person: the indicators as a tree, one line a requirement, and the sums at the end. */
import type { RequirementCoverage, State } from '../../core/coverage/types.js';
import { timesDue } from '../../core/coverage/verdict.js';
import {
  isBelated,
  isFlawedAhead,
  STATES,
  type Status,
  type StatusLeaf,
  type StatusRow,
} from '../../core/status/status.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Indicator } from '../../core/system/types.js';
import type { Messages } from '../../messages/index.js';
import { padded } from '../columns.js';
import { coverageWord, GAP, hanging, oneLine, stateWord, wrapped } from './parts.js';
import type { StatusReport } from './report.js';
import { summaryLines, vetoLines } from './summary.js';
import { evidenceWords, lackWords, type LackStyle } from './words.js';
import type { TextStyle } from '../text-style.js';
import { spanWords } from '../span-words.js';
import { textWidth } from '../text-width.js';
import { fit } from '../wrap.js';

export function statusText(report: StatusReport, style: TextStyle): string {
  const { status } = report;
  const widths = widthsFor(status, style);
  const lines: string[] = [];
  let above: readonly Indicator[] = [];
  for (const leaf of status.leaves) {
    lines.push(...headLines(leaf, above, style), ...leafLines(leaf, widths, report, style));
    above = leaf.above;
  }
  if (lines.length > 0) lines.push('');
  lines.push(
    ...vetoLines(status.vetoes, widths.state, style),
    ...summaryLines(report, isCut(report, style), style),
  );
  return `${lines.join('\n')}\n`;
}

/** Is of something that is listed not all named, or not in full? */
function isCut({ status, all }: StatusReport, { say }: TextStyle): boolean {
  if (all) return false;
  return status.leaves.some(({ leaf, rows, spare }) => {
    const at = leaf.indicator;
    const differs = (words: (style: LackStyle) => string) =>
      words({ say, at, whole: false }) !== words({ say, at, whole: true });
    const told = rows.flatMap(({ coverage, parts }) => [coverage, ...parts]);
    return (
      told.some((each) => differs((style) => lackWords(each, style).join())) ||
      (spare.length > 0 && differs((style) => evidenceWords(spare, style)))
    );
  });
}

interface Widths {
  readonly state: number;
  readonly title: number;
  readonly ratio: number;
}

/** The same for the whole report, so that the columns stand below each other. */
function widthsFor({ leaves }: Status, { say, columns }: TextStyle): Widths {
  const rows = leaves.flatMap((leaf) =>
    leaf.rows.flatMap(({ coverage, parts }) => [coverage, ...parts]),
  );
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(textWidth));
  return {
    state: widest([
      ...STATES.map((state) => say.status.state[state]),
      say.status.welcome,
      say.status.belated,
    ]),
    title: Math.min(
      widest(rows.map(({ requirement }) => oneLine(requirement.title))),
      Math.floor(columns * 0.32),
    ),
    ratio: widest(rows.map((row) => ratioOf(row, say))),
  };
}

/** The groups above a leaf indicator, those that the one before it had not. */
function headLines(
  { above }: StatusLeaf,
  before: readonly Indicator[],
  style: TextStyle,
): readonly string[] {
  const { paint, columns } = style;
  const same = above.findIndex((each, at) => each !== before[at]);
  const first = same < 0 ? above.length : same;
  return above.slice(first).map((indicator, at) => {
    const indent = GAP.repeat(first + at);
    return `${indent}${paint.bold(fit(nameOf(indicator), columns - indent.length))}`;
  });
}

function nameOf({ code, name }: Indicator): string {
  return oneLine(`${code} ${name}`);
}

function leafLines(
  leaf: StatusLeaf,
  widths: Widths,
  report: StatusReport,
  style: TextStyle,
): readonly string[] {
  const indent = GAP.repeat(leaf.above.length);
  const inner = indent + GAP;
  return [
    leafHead(leaf, indent, style),
    ...unaskedLines(leaf, inner, { widths, report, style }),
    ...leaf.rows.flatMap((row) => rowLines(row, leaf, inner, { widths, report, style })),
    ...spareLines(leaf, inner, { widths, report, style }),
  ];
}

/** A leaf indicator of which the scoring system does not say what it asks for, or that nobody files anything for. */
function unaskedLines(
  { leaf, rows }: StatusLeaf,
  indent: string,
  { widths, report, style }: RowStyle,
): readonly string[] {
  if (rows.length > 0) return [];
  const { state, indicator, lacks, exemption, evidence } = leaf;
  const { say } = style;
  const own = { say, at: indicator, whole: report.all };
  const words = QUIET.has(state)
    ? [exemption?.reason ?? '']
    : [
        say.status.unasked({ count: evidence.length }),
        ...lackWords({ lacks: lacks.filter(({ is }) => is !== 'none'), counts: 'files' }, own),
      ];
  const told = words.filter((each) => each !== '');
  return hanging(indent, stateWord(state, widths.state, style), told, widths.state, style);
}

/** Code and name, then what is at stake and who owes it. */
function leafHead(leaf: StatusLeaf, indent: string, style: TextStyle): string {
  const { say, paint, columns } = style;
  const { indicator } = leaf.leaf;
  const details = [
    ...(indicator.points ? [say.status.points({ points: formatDecimal(indicator.points) })] : []),
    ...(leaf.owners.length > 0 ? [leaf.owners.map(oneLine).join(say.status.listMark)] : []),
  ].map((detail) => ` · ${detail}`);
  const tail = fit(details.join(''), Math.floor(columns / 2));
  const name = fit(nameOf(indicator), columns - indent.length - textWidth(tail));
  return `${indent}${paint.bold(name)}${paint.dim(tail)}`;
}

interface RowStyle {
  readonly widths: Widths;
  readonly report: StatusReport;
  readonly style: TextStyle;
}

function rowLines(
  { coverage, owners, parts }: StatusRow,
  leaf: StatusLeaf,
  indent: string,
  how: RowStyle,
): readonly string[] {
  const { say } = how.style;
  const others = owners.join() === leaf.owners.join() ? [] : [say.status.owner({ names: owners })];
  return [
    ...tableLines(coverage, leaf, others, indent, how),
    ...parts.flatMap((part) => tableLines(part, leaf, [], indent + GAP, how)),
  ];
}

/**
 * State, title, what is there of what is wanted, and what it lacks: in one line, or that below where the line would be
 * too long.
 */
function tableLines(
  coverage: RequirementCoverage,
  leaf: StatusLeaf,
  others: readonly string[],
  indent: string,
  { widths, report, style }: RowStyle,
): readonly string[] {
  const { say, columns } = style;
  const { requirement, state } = coverage;
  const own = { say, at: leaf.leaf.indicator, whole: report.all };
  // What is met has what it needs; other evidence that does not fit is nobody's concern then.
  const isQuiet =
    QUIET.has(state) && (state !== 'met' || coverage.found > 0) && !isFlawedAhead(coverage);
  const told = isBelated(coverage)
    ? { ...coverage, lacks: coverage.lacks.filter(({ is }) => is === 'submitted') }
    : coverage;
  const lacks = isQuiet && !isBelated(coverage) ? [] : lackWords(told, own);
  const notes = [
    ...lacks,
    ...aheadWords(coverage, say),
    ...nextWords(coverage, say),
    ...others,
  ].map(oneLine);
  const hang = ' '.repeat(indent.length + widths.state + GAP.length);
  const titles = wrapped(
    oneLine(requirement.title),
    columns - hang.length - widths.ratio - GAP.length,
  );
  const last = [
    padded(titles.at(-1) ?? '', widths.title),
    padded(ratioOf(coverage, say), widths.ratio),
    notes.join(say.status.pause),
  ];
  const isOne = textWidth(hang + last.join(GAP)) <= columns;
  // Who owes it needs no line of its own.
  const short = [...last.slice(0, 2), ...others.map(oneLine)];
  const hasOthers = textWidth(hang + short.join(GAP)) <= columns;
  const first = isOne ? last : hasOthers ? short : last.slice(0, 2);
  const lines = [...titles.slice(0, -1), first.join(GAP).trimEnd()];
  const rest = isOne ? [] : hasOthers ? notes.slice(0, notes.length - others.length) : notes;
  const below = rest.flatMap((note) => wrapped(note, columns - hang.length));
  return [...lines, ...below].map((line, at) =>
    at === 0 ? `${indent}${coverageWord(coverage, widths.state, style)}${GAP}${line}` : hang + line,
  );
}

/** Where nothing is due by now, what will be next. */
function nextWords({ state, periods }: RequirementCoverage, say: Messages): readonly string[] {
  const next = state === 'open' ? periods.find((each) => each.state === 'open') : undefined;
  return next ? [say.status.nextPeriod({ label: spanWords(next.period, say) })] : [];
}

const QUIET: ReadonlySet<State> = new Set(['met', 'open', 'exempt', 'outside']);

/** Of what does not apply nothing is wanted. */
export function ratioOf(coverage: RequirementCoverage, say: TextStyle['say']): string {
  const { state, found, wanted, counts } = coverage;
  if (state === 'exempt' || state === 'outside') return '';
  return say.status.ratio(dueIn(coverage) ?? { found, wanted, counts });
}

/**
 * Of what is due again and again, what is there of all that is due by now, or there already: what is still to come is
 * told by itself, so that there and missing make up what is due. Where several are due each time, one of two meetings a
 * year is not none.
 */
function dueIn({ requirement, periods, wanted, found, counts }: RequirementCoverage) {
  const { count, activity } = requirement;
  const each = Math.max(1, count.min);
  // As many as have begun by now.
  const begun = timesDue(periods).slice(0, wanted.min);
  const due = begun.filter((time) => time.state !== 'open' || time.found >= each);
  if (due.length === 0) return undefined;
  const exactly = (min: number) => ({ min, max: undefined });
  if (each === 1) return { found, wanted: exactly(due.length), counts };
  return {
    found: due.reduce((sum, time) => sum + Math.min(time.found, each), 0),
    wanted: exactly(each * due.length),
    counts: unitIn(counts, activity, each),
  };
}

/** Where several are due each time they are counted, not the times. */
function unitIn(counts: RequirementCoverage['counts'], isOfActivities: boolean, each: number) {
  if (each === 1) return counts;
  return isOfActivities ? 'activities' : 'files';
}

/** Next to what is missing, how many are still to come. */
function aheadWords(
  { requirement: { count, activity }, state, periods, counts }: RequirementCoverage,
  say: Messages,
): readonly string[] {
  if (QUIET.has(state)) return [];
  const each = Math.max(1, count.min);
  const ahead = timesDue(periods)
    .filter((time) => time.state === 'open')
    .reduce((sum, { found }) => sum + Math.max(0, each - found), 0);
  const unit = unitIn(counts, activity, each);
  return ahead > 0 ? [say.status.ahead({ count: ahead, counts: unit })] : [];
}

function spareLines(
  leaf: StatusLeaf,
  indent: string,
  { widths, report, style }: RowStyle,
): readonly string[] {
  if (leaf.spare.length === 0) return [];
  const { say, paint } = style;
  const own = { say, at: leaf.leaf.indicator, whole: report.all };
  const label = paint.dim(padded(say.status.spare, widths.state));
  return hanging(indent, label, [evidenceWords(leaf.spare, own)], widths.state, style);
}
