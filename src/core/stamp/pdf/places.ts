/** Where the objects of a PDF are: by number, an offset, or a place within a stream of objects. */

/** Hundreds of thousands of them: each is one number. */
export class Places {
  private readonly places = new Map<number, number>();
  private readonly generations = new Map<number, number>();
  /** The highest number that is spoken of. */
  highest = 0;
  /** Some objects are within streams. */
  hasStreams = false;

  has(number: number): boolean {
    return this.places.has(number);
  }

  /** The newest is told first, and stays. */
  addOffset(number: number, offset: number, generation: number): void {
    if (this.places.has(number)) return;
    this.setOffset(number, offset, generation);
  }

  setOffset(number: number, offset: number, generation: number): void {
    this.set(number, offset);
    this.generations.delete(number);
    if (generation > 0) this.generations.set(number, generation);
  }

  addWithin(number: number, stream: number, index: number): void {
    if (!this.places.has(number)) this.setWithin(number, stream, index);
  }

  setWithin(number: number, stream: number, index: number): void {
    this.hasStreams = true;
    this.set(number, -(stream * INDEXES + index + 1));
    this.generations.delete(number);
  }

  addFree(number: number): void {
    if (!this.places.has(number)) this.set(number, FREE);
  }

  /** A hybrid's stream tells of what its table calls free (PDF 32000-1, 7.5.8.4). */
  dropFree(numbers: Iterable<number>): void {
    for (const number of numbers) if (this.places.get(number) === FREE) this.places.delete(number);
  }

  private set(number: number, place: number): void {
    this.places.set(number, place);
    if (number > this.highest) this.highest = number;
  }

  generation(number: number): number {
    return this.generations.get(number) ?? 0;
  }

  get(number: number): Place | undefined {
    const place = this.places.get(number);
    if (place === undefined || place === FREE) return undefined;
    if (place >= 0) return { offset: place };
    const both = -place - 1;
    return { stream: Math.floor(both / INDEXES), index: both % INDEXES };
  }

  *numbers(): Iterable<number> {
    for (const [number, place] of this.places) if (place !== FREE) yield number;
  }
}

type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

const FREE = 0.5;
const INDEXES = 2 ** 20;
