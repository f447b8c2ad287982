import { leafFolders } from '../../archive/evidence.js';
import type { Archive } from '../../archive/types.js';
import { classOf } from '../../documents/formats.js';
import { isPacked, takesPacked } from '../../documents/packed.js';
import { evidenceOf } from '../../system/conditions.js';
import type { Requirement } from '../../system/types.js';
import type { Seen } from '../seen.js';
import { seenFiles } from '../contents.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';

/**
 * Every file has one of the formats that the settings allow; where they name none, all are allowed but archives of
 * files, in which nobody sees what there is.
 */
export const contentTypeNotAllowed: ArchiveRule = {
  id: 'content-type-not-allowed',
  severity: 'warning',
  fix: 'none',
  scope: 'file',
  properties: ['GD-3-3'],

  *check(archive) {
    const { allowed } = archive.settings.contents;
    if (!allowed) {
      yield* packed(archive);
      return;
    }
    const isAllowed = new Set<string>(allowed);
    for (const { file, facts, placeholder } of seenFiles(archive)) {
      const { format } = facts;
      // What it is cannot be told: that is said by another rule.
      if (format === undefined || placeholder) continue;
      if (isAllowed.has(format) || isAllowed.has(classOf(format))) continue;
      const { path, parts } = file;
      const data = { format, allowed };
      yield {
        messageId: 'content-type-not-allowed/format',
        data,
        path,
        title: lastingTitle(parts),
      };
    }
  },
};

/** Of leaf indicators that ask for nothing which may be packed. */
function* packed(archive: Archive): Generator<Seen> {
  for (const { match, files } of leafFolders(archive)) {
    const own = files.filter(({ name }) => isPacked(name));
    const { indicator } = match.expected;
    if (own.length === 0 || (indicator && evidenceOf(indicator).some(takesAny))) continue;
    for (const { path, parts } of own) {
      yield {
        messageId: 'content-type-not-allowed/packed',
        data: {},
        path,
        title: lastingTitle(parts),
      };
    }
  }
}

function takesAny({ kind, of, either }: Requirement): boolean {
  return takesPacked(kind) || [...of, ...either].some(takesAny);
}
