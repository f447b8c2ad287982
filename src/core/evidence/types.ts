/** Evidence with all that is known of it: its name, its ledger entry, and what its contents say. */
import type { ArchivePath } from '../archive/paths.js';
import type { Span } from '../dates/span.js';
import type { FileFacts } from '../documents/types.js';
import type { Ledger, LedgerEntry } from '../ledger/types.js';
import type { EvidenceName } from '../naming/types.js';
import type { Day, EvidenceKind, Indicator } from '../system/types.js';
import type { Scores } from '../scoring/scores.js';
import type { FooterFound } from '../stamp/types.js';

/** What was read in a file, as far as it was asked for. */
export interface ContentFacts {
  /**
   * Pages or slides, as far as the file itself tells them: of PDF and OFD its pages, of presentations their slides, of
   * a picture 1, or as many as a TIFF holds. Of Word, WPS and ODF text what the program that saved it counted, since
   * only laying it out would tell. `undefined` for workbooks, whose pages are those of a printer, and where nobody
   * counted: nothing is guessed.
   */
  readonly pages?: number | undefined;
  /** Characters of its text, blanks not counted; `undefined` where it cannot be told. */
  readonly characters: number | undefined;
  /** Day of creation in the document's properties, or in those of a video. */
  readonly created: Day | undefined;
  /** Day on which a photo was taken (EXIF). */
  readonly taken: Day | undefined;
  /** Why it could not be read. `damaged`: it is not what it says that it holds, and no program opens it as it was. */
  readonly failed?: 'unreadable' | 'damaged' | 'encrypted' | 'unsupported';
}

/** What an archive is judged with besides its tree. */
export interface Known {
  /** Day of the check; what is not over on it is not owed yet. */
  readonly today: Day;
  /** By path of the folder. */
  readonly ledgers: ReadonlyMap<ArchivePath, Ledger>;
  /** By path of the file; only of those that `factsWanted` names. */
  readonly facts: ReadonlyMap<ArchivePath, ContentFacts>;
  readonly scores: Scores;
  /** By path of the document, what names are in its footers; absent where nobody looked. */
  readonly footers?: ReadonlyMap<ArchivePath, FooterFound>;
  /** What each file of the tree really is, by its path on disk; absent where nobody looked. */
  readonly files?: ReadonlyMap<ArchivePath, FileFacts>;
}

/** In order of trust: file time is none of them. */
export type DateSource = 'ledger' | 'name' | 'folder' | 'document' | 'exif';

export interface EvidenceDate extends Span {
  readonly source: DateSource;
  /** What somebody wrote, where the file's own properties have made it finer. */
  readonly written?: EvidenceDate;
}

export interface Evidence {
  /** Of the file; of a link, the path of the ledger with `#` and the number of its entry. */
  readonly path: ArchivePath;
  /** The leaf indicator in whose folder it is kept. */
  readonly home: Indicator;
  /** The folder that it lies in, `''` for the indicator's own; a sub-folder may hold one activity. */
  readonly group: string;
  readonly title: string;
  /** `undefined` for a link. */
  readonly name: EvidenceName | undefined;
  readonly entry: LedgerEntry | undefined;
  readonly date: EvidenceDate | undefined;
  /** Another source that says otherwise. */
  readonly otherDate: EvidenceDate | undefined;
  /** Kinds that it passes for; empty when neither ledger, name nor extension tell. */
  readonly kinds: readonly EvidenceKind[];
  /** `undefined` where nobody counted. */
  readonly characters: number | undefined;
}
