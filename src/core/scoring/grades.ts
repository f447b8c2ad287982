/** Grades: what each asks for, in the words of the standard, and whether that holds. */
import type { ScoringRule } from '../system/types.js';

/** `maybe`: a person has to say. */
export type Holds = 'yes' | 'maybe' | 'no';

/** A criterion, or what stands for one. */
export interface Item {
  readonly code: string;
  readonly holds: Holds;
}

/** How many of something there are, at least and at most. */
export interface Count {
  readonly least: number;
  readonly most: number;
}

/** Does what a grade asks for hold? Words that cannot be taken apart are for a person: `maybe`. */
export function gradeHolds(
  by: ScoringRule['by'],
  asks: string,
  items: readonly Item[],
  violations: Count | undefined,
): Holds {
  // What is left when no other grade holds.
  if (by !== undefined && /^\s*(?:其余|其他|其它|否则|不符合|otherwise|other)/iu.test(asks))
    return 'yes';
  switch (by) {
    case 'met':
      return countHolds(asks, countOf(items), items.length, 'up');
    case 'violations':
      return violations ? countHolds(asks, violations, undefined, 'down') : 'maybe';
    case 'named':
      return namedHold(asks, items);
    case 'judgement':
    case undefined:
      return 'maybe';
  }
}

function countOf(items: readonly Item[]): Count {
  const sure = items.filter(({ holds }) => holds === 'yes').length;
  const perhaps = items.filter(({ holds }) => holds === 'maybe').length;
  return { least: sure, most: sure + perhaps };
}

/**
 * `4`, `3..4`, `≥3`, `3条以上`, `不超过2处`, `全部`, `无`.
 *
 * @param way - A number alone is the least that is asked (`up`), or just that many (`down`, 0 and 1 violations).
 */
function countHolds(
  asks: string,
  count: Count,
  all: number | undefined,
  way: 'up' | 'down',
): Holds {
  const range = rangeIn(asks, all, way);
  if (!range) return 'maybe';
  if (count.least >= range.least && count.most <= range.most) return 'yes';
  return count.most < range.least || count.least > range.most ? 'no' : 'maybe';
}

const NUMBERS = '零一二三四五六七八九十';

function rangeIn(asks: string, all: number | undefined, way: 'up' | 'down'): Count | undefined {
  const text = asks.replace(/[零一二三四五六七八九十]/gu, (sign) => String(NUMBERS.indexOf(sign)));
  if (/全部|均|all/iu.test(text) && !/\d/.test(text)) {
    return all === undefined ? undefined : { least: all, most: Infinity };
  }
  if (/^\s*(无|没有|未发现|none|no)/iu.test(text) && !/\d/.test(text)) return { least: 0, most: 0 };
  const [first, second] = [...text.matchAll(/\d{1,4}/gu)].map(([digits]) => Number(digits));
  if (first === undefined) return undefined;
  if (second !== undefined) {
    return /\.\.|-|－|—|至|到|~|～/u.test(text)
      ? { least: Math.min(first, second), most: Math.max(first, second) }
      : undefined;
  }
  if (/\.\.\s*\d/u.test(text) || /≤|<=|以内|以下|不超过|至多|最多|at most/iu.test(text)) {
    return { least: 0, most: first };
  }
  if (/<|少于|不足|不到|fewer|less than/iu.test(text)) return { least: 0, most: first - 1 };
  if (/>(?!=)|超过|多于|more than/iu.test(text)) return { least: first + 1, most: Infinity };
  if (/\d\s*\.\.|≥|>=|以上|至少|不少于|at least/iu.test(text))
    return { least: first, most: Infinity };
  return way === 'up' ? { least: first, most: Infinity } : { least: first, most: first };
}

/** `符合2)3)4)`, `①②③`, `1)至4)`, `全部符合`; other words are for a person. */
function namedHold(asks: string, items: readonly Item[]): Holds {
  const named = namedIn(asks, items);
  if (!named) return 'maybe';
  if (named.some(({ holds }) => holds === 'no')) return 'no';
  return named.every(({ holds }) => holds === 'yes') ? 'yes' : 'maybe';
}

const FILLING =
  /^(?:符合|满足|达到|做到|具备|均|都|的|为|条|项|款|和|及|与|且|以及|全部|meets?|and|all|[\s、，,；;。.+&])/iu;

function namedIn(asks: string, items: readonly Item[]): Item[] | undefined {
  const byLength = items.toSorted((a, b) => b.code.length - a.code.length);
  const named: Item[] = [];
  let rest = asks;
  while (rest !== '') {
    const item = byLength.find(({ code }) => rest.startsWith(code));
    const range = /^\s*(?:-|－|—|至|到|~|～)\s*/u.exec(rest);
    const last = named.at(-1);
    if (item) {
      named.push(item);
      rest = rest.slice(item.code.length);
    } else if (range && last) {
      rest = rest.slice(range[0].length);
      const end = byLength.find(({ code }) => rest.startsWith(code));
      if (!end) return undefined;
      named.push(...items.slice(items.indexOf(last), items.indexOf(end) + 1));
      rest = rest.slice(end.code.length);
    } else {
      const filling = FILLING.exec(rest);
      if (!filling) return undefined;
      rest = rest.slice(filling[0].length);
    }
  }
  if (named.length > 0) return named;
  return /全部|均|都|all/iu.test(asks) ? [...items] : undefined;
}
