import { foldersToJudge } from '../../archive/evidence.js';
import type { Archive, EvidenceFile } from '../../archive/types.js';
import { formatOrdinal, highestOrdinal, type Naming } from '../../naming/format.js';
import { closeGaps, isNumbered } from '../../naming/renumber.js';
import { settleRenames } from '../../naming/settle-renames.js';
import { mendFiles, mendMisnamed, misnamed } from '../renames.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * Ordinals are written with two digits (three, when `naming.digits` is 3), so that file managers sort them.
 *
 * Padding is safe. More files than the digits can number, and ordinals above that, are told once for each folder: when
 * it has few enough files it can be renumbered, else it needs three digits.
 */
export const nameSequenceWidth: ArchiveRule = {
  id: 'name-sequence-width',
  severity: 'warning',
  fix: 'safe',
  scope: 'file',
  properties: ['GD-1-7', 'GD-2-6'],

  *check(archive) {
    const { naming } = archive.settings;
    for (const { file, suggested } of misnamed(archive, isWrongWidth(naming))) {
      const { digits, ordinal = 0, title } = file.parts;
      yield {
        messageId: 'name-sequence-width/width',
        data: {
          name: file.name,
          found: digits,
          expected: formatOrdinal(ordinal, naming),
          suggested,
        },
        path: file.path,
        title,
        ...(suggested === undefined && { fix: 'none' as const }),
      };
    }
    yield* checkLimit(archive);
  },

  *mend(archive) {
    const { naming } = archive.settings;
    yield* mendMisnamed(archive, isWrongWidth(naming));
    const limit = highestOrdinal(naming);
    for (const place of foldersToJudge(archive)) {
      if (place.files.length <= limit && highestOf(place.files) > limit)
        yield* mendFiles(place, closeGaps(place.files, naming), () => false);
    }
  },
};

function* checkLimit(archive: Archive): Generator<Seen> {
  const { naming } = archive.settings;
  const limit = highestOrdinal(naming);
  for (const { folder, files } of foldersToJudge(archive)) {
    const highest = highestOf(files);
    const isFull = files.length > limit;
    if (highest <= limit && !isFull) continue;
    const renames = isFull ? new Map<string, string>() : closeGaps(files, naming);
    yield {
      messageId: isFull ? 'name-sequence-width/full' : 'name-sequence-width/over',
      data: { highest, limit, files: files.length },
      path: folder.path,
      title: '',
      fix: settleRenames(folder, renames).size > 0 ? 'unsafe' : 'none',
    };
  }
}

function highestOf(files: readonly EvidenceFile[]): number {
  let highest = 0;
  for (const { parts } of files) if ((parts.ordinal ?? 0) > highest) highest = parts.ordinal ?? 0;
  return highest;
}

function isWrongWidth(naming: Naming): (file: EvidenceFile) => boolean {
  return (file) => {
    const { ordinal = 0, digits, title } = file.parts;
    if (digits.length === naming.digits && isAsciiDigits(digits)) return false;
    return isNumbered(file) && title !== '' && digits !== formatOrdinal(ordinal, naming);
  };
}

function isAsciiDigits(digits: string): boolean {
  for (let at = 0; at < digits.length; at += 1) {
    const code = digits.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
