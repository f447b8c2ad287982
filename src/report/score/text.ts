/** The self score for a person: indicators as a tree, points in columns, every lost point with its reason. */
import { joinPath, nameOf } from '../../core/archive/paths.js';
import type { Evidence } from '../../core/evidence/types.js';
import { groupBy } from '../../core/group.js';
import { mostOf, mostOfAll } from '../../core/scoring/most.js';
import type {
  BandScore,
  Gain,
  GradeCount,
  IndicatorScore,
  Loss,
  MethodScore,
  Score,
  Tally,
} from '../../core/scoring/types.js';
import { whole } from '../../core/scoring/part.js';
import { eachOf, scoresById } from '../../core/scoring/walk.js';
import {
  compareDecimals,
  divideDecimals,
  formatDecimal,
  formatPercent,
  isZero,
  subtractDecimals,
  type Decimal,
} from '../../core/system/decimal.js';
import type { Indicator, ScoringSystem } from '../../core/system/types.js';
import { hasDeductions } from '../../core/system/walk.js';
import type { GradeCountWords, Resting } from '../../messages/score-words.js';
import { padded } from '../columns.js';
import { printable } from '../printable.js';
import { ownerTallies } from './owners.js';
import { lossWords } from './words.js';
import type { TextStyle } from '../text-style.js';
import { textWidth } from '../text-width.js';
import { fit, wrap } from '../wrap.js';
import { bandAsks } from '../system/words.js';

export interface ScoreReport {
  readonly score: Score;
  /** As far as it has fallen due; `undefined` where all of it has. */
  readonly toDate: Score | undefined;
  readonly system: ScoringSystem;
  readonly today: string;
  /** The only indicator that is asked for. */
  readonly only: IndicatorScore | undefined;
  readonly byOwner: boolean;
}

/** Of the evidence behind points so many pieces, or folders of activities, are named. */
const NAMED = 6;
/** Of each indicator so many reasons are listed, one more when that is all there are. */
const FEW = 3;
/** A closing mark may hang over the end of a line, so much. */
const HANGING = 2;

export function scoreText(report: ScoreReport, all: boolean, style: TextStyle): string {
  const { score, system, today, only } = report;
  const say = style.say.score;
  const head = [
    ...wrap(printable(say.title({ system: system.title, today })), style.columns).map((line) =>
      style.paint.bold(line),
    ),
    ...wrap(say.notVerdict, style.columns),
  ];
  if (!score.scored) return `${[...head, '', ...wrap(say.noPoints, style.columns)].join('\n')}\n`;
  const table = new Table(report, all, style);
  const body = only ? table.indicator(only, '') : table.whole();
  return `${[...head, '', table.head(), ...body].join('\n')}\n`;
}

/** Evidence by name; what lies in the folder of one activity, with that folder and how much it is. */
function evidenceNamed(evidence: readonly Evidence[], inFull: boolean): Resting {
  const groups = groupBy(evidence, ({ group, path, home }) =>
    group === '' || inFull ? path : `${home.id}/${group}/`,
  );
  const all = [...groups.values()];
  const named = inFull || all.length <= NAMED + 1 ? all : all.slice(0, NAMED);
  return {
    named: named.flatMap(([first, ...rest]) =>
      first ? [{ name: nameIn(first, rest.length), count: rest.length + 1 }] : [],
    ),
    more: all.slice(named.length).reduce((sum, { length }) => sum + length, 0),
  };
}

function nameIn({ group, path, name, title }: Evidence, more: number): string {
  if (more > 0) return group;
  return joinPath(group, name ? nameOf(path) : title);
}

class Table {
  private readonly report: ScoreReport;
  private readonly all: boolean;
  private readonly inFull: boolean;
  private readonly style: TextStyle;
  private readonly toDate: ReadonlyMap<string, IndicatorScore>;
  private readonly widths: readonly number[];
  private readonly room: number;

