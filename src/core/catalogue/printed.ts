/** A list as it is put on paper: every kind of file that it is written as has the same cells. */
import type { CatalogueKind } from './types.js';

export type ColumnKey =
  | 'number'
  | 'code'
  | 'documentNumber'
  | 'responsible'
  | 'title'
  | 'date'
  | 'secrecy'
  | 'pages'
  | 'page'
  | 'photoNumber'
  | 'see'
  | 'photographer'
  | 'caption'
  | 'span'
  | 'retention'
  | 'note';

/** A column, and how wide it is on paper; those of one list fill the page. */
export interface Column<K extends string = ColumnKey> {
  readonly key: K;
  readonly millimetres: number;
  readonly align: 'left' | 'center';
}

export interface PrintedColumn<K extends string = string> extends Column<K> {
  /** In the language of the catalogue. */
  readonly header: string;
}

/** One list, which begins a page: of a volume, or of all volumes. */
export interface PrintedList {
  /** Short, unlike any other of the catalogue, without the marks that no sheet may be named with. */
  readonly name: string;
  /** The whole of that: `一/1 领导机构`. */
  readonly title: string;
  /** What it is: 卷内文件目录. */
  readonly heading: string;
  /** Between heading and table, a line each: whose it is, of what. */
  readonly about: readonly string[];
  readonly columns: readonly PrintedColumn[];
  /** Empty text where nothing is known. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly landscape: boolean;
}

/** A4; what is bound has room at its left. */
export const PAPER = {
  portrait: { width: 210, height: 297, left: 25, right: 15, top: 20, bottom: 20 },
  landscape: { width: 297, height: 210, left: 20, right: 20, top: 25, bottom: 15 },
} as const;

const column = (
  key: ColumnKey,
  millimetres: number,
  align: Column['align'] = 'center',
): Column => ({ key, millimetres, align });

/** In the order of the standards: GB/T 9705, DA/T 22, GB/T 11821, GB/T 11822. */
export const COLUMNS: Readonly<Record<CatalogueKind, readonly Column[]>> = {
  volume: [
    column('number', 12),
    column('documentNumber', 33),
    column('responsible', 22),
    column('title', 48, 'left'),
    column('date', 19),
    column('page', 12),
    column('note', 24, 'left'),
  ],
  filed: [
    column('number', 12),
    column('code', 54),
    column('documentNumber', 33),
    column('responsible', 30),
    column('title', 56, 'left'),
    column('date', 22),
    column('secrecy', 13),
    column('pages', 14),
    column('note', 23, 'left'),
  ],
  photos: [
    column('photoNumber', 54),
    column('title', 40, 'left'),
    column('see', 56, 'left'),
    column('date', 20),
    column('photographer', 16),
    column('caption', 71, 'left'),
  ],
  volumes: [
    column('number', 12),
    column('code', 50),
    column('title', 91, 'left'),
    column('span', 44),
    column('pages', 16),
    column('retention', 18),
    column('note', 26, 'left'),
  ],
};

/** What is bound with its papers is upright as they are. */
export const LANDSCAPE: Readonly<Record<CatalogueKind, boolean>> = {
  volume: false,
  filed: true,
  photos: true,
  volumes: true,
};
