/** What an import would change, what it refuses and what it leaves alone, for a terminal. */
import { nameOf } from '../../core/archive/paths.js';
import { groupBy } from '../../core/group.js';
import { headerOf, type ValueContext } from '../../core/ledger/cell-values.js';
import {
  shownIn,
  type Conflict,
  type RowChange,
  type SheetMerge,
} from '../../core/ledger/merge.js';
import type { LedgerProblem, LedgerReading } from '../../core/ledger/sheet-reading.js';
import type { FieldKey } from '../../core/ledger/sheet-fields.js';
import type { SheetRow } from '../../core/ledger/sheet.js';
import type { Messages } from '../../messages/index.js';
import { columns, padded } from '../columns.js';
import { printable } from '../printable.js';
import type { TextStyle } from '../text-style.js';
import { textWidth } from '../text-width.js';
import { wrap } from '../wrap.js';

export interface ImportReport {
  /** Of the workbook, as it is shown. */
  readonly path: string;
  readonly reading: LedgerReading;
  readonly merge: SheetMerge;
  /** Everything that keeps anything from being written. */
  readonly problems: readonly LedgerProblem[];
  readonly ledgers: number;
  /** Id of the journal entry; `undefined` when nothing has been written. */
  readonly entry: string | undefined;
  /** What to type to have it written. */
  readonly command: string;
  /** What to type to see what would change if the sheet counted whole. */
  readonly toAdopt: string;
  readonly context: ValueContext;
}

/** Evidence, and cells with a problem, that are listed. */
const FEW = 40;

