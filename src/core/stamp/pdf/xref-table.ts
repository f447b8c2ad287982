/** Sections of a cross-reference, as tables and as streams. */
import type { Places } from './places.js';
import { Dict, type Value } from './values.js';

/** A row is twenty bytes, but some write nineteen, and some more. */
export const ROW = 20;

/** What cannot be read here is no cross-reference: the objects have to be looked for. */
export class Broken extends Error {}

/**
 * The rows of one part of a table.
 *
 * @param text - From behind its two numbers, long enough for all rows.
 * @returns Where it ends in the text.
 */
export function readRows(
  text: string,
  { first, count, base }: { readonly first: number; readonly count: number; readonly base: number },
  places: Places,
): { readonly end: number; readonly free: readonly number[] } {
  const row = /\s*(\d{1,20})\s+(\d{1,10})\s*([nf])/y;
  const free: number[] = [];
  let shift = 0;
  let end = 0;
  for (let index = 0; index < count; index += 1) {
    row.lastIndex = end;
    const found = row.exec(text);
    // More are announced than there are.
    if (found === null) break;
    end = row.lastIndex;
    const [, offset, generation, kind] = found;
    // "1 5" in place of "0 5": the first row is the head of the free ones, which is number 0.
    if (index === 0 && first === 1 && kind === 'f' && generation === '65535') shift = -1;
    const number = first + index + shift;
    if (kind === 'n' && Number(offset) > 0) {
      places.addOffset(number, Number(offset) + base, Number(generation));
    } else {
      if (!places.has(number)) free.push(number);
      places.addFree(number);
    }
  }
  return { end, free };
}

/** PDF 32000-1, 7.5.8. @param bytes - Behind its filters. */
export function readXrefStream(dict: Dict, bytes: Buffer, base: number, places: Places): void {
  const widths = numbersOf(dict.get('W'));
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const size = dict.get('Size');
  if (widths.length < 3 || widths.some((width) => width < 0 || width > 8)) throw new Broken();
  const index = numbersOf(dict.get('Index'));
  const parts = index.length > 1 ? index : [0, typeof size === 'number' ? size : 0];
  const row = typeWidth + secondWidth + thirdWidth;
  if (row === 0) throw new Broken();
  let at = 0;
  for (let part = 0; part + 1 < parts.length; part += 2) {
    const [first = 0, count = 0] = parts.slice(part);
    for (let number = first; number < first + count && at + row <= bytes.length; number += 1) {
      const type = typeWidth === 0 ? 1 : wide(bytes, at, typeWidth);
      const second = wide(bytes, at + typeWidth, secondWidth);
      const third = wide(bytes, at + typeWidth + secondWidth, thirdWidth);
      at += row;
      if (type === 1 && second > 0) places.addOffset(number, second + base, third);
      else if (type === 2) places.addWithin(number, second, third);
      else places.addFree(number);
    }
  }
}

function wide(bytes: Buffer, at: number, width: number): number {
  let number = 0;
  for (let index = 0; index < width; index += 1) number = number * 256 + (bytes[at + index] ?? 0);
  return number;
}

function numbersOf(value: Value): readonly number[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is number => typeof item === 'number');
}
