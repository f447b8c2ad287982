/** What inspectors gave, together and beside the self score, for a terminal. */
import type { Edition, Review, ReviewForm, ReviewItem } from '../../core/review/types.js';
import { toMend, type ToMend } from '../../core/review/rectify.js';
import { hasOccurred, isBySeveral, type Outcome } from '../../core/review/settle.js';
import type { IndicatorScore, Score } from '../../core/scoring/types.js';
import { addDecimals, formatDecimal, isZero, type Decimal } from '../../core/system/decimal.js';
import { shownCode } from '../../core/system/meant.js';
import { isAtOrBelow } from '../../core/system/walk.js';
import type { Messages } from '../../messages/index.js';
import { printable } from '../printable.js';
import { oneLine } from '../status/parts.js';
import type { TextStyle } from '../text-style.js';
import { textWidth } from '../text-width.js';
import { wrap } from '../wrap.js';
import { editionWords, givenWords, markWords, saidWords } from './words.js';

export interface Shown {
  readonly form: ReviewForm;
  /** Of the scoring system as it is now. */
  readonly edition: Edition;
  readonly reviews: readonly Review[];
  readonly outcome: Outcome;
  /** What the unit reckons for itself. */
  readonly self: Score;
}

export function showText(shown: Shown, style: TextStyle & { readonly all: boolean }): string {
  const { say, paint } = style;
  const { show: words } = say.review;
  if (shown.reviews.length === 0) return `${words.none}\n`;
  const blocks = [
    headLines(shown, style),
    ...(shown.outcome.low.scored ? [tableLines(shown, style)] : []),
    verdictLines(shown, style),
    disputeLines(shown, style),
    mendLines(shown, style),
    remarkLines(shown, style),
    ...(style.all ? [restLines(shown, style)] : []),
    [paint.dim(words.next)],
  ];
  const lines = blocks.filter((block) => block.length > 0).flatMap((block) => [...block, '']);
  return lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join('');
}

function headLines({ reviews, edition }: Shown, { say, paint, columns }: TextStyle): string[] {
  const { show: words, add } = say.review;
  return [
    paint.bold(words.head({ count: reviews.length })),
    ...reviews.flatMap((review) => {
      const { by, lead, on, bundle } = review;
      const other = editionWords(review, edition, say);
      return [
        printable(`  ${add.one({ by, lead, on, bundle: bundle?.name })}`),
        ...(other === ''
          ? []
          : wrap(other, columns - 4).map((line) => `    ${paint.yellow(line)}`)),
      ];
    }),
  ];
}

/** A line for each indicator of the first level, then the total. */
function tableLines({ outcome, self, form }: Shown, { say, paint, columns }: TextStyle): string[] {
  const { show: words } = say.review;
  const { low, high } = outcome;
  // Nothing given is not nothing earned.
  const isOpen = (id: string) =>
    form.items.every(
      ({ indicator }) =>
        !isAtOrBelow(indicator.id, id) || outcome.items.get(indicator)?.agreement === 'open',
    );
  const rows = low.indicators.map((score, at): readonly string[] => [
    `${shownCode(score.indicator, form.system)} ${score.indicator.name}`,
    points(score.atStake),
    earned(self.indicators.find(({ indicator }) => indicator.id === score.indicator.id)),
    isOpen(score.indicator.id)
      ? NOT_GIVEN
      : range(score.earned, high.indicators[at]?.earned ?? score.earned, words),
  ]);
  const bonus =
    form.system.bonus.length === 0
      ? []
      : [[words.bonus, '', earned(self.bonus), range(low.bonus.earned, high.bonus.earned, words)]];
  const total = [
    words.total,
    points(low.total.atStake),
    earned(self.total),
    range(low.total.earned, high.total.earned, words),
  ];
  const { name, full, self: own, given } = words.columns;
  const all = [[name, full, own, given], ...rows, ...bonus, total];
  const widths = [1, 2, 3].map((at) => Math.max(...all.map((row) => textWidth(row[at] ?? ''))));
  const room = columns - widths.reduce((sum, width) => sum + width + 2, 0) - 2;
  const first = Math.min(room, Math.max(...all.map(([text = '']) => textWidth(text))));
  const lines = all.map(([text = '', ...cells]) => {
    const right = cells.map(
      (cell, at) => ' '.repeat(2 + (widths[at] ?? 0) - textWidth(cell)) + cell,
    );
    const [begin = '', ...rest] = wrap(text, first);
    const head = begin + ' '.repeat(Math.max(0, first - textWidth(begin)));
    return [`  ${head}${right.join('')}`, ...rest.map((line) => `  ${line}`)].join('\n');
  });
  const [header = '', ...others] = lines;
  const last = others.pop() ?? '';
  return [paint.dim(header), ...others, paint.bold(last)];
}

