/** What the contents of pages leave open, and where in their footers something is printed. */
import {
  ContentScanner,
  matrixOf,
  type ContentEnd,
  type Listener,
} from '../../../core/stamp/pdf/content-end.js';
import { boxBy, times, type Box, type Matrix } from '../../../core/stamp/pdf/matrix.js';
import { TakenPlaces } from '../../../core/stamp/pdf/taken-places.js';
import { Dict, Name, Ref, writtenRef, type Value } from '../../../core/stamp/pdf/values.js';
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import type { PdfDocument } from './document.js';

export interface Printed {
  readonly end: ContentEnd;
  readonly taken: readonly Box[];
}

/** Forms within forms are followed so far, and so many of them on one page. */
const DEEPEST = 4;
const MOST_FORMS = 200;
const MOST_ANNOTATIONS = 200;
const NOTHING: ContentEnd = { saves: 0, closing: '', isOpen: false };
const BETWEEN = Buffer.from('\n');
const UNIT: Box = [0, 0, 1, 1];

export class PageContents {
  private readonly document: PdfDocument;
  private readonly known = new Map<string, Printed>();
  private forms = 0;

  constructor(document: PdfDocument) {
    this.document = document;
  }

  /** @param region - Where it matters what is printed. @param page - What is seen of it. */
  printed(
    streams: readonly Ref[],
    resources: Value,
    { region, page }: { readonly region: Box; readonly page: Box },
  ): Printed {
    // Pages that share their contents have the same resources.
    const key = [...streams.map(writtenRef), ...region].join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const taken = new TakenPlaces(region, page);
    const bytes = this.bytesOf(streams);
    this.forms = 0;
    const listener = this.listener(taken, this.dict(resources), 0);
    const end = streams.length === 0 ? NOTHING : new ContentScanner(bytes, listener).scan();
    const printed = { end, taken: taken.boxes };
    this.known.set(key, printed);
    return printed;
  }

  /** Forms to fill in and notes: they are printed, too. */
  annotations(list: Value): readonly Box[] {
    const boxes: Box[] = [];
    const all = orNothing(() => this.document.list(list)) ?? [];
    for (const item of all.slice(0, MOST_ANNOTATIONS)) {
      const dict = this.dict(item);
      const kind = dict === undefined ? null : this.value(dict.get('Subtype'));
      if (dict === undefined || (kind instanceof Name && UNSEEN.has(kind.name))) continue;
      const box = boxIn(orNothing(() => this.document.list(dict.get('Rect'))));
      if (box !== undefined) boxes.push(box);
    }
    return boxes;
  }

  private bytesOf(streams: readonly Ref[]): Buffer {
    const parts = streams.flatMap((ref) => {
      const content = this.document.content(ref);
      return content === undefined ? [] : [content, BETWEEN];
    });
    return Buffer.concat(parts);
  }

  private listener(taken: TakenPlaces, resources: Dict | undefined, depth: number): Listener {
    const forms = this.dict(resources?.get('XObject') ?? null);
    return taken.listener((name, matrix) => {
      const form = forms?.get(name);
      if (form !== undefined) this.addForm(taken, { form, matrix, resources, depth });
    });
  }

  private addForm(
    taken: TakenPlaces,
    {
      form,
      matrix,
      resources,
      depth,
    }: { form: Value; matrix: Matrix; resources: Dict | undefined; depth: number },
  ): void {
    this.forms += 1;
    const dict = this.dict(form);
    if (dict === undefined || depth >= DEEPEST || this.forms > MOST_FORMS) return;
    const kind = this.value(dict.get('Subtype'));
    if (!(kind instanceof Name)) return;
    if (kind.name === 'Image') taken.add(boxBy(matrix, UNIT));
    if (kind.name !== 'Form') return;
    const own = orNothing(() => this.document.list(dict.get('Matrix'))) ?? [];
    const numbers = own.filter((item): item is number => typeof item === 'number');
    const inner = numbers.length === 6 ? times(matrixOf(numbers), matrix) : matrix;
    const content = this.content(form);
    if (content === undefined) return;
    const below = this.dict(dict.get('Resources')) ?? resources;
    new ContentScanner(content, this.listener(taken, below, depth + 1), inner).scan();
  }

  /** What is broken here is in nobody's way. */
  private dict(value: Value): Dict | undefined {
    const found = this.value(value);
    return found instanceof Dict ? found : undefined;
  }

  private value(value: Value): Value {
    return orNothing(() => this.document.resolve(value)) ?? null;
  }

  private content(value: Value): Buffer | undefined {
    return orNothing(() => this.document.content(value));
  }
}

const UNSEEN = new Set(['Link', 'Popup']);

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}

function boxIn(sides: readonly Value[] | undefined): Box | undefined {
  const [x = null, y = null, X = null, Y = null] = sides ?? [];
  if (typeof x !== 'number' || typeof y !== 'number') return undefined;
  if (typeof X !== 'number' || typeof Y !== 'number') return undefined;
  return [Math.min(x, X), Math.min(y, Y), Math.max(x, X), Math.max(y, Y)];
}
