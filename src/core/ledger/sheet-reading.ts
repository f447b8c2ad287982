/** The sheet of the ledgers as it comes back: its columns, and what can be wrong with its cells. */
import type { Grid } from '../workbook/grid.js';
import {
  readSheet,
  type SheetFault,
  type SheetLine,
  type SheetProblem,
  type SheetReading,
} from '../workbook/read-sheet.js';
import type { RecordedRow, SheetHead } from '../workbook/record.js';
import type { CellFault } from './cell-values.js';
import type { FieldKey, FixedKey } from './sheet-fields.js';

export const LEDGER_SHEET = 'dangan/ledger-sheet@1';

export type LedgerHead = SheetHead<FixedKey, FieldKey>;
/** Its id is the path of the file; of a link, that of its folder with `#` and the address. */
export type LedgerRow = RecordedRow<LedgerHead>;
export type LedgerLine = SheetLine<LedgerHead>;
export type LedgerReading = SheetReading<LedgerHead>;

export type LedgerProblem = SheetProblem<
  | SheetFault
  | (CellFault & { readonly column: string })
  | { readonly wrong: 'needs'; readonly column: string; readonly lacking: string }
>;

export function readLedgerSheet(grids: readonly Grid[]) {
  return readSheet<LedgerHead>(grids, LEDGER_SHEET);
}
