/** The objects of a PDF whose cross-reference is broken, found as readers find them: the last of a number counts. */
import { Places } from '../../../core/stamp/pdf/places.js';
import { Dict, Name, Ref } from '../../../core/stamp/pdf/values.js';
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import type { Bytes } from './bytes.js';
import { PdfDocument } from './document.js';
import { parseAt, readObject, type Stored } from './objects.js';
import { trailerBehind, type Opened } from './open-document.js';

/** All of it has to be in memory. */
const MOST_REPAIRED = 128 * 2 ** 20;

/** @throws {Broken} There is no document in it. */
export function openByLooking(bytes: Bytes, base: number): Opened {
  if (bytes.size > MOST_REPAIRED) throw new Broken();
  const all = bytes.read(0, bytes.size);
  const places = new Places();
  const found: Found = { streams: [], trailers: trailersIn(bytes, all), catalogs: [] };
  const hasTrailer = found.trailers.length > 0;
  for (const { number, generation, offset } of headsIn(all)) {
    places.setOffset(number, offset, generation);
    note(bytes, number, offset, found);
  }
  for (const stream of found.streams) addWithin(bytes, places, stream);
  const trailer = bestTrailer(bytes, places, found);
  const document = new PdfDocument(bytes, places, trailer);
  return { document, base, newest: undefined, hasTrailer };
}

interface Found {
  /** Of objects, by number. */
  readonly streams: { readonly number: number; readonly offset: number }[];
  readonly trailers: Dict[];
  readonly catalogs: number[];
}

interface Head {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
}

/** Numbers and blanks before the word are no longer. */
const BEFORE = 32;

function* headsIn(all: Buffer): Iterable<Head> {
  for (let at = all.indexOf('obj'); at >= 0; at = all.indexOf('obj', at + 3)) {
    const from = Math.max(0, at - BEFORE);
    // Within a line it is a part of something else, for readers, too.
    const before = (from === 0 ? '\n' : '') + all.toString('latin1', from, at);
    const found = /(?:[\r\n]|endobj)[ \t\f\0]*(\d{1,10})\s+(\d{1,5})\s*$/.exec(before);
    if (found === null) continue;
    const [, number = '', generation = ''] = found;
    const offset = at - before.length + before.indexOf(number, found.index + 1);
    yield { number: Number(number), generation: Number(generation), offset };
  }
}

function note(bytes: Bytes, number: number, offset: number, found: Found): void {
  const stored = objectAt(bytes, offset);
  if (!(stored?.value instanceof Dict)) return;
  const type = stored.value.get('Type');
  if (!(type instanceof Name)) return;
  if (type.name === 'Catalog') found.catalogs.push(number);
  if (type.name === 'ObjStm') found.streams.push({ number, offset });
  // Its dictionary is a trailer, too (PDF 32000-1, 7.5.8.2).
  if (type.name === 'XRef') found.trailers.push(stored.value);
}

function objectAt(bytes: Bytes, offset: number): Stored | undefined {
  try {
    return readObject(bytes, offset);
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}

/** An object that stands by itself behind the stream is newer. */
function addWithin(bytes: Bytes, places: Places, { number, offset }: Found['streams'][number]) {
  const place = places.get(number);
  if (place === undefined || !('offset' in place) || place.offset !== offset) return;
  const document = new PdfDocument(bytes, places, new Dict());
  try {
    for (const [index, own] of [...document.objectStream(number).numbers()].entries()) {
      const other = places.get(own);
      const isNewer = other !== undefined && 'offset' in other && other.offset > offset;
      if (!isNewer) places.setWithin(own, number, index);
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
  }
}

function trailersIn(bytes: Bytes, all: Buffer): Dict[] {
  const trailers: Dict[] = [];
  for (let at = all.indexOf('trailer'); at >= 0; at = all.indexOf('trailer', at + 7)) {
    try {
      trailers.push(parseAt(bytes, at, trailerBehind));
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
    }
  }
  return trailers;
}

/** The last that leads to pages; without any, the last catalogue. */
function bestTrailer(bytes: Bytes, places: Places, { trailers, catalogs }: Found): Dict {
  const leads = (trailer: Dict) => {
    try {
      const document = new PdfDocument(bytes, places, trailer);
      return document.dict(document.dict(trailer.get('Root'))?.get('Pages') ?? null) !== undefined;
    } catch {
      return false;
    }
  };
  const made = catalogs.map((number) => {
    const trailer = new Dict();
    trailer.entries.set('Root', { value: new Ref(number, 0), raw: `${number} 0 R` });
    return trailer;
  });
  const best = trailers.findLast(leads) ?? made.findLast(leads);
  if (best === undefined) throw new Broken();
  return best;
}
