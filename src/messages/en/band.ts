import type { BandAsks, GradeCountWords } from '../score-words.js';
import { counted } from './counted.js';

/** What a band asks: `from 90, and 60% of each part`. */
export function bandAsks({ from, each, parts, grades }: BandAsks): string {
  const shares = grades.map(({ of, least }) => {
    const each = least.map(({ grade, share }) => `${share} at ${grade}`);
    return `${of.length === 0 ? '' : `of ${of.join(', ')} `}${each.join(', ')} or better`;
  });
  return [
    ...(from === '0' && grades.length > 0 ? [] : [`from ${from}`]),
    ...(each === undefined ? [] : [`${each} of each part`]),
    ...parts.map(({ indicator, least }) => `${least} of ${indicator}`),
    ...shares,
  ].join(', and ');
}

export function gradeCounts({ of, all, counts }: GradeCountWords): string {
  const each = counts.map(
    ({ grade, sure, share, open }) =>
      `${sure} at ${grade} or better${share === undefined ? '' : ` (${share})`}${open === 0 ? '' : `, ${open} more undecided`}`,
  );
  const whose = of.length === 0 ? '' : ` of ${of.join(', ')}`;
  return `Of ${counted(all, 'indicator')}${whose}: ${each.join('; ')}`;
}
