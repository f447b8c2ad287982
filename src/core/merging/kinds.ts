/** Files in which people write entry by entry, and what tells one entry from another. */
import { nameOf, type ArchivePath } from '../archive/paths.js';
import { LEDGER } from '../ledger/file.js';
import { ANSWERS } from '../scoring/answers.js';
import { foldName } from '../text.js';
import type { WrittenMap } from '../yaml-file/node.js';

export interface ListKind {
  /** What it is about; two entries about one thing are one entry. */
  readonly aboutOf: (entry: WrittenMap) => string;
  /** Finds an entry again whose `aboutOf` was changed on one side. */
  readonly againOf?: ((entry: WrittenMap) => string | undefined) | undefined;
  /** One person's word, with the day and the reason: never put together from two. */
  readonly whole?: true;
  /** For a person: which entry it is. */
  readonly nameOf: (entry: WrittenMap) => string;
}

/** By key of the file, the lists in it. */
export type FileKind = ReadonlyMap<string, ListKind>;

const LEDGER_KIND: FileKind = new Map<string, ListKind>([
  [
    'entries',
    {
      aboutOf: (entry) =>
        'file' in entry ? `file ${foldName(text(entry, 'file'))}` : `link ${text(entry, 'link')}`,
      // Of a file that was renamed.
      againOf: (entry) => text(entry, 'sha256').toLowerCase() || undefined,
      nameOf: (entry) => text(entry, 'file') || text(entry, 'link'),
    },
  ],
  [
    'notApplicable',
    {
      whole: true,
      aboutOf: (entry) => text(entry, 'requirement'),
      nameOf: (entry) => text(entry, 'requirement') || 'notApplicable',
    },
  ],
]);

const SCORES_KIND: FileKind = new Map<string, ListKind>([
  [
    'scores',
    {
      whole: true,
      aboutOf: (entry) => {
        const answer = ANSWERS.find((key) => key in entry) ?? '';
        const { indicator = '', criterion = '', rule = answer, tier = '' } = entry;
        return JSON.stringify([indicator, criterion, rule, tier]);
      },
      nameOf: (entry) =>
        [text(entry, 'indicator'), text(entry, 'criterion')].filter(Boolean).join(' '),
    },
  ],
  [
    'vetoes',
    {
      whole: true,
      aboutOf: (entry) => text(entry, 'veto'),
      nameOf: (entry) => text(entry, 'veto'),
    },
  ],
]);

const WAIVED = ['rule', 'indicator', 'title'];

const WAIVERS_KIND: FileKind = new Map<string, ListKind>([
  [
    'waivers',
    {
      whole: true,
      aboutOf: (entry) => JSON.stringify(WAIVED.map((key) => entry[key] ?? '')),
      nameOf: (entry) =>
        WAIVED.map((key) => text(entry, key))
          .filter(Boolean)
          .join(' '),
    },
  ],
]);

/** Names of the files that are merged entry by entry. */
export const MERGED_FILES = [LEDGER, 'scores.yaml', 'waivers.yaml'] as const;

/** @returns `undefined` for a file that is not written entry by entry. */
export function fileKindOf(path: ArchivePath): FileKind | undefined {
  switch (nameOf(path).toLowerCase()) {
    case LEDGER:
      return LEDGER_KIND;
    case 'scores.yaml':
      return SCORES_KIND;
    case 'waivers.yaml':
      return WAIVERS_KIND;
    default:
      return undefined;
  }
}

function text(entry: WrittenMap, key: string): string {
  const value = entry[key];
  return typeof value === 'string' ? value : '';
}
