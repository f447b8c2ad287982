import { semesterIn, type Semester } from '../semester.js';

/**
 * A stretch of days as people say it, from its shortest form: `2020`, `2020-H1`, `2020-Q1`, `2020-03`, `2020-W12`; behind
 * it may stand an occasion in it.
 */
export function when(label: string): string {
  const [stretch = '', ...behind] = label.split(' ');
  const semester = semesterIn(stretch);
  if (semester) return [ofSchoolYear(semester), ...behind].join(' ');
  const [, year = '', part = '', number = '', rest = ''] =
    /^(\d{4})-([HQW]?)(\d{1,2})( .+)?$/.exec(label) ?? [];
  if (year === '') return label.replace('..', ' to ');
  if (part === 'H') return `the ${number === '1' ? 'first' : 'second'} half of ${year}${rest}`;
  if (part === 'Q') return `Q${number} ${year}${rest}`;
  return part === 'W' ? `week ${Number(number)} of ${year}${rest}` : label;
}

export function ofSchoolYear({ first, last, number }: Semester): string {
  return `the ${number === 1 ? 'first' : 'second'} semester of ${first}–${last}`;
}
