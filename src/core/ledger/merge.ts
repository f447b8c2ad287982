/** Three ways: a row as it was exported, as it came back in the sheet, and as the ledgers have it now. */
import type { Archive } from '../archive/types.js';
import { indicatorsByPlace } from '../evidence/references.js';
import type { Indicator } from '../system/types.js';
import { shownCode } from '../system/meant.js';
import { eachIndicator } from '../system/walk.js';
import { foldName } from '../text.js';
import { textOf } from '../workbook/grid.js';
import {
  readCell,
  settleValue,
  showValue,
  type SheetWords,
  type ValueContext,
} from './cell-values.js';
import { fieldOf, type FieldKey } from './sheet-fields.js';
import type { LedgerLine, LedgerProblem, LedgerReading, LedgerRow } from './sheet-reading.js';
import { sheetRows, type SheetRow } from './sheet.js';

interface FieldChange {
  readonly key: FieldKey;
  /** Name of the cell, `B7`. */
  readonly cell: string;
  /** As the ledger has it now; empty where it says nothing. */
  readonly from: string;
  /** Empty where the clerk has cleared the cell. */
  readonly to: string;
}

export interface RowChange {
  readonly row: SheetRow;
  readonly fields: readonly FieldChange[];
}

/** A field that both the clerk and somebody else have changed since the export. */
export interface Conflict {
  readonly key: FieldKey;
  readonly cell: string;
  readonly exported: string;
  readonly sheet: string;
  readonly now: string;
}

/** A field that the clerk left as it was exported, where the ledger says something else. */
interface Difference {
  readonly key: FieldKey;
  readonly cell: string;
  /** Never empty. */
  readonly sheet: string;
  readonly now: string;
}

interface DifferingRow {
  readonly row: SheetRow;
  readonly differences: readonly Difference[];
}

interface StaleRow {
  readonly row: SheetRow;
  readonly conflicts: readonly Conflict[];
}

/** A row with changes whose evidence is not in the archive any more. */
interface GoneRow {
  readonly recorded: LedgerRow;
  readonly sheet: string;
  readonly cell: string;
}

export interface SheetMerge {
  readonly changes: readonly RowChange[];
  readonly stale: readonly StaleRow[];
  readonly gone: readonly GoneRow[];
  /** Left as the ledgers have them; empty where the sheet counts whole. */
  readonly differing: readonly DifferingRow[];
  /** Rows without changes whose evidence is not in the archive. */
  readonly absent: readonly LedgerRow[];
  /** Rows whose evidence has another name or place now; they were followed. */
  readonly followed: number;
  /** Cells that say nothing that can be taken over; any of them, and nothing is written. */
  readonly problems: readonly LedgerProblem[];
}

/** With what the values of an archive's sheet are read and shown. */
export function valueContext(archive: Archive, words: readonly SheetWords[]): ValueContext {
  const { system } = archive;
  return { words, owners: system.owners, indicators: indicatorsByPlace(system) };
}

/** What a field of a row says, in the one form in which values are compared. */
export function valueNow({ entry, leaf }: SheetRow, key: FieldKey, context: ValueContext): string {
  return settleValue(key, fieldOf(entry, key), leaf, context);
}

/** A value of a row, in the words of its cell. */
export function shownIn({ leaf }: SheetRow, key: FieldKey, value: string, context: ValueContext) {
  return showValue(key, value, leaf, context);
}

/**
 * What the sheet would change. A field that the clerk left alone stays as the ledger has it; one that the clerk
 * changed is taken over, unless the ledger has changed it too, to something else: then nothing of that row is.
 *
 * @param isOfCopy - The sheet was exported from a copy of the archive: what it said then counts as well, where the
 *   ledgers here say otherwise. What it was silent of stays.
 */
export function mergeSheet(
  reading: LedgerReading,
  archive: Archive,
  context: ValueContext,
  isOfCopy = false,
): SheetMerge {
  const rows = new RowFinder(sheetRows(archive));
  const changes: RowChange[] = [];
  const stale: StaleRow[] = [];
  const gone: GoneRow[] = [];
  const differing: DifferingRow[] = [];
  const absent: LedgerRow[] = [];
  const problems: LedgerProblem[] = [];
  const found = rows.findAll(reading.lines);
  const leaves = indicatorsByKey(archive);
  for (const line of reading.lines) {
    const row = found.get(line);
    if (row === undefined) {
      const { recorded } = line;
      const leaf = leaves.get(leafKey(recorded.fixed));
      const { fields: all } = reading.record.head;
      const ofCopy = isOfCopy ? all.find((key) => recorded.values[key]) : undefined;
      const edited = editedField(line, reading.record, leaf, context) ?? ofCopy;
      if (edited === undefined) absent.push(recorded);
      else gone.push({ recorded, sheet: reading.sheet, cell: line.nameOf(edited) });
      continue;
    }
    const merged = mergeRow(line, row, reading, context, isOfCopy);
    const { differences } = merged;
    problems.push(...merged.problems);
    if (differences.length > 0) differing.push({ row, differences });
    if (merged.conflicts.length > 0) stale.push({ row, conflicts: merged.conflicts });
    else if (merged.fields.length > 0) changes.push({ row, fields: merged.fields });
  }
  return { changes, stale, gone, differing, absent, followed: rows.followed, problems };
}

function indicatorsByKey({ system }: Archive): ReadonlyMap<string, Indicator> {
  const keyOf = (each: Indicator) =>
    leafKey({ code: shownCode(each, system), indicator: each.folder ?? each.name });
  return new Map([...eachIndicator(system)].map(({ indicator }) => [keyOf(indicator), indicator]));
}

