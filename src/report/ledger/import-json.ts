import { captionField, type FieldKey } from '../../core/ledger/sheet-fields.js';
import { keyEdit } from '../../core/ledger/sheet-changes.js';
import type { SheetRow } from '../../core/ledger/sheet.js';
import type { Messages } from '../../messages/index.js';
import { importNotes, problemWords, type ImportReport } from './import-text.js';

/** The same for programs, with the keys of `ledger.yaml` in place of headers. */
export function importJson(report: ImportReport, ok: boolean, say: Messages): string {
  const { reading, merge, problems, entry } = report;
  const result = {
    schema: 'dangan/ledger-import@1',
    ok,
    rows: reading.lines.length,
    written: entry !== undefined,
    entry: entry ?? null,
    changes: merge.changes.map(({ row, fields }) => ({
      ...placeOf(row),
      fields: fields.map(({ key, cell, from, to }) => ({ key: keyName(key), cell, from, to })),
    })),
    stale: merge.stale.map(({ row, conflicts }) => ({
      ...placeOf(row),
      fields: conflicts.map(({ key, ...rest }) => ({ key: keyName(key), ...rest })),
    })),
    differing: merge.differing.map(({ row, differences }) => ({
      ...placeOf(row),
      fields: differences.map(({ key, ...rest }) => ({ key: keyName(key), ...rest })),
    })),
    absent: merge.absent.map(({ id }) => id),
    gone: merge.gone.map(({ recorded, cell }) => ({ id: recorded.id, cell })),
    problems: problems.map((problem) => {
      const { wrong, ...params } = problem.fault;
      return {
        sheet: problem.sheet,
        cell: problem.cell,
        problem: wrong,
        message: problemWords(problem, say),
        params,
      };
    }),
    removed: reading.removed.map(({ id }) => id),
    otherColumns: reading.others,
    notes: importNotes(report, say),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function placeOf({ folder, file, fixed, leaf }: SheetRow) {
  return {
    indicator: { code: leaf.code, path: leaf.id },
    folder,
    ...(file === undefined ? { link: fixed.link } : { file }),
  };
}

/** `caption.地点`, `seen.by`. */
function keyName(key: FieldKey): string {
  return captionField(key) === undefined ? keyEdit(key, '').path.join('.') : key;
}
