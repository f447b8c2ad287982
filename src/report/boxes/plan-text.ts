/** Which volumes go into which box, for people. */
import type { BoxSettings } from '../../core/archive/settings.js';
import { thicknessOf, type Box, type BoxContent } from '../../core/catalogue/boxes.js';
import type { Messages } from '../../messages/index.js';
import { printable } from '../printable.js';
import { columns } from '../columns.js';
import { wrap, wrapItems } from '../wrap.js';

interface View {
  readonly say: Messages;
  readonly width: number;
  readonly bold: (text: string) => string;
}

export function planText(boxes: readonly Box[], rules: BoxSettings, view: View): string {
  const { say } = view;
  if (boxes.length === 0) return `${say.boxes.plan.nothing}\n`;
  const parts = boxes.map((box) => boxText(box, rules, view));
  const total = wrapItems(say.boxes.plan.total(totalOf(boxes)).split(/(?<=，|, )/), view.width);
  return `${total.join('\n')}\n\n${parts.join('\n')}`;
}

function totalOf(boxes: readonly Box[]) {
  const sum = (of: (box: Box) => number) => boxes.reduce((total, box) => total + of(box), 0);
  const counts = new Map<number, number>();
  for (const { width } of boxes) counts.set(width, (counts.get(width) ?? 0) + 1);
  return {
    boxes: boxes.length,
    widths: [...counts].sort(([a], [b]) => a - b),
    files: sum(({ contents }) => contents.flatMap(({ rows }) => rows).length),
    pages: sum(({ pages }) => pages),
    uncounted: sum(({ uncounted }) => uncounted),
    sheets: sum(({ sheets }) => sheets),
  };
}

function boxText(box: Box, rules: BoxSettings, { say, width, bold }: View): string {
  const { number, sheets } = box;
  const thickness = thicknessOf(sheets, rules);
  const head = bold(say.boxes.plan.box({ number, width: box.width, sheets, thickness }));
  const rows = box.contents.map((each) => [contentName(each), contentWords(each, say)] as const);
  const lines = [
    head,
    // A name that is longer than a line goes on below itself.
    ...columns(rows, { width }).flatMap((line) =>
      wrap(line.slice(2), width - 2).map((each) => `  ${each}`),
    ),
    ...(box.overfull ? [`  ${say.boxes.note.overfull}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function contentName({ volume: { indicator, title } }: BoxContent): string {
  return printable(indicator ? `${indicator.code} ${title}` : title);
}

function contentWords({ rows, piece, pieces }: BoxContent, { boxes: { plan } }: Messages): string {
  const pages = rows.reduce((sum, row) => sum + (row.pages ?? 0), 0);
  const numbers = [rows.at(0)?.number, rows.at(-1)?.number];
  const [from = 0, to = 0] = numbers;
  const uncounted = rows.filter((row) => row.pages === undefined).length;
  const files = plan.files({ count: rows.length, pages, uncounted });
  return pieces === 1 ? files : `${files}${plan.piece({ from, to, piece, pieces })}`;
}
