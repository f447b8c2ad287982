/** Numbers before a title with nothing between: `1方案`, `2总结`. One alone may be a part of its title. */
import { parseName } from '../naming/parse.js';
import type { EvidenceName } from '../naming/types.js';

/** `3月`, `2024年` and `5个案例` begin with no such number. */
const BARE =
  /^(\d{1,2})(?=[\u4e00-\u9fff])(?![年月日号届级期季个套份人次项条名家件张本户篇种类批场周天位])/u;

export function bareNumber(name: string): number | undefined {
  const digits = BARE.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Names taken apart that came together. Where all are numbered, 1, 2, 3 … with none twice, the numbers are ordinals, and
 * no part of the titles.
 */
export function parsedTogether(names: readonly string[]): readonly EvidenceName[] {
  const parts = names.map(parseName);
  const numbers = new Set(parts.map(({ ordinal }, at) => ordinal ?? bareNumber(names[at] ?? '')));
  const isSeries =
    numbers.size === names.length &&
    names.length > 1 &&
    names.every((_, at) => numbers.has(at + 1));
  if (!isSeries) return parts;
  return parts.map((each, at) => {
    const ordinal = bareNumber(names[at] ?? '');
    if (each.ordinal !== undefined || ordinal === undefined) return each;
    const digits = /^\d+/u.exec(each.title)?.[0] ?? '';
    return { ...each, ordinal, digits, title: each.title.slice(digits.length) };
  });
}
