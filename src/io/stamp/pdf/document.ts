/** A PDF whose objects are read when they are asked for. */
import type { Places } from '../../../core/stamp/pdf/places.js';
import { Dict, Keyword, Ref, type Value } from '../../../core/stamp/pdf/values.js';
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import type { Bytes } from './bytes.js';
import { contentOf, ObjectStream, readObject, shortenedStream, type Stored } from './objects.js';

const NOTHING: Stored = { value: null };
const MOST_HOPS = 32;

export class PdfDocument {
  readonly bytes: Bytes;
  readonly places: Places;
  readonly trailer: Dict;
  /** Objects that were asked for are read once. */
  private readonly objects = new Map<number, Stored>();
  private readonly streams = new Map<number, ObjectStream>();
  private readonly opening = new Set<number>();

  constructor(bytes: Bytes, places: Places, trailer: Dict) {
    this.bytes = bytes;
    this.places = places;
    this.trailer = trailer;
  }

  /** @throws {Broken} Where there should be an object, there is none. */
  stored(number: number): Stored {
    const known = this.objects.get(number);
    if (known !== undefined) return known;
    const stored = this.read(number);
    this.objects.set(number, stored);
    return stored;
  }

  private read(number: number): Stored {
    const place = this.places.get(number);
    if (place === undefined) return NOTHING;
    if ('offset' in place) return readObject(this.bytes, place.offset, number);
    return { value: this.objectStream(place.stream).get(number) };
  }

  /** @throws {Broken} */
  objectStream(number: number): ObjectStream {
    const known = this.streams.get(number);
    if (known !== undefined) return known;
    // One that is within itself.
    if (this.opening.has(number)) throw new Broken();
    this.opening.add(number);
    const stored = this.stored(number);
    const bytes = contentOf(this.bytes, stored, this.resolve);
    if (!(stored.value instanceof Dict) || bytes === undefined) throw new Broken();
    const stream = new ObjectStream(stored.value, bytes, this.resolve);
    this.opening.delete(number);
    this.streams.set(number, stream);
    return stream;
  }

  /** References are followed as far as they lead. */
  readonly resolve = (value: Value): Value => {
    const last = this.last(value);
    const now = last instanceof Ref ? this.stored(last.number).value : last;
    return now instanceof Keyword || now instanceof Ref ? null : now;
  };

  /** The last reference on the way, or the value itself. */
  private last(value: Value): Value {
    let now = value;
    for (let hops = 0; now instanceof Ref && hops < MOST_HOPS; hops += 1) {
      const next = this.stored(now.number).value;
      if (!(next instanceof Ref)) return now;
      now = next;
    }
    return now;
  }

  dict(value: Value): Dict | undefined {
    const found = this.resolve(value);
    return found instanceof Dict ? found : undefined;
  }

  list(value: Value): readonly Value[] | undefined {
    const found = this.resolve(value);
    return Array.isArray(found) ? (found as readonly Value[]) : undefined;
  }

  /** The bytes of a stream behind its filters; `undefined` when it is none, or cannot be read. */
  content(value: Value): Buffer | undefined {
    const last = this.last(value);
    if (!(last instanceof Ref)) return undefined;
    return contentOf(this.bytes, this.stored(last.number), this.resolve);
  }

  /** A stream that says that it is longer than it is, as it should have been written. */
  shortened(ref: Ref): Buffer | undefined {
    const stored = this.stored(ref.number);
    return shortenedStream(this.bytes, stored, this.resolve);
  }

  isStream(value: Value): boolean {
    const last = this.last(value);
    return last instanceof Ref && this.stored(last.number).stream !== undefined;
  }
}
