/** Puts a name into the footer of every page of a PDF: all that was there stays, byte for byte, and an update follows. */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Stamp, Stamped } from '../../../core/stamp/types.js';
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import { withFile } from '../../facts/open-file.js';
import { bytesOf, firstOf, joined, type Bytes } from './bytes.js';
import { footerTypeface } from './font.js';
import { outline, seenBy } from './judge.js';
import { Left } from './left.js';
import { makeUpdate } from './make-update.js';
import { openPdf } from './open-pdf.js';
import { ownUpdateOf } from './own-update.js';
import { pagesOf } from './pages.js';
import { refuse } from './refusals.js';

/** More cannot be read back by pdf.js in the memory that there is. */
const MOST_BYTES = 2 ** 31;

export const stampPdf: Stamp = async (from, to, text) => {
  try {
    return await withFile(from, async (file) => {
      if (file.sizeBytes > MOST_BYTES) throw new Left('too-large');
      const stamping = await stampingOf(bytesOf(file), text);
      if (stamping === 'same') return { did: 'same' };
      if (to !== undefined) writeAll(to, stamping.bytes);
      return { did: 'stamped', before: stamping.before };
    });
  } catch (error) {
    return leftBecause(error);
  }
};

function leftBecause(error: unknown): Stamped {
  if (error instanceof Broken) return { did: 'left', because: 'damaged' };
  if (!(error instanceof Left)) throw error;
  const { because, detail } = error;
  return { did: 'left', because, ...(detail === undefined ? {} : { detail }) };
}

interface Stamping {
  readonly bytes: Bytes;
  readonly before: readonly string[];
}

/** @throws {Left | Broken} */
async function stampingOf(bytes: Bytes, text: string): Promise<Stamping | 'same'> {
  requireGlyphs(text);
  const now = openPdf(bytes);
  const own = ownUpdateOf(bytes, now);
  if (own?.text === text) return 'same';
  const original = own === undefined ? bytes : firstOf(bytes, own.length);
  const opened = own === undefined ? now : openPdf(original);
  refuse(opened.document);
  const pages = pagesOf(opened.document);
  if (pages.length === 0) throw new Left('no-pages');
  const update = makeUpdate(opened, pages, text, footerTypeface());
  const stamped = joined(original, update);
  await requireSameOutline(original, stamped);
  return { bytes: stamped, before: own === undefined ? [] : [own.text] };
}

/** @throws {Left} */
function requireGlyphs(text: string): void {
  const font = footerTypeface();
  const lacking = Array.from(text).filter(
    (character) => font.glyphOf(character.codePointAt(0) ?? 0) === 0,
  );
  if (lacking.length > 0) throw new Left('no-glyph', [...new Set(lacking)].join(''));
}

/** @throws {Left} - pdf.js sees another document than before. */
async function requireSameOutline(original: Bytes, stamped: Bytes): Promise<void> {
  const before = await seenBy(original, outline);
  if (before === undefined) throw new Left('damaged');
  const after = await seenBy(stamped, outline);
  if (after?.pages !== before.pages || after.shapes !== before.shapes) throw new Left('damaged');
}

const PIECE = 2 ** 20;

function writeAll(path: string, bytes: Bytes): void {
  const file = openSync(path, 'w');
  try {
    for (let at = 0; at < bytes.size;) {
      const piece = bytes.read(at, Math.min(PIECE, bytes.size - at));
      if (piece.length === 0) throw new Error(`${path} ended early`);
      for (let done = 0; done < piece.length;) done += writeSync(file, piece, done);
      at += piece.length;
    }
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}
