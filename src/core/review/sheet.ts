/** The score sheet (打分表) that goes to inspectors as a workbook and comes back filled in. */
import { parseDate } from '../dates/parse-date.js';
import { saysNone } from '../scoring/answers.js';
import { typedTruth } from '../scoring/typed-answer.js';
import {
  compareDecimals,
  formatDecimal,
  isNegative,
  parseDecimal,
  type Decimal,
} from '../system/decimal.js';
import { typed } from '../system/meant.js';
import { cellName, dayOfSerial, textOf, type Cell, type Grid } from '../workbook/grid.js';
import {
  byCell,
  readSheet,
  type SheetFault,
  type SheetLine,
  type SheetProblem,
} from '../workbook/read-sheet.js';
import type { SheetHead } from '../workbook/record.js';
import type { Written, WrittenMap } from '../yaml-file/node.js';
import type { ReviewForm, ReviewedBundle } from './types.js';

export const REVIEW_SHEET = 'dangan/review-sheet@1';
export const REVIEW_FORMAT = 'dangan/review@1';

export const SHEET_FIXED = ['code', 'above', 'name', 'full', 'methods', 'standard'] as const;
export const SHEET_FIELDS = ['given', 'remark', 'rectify'] as const;
export type ReviewFixed = (typeof SHEET_FIXED)[number];
export type ReviewField = (typeof SHEET_FIELDS)[number];
/** What an inspector says of the whole, on a sheet of its own. */
export const ABOUT = ['by', 'lead', 'on', 'note'] as const;
export type AboutKey = (typeof ABOUT)[number];

export interface ReviewHead extends SheetHead<ReviewFixed, ReviewField> {
  readonly sha256: string | undefined;
  readonly bundle: ReviewedBundle | undefined;
  /** Name of the other sheet, and the words in its first column. */
  readonly about: { readonly sheet: string } & Readonly<Record<AboutKey, string>>;
}

/** Of a veto's row; an indicator's is its path of codes. */
export function vetoRow(code: string): string {
  return `veto:${code}`;
}

export type ReviewCellFault =
  | { readonly wrong: 'given'; readonly found: string; readonly grades: readonly string[] }
  | { readonly wrong: 'beyond'; readonly found: string; readonly max: string }
  | { readonly wrong: 'occurred' | 'lead' | 'day'; readonly found: string }
  | { readonly wrong: 'error'; readonly found: string };
export type ReviewSheetProblem = SheetProblem<SheetFault | ReviewCellFault>;

export interface ReviewSheet {
  readonly head: ReviewHead;
  /** As a review is written, but for who and when where the sheet does not tell. */
  readonly written: WrittenMap;
  readonly problems: readonly ReviewSheetProblem[];
  /** Cells of rows that have no id, and were not read: somebody has added them up. */
  readonly left: readonly string[];
  /** Headers of columns that are not ours; what they hold is not read. */
  readonly others: readonly string[];
}

/** @returns why it is none of ours, as `readSheet` does. */
export function readReviewSheet(
  grids: readonly Grid[],
  form: ReviewForm,
): ReviewSheet | Extract<ReturnType<typeof readSheet>, string> {
  const reading = readSheet<ReviewHead>(grids, REVIEW_SHEET);
  if (typeof reading === 'string') return reading;
  const { head } = reading.record;
  const isLeft = ({ fault }: SheetProblem) => fault.wrong === 'id-missing';
  const [marks, vetoes]: [Written[], Written[]] = [[], []];
  const found: ReviewSheetProblem[] = reading.problems.filter((each) => !isLeft(each));
  for (const line of reading.lines) {
    const { id, fixed } = line.recorded;
    const isVeto = id.startsWith(vetoRow(''));
    const { faults, said } = readLine(line, isVeto, form);
    for (const { key, fault } of faults)
      found.push({ sheet: reading.sheet, cell: line.nameOf(key), fault });
    if (!said) continue;
    if (isVeto)
      vetoes.push({ veto: id.slice(vetoRow('').length), text: fixed.name ?? '', ...said });
    else marks.push({ indicator: id, name: fixed.name ?? '', ...said });
  }
  const about = aboutIn(grids, head);
  return {
    head,
    written: { ...about.written, marks, vetoes },
    problems: [...found.sort(byCell), ...about.problems],
    left: reading.problems.filter(isLeft).map(({ cell }) => cell),
    others: reading.others,
  };
}

