import type { NewObject } from '../../../core/stamp/pdf/update.js';
import type { Ref } from '../../../core/stamp/pdf/values.js';
import type { PdfDocument } from './document.js';

/** Higher numbers are no objects for the readers of Chromium. */
const MOST_OBJECTS = 4_000_000;

/** The objects of an update as they are made, each with its number. */
export class UpdateObjects {
  /** The next number that nothing has. */
  next: number;
  private readonly document: PdfDocument;
  private readonly objects = new Map<number, NewObject>();
  private readonly made = new Map<string, number>();

  constructor(document: PdfDocument) {
    this.document = document;
    const size = document.resolve(document.trailer.get('Size'));
    const told = typeof size === 'number' && size <= MOST_OBJECTS ? Math.ceil(size) : 0;
    this.next = Math.max(document.places.highest + 1, told);
  }

  add(bytes: Buffer): number {
    const number = this.next;
    this.objects.set(number, { number, generation: 0, bytes });
    this.next += 1;
    return number;
  }

  /** What is the same for several pages is written once. */
  once(bytes: Buffer): number {
    const key = bytes.toString('latin1');
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const number = this.add(bytes);
    this.made.set(key, number);
    return number;
  }

  replace({ number }: Ref, bytes: Buffer): void {
    const generation = this.document.places.generation(number);
    this.objects.set(number, { number, generation, bytes });
  }

  /** By number, rising. */
  all(): readonly NewObject[] {
    return [...this.objects.values()].sort((one, other) => one.number - other.number);
  }
}
