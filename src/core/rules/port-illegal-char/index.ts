import { type FlaggedName, flaggedNames, portableNameOf } from '../../naming/flagged-names.js';
import { FLAG, illegalCharacters } from '../../naming/portable.js';
import type { Archive } from '../../archive/types.js';
import { mendFlagged, proposedNames, settleFlagged } from '../renames.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * No name has a character that Windows refuses. Each has a full-width form that looks the same and works everywhere.
 *
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export const portIllegalChar: ArchiveRule = {
  id: 'port-illegal-char',
  severity: 'error',
  fix: 'safe',
  scope: 'file',
  properties: ['GD-1-6', 'GD-1-7'],

  *check(archive) {
    const names = concerned(archive);
    const proposals = proposedNames(names, archive);
    for (const flagged of names) yield seen(flagged, proposals.get(flagged)?.name);
  },

  *mend(archive) {
    const names = concerned(archive).filter(({ flags }) => flags & (FLAG.illegal | FLAG.control));
    yield* mendFlagged(
      settleFlagged(names, (name) => portableNameOf(name, archive)),
      true,
    );
  },
};

function concerned(archive: Archive): FlaggedName[] {
  const bits = FLAG.illegal | FLAG.control | FLAG.undecodable;
  return flaggedNames(archive).filter(({ flags }) => flags & bits);
}

function seen({ name, path, flags, file }: FlaggedName, suggested: string | undefined): Seen {
  const place = { path, title: file ? lastingTitle(file.parts) : name };
  if (!(flags & (FLAG.illegal | FLAG.control)))
    return { messageId: 'port-illegal-char/undecodable', data: { name }, fix: 'none', ...place };
  const characters = illegalCharacters(name);
  const fix = suggested === undefined ? { fix: 'none' as const } : {};
  return file?.parts.separator.includes(':') && characters.length === 1
    ? { messageId: 'port-illegal-char/colon', data: { name, suggested }, ...place, ...fix }
    : {
        messageId: 'port-illegal-char/characters',
        data: { name, characters, suggested },
        ...place,
        ...fix,
      };
}