  /** @param inFull - Evidence is named piece by piece, however much there is. */
  constructor(report: ScoreReport, inFull: boolean, style: TextStyle) {
    this.report = report;
    this.inFull = inFull;
    this.all = inFull || report.only !== undefined;
    this.style = style;
    this.toDate = report.toDate ? scoresById(report.toDate) : new Map();
    const { columns } = style.say.score;
    const tallies = [report.score.total, ...scoresById(report.score).values()];
    const most = [...eachOf(report.score.bonusIndicators)].map(mostOf);
    const limits = [...most, mostOfAll(report.score.bonusIndicators)].map((each) =>
      this.most(each),
    );
    this.widths = COLUMNS.map((column) =>
      Math.max(
        textWidth(columns[column]),
        ...tallies.map((tally) => formatDecimal(tally[column]).length),
        ...(column === 'atStake' ? limits.map(textWidth) : []),
      ),
    );
    const numbers = this.widths.reduce((sum, width) => sum + width + 2, 0);
    const longest = Math.max(...[...eachName(report.score)].map(textWidth), 24);
    this.room = Math.max(16, Math.min(longest, style.columns - numbers));
  }

  head(): string {
    const { columns } = this.style.say.score;
    const cells = COLUMNS.map((column, at) => right(columns[column], this.widths[at] ?? 0));
    return this.style.paint.dim(`${' '.repeat(this.room)}  ${cells.join('  ')}`);
  }

  whole(): string[] {
    const { score, toDate, system } = this.report;
    const { rows, legend, next, toDateLegend, byOwner } = this.style.say.score;
    const { paint, columns } = this.style;
    const lines = score.indicators.flatMap((each) => this.indicator(each, ''));
    lines.push(...this.reasons(score.losses, undefined, '  '));
    const bonus = score.bonusIndicators.flatMap((each) => this.indicator(each, ''));
    lines.push('');
    if (bonus.length > 0) {
      const title = rows[hasDeductions(system.bonus) ? 'change' : 'bonus'];
      lines.push(paint.bold(this.row(rows.base, score.base)), ...bonus);
      lines.push(
        paint.bold(this.row(title, score.bonus, this.most(mostOfAll(score.bonusIndicators)))),
      );
    }
    lines.push(paint.bold(this.row(rows.total, score.total)));
    if (toDate) lines.push(this.row(rows.toDate, toDate.total));
    lines.push(...this.methods(score.methods));
    if (this.report.byOwner) {
      lines.push('', paint.bold(byOwner));
      for (const { name, tally } of ownerTallies(score, system)) lines.push(this.row(name, tally));
    }
    lines.push('', ...this.outcome());
    if (!isZero(score.total.undecided)) lines.push(...wrap(legend, columns));
    if (toDate) lines.push(...wrap(toDateLegend, columns));
    if (!isZero(score.total.lost)) lines.push(...wrap(next, columns));
    return lines;
  }

  indicator(score: IndicatorScore, indent: string): string[] {
    if (!score.scored && score.part === 'indicators') return [];
    const { code, name } = score.indicator;
    const { score: words, marks } = this.style.say;
    const title = `${indent}${code} ${name}${score.exempt ? marks.aside({ text: words.exempt }) : ''}`;
    const deeper = `${indent}  `;
    const most = score.part === 'bonus' ? this.most(mostOf(score)) : undefined;
    return [
      this.row(title, score, most),
      ...(this.all ? score.gains.flatMap((gain) => this.gain(gain, deeper)) : []),
      ...this.reasons(score.losses, score.indicator, deeper),
      ...this.soFar(score, deeper),
      ...(score.part === 'bonus' ? this.uncounted(score.indicator, deeper) : []),
      ...score.children.flatMap((child) => this.indicator(child, deeper)),
    ];
  }

  /** What bonus may come to stands in the place of what is at stake; nothing where no limit is set. */
  private most(most: Decimal | undefined): string {
    if (!most) return '';
    return isZero(most) ? '0' : this.style.say.score.most({ points: formatDecimal(most) });
  }

  private row(title: string, tally: Tally, most?: string): string {
    const { paint } = this.style;
    const cells = COLUMNS.map((column, at) => {
      const width = this.widths[at] ?? 0;
      if (column === 'atStake' && most !== undefined) return right(most, width);
      const cell = right(formatDecimal(tally[column]), width);
      if (isZero(tally[column])) return paint.dim(cell);
      if (column === 'lost') return paint.red(cell);
      return column === 'undecided' ? paint.yellow(cell) : cell;
    });
    return `${padded(fit(printable(title), this.room), this.room)}  ${cells.join('  ')}`;
  }

