/** A catalogue as a value: what a volume, a box or the archive holds, before it is put on paper. */
import type { ArchivePath } from '../archive/paths.js';

/**
 * `volume`: what each volume holds (卷内文件目录); `filed`: item by item with its archival code (归档文件目录,
 * DA/T 22); `photos`: pictures with their captions (照片目录, GB/T 11821); `volumes`: one line for each volume (案卷目录).
 */
export const CATALOGUE_KINDS = ['volume', 'filed', 'photos', 'volumes'] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/** What a volume is made of: one folder, one leaf indicator, one indicator of the first level, everything. */
export const VOLUME_SCOPES = ['folder', 'indicator', 'part', 'archive'] as const;
export type VolumeScope = (typeof VOLUME_SCOPES)[number];

export interface Catalogue {
  readonly kind: CatalogueKind;
  /** Name of the unit; empty where the settings give none. */
  readonly unit: string;
  /** Of the scoring system. */
  readonly title: string;
  /** In the order of the scoring system. One without rows is left out unless something is said of it. */
  readonly volumes: readonly Volume[];
}

/** An indicator as a person knows it. */
export interface IndicatorName {
  /** Its path of codes, where others have the same code. */
  readonly code: string;
  readonly name: string;
}

export interface Volume {
  /** From 1, in the whole archive: it is the same when only some volumes are listed. */
  readonly number: number;
  /** Archival code (档号); `undefined` where the settings give none. */
  readonly code: string | undefined;
  /** 案卷题名. */
  readonly title: string;
  /** The indicator of the first level that it is of; `undefined` for the whole archive. */
  readonly part: IndicatorName | undefined;
  /** `undefined` for the whole archive. */
  readonly indicator: IndicatorName | undefined;
  /** The folder that holds all of it. */
  readonly path: ArchivePath;
  readonly rows: readonly Row[];
  /** Of its rows together; `undefined` when those of one are not known. */
  readonly pages: number | undefined;
  /** First and last day of what is in it, as much as is known of each: `2018`, `202003`, `20200312`. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** 保管期限: `Y`, `D30`, `D10`, when it is one for all rows; `undefined` where nobody says. */
  readonly retention: string | undefined;
}

/**
 * `file`, `link`: evidence that is kept here. `reference`: kept in another volume and used here too. `statement`: no
 * evidence, since the indicator or a requirement of it does not apply.
 */
type RowKind = 'file' | 'link' | 'reference' | 'statement';

export interface Row {
  readonly is: RowKind;
  /** 顺序号, 序号: from 1 in its volume; `undefined` for a statement. */
  readonly number: number | undefined;
  /** 档号; `undefined` where the settings or the date do not give one. */
  readonly code: string | undefined;
  /** 文号, its year in 〔 〕. */
  readonly documentNumber: string | undefined;
  /** 责任者: who issued it. */
  readonly responsible: string | undefined;
  /** 题名, in [ ] when it is not the document's own. */
  readonly title: string;
  /** `YYYYMMDD`, or as much as is known: `2020`, `202003`, `202001-202003`; never guessed. */
  readonly date: string | undefined;
  /** 密级. */
  readonly secrecy: string | undefined;
  /** 页数: 0 for what has no pages (a film, an address, a reference); `undefined` when it is not known. */
  readonly pages: number | undefined;
  /** 页号: first and last page in its volume; `undefined` from the first row on whose pages are not known. */
  readonly pageFrom: number | undefined;
  readonly pageTo: number | undefined;
  readonly retention: string | undefined;
  /** 备注, in the language of the catalogue. */
  readonly note: string | undefined;
  /** Of pictures only. */
  readonly photo: Photo | undefined;
  /** Of the file; of a link, of its ledger with `#` and the number of its entry; of a statement, of the ledger. */
  readonly path: ArchivePath;
  /** Lower case, without the dot: `docx`; empty for what is no file. */
  readonly format: string;
  /** Where it is kept. */
  readonly indicator: IndicatorName;
}

export interface Photo {
  readonly photographer: string | undefined;
  /** 文字说明: the facts of the caption in one text; `undefined` when there are none. */
  readonly caption: string | undefined;
  /** 参见号: the papers of its activity, by their codes, else by their numbers. */
  readonly see: string | undefined;
}
