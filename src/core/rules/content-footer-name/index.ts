import { nameOf, parentOf, type ArchivePath } from '../../archive/paths.js';
import type { Archive } from '../../archive/types.js';
import { listIn } from '../../group.js';
import { stampTexts } from '../../stamp/texts.js';
import type { FooterFound } from '../../stamp/types.js';
import type { ArchiveRule } from '../types.js';

/**
 * Documents have their names in their footers, on the right.
 *
 * Told by folder: in an archive that was never stamped it is every document. What cannot be read, or bears no footers,
 * is not judged; nor is anything where nobody looked, which takes time and is done only when the settings ask for it.
 */
export const contentFooterName: ArchiveRule = {
  id: 'content-footer-name',
  severity: 'info',
  fix: 'proposes',
  properties: ['GD-1-10'],

  *check(archive) {
    const textOf = stampTexts(archive, archive.settings.stamp.template);
    const lacking = new Map<ArchivePath, ArchivePath[]>();
    for (const [path, found] of archive.known?.footers ?? []) {
      if (!bears(found, textOf(path))) listIn(lacking, parentOf(path)).push(path);
    }
    for (const [folder, [first = '', ...others]] of lacking) {
      const data = { count: others.length + 1, first: nameOf(first) };
      yield { messageId: 'content-footer-name/lacking', data, path: folder, title: nameOf(folder) };
    }
  },
};

/** Do the settings ask for it? */
export function asksForFooters({ settings }: Archive): boolean {
  return (settings.rules['content-footer-name'] ?? 'off') !== 'off';
}

function bears(found: FooterFound, text: string): boolean {
  if (found === undefined) return true;
  return found.everywhere && found.names.some((name) => likened(name) === likened(text));
}

/** People who write it by hand leave blanks, and take another colon. */
function likened(text: string): string {
  return text.normalize('NFC').replaceAll(':', '：').replaceAll(/\s+/gu, '');
}
