/** What the contents of pages leave open, and where in their footers something is printed. */
import {
  ContentScanner,
  matrixOf,
  type ContentEnd,
  type Listener,
} from '../../../core/stamp/pdf/content-end.js';
import { Grounds, type Painter } from '../../../core/stamp/pdf/grounds.js';
import { boxBy, times, type Box, type Matrix } from '../../../core/stamp/pdf/matrix.js';
import { TakenPlaces } from '../../../core/stamp/pdf/taken-places.js';
import { Dict, Name, Ref, writtenRef, type Value } from '../../../core/stamp/pdf/values.js';
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import type { PdfDocument } from './document.js';

interface Printed {
  readonly end: ContentEnd;
  readonly taken: readonly Box[];
  readonly grounds: Grounds;
}

/** Forms within forms are followed so far, and so many of them on one page. */
const DEEPEST = 4;
const MOST_FORMS = 200;
const MOST_ANNOTATIONS = 200;
const NOTHING: ContentEnd = { saves: 0, closing: '', isOpen: false };
const BETWEEN = Buffer.from('\n');
const UNIT: Box = [0, 0, 1, 1];

/** Where contents are drawn, and who hears of it. */
interface Place {
  readonly taken: TakenPlaces;
  readonly painter: Painter;
  readonly resources: Dict | undefined;
  readonly depth: number;
}

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
    const grounds = new Grounds(region);
    const bytes = this.bytesOf(streams);
    this.forms = 0;
    const own = this.dict(resources);
    const painter = grounds.painter(this.opacityIn(own));
    const listener = this.listener({ taken, painter, resources: own, depth: 0 });
    const end = streams.length === 0 ? NOTHING : new ContentScanner(bytes, listener).scan();
    const printed = { end, taken: taken.boxes, grounds };
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

  private listener(place: Place): Listener {
    const { taken, painter, resources } = place;
    const forms = this.dict(resources?.get('XObject') ?? null);
    const texts = taken.listener((name, matrix) => {
      const form = forms?.get(name);
      if (form !== undefined) this.addForm(place, form, matrix);
    });
    return {
      operator: (operator, operands) => {
        texts.operator(operator, operands);
        painter.operator(operator, operands);
      },
    };
  }

  private addForm({ taken, painter, resources, depth }: Place, form: Value, matrix: Matrix): void {
    this.forms += 1;
    const dict = this.dict(form);
    if (dict === undefined || depth >= DEEPEST || this.forms > MOST_FORMS) return;
    const kind = this.value(dict.get('Subtype'));
    if (!(kind instanceof Name)) return;
    if (kind.name === 'Image') {
      taken.add(boxBy(matrix, UNIT));
      painter.picture(matrix);
    }
    if (kind.name !== 'Form') return;
    const own = orNothing(() => this.document.list(dict.get('Matrix'))) ?? [];
    const numbers = own.filter((item): item is number => typeof item === 'number');
    const inner = numbers.length === 6 ? times(matrixOf(numbers), matrix) : matrix;
    const content = this.content(form);
    if (content === undefined) return;
    const below = this.dict(dict.get('Resources')) ?? resources;
    const within = painter.within(
      this.opacityIn(below),
      boxWithin(inner, boxIn(this.list(dict.get('BBox')))),
    );
    const place = { taken, painter: within, resources: below, depth: depth + 1 };
    new ContentScanner(content, this.listener(place), inner).scan();
  }

  /** Of the states among these resources, which cover what lies beneath. */
  private opacityIn(resources: Dict | undefined): (state: string) => boolean | undefined {
    const states = this.dict(resources?.get('ExtGState') ?? null);
    return (name) => {
      const state = this.dict(states?.get(name) ?? null);
      const [alpha, mode, mask] = ['ca', 'BM', 'SMask'].map((key) =>
        this.value(state?.get(key) ?? null),
      );
      if (alpha === null && mode === null && mask === null) return undefined;
      const isPlain = (value: Value | undefined, plain: string) =>
        value === null || (value instanceof Name && value.name === plain);
      return (alpha === null || alpha === 1) && isPlain(mode, 'Normal') && isPlain(mask, 'None');
    };
  }

  private list(value: Value): readonly Value[] | undefined {
    return orNothing(() => this.document.list(value));
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

function boxWithin(matrix: Matrix, box: Box | undefined): Box | undefined {
  return box && boxBy(matrix, box);
}

function boxIn(sides: readonly Value[] | undefined): Box | undefined {
  const [x = null, y = null, X = null, Y = null] = sides ?? [];
  if (typeof x !== 'number' || typeof y !== 'number') return undefined;
  if (typeof X !== 'number' || typeof Y !== 'number') return undefined;
  return [Math.min(x, X), Math.min(y, Y), Math.max(x, X), Math.max(y, Y)];
}
