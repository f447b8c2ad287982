import type { Archive } from '../../archive/types.js';
import { isSpace } from '../../naming/characters.js';
import { type FlaggedName, flaggedNames, portableNameOf } from '../../naming/flagged-names.js';
import { FLAG, unseenCharacters } from '../../naming/portable.js';
import { mendFlagged, proposedNames, settleFlagged } from '../renames.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * A name is in NFC, and holds nothing that a reader cannot see: two names that look alike are one name.
 *
 * Blanks around the ordinal are left to `name-separator`, those at the end to `port-trailing-dot-space`, control
 * characters to `port-illegal-char`.
 *
 * @see https://www.unicode.org/reports/tr15/
 */
export const portUnicodeForm: ArchiveRule = {
  id: 'port-unicode-form',
  severity: 'warning',
  fix: 'safe',
  scope: 'file',
  properties: ['GD-1-6'],

  *check(archive) {
    const names = concerned(archive);
    const proposals = proposedNames(names, archive);
    for (const flagged of names) yield seen(flagged, proposals.get(flagged)?.name);
  },

  *mend(archive) {
    const renames = settleFlagged(concerned(archive), (name) => portableNameOf(name, archive));
    yield* mendFlagged(renames, true);
  },
};

function concerned(archive: Archive): FlaggedName[] {
  const unseen = FLAG.invisible | FLAG.space;
  return flaggedNames(archive).filter((flagged) => {
    if (flagged.flags & FLAG.form) return true;
    if ((flagged.flags & unseen) === 0) return false;
    const { invisible, spaces } = unseenCharacters(judgedText(flagged));
    return invisible.length + spaces.length > 0;
  });
}

/** The name but for what other rules say of the blanks in it. */
function judgedText({ name, file }: FlaggedName): string {
  let from = 0;
  if (file?.parts.ordinal !== undefined) {
    const { digits, separator } = file.parts;
    from = name.indexOf(digits) + digits.length + separator.length;
  }
  let to = name.length;
  while (to > from && (name.endsWith('.', to) || isSpace(name.charCodeAt(to - 1)))) to -= 1;
  return name.slice(from, to);
}

function seen(flagged: FlaggedName, suggested: string | undefined): Seen {
  const { name, path, file } = flagged;
  const { invisible, spaces } = unseenCharacters(judgedText(flagged));
  const place = {
    path,
    title: file ? lastingTitle(file.parts) : name,
    ...(suggested === undefined && { fix: 'none' as const }),
  };
  if (invisible.length > 0)
    return {
      messageId: 'port-unicode-form/invisible',
      data: { name, characters: [...invisible, ...spaces], suggested },
      ...place,
    };
  return spaces.length > 0
    ? {
        messageId: 'port-unicode-form/space',
        data: { name, characters: spaces, suggested },
        ...place,
      }
    : { messageId: 'port-unicode-form/form', data: { name, suggested }, ...place };
}
