/** The pages of a PDF with what they have from the nodes above them. */
import { LeftAlone } from '../../../core/stamp/left-alone.js';
import { overlap, type Box } from '../../../core/stamp/pdf/matrix.js';
import type { PageShape } from '../../../core/stamp/pdf/place.js';
import { Dict, Name, Ref, type Value } from '../../../core/stamp/pdf/values.js';
import type { PdfDocument } from './document.js';

export interface Page {
  readonly ref: Ref;
  readonly dict: Dict;
  readonly shape: PageShape;
  /** Its own, or those of a node above it. */
  readonly resources: Value;
}

/** What pages have from above when they do not say otherwise (PDF 32000-1, 7.7.3.4). */
interface Inherited {
  readonly media: Value;
  readonly crop: Value;
  readonly rotate: Value;
  readonly resources: Value;
}

const DEEPEST = 100;
const MOST_PAGES = 200_000;

export interface PageTree {
  /** Each once, also one that is shown twice. */
  readonly pages: readonly Page[];
  /** How many are shown. */
  readonly shown: number;
  /** The root of the tree speaks of as many, or of none. */
  readonly isCounted: boolean;
}

/**
 * @throws {LeftAlone} - A page has no number of its own, so that it cannot be changed.
 */
export function pagesOf(document: PdfDocument): PageTree {
  const pages: Page[] = [];
  let shown = 0;
  const seen = new Set<number>();
  const visit = (kid: Value, above: Inherited, depth: number) => {
    const dict = document.dict(kid);
    if (dict === undefined || depth > DEEPEST) return;
    if (!(kid instanceof Ref)) throw new LeftAlone('damaged', 'page');
    const kids = document.list(dict.get('Kids'));
    // Some readers go by the one, some by the other; what the catalogue leads to all of them take for the tree.
    if (kids !== undefined && depth > 0 && typeOf(document, dict) === 'Page') {
      throw new LeftAlone('damaged', 'page');
    }
    if (kids === undefined && !couldBePage(document, kid, dict))
      throw new LeftAlone('damaged', 'page');
    if (kids === undefined) shown += 1;
    if (seen.has(kid.number)) return;
    seen.add(kid.number);
    const own = inheritedBy(dict, above);
    if (kids === undefined) {
      if (pages.length >= MOST_PAGES) throw new LeftAlone('too-large');
      pages.push({ ref: kid, dict, shape: shapeOf(document, dict, own), resources: own.resources });
    } else for (const below of kids) visit(below, own, depth + 1);
  };
  const root = document.dict(document.trailer.get('Root'));
  const none = { media: null, crop: null, rotate: null, resources: null };
  visit(root?.get('Pages') ?? null, none, 0);
  const count = document.resolve(document.dict(root?.get('Pages') ?? null)?.get('Count') ?? null);
  const isCounted = typeof count !== 'number' || count <= 0 || count === shown;
  return { pages, shown, isCounted };
}

function typeOf(document: PdfDocument, dict: Dict): string | undefined {
  const type = document.resolve(dict.get('Type'));
  return type instanceof Name ? type.name : undefined;
}

const OF_PAGES = ['Parent', 'Contents', 'MediaBox'];

/** Readers show whatever the tree leads to; a font, or the contents of another page, would be broken by being one. */
function couldBePage(document: PdfDocument, kid: Ref, dict: Dict): boolean {
  if (document.isStream(kid)) return false;
  const type = typeOf(document, dict);
  return type === undefined || type === 'Page' || OF_PAGES.some((key) => dict.has(key));
}

function inheritedBy(dict: Dict, above: Inherited): Inherited {
  const own = (key: string, otherwise: Value) => (dict.has(key) ? dict.get(key) : otherwise);
  return {
    media: own('MediaBox', above.media),
    crop: own('CropBox', above.crop),
    rotate: own('Rotate', above.rotate),
    resources: own('Resources', above.resources),
  };
}

/** What readers take when a page does not say: American letter. */
const LETTER: Box = [0, 0, 612, 792];

function shapeOf(document: PdfDocument, dict: Dict, { media, crop, rotate }: Inherited): PageShape {
  const whole = boxOf(document, media) ?? LETTER;
  const cropped = boxOf(document, crop);
  const seen = cropped === undefined ? whole : (overlap(whole, cropped) ?? whole);
  const angle = document.resolve(rotate);
  const rotation = typeof angle === 'number' ? ((angle % 360) + 360) % 360 : 0;
  const unit = document.resolve(dict.get('UserUnit'));
  return {
    box: seen,
    rotation: rotation % 90 === 0 ? rotation : 0,
    unit: typeof unit === 'number' && unit > 0 ? unit : 1,
  };
}

function boxOf(document: PdfDocument, value: Value): Box | undefined {
  const sides = (document.list(value) ?? []).map(document.resolve);
  const [x = null, y = null, X = null, Y = null] = sides;
  if (![x, y, X, Y].every((side) => typeof side === 'number' && Number.isFinite(side)))
    return undefined;
  const [left, bottom, right, top] = [x, y, X, Y] as number[] as [number, number, number, number];
  const box: Box = [
    Math.min(left, right),
    Math.min(bottom, top),
    Math.max(left, right),
    Math.max(bottom, top),
  ];
  return box[2] > box[0] && box[3] > box[1] ? box : undefined;
}
