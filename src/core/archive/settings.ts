import type { FileFormat, FormatClass } from '../documents/types.js';
import type { AnyRuleId } from '../rules/ids.js';
import type { OwnRule } from '../own-rules/types.js';
import type { Preset } from '../rules/presets.js';
import type { Level } from '../rules/levels.js';
import type { Severity } from '../rules/seen.js';
import type { Window } from '../system/types.js';

/** `dangan.yaml` as a value, defaults filled in. Field names are the keys of the file. */
export interface Settings {
  readonly unit: {
    readonly name: string;
    /** What conditions in the scoring system ask for: `{ type: 机关, staff: "120" }`. */
    readonly profile: Readonly<Record<string, string>>;
  };
  /** Path of the scoring system, relative to the archive. */
  readonly system: string;
  /** Name of the evidence root. */
  readonly evidence: string;
  readonly window: Window | undefined;
  readonly naming: {
    readonly digits: 2 | 3;
    /** What is written after the ordinal: `：` everywhere, or `:` on disk for those who want it. */
    readonly separator: 'fullwidth' | 'ascii';
    /** Must titles tell a year (年份代号)? */
    readonly year: 'none' | 'required';
  };
  readonly folders: {
    /** Fields: `{code}`, `{name}`. */
    readonly template: string;
    /** Years as a level of their own: nowhere, above the indicators, or below each leaf indicator. */
    readonly years: 'none' | 'top' | 'leaf';
    /** Characters that the archive's place on a Windows disk takes, drive included. */
    readonly rootLength: number;
  };
  readonly catalogue: CatalogueSettings;
  readonly boxes: BoxSettings;
  readonly stamp: {
    /** What stands in the footers of documents; see `stampText`. */
    readonly template: string;
  };
  readonly contents: {
    /** Formats and classes of formats that evidence may have; anything where it is not said. */
    readonly allowed: readonly (FileFormat | FormatClass)[] | undefined;
    /** In bytes. */
    readonly largest: number | undefined;
  };
  /** Rules of the unit's own. */
  readonly own: readonly OwnRule[];
  /** Which findings are told by a check. */
  readonly preset: Preset;
  /** From which level on a check fails. */
  readonly failOn: Severity;
  /** What is left out, neither judged nor packed: lines as `.gitignore` has them, from the archive's folder. */
  readonly ignore: readonly string[];
  readonly rules: Readonly<Partial<Record<AnyRuleId, Level>>>;
}

/** 保管期限 as codes have it: 永久, 30年, 10年. */
export const RETENTIONS = ['Y', 'D30', 'D10'] as const;
export type Retention = (typeof RETENTIONS)[number];

/** What archives are sorted by first (门类). */
export const CATEGORIES = ['document', 'photo', 'audio', 'video', 'object'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What archival codes (档号) are made of; without `fonds` there are none. */
export interface CatalogueSettings {
  /** 全宗号, given by the archives that the unit hands over to. */
  readonly fonds: string | undefined;
  readonly retention: Retention | undefined;
  /** 机构（问题）代码 of departments that `organs` does not name. */
  readonly organ: string | undefined;
  /** By key or name of the department. */
  readonly organs: Readonly<Record<string, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  /** Of item and volume numbers. */
  readonly digits: number;
  /** Of an item; when left out, that of DA/T 22, with `{organ}` where there are such codes. */
  readonly template: string | undefined;
  /** Of a volume. */
  readonly volume: string;
}

/** Boxes on the shelf (装盒), and what goes into one. */
export interface BoxSettings {
  /** Spines of the boxes that the unit has, in millimetres, each once, ascending. */
  readonly widths: readonly number[];
  /**
   * Eight: office paper of 70 g/m² is a tenth of a millimetre thick, and a box is filled to four fifths, so that papers
   * can be taken out and put back.
   */
  readonly sheetsPerMm: number;
  /** Are there two pages on a sheet? */
  readonly doubleSided: boolean;
  /** May indicators of the first level share a box? */
  readonly together: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  unit: { name: '', profile: {} },
  system: 'criteria.yaml',
  evidence: '档案',
  window: undefined,
  naming: { digits: 2, separator: 'fullwidth', year: 'none' },
  folders: { template: '{code} {name}', years: 'none', rootLength: 60 },
  catalogue: {
    fonds: undefined,
    retention: undefined,
    organ: undefined,
    organs: {},
    categories: { document: 'WS', photo: 'ZP', audio: 'LY', video: 'LX', object: 'SW' },
    digits: 4,
    template: undefined,
    volume: '{fonds}-{category}-{retention}-{volume}',
  },
  boxes: { widths: [20, 30, 40, 50], sheetsPerMm: 8, doubleSided: false, together: false },
  stamp: { template: '{name}' },
  contents: { allowed: undefined, largest: undefined },
  preset: 'clerk',
  failOn: 'error',
  ignore: [],
  rules: {},
  own: [],
};
