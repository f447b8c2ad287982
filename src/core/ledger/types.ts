/**
 * The ledger of a folder, `ledger.yaml`: what is known of its evidence beyond the names. Field names are the keys of
 * the file; `schemas/ledger.schema.json` tells a clerk what each means.
 */
import type { Span } from '../dates/span.js';
import type { LedgerFault, YamlFault } from '../../messages/faults.js';
import type { Day, EvidenceKind, Place } from '../system/types.js';

export type { LedgerFault };

/** 草稿、已报送、退回、已通过. */
export type EvidenceState = 'draft' | 'submitted' | 'returned' | 'approved';

/** Where the evidence came from: the paper itself, a web address, a picture of a screen, another unit's. */
export type SourceKind = 'file' | 'link' | 'screenshot' | 'shared';

/** A person's word for what no program can see. */
export interface Witness {
  readonly by: string;
  readonly on: Day;
}

export const REFERRING_KEYS = ['references', 'requirements', 'occasion', 'owner'] as const;

export type ReferringKey = (typeof REFERRING_KEYS)[number];

export interface LedgerEntry {
  /** Its file is always named: an entry may stand in the ledger of another folder than its evidence is in by now. */
  readonly at: Place & { readonly file: string };
  /** Where the keys stand whose names may lead to nothing, as far as they are there. */
  readonly keyAt: Readonly<Partial<Record<ReferringKey, Place & { readonly file: string }>>>;
  /** Which of the entries in that file it is, from 1. */
  readonly nth: number;
  /**
   * Name of the file in this folder; `undefined` for a link. Once settled it is the name that the file has now, in
   * the folder that it is in now, whatever it was when the entry was written.
   */
  readonly file: string | undefined;
  /** Evidence that is no file: an address. */
  readonly link: string | undefined;
  /** Of a link; a file has its own in its name. */
  readonly title: string | undefined;
  /** 64 characters, lower-case hex: the entry follows these bytes wherever they are moved by hand. */
  readonly sha256: string | undefined;
  readonly bytes: number | undefined;
  /** Effective date: a day, or the month, quarter, half-year, year or stretch of days that is known. */
  readonly date: Span | undefined;
  /** Day on which it was handed in. */
  readonly submitted: Day | undefined;
  readonly owner: string | undefined;
  /** 文号, `〔2020〕36号`. */
  readonly number: string | undefined;
  /** 责任者: who issued it. */
  readonly issuer: string | undefined;
  /** 密级, in words: 内部. */
  readonly secrecy: string | undefined;
  readonly kind: EvidenceKind | undefined;
  /** Ids or titles of the requirements that it serves; empty where the tool is to work it out. */
  readonly requirements: readonly string[];
  readonly pages: number | undefined;
  readonly characters: number | undefined;
  /** Facts of the caption by field: 时间, 地点, 人物, 主题. */
  readonly caption: Readonly<Record<string, string>>;
  /** Name of the activity that it belongs to. */
  readonly activity: string | undefined;
  /** Named occasion that it is for: 春节. */
  readonly occasion: string | undefined;
  /** Indicators that it serves too: path of codes, with `#` and a requirement's id where that is to be said. */
  readonly references: readonly string[];
  readonly source: SourceKind | undefined;
  readonly state: EvidenceState | undefined;
  /** Why it was returned. */
  readonly reason: string | undefined;
  /** What a person saw on it: 单位名称, 公章. */
  readonly seen: (Witness & { readonly what: readonly string[] }) | undefined;
  readonly note: string | undefined;
}

/** “Not our duty”, “no such case this term”: said of the folder's indicator, or of one of its requirements. */
export interface NotApplicable {
  readonly at: Place & { readonly file: string };
  /** Which of such statements in that file it is, from 1. */
  readonly nth: number;
  /** Id or title; `undefined` for the whole indicator. */
  readonly requirement: string | undefined;
  readonly reason: string;
  /** Name of the file in this folder that proves it. */
  readonly proof: string | undefined;
  readonly by: string | undefined;
  readonly on: Day | undefined;
}

export type LedgerProblem = { readonly at: Place & { readonly file: string } } & (
  | { readonly kind: 'yaml'; readonly fault: YamlFault }
  | { readonly kind: 'shape'; readonly fault: LedgerFault }
);

export interface Ledger {
  /** Path of the file, from the archive's folder. It may not be there, where evidence was moved to its folder. */
  readonly path: string;
  /** Of files that are in its folder, and links. */
  readonly entries: readonly LedgerEntry[];
  readonly notApplicable: readonly NotApplicable[];
  /** Entries whose file is nowhere in the archive. */
  readonly orphans: readonly LedgerEntry[];
  /** What is wrong in the file, in its order. */
  readonly problems: readonly LedgerProblem[];
}
