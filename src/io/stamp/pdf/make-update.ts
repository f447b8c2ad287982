/** The update that puts a name on every page of a PDF. */
import { ContentScanner, type ContentEnd } from '../../../core/stamp/pdf/content-end.js';
import { ELLIPSIS, fitText } from '../../../core/stamp/pdf/fit-text.js';
import { footerFont, type FooterFont } from '../../../core/stamp/pdf/footer-font.js';
import {
  footerForm,
  FORM_SIZE,
  headStream,
  tailStream,
} from '../../../core/stamp/pdf/footer-parts.js';
import { MARK, partOf, writtenTrailerMark } from '../../../core/stamp/pdf/marks.js';
import { matrixFor, roomOn } from '../../../core/stamp/pdf/place.js';
import type { TrueTypeFont } from '../../../core/stamp/pdf/true-type.js';
import { writeUpdate, type KnownObject, type NewObject } from '../../../core/stamp/pdf/update.js';
import { Dict, Ref, writtenRef, type Value } from '../../../core/stamp/pdf/values.js';
import type { PdfDocument } from './document.js';
import type { Opened } from './open-document.js';
import type { Page } from './pages.js';

/** Highest number that readers count objects by: Chromium's stops here. */
const MOST_OBJECTS = 4_000_000;

export function makeUpdate(
  opened: Opened,
  pages: readonly Page[],
  text: string,
  font: TrueTypeFont,
): Buffer {
  const { document, base, newest } = opened;
  const maker = new UpdateMaker(document, text, font);
  for (const page of pages) maker.addPage(page);
  const objects = maker.written();
  const { size } = document.bytes;
  const changed = new Set(objects.map(({ number }) => number));
  return writeUpdate(
    { size, base, newest, trailer: document.trailer },
    {
      objects,
      free: maker.next,
      known: newest === undefined ? knownObjects(document, changed) : [],
      marks: (body) => ({ [MARK]: writtenTrailerMark(size, text, body) }),
    },
  );
}

/** A cross-reference that is broken is replaced by a whole one. */
function knownObjects({ places }: PdfDocument, changed: ReadonlySet<number>): KnownObject[] {
  const known: KnownObject[] = [];
  for (const number of places.numbers()) {
    const place = places.get(number);
    if (place === undefined || changed.has(number)) continue;
    known.push({ number, generation: places.generation(number), place });
  }
  return known.sort((one, other) => one.number - other.number);
}

class UpdateMaker {
  /** The next number that nothing has. */
  next: number;
  private readonly document: PdfDocument;
  private readonly text: string;
  private readonly typeface: TrueTypeFont;
  private readonly font: FooterFont;
  private readonly fontNumber: number;
  private readonly objects: NewObject[] = [];
  private readonly made = new Map<string, number>();
  private readonly ends = new Map<string, ContentEnd>();

  constructor(document: PdfDocument, text: string, typeface: TrueTypeFont) {
    this.document = document;
    this.text = text;
    this.typeface = typeface;
    this.next = firstFree(document);
    this.font = footerFont(typeface, Array.from(new Set(text + ELLIPSIS)));
    this.fontNumber = this.next;
    const first = this.next;
    for (const object of this.font.objects) this.add(object((index) => first + index));
  }

  written(): readonly NewObject[] {
    return this.objects.sort((one, other) => one.number - other.number);
  }

  private add(bytes: Buffer): number {
    const number = this.next;
    this.objects.push({ number, generation: 0, bytes });
    this.next += 1;
    return number;
  }

  /** The same stream is written once for all pages. */
  private once(bytes: Buffer): number {
    const key = bytes.toString('latin1');
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const number = this.add(bytes);
    this.made.set(key, number);
    return number;
  }

  addPage({ ref, dict, shape, resources }: Page): void {
    const room = roomOn(shape);
    const line = fitText(this.text, (text) => this.widthOf(text), room);
    const form = this.form(line.text);
    const own = this.resources(resources, form);
    const contents = this.contentsOf(dict.get('Contents'));
    const end = this.endOf(contents);
    const at = matrixFor(shape, {
      fromRight: room.right,
      fromBottom: room.baseline,
      scale: line.size / FORM_SIZE,
    });
    const tail = this.once(tailStream(end, own.name, at));
    const head = contents.length > 0 && !end.hasStray ? [this.once(headStream())] : [];
    const all = [
      ...head.map((number) => `${number} 0 R`),
      ...contents.map(writtenRef),
      `${tail} 0 R`,
    ];
    const changes = { Resources: `${own.number} 0 R`, Contents: `[${all.join(' ')}]` };
    this.objects.push({
      number: ref.number,
      generation: this.document.places.generation(ref.number),
      bytes: Buffer.from(dict.written(changes), 'latin1'),
    });
  }

  private widthOf(text: string): number {
    const { typeface } = this;
    let units = 0;
    for (const character of text) {
      units += typeface.advanceOf(typeface.glyphOf(character.codePointAt(0) ?? 0));
    }
    return units / typeface.measures.unitsPerEm;
  }

  private form(shown: string): number {
    const { ascent, descent, unitsPerEm } = this.typeface.measures;
    const form = footerForm(
      {
        text: this.text,
        shown,
        codes: this.font.codesOf(shown),
        width: this.widthOf(shown),
        ascent: ascent / unitsPerEm,
        descent: descent / unitsPerEm,
      },
      this.fontNumber,
    );
    return this.once(form);
  }

  /** Those of a page with our form among them, and without the forms of ours that were there. */
  private resources(
    value: Value,
    form: number,
  ): { readonly number: number; readonly name: string } {
    const dict = this.document.dict(value) ?? new Dict();
    const forms = this.document.dict(dict.get('XObject')) ?? new Dict();
    const old = [...forms.entries].filter(
      ([, { value: entry }]) => this.partIn(entry) !== undefined,
    );
    const changes: Record<string, string | undefined> = Object.fromEntries(
      old.map(([name]) => [name, undefined]),
    );
    const name = freeName(forms, new Set(Object.keys(changes)));
    const written = forms.written({ ...changes, [name]: `${form} 0 R` });
    return { number: this.once(Buffer.from(dict.written({ XObject: written }), 'latin1')), name };
  }

  private partIn(value: Value) {
    const stored = this.document.dict(value);
    return stored === undefined ? undefined : partOf(stored);
  }

  /** The streams of a page, without those of ours. */
  private contentsOf(value: Value): readonly Ref[] {
    const list = this.document.list(value) ?? [value];
    return list.filter(
      (item): item is Ref => item instanceof Ref && this.partIn(item) === undefined,
    );
  }

  private endOf(contents: readonly Ref[]): ContentEnd {
    const key = contents.map(writtenRef).join();
    const known = this.ends.get(key);
    if (known !== undefined) return known;
    const parts = contents.flatMap((ref) => {
      const content = this.document.content(ref);
      return content === undefined ? [] : [content, BETWEEN];
    });
    const end = new ContentScanner(Buffer.concat(parts)).scan();
    this.ends.set(key, end);
    return end;
  }
}

const BETWEEN = Buffer.from('\n');

function firstFree({ places, trailer, resolve }: PdfDocument): number {
  const size = resolve(trailer.get('Size'));
  const told = typeof size === 'number' && size <= MOST_OBJECTS ? size : 0;
  return Math.max(places.highest + 1, told);
}

function freeName(forms: Dict, gone: ReadonlySet<string>): string {
  let name = MARK;
  for (let number = 2; forms.entries.has(name) && !gone.has(name); number += 1)
    name = `${MARK}${number}`;
  return name;
}