const NOT_GIVEN = '—';

function points(value: Decimal): string {
  return isZero(value) ? '' : formatDecimal(value);
}

function earned(score: Pick<IndicatorScore, 'earned'> | undefined): string {
  return score ? formatDecimal(score.earned) : '';
}

function range(low: Decimal, high: Decimal, words: Messages['review']['show']): string {
  return words.of({ low: formatDecimal(low), high: formatDecimal(high) });
}

function verdictLines({ form, outcome }: Shown, { say, paint, columns }: TextStyle): string[] {
  const { show: words } = say.review;
  const open = form.items.filter(
    (item) => item.part === 'indicators' && outcome.items.get(item.indicator)?.agreement === 'open',
  );
  const worth = formatDecimal(addDecimals(open.flatMap(({ full }) => full ?? [])));
  const band = outcome.low.bands.find(({ band: { on }, reached }) => on === 'total' && reached);
  const openVetoes = form.vetoes.filter(
    (veto) => outcome.vetoes.get(veto)?.agreement === 'open' || !outcome.vetoes.has(veto),
  );
  const isSure = open.length + openVetoes.length === 0 && outcome.low === outcome.high;
  const occurred = form.vetoes.filter((veto) => hasOccurred(outcome.vetoes.get(veto)) === true);
  const isOut = occurred.some(({ effect }) => effect === 'disqualify');
  return [
    ...(open.length > 0 ? [words.open({ count: open.length, points: worth })] : []),
    ...(openVetoes.length > 0
      ? wrap(words.openVetoes({ codes: openVetoes.map(({ code }) => code) }), columns)
      : []),
    ...(isOut ? [paint.red(words.disqualified)] : []),
    ...(band && isSure && !isOut ? [words.band({ name: band.band.name })] : []),
    ...(occurred.length > 0
      ? [
          paint.red(words.vetoes),
          ...occurred.map(({ code, text }) => printable(`  ${code} ${text}`)),
        ]
      : []),
  ];
}

function disputeLines({ form, outcome }: Shown, { say, paint, columns }: TextStyle): string[] {
  const { show: words } = say.review;
  const items = form.items.flatMap((item) => {
    const settled = outcome.items.get(item.indicator);
    if (settled?.agreement !== 'disputed') return [];
    const giving = settled.said.filter(({ mark }) => markWords(mark) !== '');
    const each = giving.map(({ review, mark }) =>
      words.each({ by: review.by, given: markWords(mark) }),
    );
    return [{ title: titleOf(item, form), each }];
  });
  const vetoes = form.vetoes.flatMap((veto) => {
    const settled = outcome.vetoes.get(veto);
    if (settled?.agreement !== 'disputed') return [];
    const each = settled.said.flatMap(({ review, mark: { occurred } }) =>
      occurred === undefined
        ? []
        : [words.each({ by: review.by, given: words.isOccurred({ occurred }) })],
    );
    return [{ title: `${veto.code} ${veto.text}`, each }];
  });
  const disputed = [...items, ...vetoes];
  if (disputed.length === 0) return [];
  return [
    ...wrap(words.disputes({ count: disputed.length }), columns).map(paint.yellow),
    ...disputed.flatMap(({ title, each }) =>
      wrap(`${oneLine(title)}  ${oneLine(each.join(say.status.pause))}`, columns - 2).map(
        (line) => `  ${line}`,
      ),
    ),
  ];
}

