/** A semester by the school year that people call it by: from September to January, or from February to August. */
export interface Semester {
  /** The years in which its school year begins and ends. */
  readonly first: number;
  readonly last: number;
  readonly number: 1 | 2;
}

/** @param label - `2023-09-01..2024-01-31`. */
export function semesterIn(label: string): Semester | undefined {
  const [, from, start, to, end] = /^(\d{4})-(\d\d-01)\.\.(\d{4})-(\d\d-31)$/.exec(label) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (start === '09-01' && end === '01-31' && last === first + 1) return { first, last, number: 1 };
  return start === '02-01' && end === '08-31' && last === first
    ? { first: first - 1, last, number: 2 }
    : undefined;
}