  private reasons(
    losses: readonly Loss[],
    indicator: Indicator | undefined,
    indent: string,
  ): string[] {
    const { say, paint } = this.style;
    const many = !this.all && losses.length > FEW + 1;
    const shown = many ? losses.filter((loss, at) => at < FEW || isQuestion(loss)) : losses;
    const marks = shown.map((loss) => lossMark(loss, say));
    const width = Math.max(0, ...marks.map(textWidth));
    const lines = shown.flatMap((loss, at) => {
      const color = loss.undecided ? paint.yellow : paint.red;
      const words = lossWords(loss, indicator, say);
      return this.hanging(indent, padded(marks[at] ?? '', width), words, color);
    });
    if (shown.length === losses.length) return lines;
    const rest = say.score.more({ count: losses.length - shown.length });
    return [...lines, ...this.hanging(indent, ' '.repeat(width), rest, (text) => text)];
  }

  /** Of what has points by itself, what it comes to when what is not due yet does not count. */
  private soFar(score: IndicatorScore, indent: string): string[] {
    const toDate = this.toDate.get(score.indicator.id);
    if (!toDate || score.children.some(({ scored }) => scored)) return [];
    if (COLUMNS.every((column) => isSame(toDate[column], score[column]))) return [];
    const { say, paint } = this.style;
    const words = say.score.soFar({
      atStake: formatDecimal(toDate.atStake),
      earned: formatDecimal(toDate.earned),
      lost: isZero(toDate.lost) ? undefined : formatDecimal(toDate.lost),
      undecided: isZero(toDate.undecided) ? undefined : formatDecimal(toDate.undecided),
    });
    return this.hanging(indent, say.score.rows.toDate, words, paint.dim);
  }

  /** Of what is claimed as bonus, that which nothing is behind. */
  private uncounted(indicator: Indicator, indent: string): string[] {
    const { say, paint } = this.style;
    const own = this.report.score.overclaims.filter((each) => each.indicator.id === indicator.id);
    return own.flatMap(({ claimed, supported, entry }) => {
      const points = formatDecimal(subtractDecimals(claimed, supported));
      const facts = { by: entry.by, supported: formatDecimal(supported) };
      const words = say.score.why.unsupported(facts);
      return this.hanging(indent, say.score.uncounted({ points }), words, paint.red);
    });
  }

  /** Points with the evidence behind them, and who said what. */
  private gain({ points, evidence, entries, criterion, exempt }: Gain, indent: string): string[] {
    const say = this.style.say.score;
    const prefix = criterion ? say.inCriterion({ code: criterion.code }) : '';
    const texts = [
      ...(exempt ? [say.exempt] : []),
      ...(evidence.length > 0 ? [say.resting(evidenceNamed(evidence, this.inFull))] : []),
      ...entries.map(say.said),
    ];
    const mark = say.evidence({ points: formatDecimal(points) });
    const text = `${prefix}${texts.join(say.and)}`;
    return this.hanging(indent, mark, text, this.style.paint.green);
  }

  private hanging(
    indent: string,
    mark: string,
    text: string,
    color: (text: string) => string,
  ): string[] {
    const hang = ' '.repeat(indent.length + textWidth(mark) + 2);
    const room = Math.max(20, this.style.columns - hang.length - HANGING);
    return wrap(printable(text.replace(/\s+/g, ' ')), room).map((line, at) =>
      at === 0 ? `${indent}${color(mark)}  ${line}` : hang + line,
    );
  }

  private methods(methods: readonly MethodScore[]): string[] {
    const { method } = this.style.say.score;
    return methods.map((each) => {
      const share = formatPercent(each.share);
      return this.row(`  ${method({ name: each.method, share })}`, each);
    });
  }

