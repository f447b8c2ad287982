import type { FindingMessages } from '../../messages/types.js';
import type { ArchivePath } from '../archive/paths.js';
import type { Indicator, Place } from '../system/types.js';

export type Severity = 'error' | 'warning' | 'info';

/** `safe` is done by `fix --write`; `unsafe` also needs `--unsafe`; `proposes` only says what could be done. */
export type FixTier = 'safe' | 'unsafe' | 'proposes' | 'none';

export type FindingMessageId = keyof FindingMessages;

/** What a rule saw. It is data: the words are in `messages` under `messageId`. */
export type Seen = {
  [Id in FindingMessageId]: {
    readonly messageId: Id;
    /** What the sentence is made with; `{}` where it needs nothing. */
    readonly data: Parameters<FindingMessages[Id]> extends [infer Data] ? Data : object;
    /** The file or folder it is about. */
    readonly path?: ArchivePath;
    /** The title of the evidence it is about: renumbering does not make it another finding. */
    readonly title?: string;
    readonly indicator?: Indicator;
    /** Line and column in the scoring system. */
    readonly at?: Place;
    /** Where it differs from the rule's own. */
    readonly severity?: Severity;
    /** Where it differs from the rule's own: `none` when this one cannot be mended. */
    readonly fix?: FixTier;
  };
}[FindingMessageId];
