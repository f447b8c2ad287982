/** What is let pass, as a table and as a document. */
import type { Day } from '../../core/system/types.js';
import type { Waiver } from '../../core/waivers/types.js';
import { padded } from '../columns.js';
import { printable } from '../printable.js';
import { textWidth } from '../text-width.js';
import type { TextStyle } from '../text-style.js';
import { fit, wrap } from '../wrap.js';

export interface WaiveList {
  readonly today: Day;
  /** Each with how many findings it is about. */
  readonly waivers: readonly { readonly waiver: Waiver; readonly count: number }[];
  /** Entries that are wrong. */
  readonly problems: number;
  /** Findings that the baseline counts. */
  readonly baseline: number;
}

/** One document, `dangan/waive-list@1`; see schemas/waive-list.schema.json. */
export function waiveListJson({ today, waivers, problems, baseline }: WaiveList): string {
  const rows = waivers.map(({ waiver, count }) => ({
    rule: waiver.rule,
    indicator: waiver.indicator ?? null,
    title: waiver.title ?? null,
    reason: waiver.reason,
    owner: waiver.owner,
    until: waiver.until,
    since: waiver.since ?? null,
    line: waiver.at.line,
    over: today > waiver.until,
    findings: count,
  }));
  const schema = 'dangan/waive-list@1';
  const document = { schema, ok: true, today, waivers: rows, problems, baseline };
  return `${JSON.stringify(document, null, 2)}\n`;
}

export function waiveListText(list: WaiveList, style: TextStyle): string {
  const { waivers, problems, baseline } = list;
  const { say, paint } = style;
  const words = say.waive.list;
  const lines =
    waivers.length === 0
      ? [words.none]
      : [paint.bold(words.head({ count: waivers.length })), ...rowsText(list, style)];
  return [
    ...lines,
    ...(problems > 0 ? [paint.yellow(words.problems({ count: problems }))] : []),
    ...(baseline > 0 ? [words.baseline({ count: baseline })] : []),
    '',
  ].join('\n');
}

/** What, until when, who, how many; and below it why. */
function rowsText({ waivers, today }: WaiveList, style: TextStyle): string[] {
  const { say, paint, columns } = style;
  const words = say.waive.list;
  const rows = waivers.map(({ waiver, count }) => {
    const { rule, indicator, title, owner, until } = waiver;
    const what = [rule, indicator, title?.split('\n').join(' ')];
    const isOver = today > until;
    const days = daysBetween(today, until);
    return {
      cells: [what.filter((part) => part !== undefined).join(' '), until, owner].map(printable),
      left: isOver ? paint.yellow(words.over) : words.holds({ days }),
      covers: count === 0 ? paint.yellow(words.covers({ count })) : words.covers({ count }),
      reason: printable(waiver.reason),
    };
  });
  const room = Math.max(20, columns - 48);
  const widths = [0, 1, 2].map((at) =>
    Math.min(room, Math.max(...rows.map(({ cells }) => textWidth(cells[at] ?? '')))),
  );
  return rows.flatMap(({ cells, left, covers, reason }) => [
    `  ${cells.map((cell, at) => padded(fit(cell, widths[at] ?? 0), widths[at] ?? 0)).join('  ')}  ${left}  ${covers}`,
    ...wrap(reason, columns - 4).map((line) => `    ${paint.dim(line)}`),
  ]);
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
