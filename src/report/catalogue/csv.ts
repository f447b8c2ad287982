/** A catalogue as comma-separated values: RFC 4180, in UTF-8 with the mark by which Excel knows it. */
import type { PrintedList } from '../../core/catalogue/printed.js';

const BOM = '\ufeff';

/** One table: where there are several lists, a column tells of which each row is. */
export function catalogueCsv(lists: readonly PrintedList[], listHeader: string): string {
  const [first] = lists;
  const many = lists.length > 1;
  const header = (first?.columns ?? []).map((column) => column.header);
  const rows = lists.flatMap(({ title, rows: own }) =>
    own.map((row) => (many ? [title, ...row] : row)),
  );
  const table = [many ? [listHeader, ...header] : header, ...rows];
  return BOM + table.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

/** What Excel would take for a formula, or for a number or a day that it writes in its own way. */
const TAKEN =
  /^[=+\-@\t\r]|^0\d+$|^\d+(?:[-/:.]\d+)+$|^\d{4}年(?:\d+月)?(?:\d+日)?$|^\d{12,}$|^\d+e\d+$/i;

function fieldOf(value: string | number): string {
  const text = String(value);
  // A tab before it makes it text, and is not to be seen; an apostrophe would be.
  const field = typeof value === 'string' && TAKEN.test(text) ? `\t${text}` : text;
  return /["\r\n,\t]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