function mergeRow(
  line: LedgerLine,
  row: SheetRow,
  { record, sheet }: LedgerReading,
  context: ValueContext,
  isOfCopy: boolean,
): {
  fields: FieldChange[];
  conflicts: Conflict[];
  differences: Difference[];
  problems: LedgerProblem[];
} {
  const fields: FieldChange[] = [];
  const conflicts: Conflict[] = [];
  const differences: Difference[] = [];
  const problems: LedgerProblem[] = [];
  for (const key of record.head.fields) {
    const cell = line.nameOf(key);
    const exported = line.recorded.values[key] ?? '';
    const read = readCell(key, line.cellOf(key), exported, row.leaf, context);
    if (read.fault) {
      const column = record.head.headers[key] ?? key;
      problems.push({ sheet, cell, fault: { ...read.fault, column } });
      continue;
    }
    const { value } = read;
    const now = valueNow(row, key, context);
    if (value === now) continue;
    const isLeft = value === exported;
    if (isLeft && value === '') continue;
    if (isLeft && !isOfCopy) differences.push({ key, cell, sheet: value, now });
    else if (isLeft || now === exported) fields.push({ key, cell, from: now, to: value });
    else conflicts.push({ key, cell, exported, sheet: value, now });
  }
  return {
    fields,
    conflicts,
    differences,
    problems: [...problems, ...witnessProblems(line, fields, row, sheet, record)],
  };
}

/** Somebody saw it on some day: what was seen, by whom and when belong together. */
function witnessProblems(
  line: LedgerLine,
  fields: readonly FieldChange[],
  row: SheetRow,
  sheet: string,
  { head }: LedgerReading['record'],
): LedgerProblem[] {
  const witness = ['seen', 'seenBy', 'seenOn'] as const;
  if (!fields.some(({ key }) => witness.some((each) => each === key))) return [];
  const valueOf = (key: FieldKey) =>
    fields.find((each) => each.key === key)?.to ?? fieldOf(row.entry, key);
  const [given, lacking] = [
    witness.find((key) => valueOf(key) !== ''),
    witness.find((key) => valueOf(key) === ''),
  ];
  if (given === undefined || lacking === undefined) return [];
  const header = (key: FieldKey) => head.headers[key] ?? key;
  return [
    {
      sheet,
      cell: line.nameOf(lacking),
      fault: { wrong: 'needs', column: header(given), lacking: header(lacking) },
    },
  ];
}

/** The first field of a row without evidence that does not say what was exported. */
function editedField(
  { recorded, cellOf }: LedgerLine,
  { head }: LedgerReading['record'],
  leaf: Indicator | undefined,
  context: ValueContext,
): FieldKey | undefined {
  return head.fields.find((key) => {
    const exported = recorded.values[key] ?? '';
    if (!leaf) return (exported === '') !== (textOf(cellOf(key)) === '');
    const read = readCell(key, cellOf(key), exported, leaf, context);
    return read.fault !== undefined || read.value !== exported;
  });
}

/** The evidence that each line is about, under its name and place of today. */
class RowFinder {
  readonly #byId: ReadonlyMap<string, SheetRow>;
  readonly #byName: ReadonlyMap<string, SheetRow | undefined>;
  readonly #byDigest: ReadonlyMap<string, SheetRow | undefined>;
  readonly #taken = new Set<SheetRow>();
  followed = 0;

  constructor(rows: readonly SheetRow[]) {
    this.#byId = new Map(rows.map((row) => [idKey(row.id), row]));
    this.#byName = uniqueBy(rows, (row) => nameKey(row.fixed));
    this.#byDigest = uniqueBy(rows, ({ entry }) => entry?.sha256);
  }

  /** Those in their place first, so that none of them is taken for one that was moved. */
  findAll(lines: readonly LedgerLine[]): ReadonlyMap<LedgerLine, SheetRow> {
    const found = new Map<LedgerLine, SheetRow>();
    for (const line of lines) this.#take(found, line, this.#byId.get(idKey(line.recorded.id)));
    for (const line of lines) {
      if (found.has(line)) continue;
      const { sha256, fixed } = line.recorded;
      const same = sha256 === undefined ? undefined : this.#byDigest.get(sha256);
      this.#take(found, line, same ?? this.#byName.get(nameKey(fixed)));
      if (found.has(line)) this.followed += 1;
    }
    return found;
  }

  #take(found: Map<LedgerLine, SheetRow>, line: LedgerLine, row: SheetRow | undefined): void {
    if (!row || this.#taken.has(row)) return;
    found.set(line, row);
    this.#taken.add(row);
  }
}

/** As ids are compared: a cell may have lost blanks at its ends, a disk may decompose names. */
function idKey(id: string): string {
  return foldName(id.trim());
}

function leafKey({ code = '', indicator = '' }: LedgerRow['fixed']): string {
  return `${code} ${indicator}`;
}

/** Indicator, title and extension: what stays when files are numbered anew or an indicator gets another code. */
function nameKey({ indicator, title, format, link }: SheetRow['fixed'] | LedgerRow['fixed']) {
  return JSON.stringify([indicator, title, format, link].map((text) => foldName(text ?? '')));
}

/** `undefined` stands for several. */
function uniqueBy(
  rows: readonly SheetRow[],
  keyOf: (row: SheetRow) => string | undefined,
): ReadonlyMap<string, SheetRow | undefined> {
  const unique = new Map<string, SheetRow | undefined>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) unique.set(key, unique.has(key) ? undefined : row);
  }
  return unique;
}
