/** What reviews that are taken in say, for a terminal. */
import type {
  Edition,
  Review,
  ReviewForm,
  ReviewProblem,
  ReviewRead,
} from '../../core/review/types.js';
import { pointsOfMark } from '../../core/review/settle.js';
import type { ReviewSheet, ReviewSheetProblem } from '../../core/review/sheet.js';
import { addDecimals, formatDecimal } from '../../core/system/decimal.js';
import type { WrittenMap } from '../../core/yaml-file/node.js';
import type { Messages } from '../../messages/index.js';
import { printable } from '../printable.js';
import { oneLine } from '../status/parts.js';
import type { TextStyle } from '../text-style.js';
import { wrap } from '../wrap.js';
import { editionWords } from './words.js';

/** A file, and what it will be in `reviews/`. */
export interface Taken {
  /** As it was named. */
  readonly file: string;
  readonly sheet: ReviewSheet | undefined;
  readonly text: string;
  readonly written: WrittenMap;
  readonly to: string;
  /** The same was taken in before. */
  readonly isThere: boolean;
  readonly read: ReviewRead;
}

/** Nothing is given in it, and nothing said. */
export function isEmpty({ written }: Taken): boolean {
  const { marks = [], vetoes = [], note } = written;
  return [marks, vetoes].every((list) => (list as readonly unknown[]).length === 0) && !note;
}

interface Facts {
  readonly entry: string | undefined;
  /** What to type to have it written; `undefined` where there is nothing to write. */
  readonly command: string | undefined;
  readonly form: ReviewForm;
  readonly edition: Edition;
  /** Something in one of them keeps all from being written. */
  readonly isFaulty: boolean;
}

export function addText(taken: readonly Taken[], facts: Facts, style: TextStyle): string {
  const { say, paint, columns } = style;
  const { add: words } = say.review;
  const blocks = taken.map((each) => takenLines(each, facts, style));
  const end =
    facts.entry !== undefined
      ? [say.add.undo({ id: facts.entry }), words.next]
      : facts.command === undefined
        ? facts.isFaulty && taken.length > 1
          ? wrap(words.nothingWritten, columns)
          : []
        : wrap(words.toWrite({ command: facts.command }), columns);
  const last = end.length === 0 ? [] : ['', ...end.map(paint.dim)];
  return [...blocks.flat(), ...last].map((line) => `${line}\n`).join('');
}

function takenLines(
  each: Taken,
  { entry, form, edition }: Facts,
  { say, paint, columns }: TextStyle,
) {
  const { add: words } = say.review;
  const { review, problems } = each.read;
  const wrapped = (text: string, indent = '  ') =>
    wrap(text, columns - indent.length).map((line) => indent + line);
  const inSheet = sheetProblemLines(each.sheet?.problems ?? [], say);
  if (inSheet.length > 0) {
    return [
      paint.bold(printable(each.file)),
      ...wrapped(words.problems({ count: inSheet.length })).map(paint.red),
      ...inSheet.flatMap((line) => wrapped(line, '    ')),
    ];
  }
  const to = each.isThere
    ? words.same({ path: each.to })
    : words.to({ path: each.to, written: entry !== undefined });
  const other = review ? editionWords(review, edition, say) : '';
  const { left = [], others = [] } = each.sheet ?? {};
  return [
    paint.bold(printable(each.file)),
    ...(review ? factLines(review, form, say).flatMap((line) => wrapped(line)) : []),
    ...(other === '' ? [] : wrapped(other).map(paint.yellow)),
    ...(left.length > 0 ? wrapped(words.left({ cells: left })) : []),
    ...(others.length > 0 ? wrapped(words.others({ headers: others })) : []),
    ...(problems.length > 0
      ? [
          ...wrapped(words.notCounted({ count: problems.length })).map(paint.yellow),
          ...problemLines(problems, say).flatMap((line) => wrapped(line, '    ')),
        ]
      : []),
    ...(isEmpty(each) ? wrapped(words.empty).map(paint.red) : []),
    ...(review && !isEmpty(each) ? wrapped(to) : []).map(
      entry === undefined ? paint.dim : paint.green,
    ),
  ];
}

function factLines(review: Review, form: ReviewForm, { review: { add: words } }: Messages) {
  const { by, lead, on, bundle, marks, vetoes } = review;
  const items = new Map(form.items.map((item) => [item.indicator, item]));
  const given = marks.filter(({ points, grade }) => (points ?? grade) !== undefined);
  const points = given.flatMap((mark) => {
    const item = items.get(mark.indicator);
    return (item && pointsOfMark(mark, item, form)) ?? [];
  });
  const facts = words.facts({
    marks: given.length,
    items: form.items.length,
    points: form.items.some(({ full }) => full) ? formatDecimal(addDecimals(points)) : undefined,
    vetoes: vetoes.filter(({ occurred }) => occurred === true).length,
    remarks: marks.filter(({ remark, rectify }) => (remark ?? rectify) !== undefined).length,
  });
  return [words.one({ by: oneLine(by), lead, on, bundle: bundle?.name }), facts];
}

/** A line each: where, and what. @param isNamed - With the file, where several are told together. */
export function problemLines(
  problems: readonly ReviewProblem[],
  say: Messages,
  isNamed = false,
): string[] {
  return problems.map(({ at, about, ...what }) => {
    const words =
      what.kind === 'yaml'
        ? say.findings['score-entry-invalid/yaml'](what.fault)
        : say.reviewFault(what.fault);
    const told = about === undefined ? words : say.review.add.about({ code: about, words });
    return printable(isNamed ? `${at.file}:${at.line} ${told}` : told);
  });
}

export function sheetProblemLines(
  problems: readonly ReviewSheetProblem[],
  { review: { problem }, ledgerSheet }: Messages,
): string[] {
  const all = { ...ledgerSheet.problem, ...problem };
  return problems.map(({ cell, fault }) => {
    const words = all[fault.wrong] as (d: ReviewSheetProblem['fault']) => string;
    return printable(`${cell} ${words(fault)}`);
  });
}
