/** The score sheet on paper, and what is to be mended after a review: a list for each department. */
import { sheetNames } from '../../core/catalogue/sheet-name.js';
import type { Coverage } from '../../core/coverage/types.js';
import type { PrintedColumn, PrintedList } from '../../core/catalogue/printed.js';
import type { ReviewForm, ReviewItem } from '../../core/review/types.js';
import type { OwnToMend, Rectification } from '../../core/review/rectify.js';
import { TO_DO } from '../../core/status/status.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Day } from '../../core/system/types.js';
import { isAtOrBelow } from '../../core/system/walk.js';
import type { Messages } from '../../messages/index.js';
import { oneLine } from '../status/parts.js';
import { ratioOf } from '../status/text.js';
import type { SheetSubject } from './book.js';
import { itemWords, type ItemWords } from './items.js';
import { givenWords, saidWords } from './words.js';

/** In millimetres; together as wide as A4 lying down has room for. */
const PAPER_COLUMNS = [
  ['code', 18, 'left'],
  ['name', 50, 'left'],
  ['full', 14, 'center'],
  ['methods', 24, 'left'],
  ['standard', 63, 'left'],
  ['given', 16, 'center'],
  ['remark', 40, 'left'],
  ['rectify', 32, 'left'],
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
  ].map((each) => ({ ...each, given: '', remark: '', rectify: '' }));
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
  ['indicator', 42, 'left'],
  ['full', 12, 'center'],
  ['given', 16, 'center'],
  ['lost', 12, 'center'],
  ['remark', 46, 'left'],
  ['rectify', 42, 'left'],
  ['now', 36, 'left'],
  ['done', 39, 'left'],
] as const;

export interface RectifyHead {
  /** More than one inspector has looked. */
  readonly isSeveral: boolean;
  readonly unit: string;
  readonly today: Day;
  /** By which everything is to be mended; `undefined` where nobody says. */
  readonly due: Day | undefined;
  /** Of the evidence as it is now, which may be better than what inspectors saw. */
  readonly coverage: Coverage;
}

/** In the order of the departments. */
export function rectifyLists(
  all: readonly Rectification[],
  form: ReviewForm,
  { unit, today, due, isSeveral, coverage }: RectifyHead,
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
    rows: each.items.map((item, row) => mendRow(item, row + 1, { form, isSeveral, coverage }, say)),
    landscape: true,
  }));
}

type Mended = Pick<RectifyHead, 'isSeveral' | 'coverage'> & { readonly form: ReviewForm };

function mendRow(
  each: OwnToMend,
  number: number,
  { form, isSeveral, coverage }: Mended,
  say: Messages,
): readonly (string | number)[] {
  const { review: words } = say;
  const cells = {
    number,
    indicator: oneLine(indicatorWords(each, form, say)),
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
    now: each.of.is === 'veto' ? '' : nowWords(each.of.item, coverage, say),
    done: '',
  };
  return MEND_COLUMNS.map(([key]) => cells[key]);
}

function indicatorWords({ of, others }: OwnToMend, { system }: ReviewForm, say: Messages): string {
  const words =
    of.is === 'veto'
      ? `${of.veto.code} ${of.veto.text}`
      : `${itemWords(of.item, system, say).code} ${of.item.indicator.name}`;
  return others.length === 0 ? words : words + say.review.rectify.others({ names: others });
}

/** What the item still lacks; empty where the scoring system asks for no evidence. */
function nowWords({ indicator: { id } }: ReviewItem, { leaves }: Coverage, say: Messages): string {
  const { rectify: words } = say.review;
  const below = leaves.filter(({ indicator }) => isAtOrBelow(indicator.id, id));
  const asked = below.flatMap(({ requirements }) => requirements);
  const lacking = asked.filter(({ state }) => TO_DO.has(state));
  if (lacking.length === 0) return asked.length === 0 ? '' : words.complete;
  const each = lacking.map((one) =>
    words.lacking({
      state: say.status.state[one.state],
      title: oneLine(one.requirement.title),
      ratio: ratioOf(one, say),
    }),
  );
  return each.join(say.status.pause);
}
