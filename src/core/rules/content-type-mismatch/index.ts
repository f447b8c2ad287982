import { eachFolder, type Archive, type EvidenceFile } from '../../archive/types.js';
import { joinPath, parentOf, type ArchivePath } from '../../archive/paths.js';
import { extensionOf, isKnownExtension, opensAs } from '../../documents/formats.js';
import type { FileFormat } from '../../documents/types.js';
import { settleRenames } from '../../naming/settle-renames.js';
import type { Mend } from '../../change/types.js';
import { firstMark, seenFiles, type SeenFile } from '../contents.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * Every file opens with a double click: its extension is one of its format's, it is whole, and it asks for no password.
 *
 * Extensions that nothing is known of claim nothing, and are not judged.
 */
export const contentTypeMismatch: ArchiveRule = {
  id: 'content-type-mismatch',
  severity: 'error',
  fix: 'unsafe',
  scope: 'file',
  properties: ['GD-1-10', 'GD-3-4', 'GD-3-8'],

  *check(archive) {
    const faults = faultsOf(archive);
    const renames = renamesOf(archive, faults);
    for (const { file, found } of faults) {
      const { path, name, parts } = file;
      const title = lastingTitle(parts);
      // A new name may be too long, or taken.
      const stays = found.fix === undefined && renames.get(parentOf(path))?.has(name) !== true;
      yield { ...found, path, title, ...(stays && { fix: 'none' }) };
    }
  },

  *mend(archive) {
    for (const [path, renames] of renamesOf(archive, faultsOf(archive))) {
      for (const [from, to] of renames) yield move(path, from, to);
    }
  },
};

/** What keeps it from opening, worst first; a file that is elsewhere is another rule's. */
const MARKS = ['unreadable', 'encrypted', 'damaged', 'truncated'] as const;

/** Anything may be text: that it is enough of it to be read under another name, only a person can tell. */
const NO_SIGNATURE: ReadonlySet<FileFormat> = new Set(['txt', 'csv']);

interface Fault {
  readonly file: EvidenceFile;
  readonly format: FileFormat | undefined;
  readonly found: Seen;
}

function faultsOf(archive: Archive): readonly Fault[] {
  const faults: Fault[] = [];
  for (const seen of seenFiles(archive)) {
    const found = faultOf(seen);
    if (found) faults.push({ file: seen.file, format: seen.facts.format, found });
  }
  return faults;
}

function faultOf({ file, facts, placeholder }: SeenFile): Seen | undefined {
  if (placeholder || facts.isUnseen || facts.sizeBytes === 0) return undefined;
  const { format } = facts;
  const mark = firstMark(facts, MARKS);
  if (mark === 'unreadable') {
    return { messageId: 'content-type-mismatch/unreadable', data: {}, fix: 'none' };
  }
  if (mark) return { messageId: `content-type-mismatch/${mark}`, data: { format }, fix: 'none' };
  const { extension } = file.parts;
  if (format === undefined) {
    if (!isKnownExtension(extension)) return undefined;
    return { messageId: 'content-type-mismatch/unknown', data: { extension }, fix: 'none' };
  }
  const wanted = extensionOf(format);
  if (wanted === undefined) return undefined;
  if (extension === '')
    return { messageId: 'content-type-mismatch/none', data: { format, wanted } };
  if (opensAs(format, extension) !== false) return undefined;
  if (NO_SIGNATURE.has(format)) {
    return { messageId: 'content-type-mismatch/text', data: { extension }, fix: 'none' };
  }
  return { messageId: 'content-type-mismatch/extension', data: { format, extension, wanted } };
}

/** By path of the folder, new names by old; those that are taken already are left out. */
function renamesOf(
  archive: Archive,
  faults: readonly Fault[],
): ReadonlyMap<ArchivePath, ReadonlyMap<string, string>> {
  const wrong = new Map<string, FileFormat>();
  for (const { file, format, found } of faults) {
    if (found.fix === undefined && format) wrong.set(file.path, format);
  }
  const renames = new Map<ArchivePath, ReadonlyMap<string, string>>();
  if (wrong.size === 0) return renames;
  for (const folder of eachFolder(archive.root)) {
    const wanted = new Map<string, string>();
    for (const file of folder.files) {
      const format = wrong.get(file.path);
      if (format) wanted.set(file.name, renamed(file, format));
    }
    if (wanted.size > 0) renames.set(folder.path, settleRenames(folder, wanted));
  }
  return renames;
}

/** With the extension of the format in the place of its own. */
function renamed({ name, parts }: EvidenceFile, format: FileFormat): string {
  const { extension } = parts;
  const at = extension === '' ? name.length : name.lastIndexOf(extension);
  return `${name.slice(0, at).replace(/[. ]{1,255}$/, '')}${extensionOf(format) ?? ''}`;
}

function move(folder: ArchivePath, from: string, to: string): Mend {
  return {
    do: 'move',
    of: 'file',
    from: joinPath(folder, from),
    to: joinPath(folder, to),
    safe: false,
  };
}