const FEW = 40;

function mendLines(
  shown: Shown,
  { say, paint, columns, all }: TextStyle & { readonly all: boolean },
): string[] {
  const { form, outcome } = shown;
  const { show: words } = say.review;
  const mend = toMend(form, outcome).filter(({ of }) => of.is === 'item');
  if (mend.length === 0) return [];
  const listed = all ? mend : mend.slice(0, FEW);
  const rest = mend.length - listed.length;
  return [
    paint.bold(words.lost({ count: mend.length })),
    ...listed.flatMap((each) => mendText(each, shown, say, columns)),
    ...(rest > 0 ? [`  ${say.ledgerSheet.import.moreProblems({ count: rest })}`] : []),
  ];
}

function mendText(
  each: ToMend,
  { form, reviews }: Shown,
  say: Messages,
  columns: number,
): string[] {
  const { of, remarks, rectify } = each;
  if (of.is !== 'item') return [];
  const { show: words } = say.review;
  const full = of.item.full ? formatDecimal(of.item.full) : '';
  const given = givenWords(each, say);
  const head = `${titleOf(of.item, form)}${given === '' ? '' : `  ${words.given({ given, full })}`}`;
  const isSeveral = isBySeveral(reviews);
  const parts = [
    saidWords(remarks, isSeveral, say),
    rectify.length === 0 ? '' : words.rectify({ text: saidWords(rectify, isSeveral, say) }),
  ];
  const said = parts.filter((part) => part !== '').join(say.status.pause);
  return [
    ...wrap(printable(head), columns - 2).map((line) => `  ${line}`),
    ...(said === '' ? [] : wrap(printable(said), columns - 4).map((line) => `    ${line}`)),
  ];
}

/** Of items that lost nothing, and of the whole. */
function remarkLines(
  { form, outcome, reviews }: Shown,
  { say, paint, columns }: TextStyle,
): string[] {
  const { show: words } = say.review;
  const told = new Set(
    toMend(form, outcome).flatMap(({ of }) => (of.is === 'item' ? [of.item] : [])),
  );
  const besides = form.items.flatMap((item) => {
    const said = told.has(item) ? [] : (outcome.items.get(item.indicator)?.said ?? []);
    const remarks = said.flatMap(({ review, mark: { remark: text } }) =>
      text === undefined ? [] : [{ by: review.by, text }],
    );
    return remarks.length === 0
      ? []
      : [`${titleOf(item, form)}  ${saidWords(remarks, isBySeveral(reviews), say)}`];
  });
  const notes = reviews.flatMap(({ by, note }) =>
    note === undefined ? [] : [oneLine(words.saidBy({ by, text: note }))],
  );
  const lines = [...besides, ...notes];
  if (lines.length === 0) return [];
  return [
    paint.bold(words.remarks),
    ...lines.flatMap((line) => wrap(line, columns - 2).map((each) => `  ${each}`)),
  ];
}

/** With `--all`: those that lost nothing. */
function restLines({ form, outcome }: Shown, { say, paint, columns }: TextStyle): string[] {
  const { show: words } = say.review;
  const told = new Set(
    toMend(form, outcome).flatMap(({ of }) => (of.is === 'item' ? [of.item] : [])),
  );
  const rest = form.items.filter((item) => !told.has(item));
  if (rest.length === 0) return [];
  return [
    paint.bold(words.rest({ count: rest.length })),
    ...rest.flatMap((item) => {
      const given = (outcome.items.get(item.indicator)?.given ?? []).map(markWords).join('～');
      const full = item.full ? formatDecimal(item.full) : '';
      const points = words.given({ given: given === '' ? NOT_GIVEN : given, full });
      return wrap(`${titleOf(item, form)}  ${points}`, columns - 2).map((line) => `  ${line}`);
    }),
  ];
}

function titleOf({ indicator }: ReviewItem, { system }: ReviewForm): string {
  return oneLine(`${shownCode(indicator, system)} ${indicator.name}`);
}
