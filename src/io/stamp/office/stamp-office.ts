/** What Word, Excel and PowerPoint files have in common when a name is put into them. */
import type { ZipEntry } from '../../../core/bundle/zip/directory.js';
import { XmlError } from '../../../core/documents/xml.js';
import { LeftAlone } from '../../../core/stamp/left-alone.js';
import { mainPartOf, type OfficeKind } from '../../../core/stamp/package/main-part.js';
import type { Change, Parts } from '../../../core/stamp/package/parts.js';
import type { Stamp, Stamped } from '../../../core/stamp/types.js';
import { withFile } from '../../facts/open-file.js';
import { Unread } from '../../facts/unread.js';
import { OfficeFile } from './office-file.js';
import { rewriteZip } from './rewrite.js';

/** @param change - Given the main part of a document of the kind. */
export function stampOf(
  kind: OfficeKind,
  change: (parts: Parts, main: string, text: string) => Change,
): Stamp {
  return (from, to, text) =>
    withFile(from, (file): Stamped => {
      const planned = reading(() => {
        const office = new OfficeFile(file);
        const found = mainPartOf(office);
        if (found.kind !== kind) throw new LeftAlone('unsupported', found.kind);
        return { office, ...change(office, found.main, text) };
      });
      if (planned instanceof LeftAlone) return planned.stamped;
      const { office, parts, before } = planned;
      if (parts.size === 0) return { did: 'same' };
      if (to !== undefined) write(office, to, parts);
      return { did: 'stamped', before };
    });
}

function write(office: OfficeFile, to: string, parts: ReadonlyMap<string, string>): void {
  const changed = new Map<ZipEntry, Buffer>();
  const added = new Map<string, Buffer>();
  for (const [part, text] of parts) {
    const entry = office.entryOf(part);
    if (entry) changed.set(entry, office.encode(entry, text));
    else added.set(part, Buffer.from(text));
  }
  rewriteZip(office, to, changed, added);
}

/** What goes wrong with the disk is thrown; what goes wrong with the document is told. */
export function reading<T>(read: () => T): T | LeftAlone {
  try {
    return read();
  } catch (error) {
    if (error instanceof LeftAlone) return error;
    if (error instanceof Unread) {
      return new LeftAlone(error.why === 'encrypted' ? 'encrypted' : 'damaged');
    }
    if (error instanceof XmlError) return new LeftAlone('damaged', error.message);
    if (isOfNumbers(error)) return new LeftAlone('damaged');
    throw error;
  }
}

/** Of zlib, or of a length that leads out of the file. */
function isOfNumbers(error: unknown): boolean {
  return error instanceof Error && 'code' in error && !('syscall' in error);
}