export function importText(report: ImportReport, all: boolean, style: TextStyle): string {
  const most = all ? Infinity : FEW;
  const blocks =
    report.problems.length > 0
      ? [problemsText(report, most, style)]
      : [
          headText(report, style),
          ...changesText(report, most, style),
          staleText(report, most, style),
          goneText(report, most, style),
          differingText(report, most, style),
          endText(report, style),
        ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Words for one problem. */
export function problemWords(
  { fault }: LedgerProblem,
  { ledgerSheet: { problem } }: Messages,
): string {
  return (problem[fault.wrong] as (d: LedgerProblem['fault']) => string)(fault);
}

/** What an import says besides its result: rows and columns that it did not use. */
export function importNotes({ reading, merge }: ImportReport, say: Messages): readonly string[] {
  const words = say.ledgerSheet.import;
  const { removed, others } = reading;
  const [first] = removed;
  return [
    ...(first ? [words.removed({ count: removed.length, first: nameOf(first.id) })] : []),
    ...(others.length > 0 ? [words.others({ headers: others })] : []),
    ...merge.absent
      .slice(0, 1)
      .map(({ id }) => words.absent({ count: merge.absent.length, first: id })),
    ...(merge.followed > 0 ? [words.followed({ count: merge.followed })] : []),
  ].map((line) => printable(line));
}

function headText({ path, reading, merge, ledgers, entry }: ImportReport, style: TextStyle) {
  const { say, paint } = style;
  const cells = merge.changes.reduce((sum, { fields }) => sum + fields.length, 0);
  const facts = { path, rows: reading.lines.length, files: merge.changes.length, cells, ledgers };
  const head = say.ledgerSheet.import.head({ ...facts, written: entry !== undefined });
  return entry === undefined ? paint.bold(head) : paint.green(head);
}

function changesText(report: ImportReport, most: number, style: TextStyle): string[] {
  const { say, paint } = style;
  const { merge, context } = report;
  const shown = merge.changes.slice(0, most);
  const blocks = byFolder(shown).map((rows) => {
    const folder = printable(rows[0]?.row.folder ?? '');
    return [paint.bold(folder), ...rows.flatMap((each) => rowText(each, context, style))].join(
      '\n',
    );
  });
  const rest = merge.changes.length - shown.length;
  return rest > 0 ? [...blocks, say.ledgerSheet.import.more({ count: rest })] : blocks;
}

/** Changes of one folder come one after another, as rows of a sheet may not. */
function byFolder(changes: readonly RowChange[]): RowChange[][] {
  return [...groupBy(changes, ({ row }) => row.folder).values()];
}

function rowText({ row, fields }: RowChange, context: ValueContext, style: TextStyle): string[] {
  const { say, paint } = style;
  const lines = fields.map(({ key, from, to, cell }): [string, string] => {
    const show = (value: string) => shortened(shownIn(row, key, value, context));
    const change = say.ledgerSheet.import.change({ from: show(from), to: show(to) });
    return [headerIn(key, say), `${change}  ${paint.dim(cell)}`];
  });
  const below = columns(lines, { width: style.columns - 4 });
  return [`  ${nameIn(row)}`, ...below.map((line) => `  ${line}`)];
}

/** The three values of a field below each other. */
function conflictText(
  row: SheetRow,
  { key, cell, exported, sheet, now }: Conflict,
  context: ValueContext,
  { say, paint }: TextStyle,
): string[] {
  const words = say.ledgerSheet.import;
  const show = (value: string) => words.value(shortened(shownIn(row, key, value, context)));
  const values: readonly [string, string][] = [
    [words.exported, show(exported)],
    [words.inSheet, show(sheet)],
    [words.inLedger, show(now)],
  ];
  return [
    `    ${headerIn(key, say)}  ${paint.dim(cell)}`,
    ...columns(values).map((line) => `    ${line}`),
  ];
}

/** Notes may be long: how they begin tells which they are. */
function shortened(text: string): string {
  const line = printable(text.replaceAll('\n', ' '));
  return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}

function headerIn(key: FieldKey, say: Messages): string {
  return headerOf(key, say.ledgerSheet);
}

function nameIn({ file, fixed }: SheetRow): string {
  return printable(file ?? (fixed.title === '' ? fixed.link : fixed.title));
}

function problemsText({ problems }: ImportReport, most: number, style: TextStyle): string {
  const { say, paint } = style;
  const words = say.ledgerSheet.import;
  const rows = problems
    .slice(0, most)
    .map((each): [string, string] => [placeIn(each), printable(problemWords(each, say))]);
  const width = Math.max(...rows.map(([place]) => textWidth(place)));
  const rest = problems.length - rows.length;
  return [
    paint.red(words.problems({ count: problems.length })),
    ...rows.flatMap(([place, text]) =>
      wrap(text, Math.max(20, style.columns - width - 4)).map(
        (line, at) => `  ${paint.bold(padded(at === 0 ? place : '', width))}  ${line}`,
      ),
    ),
    ...(rest > 0 ? [`  ${words.moreProblems({ count: rest })}`] : []),
  ].join('\n');
}

/** The cell, and its header where the words do not tell it. */
function placeIn({ cell, fault }: LedgerProblem): string {
  const isValue =
    'column' in fault && !['column-missing', 'column-twice', 'needs'].includes(fault.wrong);
  return isValue ? `${cell} ${printable(fault.column)}` : cell;
}

function staleText({ merge, context }: ImportReport, most: number, style: TextStyle): string {
  const { say, paint } = style;
  const words = say.ledgerSheet.import;
  if (merge.stale.length === 0) return '';
  const rest = merge.stale.length - most;
  return [
    ...wrap(words.stale({ count: merge.stale.length }), style.columns).map(paint.yellow),
    ...merge.stale
      .slice(0, most)
      .flatMap(({ row, conflicts }) => [
        `  ${printable(row.folder)}/${nameIn(row)}`,
        ...conflicts.flatMap((each) => conflictText(row, each, context, style)),
      ]),
    ...(rest > 0 ? [`  ${words.more({ count: rest })}`] : []),
  ].join('\n');
}

function goneText({ merge }: ImportReport, most: number, { say, paint }: TextStyle): string {
  const words = say.ledgerSheet.import;
  if (merge.gone.length === 0) return '';
  const rest = merge.gone.length - most;
  return [
    paint.yellow(words.gone({ count: merge.gone.length })),
    ...columns(
      merge.gone.slice(0, most).map(({ recorded, cell }) => [cell, printable(recorded.id)]),
    ),
    ...(rest > 0 ? [`  ${words.more({ count: rest })}`] : []),
  ].join('\n');
}

/** What came in with a sheet and was not changed in it: of another copy of the archive, that is all that counts. */
function differingText(report: ImportReport, most: number, style: TextStyle): string {
  const { say, paint } = style;
  const { merge, context, toAdopt } = report;
  const words = say.ledgerSheet.import;
  if (merge.differing.length === 0) return '';
  const count = merge.differing.reduce((sum, { differences }) => sum + differences.length, 0);
  const rest = merge.differing.length - most;
  return [
    ...wrap(words.differing({ count, command: toAdopt }), style.columns).map(paint.yellow),
    ...merge.differing.slice(0, most).flatMap(({ row, differences }) => [
      `  ${printable(row.folder)}/${nameIn(row)}`,
      ...differences.map(({ key, cell, sheet, now }) => {
        const show = (value: string) => shortened(shownIn(row, key, value, context));
        const values = words.differs({ sheet: show(sheet), now: show(now) });
        return `    ${headerIn(key, say)}  ${values}  ${paint.dim(cell)}`;
      }),
    ]),
    ...(rest > 0 ? [`  ${words.more({ count: rest })}`] : []),
  ].join('\n');
}

function endText({ merge, ledgers, entry, command }: ImportReport, { say, paint }: TextStyle) {
  const words = say.ledgerSheet.import;
  if (entry !== undefined) return paint.dim(words.written({ ledgers, id: entry }));
  return merge.changes.length === 0 ? '' : words.toWrite({ command });
}
