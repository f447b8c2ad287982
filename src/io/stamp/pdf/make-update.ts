/** The update that puts a name on every page of a PDF. */
import { LeftAlone } from '../../../core/stamp/left-alone.js';
import type { ContentEnd } from '../../../core/stamp/pdf/content-end.js';
import { fitText } from '../../../core/stamp/pdf/fit-text.js';
import { FORM_SIZE, headStream, tailStream } from '../../../core/stamp/pdf/footer-parts.js';
import { MARK, writtenTrailerMark } from '../../../core/stamp/pdf/marks.js';
import { freeLine, lineBox, matrixFor, regionOf, roomOn } from '../../../core/stamp/pdf/place.js';
import type { TrueTypeFont } from '../../../core/stamp/pdf/true-type.js';
import { writeUpdate, type KnownObject } from '../../../core/stamp/pdf/update.js';
import { Dict, Ref, writtenRef, type Value } from '../../../core/stamp/pdf/values.js';
import type { PdfDocument } from './document.js';
import { FooterMaker } from './footer-maker.js';
import type { Opened } from './open-document.js';
import { ownForms, ownPart, type OwnForm } from './own-parts.js';
import { PageContents } from './page-contents.js';
import type { Page } from './pages.js';
import { UpdateObjects } from './update-objects.js';

interface Update {
  readonly bytes: Buffer;
  /** The names of ours that were on the pages. */
  readonly before: readonly string[];
}

/**
 * How the update goes on from a cross-reference that is broken: the readers that mend it are left to do so, each in its
 * own way, or it is replaced by a whole one.
 */
export type Mending = 'theirs' | 'ours';

/** @throws {LeftAlone} */
export function makeUpdate(
  opened: Opened,
  pages: readonly Page[],
  { text, font, mending }: { text: string; font: TrueTypeFont; mending: Mending },
): Update {
  const { document, base, newest } = opened;
  const objects = new UpdateObjects(document);
  const maker = new PageMaker(opened, objects, new FooterMaker(objects, text, font));
  for (const page of pages) maker.add(page);
  const { size } = document.bytes;
  const all = objects.all();
  const changed = new Set(all.map(({ number }) => number));
  const bytes = writeUpdate(
    { size, base, ...chainOf(opened, mending), trailer: document.trailer },
    {
      objects: all,
      free: objects.next,
      known: newest === undefined && mending === 'ours' ? knownObjects(document, changed) : [],
      marks: (body) => ({ [MARK]: writtenTrailerMark(size, text, body) }),
    },
  );
  return { bytes, before: [...maker.before] };
}

/** Where there is nothing, so that a reader looks for the objects: the second byte of the header. */
const NOWHERE = 1;

function chainOf({ document, newest }: Opened, mending: Mending) {
  if (newest !== undefined) return { previous: newest.startxref, isStream: newest.isStream };
  const { trailer, places } = document;
  if (mending === 'theirs') return { previous: NOWHERE, isStream: trailer.has('W') };
  return { previous: undefined, isStream: places.hasStreams };
}

function knownObjects({ places }: PdfDocument, changed: ReadonlySet<number>): KnownObject[] {
  const known: KnownObject[] = [];
  for (const number of places.numbers()) {
    const place = places.get(number);
    if (place === undefined || changed.has(number)) continue;
    known.push({ number, generation: places.generation(number), place });
  }
  return known.sort((one, other) => one.number - other.number);
}

class PageMaker {
  readonly before = new Set<string>();
  private readonly document: PdfDocument;
  private readonly objects: UpdateObjects;
  private readonly footer: FooterMaker;
  private readonly contents: PageContents;
  /** Objects had to be looked for, and some may not have been found. */
  private readonly isMended: boolean;
  private readonly seen = new Set<number>();

  constructor({ document, newest }: Opened, objects: UpdateObjects, footer: FooterMaker) {
    this.document = document;
    this.objects = objects;
    this.footer = footer;
    this.isMended = newest === undefined;
    this.contents = new PageContents(document);
  }

