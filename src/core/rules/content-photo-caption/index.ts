import { eachFlaw, toldOf } from '../owed.js';
import type { ArchiveRule } from '../types.js';

/** Every photo that has to have a caption has all that the caption must give: time, place, people, subject. */
export const contentPhotoCaption: ArchiveRule = {
  id: 'content-photo-caption',
  severity: 'warning',
  fix: 'none',
  properties: ['GD-2-3', 'GD-2-4'],

  *check(archive) {
    for (const { owed, lack } of eachFlaw(archive, 'caption')) {
      const data = { title: owed.title, missing: lack.missing };
      yield { messageId: 'content-photo-caption/fields', data, ...toldOf(lack.evidence, owed) };
    }
  },
};
