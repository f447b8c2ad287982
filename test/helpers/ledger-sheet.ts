/** Sheets of ledgers as values: an archive with entries, its rows as they are exported, and edits of their cells. */
import { expectedFolders } from '../../src/core/archive/layout.js';
import type { Archive } from '../../src/core/archive/types.js';
import type { ValueContext } from '../../src/core/ledger/cell-values.js';
import { mergeSheet, valueContext, type SheetMerge } from '../../src/core/ledger/merge.js';
import { readLedgerSheet, type LedgerReading } from '../../src/core/ledger/sheet-reading.js';
import type { Ledger, LedgerEntry } from '../../src/core/ledger/types.js';
import type { BookSheet } from '../../src/core/workbook/book.js';
import { cellName, type Cell, type Grid } from '../../src/core/workbook/grid.js';
import { NO_SCORES } from '../../src/core/scoring/scores.js';
import { messagesIn, type Language } from '../../src/messages/index.js';
import { ledgerBook } from '../../src/report/ledger/book.js';
import { archiveOf } from './archive-of.js';
import { requirementOf } from './indicator-of.js';
import { entryOf, ledgerOf } from './ledger-of.js';

/** The archive with these entries, by folder below the evidence root. */
export function withLedgers(
  archive: Archive,
  entries: Readonly<Record<string, readonly Partial<LedgerEntry>[]>>,
): Archive {
  const ledgers = new Map<string, Ledger>();
  for (const [folder, list] of Object.entries(entries)) {
    const path = `${archive.settings.evidence}/${folder}`;
    const placed = list.map((each, at) => entryOf({ nth: at + 1, ...each }));
    ledgers.set(path, ledgerOf(path, { entries: placed }));
  }
  return {
    ...archive,
    known: { today: '2020-12-31', ledgers, facts: new Map(), scores: NO_SCORES },
  };
}

export const contextOf = (archive: Archive): ValueContext =>
  valueContext(archive, [messagesIn('zh-CN').ledgerSheet, messagesIn('en').ledgerSheet]);

/** A workbook in the hands of a clerk: cells by header and row of the sheet, from 1 as Excel counts. */
export class Clerk {
  readonly grids: Grid[];
  readonly #rows: (Cell | undefined)[][];

  constructor(archive: Archive, language: Language = 'zh-CN') {
    const words = messagesIn(language).ledgerSheet;
    const { sheets } = ledgerBook(archive, valueContext(archive, [words]), words);
    this.grids = sheets.map(gridOf);
    this.#rows = this.grids[0]?.rows as (Cell | undefined)[][];
  }

  /** Rows of cells, to be sorted, cut and added to. */
  get rows(): (Cell | undefined)[][] {
    return this.#rows;
  }

  column(header: string): number {
    return (this.#rows[0] ?? []).findIndex((cell) => cell?.is === 'text' && cell.text === header);
  }

  /** `B7`. */
  name(row: number, header: string): string {
    return cellName(row - 1, this.column(header));
  }

  at(row: number, header: string): Cell | undefined {
    return this.#rows[row - 1]?.[this.column(header)];
  }

  write(row: number, header: string, value: string | Cell | undefined): this {
    const cell = typeof value === 'string' ? ({ is: 'text', text: value } as const) : value;
    const cells = (this.#rows[row - 1] ??= []);
    cells[this.column(header)] = cell;
    return this;
  }

  merge(top: number, left: number, bottom: number, right: number): this {
    const [data, ...rest] = this.grids;
    if (data) {
      const merges = [...data.merges, { top, left, bottom, right }];
      this.grids.splice(0, this.grids.length, { ...data, merges }, ...rest);
    }
    return this;
  }

  read(): LedgerReading {
    const reading = readLedgerSheet(this.grids);
    if (typeof reading === 'string') throw new Error(reading);
    return reading;
  }

  /** What an import into an archive would change. */
  into(archive: Archive): SheetMerge {
    return mergeSheet(this.read(), archive, contextOf(archive));
  }
}

function gridOf({ name, rows }: BookSheet): Grid {
  const cells = rows.map((row) =>
    row.map((value): Cell | undefined => {
      if (typeof value === 'number') return { is: 'number', value };
      return value === '' ? undefined : { is: 'text', text: value };
    }),
  );
  return { name, rows: cells, merges: [] };
}

/** `字段: 旧 → 新` for each field that would change, by file. */
export function changesIn({ changes }: SheetMerge): Record<string, string[]> {
  return Object.fromEntries(
    changes.map(({ row, fields }) => [
      row.file ?? row.fixed.link,
      fields.map(({ key, from, to }) => `${key}: ${from} → ${to}`),
    ]),
  );
}

/** Two departments; indicator 1.1 asks for a plan and for photos with captions. */
export function sheetArchive(
  files: Readonly<Record<string, readonly string[]>>,
  entries: Parameters<typeof withLedgers>[1] = {},
): Archive {
  const plain = archiveOf(files, { settings: { unit: { name: '县水利局', profile: {} } } });
  const [first, ...rest] = plain.system.indicators;
  if (!first) throw new Error('an archive without indicators');
  const evidence = [
    requirementOf({ id: 'plan', title: '年度工作计划', kind: ['plan'] }),
    requirementOf({ title: '活动照片', kind: ['photo'], caption: ['时间', '地点'] }),
  ];
  const system = {
    ...plain.system,
    owners: { office: '办公室', party: '机关党委' },
    indicators: [{ ...first, evidence }, ...rest],
  };
  const expected = expectedFolders(system, plain.settings);
  return withLedgers({ ...plain, system, expected }, entries);
}