  /** What the points come to: bands, vetoes, what was left out. */
  private outcome(): string[] {
    const { score, toDate, system } = this.report;
    const say = this.style.say.score;
    const { columns } = this.style;
    const vetoes = score.vetoes.filter(({ occurred }) => occurred !== false);
    const texts = [
      ...(score.converted && system.total
        ? [
            say.converted({
              points: formatDecimal(score.converted),
              total: formatDecimal(system.total),
            }),
          ]
        : []),
      ...bandsToTell(score.bands).map((each) => bandWords(each, toDate?.bands, say)),
      ...gradeLines(score.bands).map(say.gradeCounts),
      ...vetoes.map(({ veto, occurred }) =>
        occurred
          ? say.veto({ ...veto, is: 'occurred' })
          : `${say.veto({ ...veto, is: 'unsaid' })}${say.and}${say.sayVeto(veto)}`,
      ),
      ...(score.disqualified === true ? [say.disqualified] : []),
    ];
    return texts.flatMap((text) => wrap(printable(text.replace(/\s+/g, ' ')), columns));
  }
}

const COLUMNS = ['atStake', 'earned', 'lost', 'undecided'] as const;

/** What somebody has to answer is never left out of a list. */
function isQuestion({ why, undecided }: Loss): boolean {
  return undecided && why.is === 'unsaid';
}

function lossMark({ points, undecided }: Loss, { score: say }: TextStyle['say']): string {
  if (isZero(points)) return say.toAnswer;
  return say[undecided ? 'undecided' : 'lost']({ points: formatDecimal(points) });
}

function isSame(a: Decimal, b: Decimal): boolean {
  return compareDecimals(a, b) === 0;
}

function right(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

/** One that begins at nothing is no achievement: it is told where no better one is reached. */
function bandsToTell(bands: readonly BandScore[]): BandScore[] {
  return bands.filter(
    ({ band }) =>
      !isLowest(band) ||
      !bands.some((other) => other.reached && other.band.on === band.on && !isLowest(other.band)),
  );
}

function isLowest({ from, each, parts, grades }: BandScore['band']): boolean {
  return isZero(from) && !each && !parts && !grades;
}

/** @param sofar - The bands by what has fallen due so far, where that is not all. */
function bandWords(
  score: BandScore,
  sofar: readonly BandScore[] | undefined,
  say: TextStyle['say']['score'],
): string {
  const { band } = score;
  const other = sofar?.find((each) => each.band === band);
  const toDate = other && !isLowest(band) ? standing(other) : undefined;
  const words = say.band({ name: band.name, asks: bandAsks(band), is: standing(score), toDate });
  return band.on === 'self' ? say.self({ band: words }) : words;
}

function standing({ band, reached, reachable, barred }: BandScore) {
  const held = reached ? 'reached' : reachable ? 'reachable' : 'out';
  const plain = isLowest(band) ? 'lowest' : held;
  return barred === true ? 'barred' : barred === undefined && reached ? 'open' : plain;
}

/** How many indicators reach each grade that a band asks for, a line for all and for each choice of them. */
function gradeLines(bands: readonly BandScore[]): GradeCountWords[] {
  const counts = bands.flatMap(({ grades }) => grades);
  const choiceOf = ({ asked }: GradeCount) => asked.of.join('\n');
  const firsts = new Map(counts.toReversed().map((count) => [choiceOf(count), count]));
  return [...firsts].toReversed().map(([choice, first]) => {
    const alike = counts.filter((count) => choiceOf(count) === choice);
    const own = new Map(alike.map((count) => [count.asked.grade, count]));
    const each = [...own.values()].map(({ asked: { grade }, all, sure, most }) => ({
      grade,
      sure,
      share: all === 0 ? undefined : formatPercent(divideDecimals(whole(sure), whole(all), 3)),
      open: most - sure,
    }));
    return { of: first.asked.of, all: first.all, counts: each };
  });
}

/** Titles of rows as they are indented. */
function* eachName({ indicators, bonusIndicators }: Score): Generator<string> {
  const rest = [...indicators, ...bonusIndicators].map((score) => ({ score, depth: 0 }));
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { score, depth } = next;
    yield `${' '.repeat(depth * 2)}${score.indicator.code} ${score.indicator.name}`;
    rest.push(...score.children.map((child) => ({ score: child, depth: depth + 1 })));
  }
}