  /** @throws {LeftAlone} */
  add(page: Page): void {
    if (page.dict.isOdd) throw new LeftAlone('damaged', 'page');
    const own = ownForms(this.document, page.resources);
    for (const { text } of own) this.before.add(text);
    const streams = this.streamsOf(page.dict.get('Contents'));
    const others = streams.filter((ref) => ownPart(this.document, ref) === undefined);
    // Another program has made one stream of all: what draws the form cannot be told from the rest.
    if (own.length > 0 && others.length === streams.length) this.replaceForms(own);
    else this.addTo(page, others, own);
  }

  private replaceForms(forms: readonly OwnForm[]): void {
    for (const { ref } of forms) {
      if (!this.seen.has(ref.number)) {
        this.objects.replace(ref, this.footer.written(this.footer.text));
      }
      this.seen.add(ref.number);
    }
  }

  private addTo(
    { ref, dict, shape, resources }: Page,
    streams: readonly Ref[],
    own: readonly OwnForm[],
  ): void {
    for (const stream of streams) this.shorten(stream);
    const room = roomOn(shape);
    const line = fitText(this.footer.text, this.footer.widthOf, room);
    const areas = { region: regionOf(shape, room), page: shape.box };
    const { end, taken, grounds } = this.contents.printed(streams, resources, areas);
    const all = [...taken, ...this.contents.annotations(dict.get('Annots'))];
    const width = this.footer.widthOf(line.text) * line.size;
    const place = freeLine(shape, room, { width, size: line.size }, all);
    const isOnDark = grounds.isDark(lineBox(shape, room, place));
    const form = this.footer.form(line.text, isOnDark);
    const added = this.resourcesWith(form, resources, own);
    const at = matrixFor(shape, { ...room, ...place, scale: place.size / FORM_SIZE });
    const tail = (closing: string) => tailStream(closing, added.name, at);
    const changes = {
      Resources: `${added.number} 0 R`,
      Contents: this.contentsWith(streams, end, tail),
    };
    this.objects.replace(ref, Buffer.from(dict.written(changes), 'latin1'));
  }

  private contentsWith(
    streams: readonly Ref[],
    end: ContentEnd,
    tail: (closing: string) => Buffer,
  ): string {
    const own = streams.map(writtenRef);
    const made = (bytes: Buffer) => `${this.objects.once(bytes)} 0 R`;
    const all =
      end.isOpen || streams.length === 0
        ? [made(tail('')), ...own]
        : [made(headStream(end)), ...own, made(tail(end.closing))];
    return `[${all.join(' ')}]`;
  }

  /** Those of a page with our form among them, and without the forms of ours that were there. */
  private resourcesWith(form: number, value: Value, own: readonly OwnForm[]) {
    const dict = this.document.dict(value) ?? (value === null ? new Dict() : undefined);
    // Readers may find them in a way of their own.
    if (dict === undefined || dict.isOdd) throw new LeftAlone('damaged', 'resources');
    const forms = this.document.dict(dict.get('XObject')) ?? new Dict();
    const gone = new Set(own.map(({ name }) => name));
    const name = freeName(forms, gone);
    const written = forms.written({
      ...Object.fromEntries(own.map(({ name: old }) => [old, undefined])),
      [name]: `${form} 0 R`,
    });
    const bytes = Buffer.from(dict.written({ XObject: written }), 'latin1');
    return { number: this.objects.once(bytes), name };
  }

  /** @throws {LeftAlone} - Some are not there: one reader shows the others, and another nothing. */
  private streamsOf(value: Value): readonly Ref[] {
    const list = this.document.list(value) ?? [value];
    const streams = list.filter((item): item is Ref => this.document.isStream(item));
    const isPart = streams.length > 0 || (this.isMended && value !== null);
    if (isPart && streams.length < list.length) throw new LeftAlone('damaged', 'contents');
    return streams;
  }

  private shorten(ref: Ref): void {
    if (this.seen.has(ref.number)) return;
    this.seen.add(ref.number);
    const bytes = this.document.shortened(ref);
    if (bytes !== undefined) this.objects.replace(ref, bytes);
  }
}

function freeName(forms: Dict, gone: ReadonlySet<string>): string {
  let name = MARK;
  for (let number = 2; forms.entries.has(name) && !gone.has(name); number += 1) {
    name = `${MARK}${number}`;
  }
  return name;
}
