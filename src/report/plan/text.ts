/** A plan for a person: by folder, old name beside new name; what is left out, and what a person has to do. */
import { nameOf, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import type { KeptOrdinal } from '../../core/change/kept-ordinals.js';
import { countChanges } from '../../core/change/entry.js';
import { folderMoves, folderOrigins, placeOf } from '../../core/change/place-of.js';
import type { Change, RefusedMend } from '../../core/change/types.js';
import { LEDGER } from '../../core/ledger/file.js';
import { beijingDay } from '../../core/dates/beijing-day.js';
import { compareFolders } from '../../core/archive/reading-order.js';
import { groupBy } from '../../core/group.js';
import type { Finding } from '../../core/rules/findings.js';
import type { AnyRuleId } from '../../core/rules/ids.js';
import { compareText } from '../../core/text.js';
import { padded } from '../columns.js';
import { printable } from '../printable.js';
import type { TextStyle } from '../text-style.js';
import { fit, wrap } from '../wrap.js';
import { textWidth } from '../text-width.js';
import { ruleTitle } from '../words.js';

export interface PlanReport {
  readonly changes: readonly Change[];
  readonly refused: readonly RefusedMend[];
  /** Mends that were left out because what they are about is let pass. */
  readonly spared: number;
  /** Findings that the plan does not mend. */
  readonly left: readonly Finding[];
  /** Id of the journal entry; `undefined` when nothing has been done. */
  readonly entry: string | undefined;
  /** What to type to have it done. */
  readonly command?: string;
  /** Papers that keep an ordinal which others had too. */
  readonly kept?: readonly KeptOrdinal[];
}

/** Of each folder so many, of all together so many. */
const FEW = 12;
const ENOUGH = 120;

export function planText(report: PlanReport, all: boolean, style: TextStyle): string {
  const { say, paint } = style;
  const { fix } = say.change;
  const blocks = [
    ...(report.changes.length === 0
      ? [paint.green(fix.nothing)]
      : [...foldersText(report.changes, all, style), rulesText(report.changes, style)]),
    keptText(report.kept ?? [], all, style),
    ...refusedText(report.refused, all, style),
    ...leftText(report.left, style),
    summaryText(report, style),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** By folder, old name beside new name. */
export function foldersText(changes: readonly Change[], all: boolean, style: TextStyle): string[] {
  const groups = byFolder(changes);
  const place = folderMoves(changes);
  const blocks: string[] = [];
  let shown = 0;
  let folders = 0;
  for (const folder of [...groups.keys()].sort(compareFolders)) {
    const group = groups.get(folder) ?? [];
    if (!all && shown >= ENOUGH) break;
    blocks.push(folderText({ folder, group, target: place(folder) }, all, style));
    shown += group.length;
    folders += 1;
  }
  const rest = { changes: changes.length - shown, folders: groups.size - folders };
  if (rest.folders > 0) blocks.push(style.say.change.fix.moreFolders(rest));
  return blocks;
}

function byFolder(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const origin = folderOrigins(changes);
  return groupBy(changes, (change) => {
    const above = parentOf(placeOf(change));
    return change.do === 'create-folder' || change.do === 'file' ? origin(above) : above;
  });
}

interface Group {
  readonly folder: ArchivePath;
  readonly group: readonly Change[];
  /** Where the folder itself will be. */
  readonly target: ArchivePath;
}

function folderText({ folder, group, target }: Group, all: boolean, style: TextStyle): string {
  const some = all || group.length <= FEW + 1 ? group : group.slice(0, FEW);
  const rows = some.map((change) => rowOf(change, target, style));
  const rest = group.length - some.length;
  return [
    // What lies beside the evidence root needs no heading.
    ...(folder === '' ? [] : [style.paint.bold(printable(folder))]),
    ...rowsText(rows, style),
    ...(rest > 0 ? [`  ${style.say.change.fix.moreInFolder({ count: rest })}`] : []),
  ].join('\n');
}

interface Row {
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

function rowOf(change: Change, target: ArchivePath, { say }: TextStyle): Row {
  const { fix } = say.change;
  const before = seen(nameOf(placeOf(change)));
  const why =
    'why' in change ? change.why.map((rule) => ruleTitle(rule, say)).join(say.marks.semicolon) : '';
  switch (change.do) {
    case 'create-folder':
      return { before: `+ ${before}`, after: '', why };
    case 'trash':
      return { before, after: fix.toTrash, why };
    case 'rewrite':
      return { before, after: before === LEDGER ? fix.ledgerFollows : fix.written, why };
    case 'replace': {
      const isRenamed = change.to !== change.path;
      return { before, after: isRenamed ? printable(nameOf(change.to)) : fix.rewritten, why };
    }
    case 'file':
      return { before: printable(change.source), after: before, why };
    case 'move': {
      const { to } = change;
      return { before, after: printable(parentOf(to) === target ? nameOf(to) : to), why };
    }
  }
}

/** A name with the blanks at its ends, and before its extension, made visible. */
function seen(name: string): string {
  return printable(name).replace(/^ +| +$| +(?=\.[^. ]*$)/gu, (blanks) =>
    '␣'.repeat(blanks.length),
  );
}

/** `旧名 → 新名` in two columns; under each other where the terminal is too narrow for a pair. */
function rowsText(rows: readonly Row[], { columns, paint }: TextStyle): string[] {
  const room = columns - 2;
  const fits = (row: Row) => textWidth(row.before) + 3 + textWidth(row.after) <= room;
  const widest = (part: 'before' | 'after') =>
    Math.max(0, ...rows.filter(fits).map((row) => textWidth(row[part])));
  const before = Math.min(widest('before'), Math.max(0, room - 3 - widest('after')));
  const after = widest('after');
  return rows.flatMap((row) => {
    if (!fits(row)) {
      return [`  ${fit(row.before, room)}`, `    → ${paint.green(fit(row.after, room - 4))}`];
    }
    const line =
      row.after === ''
        ? `  ${paint.green(padded(row.before, before))}   `
        : `  ${padded(row.before, before)} → ${paint.green(row.after)}`;
    const width = Math.max(before, textWidth(row.before)) + 3;
    const space = Math.max(after, textWidth(row.after));
    if (row.why === '' || width + space + 2 + textWidth(row.why) > room) return [line.trimEnd()];
    return [`${line}${' '.repeat(space - textWidth(row.after) + 2)}${paint.dim(row.why)}`];
  });
}

/** How many changes each rule asked for, with its title. */
function rulesText(changes: readonly Change[], { say, paint }: TextStyle): string {
  const counts = new Map<AnyRuleId, number>();
  for (const change of changes) {
    if (!('why' in change)) continue;
    for (const rule of change.why) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts.size === 0
    ? ''
    : [paint.bold(say.change.fix.byRule), ...tally(counts, say)].join('\n');
}

function tally(
  counts: ReadonlyMap<AnyRuleId, number>,
  say: TextStyle['say'],
  shown = (count: number) => String(count),
): string[] {
  const rows = [...counts].sort(([a], [b]) => compareText(a, b));
  const number = Math.max(...rows.map(([, count]) => textWidth(shown(count))));
  const width = Math.max(...rows.map(([rule]) => textWidth(rule)));
  return rows.map(([rule, count]) => {
    const text = shown(count);
    const gap = ' '.repeat(number - textWidth(text));
    return `  ${gap}${text}  ${padded(rule, width)}  ${ruleTitle(rule, say)}`;
  });
}

/** Of several papers with one ordinal, the one that keeps it, and why that one. */
function keptText(kept: readonly KeptOrdinal[], all: boolean, style: TextStyle): string {
  const { say, paint, columns } = style;
  const { fix } = say.change;
  if (kept.length === 0) return '';
  const some = all || kept.length <= FEW + 1 ? kept : kept.slice(0, FEW);
  const rows = some.flatMap(({ path, since }) => {
    const why =
      since === undefined ? fix.keptByName : fix.keptFirst({ day: beijingDay(since * 1000) });
    const name = printable(nameOf(path));
    return 4 + textWidth(name) + textWidth(why) <= columns
      ? [`  ${name}  ${paint.dim(why)}`]
      : [`  ${fit(name, columns - 2)}`, `    ${paint.dim(fit(why, columns - 4))}`];
  });
  const rest = kept.length - some.length;
  const more = rest > 0 ? [`  ${fix.moreInFolder({ count: rest })}`] : [];
  return [paint.bold(fix.keptHead), ...rows, ...more].join('\n');
}

function refusedText(
  refused: readonly RefusedMend[],
  all: boolean,
  { say, paint, columns }: TextStyle,
): string[] {
  const { fix } = say.change;
  const known = refused.filter(({ because }) => because !== 'needs-unsafe');
  if (known.length === 0) return [];
  const some = all || known.length <= FEW + 1 ? known : known.slice(0, FEW);
  const rows = some.flatMap(({ path, to, because, by }) => [
    `  ${fit(printable(path), columns - 2)}`,
    `    → ${printable(nameOf(to))}`,
    `      ${paint.yellow(fix.refused[because]({ by: printable(nameOf(by ?? '')) }))}`,
  ]);
  const rest = known.length - some.length;
  const more = rest > 0 ? [`  ${fix.moreInFolder({ count: rest })}`] : [];
  return [[paint.bold(fix.refusedHead), ...rows, ...more].join('\n')];
}

function leftText(left: readonly Finding[], { say, paint }: TextStyle): string[] {
  if (left.length === 0) return [];
  const counts = new Map<AnyRuleId, number>();
  for (const { rule } of left) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const { leftHead, leftCount } = say.change.fix;
  const rows = tally(counts, say, (count) => leftCount({ count }));
  return [[paint.bold(leftHead), ...rows].join('\n')];
}

function summaryText(report: PlanReport, { say, paint, columns }: TextStyle): string {
  const { fix } = say.change;
  const { changes, refused, spared, left, entry, command = 'dangan fix --write' } = report;
  const counts = countChanges(changes);
  const unsafe = refused.filter(({ because }) => because === 'needs-unsafe').length;
  const head =
    entry === undefined
      ? paint.bold(fix.planned(counts))
      : paint.green(fix.done({ ...counts, id: entry }));
  const next = [
    ...(changes.length === 0
      ? []
      : [entry === undefined ? fix.next.write({ command }) : fix.next.undo]),
    ...(unsafe > 0 ? [fix.next.unsafe({ count: unsafe })] : []),
    ...(spared > 0 ? [fix.next.spared({ count: spared })] : []),
    ...(left.length > 0 ? [fix.next.check] : []),
  ];
  return [
    ...(changes.length === 0 ? [] : [head]),
    ...next.flatMap((text) => wrap(text, columns - 2).map((line) => `  ${line}`)),
  ].join('\n');
}
