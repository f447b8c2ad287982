/** Where in which file a system says something: pointers into the file itself are plain, others begin with its number. */
import type { Indicator } from './types.js';

/** @param number - 0 for the file itself, 1 for what it extends, and so on. */
export function pointerIn(number: number, pointer: string): string {
  return number === 0 ? pointer : `${number}#${pointer}`;
}

export function numberedPointer(pointer: string): { number: number; rest: string } {
  const match = /^(\d+)#/.exec(pointer);
  return match
    ? { number: Number(match[1]), rest: pointer.slice(match[0].length) }
    : { number: 0, rest: pointer };
}

/** What an indicator says under a key: in its own file, or in the overlay that said it last. */
export function pointerTo({ pointer, replaced }: Indicator, key: string): string {
  return `${replaced?.[key] ?? pointer}/${key}`;
}

/** Of several pointers the first that is of the outermost file. */
export function outermost(pointers: readonly string[]): string {
  const numberOf = (pointer: string) => numberedPointer(pointer).number;
  const least = Math.min(...pointers.map(numberOf));
  return pointers.find((pointer) => numberOf(pointer) === least) ?? '';
}
