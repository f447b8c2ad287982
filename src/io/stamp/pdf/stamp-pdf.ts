/** Puts a name into the footer of every page of a PDF: all that was there stays, byte for byte, and an update follows. */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { LeftAlone } from '../../../core/stamp/left-alone.js';
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import type { Stamp, Stamped } from '../../../core/stamp/types.js';
import { withFile } from '../../facts/open-file.js';
import { bytesOf, firstOf, joined, type Bytes } from './bytes.js';
import { footerTypeface } from './font.js';
import { isKept, isOnEveryPage, outlineOf, seenBy, type Outline } from './judge.js';
import { makeUpdate, type Mending } from './make-update.js';
import type { Opened } from './open-document.js';
import { openPdf } from './open-pdf.js';
import { ownUpdateOf } from './own-update.js';
import { pagesOf, type PageTree } from './pages.js';
import { bearsEverywhere } from './read-pdf-stamp.js';
import { refuse } from './refusals.js';

/** Offsets of a cross-reference have ten digits, and pdf.js wants one number for each. */
const MOST_BYTES = 2 ** 31;

export const stampPdf: Stamp = async (from, to, text) => {
  try {
    return await withFile(from, async (file) => {
      if (file.sizeBytes > MOST_BYTES) throw new LeftAlone('too-large');
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
  if (error instanceof LeftAlone) return error.stamped;
  throw error;
}

interface Stamping {
  readonly bytes: Bytes;
  readonly before: readonly string[];
}

/** @throws {LeftAlone | Broken} */
async function stampingOf(bytes: Bytes, text: string): Promise<Stamping | 'same'> {
  requireGlyphs(text);
  const own = ownUpdateOf(bytes);
  if (own?.text === text) return 'same';
  const original = own === undefined ? bytes : firstOf(bytes, own.length);
  const opened = openPdf(original);
  refuse(opened.document);
  const tree = pagesOf(opened.document);
  if (tree.shown === 0) throw new LeftAlone('no-pages');
  const seen = await lookAt(original, textsOf(opened), text);
  if (seen === 'bears') return own === undefined ? 'same' : { bytes: original, before: [own.text] };
  const stamped = await updated(opened, { tree, text, seen });
  return own === undefined ? stamped : { ...stamped, before: [own.text] };
}

/** @throws {LeftAlone} - Whatever is done, pdf.js sees another document than before. */
async function updated(
  opened: Opened,
  { tree, text, seen }: { tree: PageTree; text: string; seen: Outline },
): Promise<Stamping> {
  // Not all readers see the same pages, so that it counts what became of those that are seen.
  const isOdd = !tree.isCounted || seen.pages !== tree.shown;
  for (const mending of mendingsOf(opened)) {
    const made = makeUpdate(opened, tree.pages, { text, font: footerTypeface(), mending });
    const bytes = joined(opened.document.bytes, made.bytes);
    const isGood = await seenBy(bytes, async (document) => {
      const after = await outlineOf(document, textsOf(opened));
      return isKept(seen, after, made.before) && (!isOdd || (await isOnEveryPage(document, text)));
    });
    if (isGood === true) return { bytes, before: made.before };
  }
  throw new LeftAlone('damaged', isOdd ? 'pages' : 'changed');
}

function mendingsOf({ newest, hasTrailer }: Opened): readonly Mending[] {
  return newest === undefined && hasTrailer ? ['theirs', 'ours'] : ['ours'];
}

/** @throws {LeftAlone} */
function requireGlyphs(text: string): void {
  const font = footerTypeface();
  const lacking = Array.from(text).filter(
    (character) => font.glyphOf(character.codePointAt(0) ?? 0) === 0,
  );
  if (lacking.length > 0) throw new LeftAlone('no-glyph', [...new Set(lacking)].join(''));
}

/** Of how many pages the text is compared: a document that had to be mended is compared as a whole. */
function textsOf({ newest }: Opened): number {
  return newest === undefined ? 500 : 1;
}

/** @throws {LeftAlone} - pdf.js sees no page. */
async function lookAt(original: Bytes, texts: number, name: string): Promise<Outline | 'bears'> {
  const seen = await seenBy(original, async (document) =>
    (await bearsEverywhere(document, name)) ? ('bears' as const) : outlineOf(document, texts),
  );
  if (seen === undefined || (seen !== 'bears' && !(seen.pages > 0))) throw new LeftAlone('damaged');
  return seen;
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
