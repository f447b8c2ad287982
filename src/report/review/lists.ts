/** The score sheet on paper, and what is to be mended after a review: a list for each department. */
import { sheetNames } from '../../core/catalogue/sheet-name.js';
import type { PrintedColumn, PrintedList } from '../../core/catalogue/printed.js';
import type { ReviewForm } from '../../core/review/form.js';
import type { Rectification, ToMend } from '../../core/review/rectify.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Day } from '../../core/system/types.js';
import type { Messages } from '../../messages/index.js';
import { oneLine } from '../status-parts.js';
import type { SheetSubject } from './book.js';
import { itemWords, type ItemWords } from './items.js';
import { givenWords, saidWords } from './words.js';

/** In millimetres; together as wide as A4 lying down has room for. */
const PAPER_COLUMNS = [
  ['code', 18, 'left'],
  ['name', 50, 'left'],
  ['full', 14, 'center'],
  ['methods', 24, 'left'],
  ['standard', 71, 'left'],
  ['given', 18, 'center'],
  ['remark', 62, 'left'],
] as const;

/** To be written on; what is written on paper comes back on paper. */
export function paperSheet(
  { form, items, unit, bundle }: SheetSubject,
  say: Messages,
): PrintedList {
  const { review: words } = say;
  const cells = [
    ...items.map((item) => itemWords(item, form.system, say)),
    ...form.vetoes.map(({ code, text }) => vetoCells(code, text, words.veto)),
  ].map((each) => ({ ...each, given: '', remark: '' }));
  // What nothing is known of leaves its room to the standard.
  const unknown = PAPER_COLUMNS.filter(
    ([key]) => (key === 'full' || key === 'methods') && cells.every((each) => each[key] === ''),
  );
  const room = unknown.reduce((sum, [, millimetres]) => sum + millimetres, 0);
  const columns = PAPER_COLUMNS.filter((column) => !unknown.includes(column));
  return {
    name: words.sheet.data,
    title: words.sheet.data,
    heading: words.heading({ unit }),
    about: [
      words.paper.system({ title: form.system.title }),
      ...(bundle ? [words.paper.bundle({ name: bundle.name, date: bundle.date ?? '' })] : []),
      words.paper.signed,
    ].map(oneLine),
    columns: columns.map(([key, millimetres, align]): PrintedColumn => ({
      ...{ key, millimetres: millimetres + (key === 'standard' ? room : 0), align },
      header: words.columns[key],
    })),
    rows: cells.map((each) => columns.map(([key]) => each[key])),
    landscape: true,
  };
}

function vetoCells(code: string, name: string, full: string): ItemWords {
  return { code, name, full, above: '', methods: '', standard: '' };
}

const MEND_COLUMNS = [
  ['number', 12, 'center'],
  ['indicator', 48, 'left'],
  ['full', 14, 'center'],
  ['given', 18, 'center'],
  ['lost', 14, 'center'],
  ['remark', 60, 'left'],
  ['rectify', 47, 'left'],
  ['done', 44, 'left'],
] as const;

export interface RectifyHead {
  /** More than one inspector has looked. */
  readonly isSeveral: boolean;
  readonly unit: string;
  readonly today: Day;
  /** By which everything is to be mended; `undefined` where nobody says. */
  readonly due: Day | undefined;
}

/** In the order of the departments. */
export function rectifyLists(
  all: readonly Rectification[],
  form: ReviewForm,
  { unit, today, due, isSeveral }: RectifyHead,
  say: Messages,
): readonly PrintedList[] {
  const { review: words } = say;
  const titles = all.map(({ owner }) => oneLine(owner ?? say.notice.nobody));
  const names = sheetNames(titles, words.rectify.heading);
  return all.map((each, at) => ({
    name: names[at] ?? '',
    title: titles[at] ?? '',
    heading: words.rectify.heading,
    about: [
      unit === '' ? '' : say.notice.about.unit({ unit }),
      say.notice.about.system({ title: form.system.title }),
      say.notice.about.owner({ owner: titles[at] ?? '' }),
      words.rectify.count({ today, count: each.items.length, lost: formatDecimal(each.lost) }),
      due === undefined ? '' : words.rectify.dueLine({ due }),
    ]
      .filter((line) => line !== '')
      .map(oneLine),
    columns: MEND_COLUMNS.map(([key, millimetres, align]): PrintedColumn => ({
      ...{ key, millimetres, align },
      header: words.rectify.columns[key],
    })),
    rows: each.items.map((item, row) => mendRow(item, row + 1, { form, isSeveral }, say)),
    landscape: true,
  }));
}

function mendRow(
  each: ToMend,
  number: number,
  { form, isSeveral }: { readonly form: ReviewForm; readonly isSeveral: boolean },
  say: Messages,
): readonly (string | number)[] {
  const { review: words } = say;
  const cells = {
    number,
    indicator: oneLine(
      each.of.is === 'veto'
        ? `${each.of.veto.code} ${each.of.veto.text}`
        : `${itemWords(each.of.item, form.system, say).code} ${each.of.item.indicator.name}`,
    ),
    full:
      each.of.is === 'veto'
        ? words.veto
        : each.of.item.full
          ? formatDecimal(each.of.item.full)
          : '',
    given: givenWords(each, say),
    lost: each.lost ? formatDecimal(each.lost) : '',
    remark: saidWords(each.remarks, isSeveral, say),
    rectify: saidWords(each.rectify, isSeveral, say),
    done: '',
  };
  return MEND_COLUMNS.map(([key]) => cells[key]);
}
