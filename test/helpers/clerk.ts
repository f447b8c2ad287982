/** Edits of a workbook file, as another program makes them: read, changed and saved as a whole. */
import { readFileSync, writeFileSync } from 'node:fs';
import { openXlsx, saveXlsx } from 'hucre/xlsx';

/** @param values - By row, from 1 as Excel counts, and header. */
export async function fillIn(
  path: string,
  values: Readonly<Record<number, Readonly<Record<string, string | number | null>>>>,
): Promise<void> {
  const book = await openXlsx(readFileSync(path));
  const [sheet] = book.sheets;
  for (const [row, cells] of Object.entries(values)) {
    for (const [header, value] of Object.entries(cells)) {
      const column = sheet?.rows[0]?.indexOf(header) ?? -1;
      const line = sheet?.rows[Number(row) - 1];
      if (!line || column < 0) throw new Error(`no cell ${header} ${row}`);
      line[column] = value;
      const cell = sheet.cells?.get(`${Number(row) - 1},${column}`);
      if (cell) cell.value = value;
    }
  }
  writeFileSync(path, await saveXlsx(book));
}

/** Delete rows, from 1 as Excel counts. */
export async function deleteRows(path: string, ...rows: readonly number[]): Promise<void> {
  const book = await openXlsx(readFileSync(path));
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  sheet.rows = sheet.rows.filter((_, at) => !rows.includes(at + 1));
  delete sheet.cells;
  writeFileSync(path, await saveXlsx(book));
}
