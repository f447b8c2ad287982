/** What `index.json` and `checks.json` of a bundle hold; their schemas are in `schemas/`. */
import type { Day } from '../system/types.js';

/** An indicator, as the offline viewer and a verifier need it. */
export interface IndexIndicator {
  /** Path of codes, `1/1.1`. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Exact decimal, `2.5`. */
  readonly points: string | undefined;
  /** Names of the departments that owe its evidence. */
  readonly owners: readonly string[];
  readonly standard: string | undefined;
  /** What it asks for, in words: 创建领导小组文件. */
  readonly asks: readonly string[];
  /** Is a folder asked for, for this unit? */
  readonly filed: boolean;
  /** Folders of the bundle that are its own, as paths; empty when the archive has none. */
  readonly folders: readonly string[];
  readonly children: readonly IndexIndicator[];
}

/** One file of the payload. */
export interface IndexEvidence {
  /** In the bundle, `data/1 组织领导/1.1 领导机构/01：通知.docx`. */
  readonly path: string;
  /** The indicator in whose folder it is; absent when it is in none. */
  readonly indicator?: string | undefined;
  /** Absent when its name has none. */
  readonly ordinal?: number | undefined;
  /** Absent for a ledger. */
  readonly title?: string | undefined;
  /** It is the ledger of its folder, and no evidence. */
  readonly ledger?: true | undefined;
  readonly bytes: number;
  readonly sha256: string;
  /** Its path in the archive, where packing had to change a name. */
  readonly original?: string | undefined;
  /** What was read in it because it decides what is covered; who verifies does not open it again. */
  readonly created?: Day | undefined;
  readonly taken?: Day | undefined;
  readonly characters?: number | undefined;
}

/** What of the archive's settings its evidence is judged by; what is as usual is left out. */
export interface IndexSettings {
  /** Of the unit: what conditions in the scoring system ask for. */
  readonly profile?: Readonly<Record<string, string>> | undefined;
  readonly window?: { readonly from: Day; readonly to?: Day | undefined } | undefined;
  readonly template?: string | undefined;
  readonly years?: 'top' | 'leaf' | undefined;
}

/** Which of several bags of one submission this is, and where the rest is. */
export interface BundlePart {
  /** `Bag-Group-Identifier` of all of them. */
  readonly group: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** The highest indicators of which it holds everything, as ids. */
  readonly holds: readonly string[];
  readonly others: readonly {
    readonly number: number;
    /** Of the bag. */
    readonly name: string;
    readonly holds: readonly string[];
    /** It holds files under no indicator. */
    readonly unplaced: true | undefined;
  }[];
}

/** `index.json` without its evidence, which is written row by row. */
export interface IndexHead {
  readonly schema: 'dangan/bundle-index@1';
  readonly bundle: string;
  /** `undefined` when the whole archive is in this one bag. */
  readonly part: BundlePart | undefined;
  readonly unit: string;
  /** `undefined` when all is as usual. */
  readonly settings: IndexSettings | undefined;
  readonly system: {
    readonly title: string;
    readonly edition: string | undefined;
    readonly issuer: string | undefined;
    readonly total: string | undefined;
    /** SHA-256 of `criteria.yaml`. */
    readonly sha256: string;
  };
  readonly date: Day;
  readonly files: number;
  readonly bytes: number;
  /** Folders without a file anywhere below them, which no manifest can name. */
  readonly emptyFolders: readonly string[];
  readonly indicators: readonly IndexIndicator[];
}