interface LineRead {
  readonly faults: readonly {
    readonly key: ReviewField;
    readonly fault: SheetFault | ReviewCellFault;
  }[];
  /** `undefined` where nothing is. */
  readonly said: WrittenMap | undefined;
}

/** Judged by what the sheet itself says that the item is worth: codes may have shifted since. */
function readLine(line: SheetLine<ReviewHead>, isVeto: boolean, form: ReviewForm): LineRead {
  const unread = SHEET_FIELDS.flatMap((key): LineRead['faults'] => {
    const cell = line.cellOf(key);
    if (cell?.is === 'error') return [{ key, fault: { wrong: 'error', found: cell.text } }];
    return cell?.is === 'formula' ? [{ key, fault: { wrong: 'formula', column: key } }] : [];
  });
  const [given = '', remark = '', rectify = ''] = SHEET_FIELDS.map((key) =>
    textOf(line.cellOf(key)),
  );
  const words = present({ remark, rectify: isVeto ? '' : rectify });
  if (given === '') {
    return { faults: unread, said: Object.keys(words).length > 0 ? words : undefined };
  }
  const full = parseDecimal(line.recorded.fixed.full ?? '');
  const answer = isVeto ? occurredIn(given) : givenIn(line.cellOf('given'), given, full, form);
  if ('wrong' in answer)
    return { faults: [...unread, { key: 'given', fault: answer }], said: words };
  return { faults: unread, said: { ...answer, ...words } };
}

function occurredIn(text: string): { occurred: string } | ReviewCellFault {
  const truth = saysNone(text) ? false : typedTruth(text);
  return truth === undefined ? { wrong: 'occurred', found: text } : { occurred: String(truth) };
}

function givenIn(
  cell: Cell | undefined,
  text: string,
  full: Decimal | undefined,
  { grades }: ReviewForm,
): { points: string } | { grade: string } | ReviewCellFault {
  const grade = grades.find((each) => typed(each) === typed(text));
  if (grade !== undefined) return { grade };
  if (full && /^满分?$/u.test(text)) return { points: formatDecimal(full) };
  const points = parseDecimal(cell?.is === 'number' ? String(cell.value) : plainNumber(text));
  if (!points) return { wrong: 'given', found: text, grades };
  if (full && (isNegative(points) || compareDecimals(points, full) > 0))
    return { wrong: 'beyond', found: formatDecimal(points), max: formatDecimal(full) };
  return { points: formatDecimal(points) };
}

/** `３．５分` is 3.5. */
function plainNumber(text: string): string {
  return text.normalize('NFKC').replaceAll('。', '.').replace(/分$/u, '').trim();
}

interface About {
  readonly written: WrittenMap;
  readonly problems: readonly ReviewSheetProblem[];
}

/** What stands beside the words of the first column. */
function aboutIn(grids: readonly Grid[], { about }: ReviewHead): About {
  const rows = grids.find(({ name }) => name === about.sheet)?.rows ?? [];
  const problems: ReviewSheetProblem[] = [];
  const at = (key: AboutKey) => {
    const row = rows.findIndex(([label]) => textOf(label) === about[key]);
    const cell = rows[row]?.[1];
    const tell = (wrong: 'lead' | 'day', found: string) =>
      problems.push({ sheet: about.sheet, cell: cellName(row, 1), fault: { wrong, found } });
    return { cell, text: textOf(cell), tell };
  };
  const [on, lead] = [at('on'), at('lead')];
  const serial = on.cell?.is === 'number' ? dayOfSerial(on.cell.value) : undefined;
  const day = parseDate(serial ?? on.text);
  if (on.text !== '' && (!day || day.from !== day.to)) on.tell('day', on.text);
  const isLead = LEAD.test(lead.text) ? true : typedTruth(lead.text);
  if (lead.text !== '' && isLead === undefined && !saysNone(lead.text))
    lead.tell('lead', lead.text);
  const words = { by: at('by').text, on: day?.from ?? '', note: at('note').text };
  return {
    written: { ...present(words), ...(isLead === true ? { lead: 'true' } : {}) },
    problems,
  };
}

const LEAD = /^(?:√|✓|✔|☑|对|组长|lead|y)$/iu;

function present(values: Readonly<Record<string, string>>): WrittenMap {
  return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''));
}
