import type { BandAsks, GradeCountWords } from '../score-words.js';

/** What a band asks: `90 分起，各部分不低于 60%`. */
export function bandAsks({ from, each, parts, grades }: BandAsks): string {
  const named = parts.map(
    ({ indicator, least }) => `${indicator} 不低于 ${least}${least.endsWith('%') ? '' : ' 分'}`,
  );
  const shares = grades.map(({ of, least }) => {
    const each = least.map(
      ({ grade, share }) => `${grade} 及以上 ${share}${share.endsWith('%') ? '' : ' 项'}`,
    );
    return `${of.length === 0 ? '' : `${of.join('、')} 的 `}${each.join('、')}`;
  });
  return [
    ...(from === '0' && grades.length > 0 ? [] : [`${from} 分起`]),
    ...(each === undefined ? [] : [`各部分不低于 ${each}`]),
    ...(named.length > 0 ? [`其中${named.join('、')}`] : []),
    ...shares,
  ].join('，');
}

export function gradeCounts({ of, all, counts }: GradeCountWords): string {
  const each = counts.map(
    ({ grade, sure, share, open }) =>
      `${grade} 及以上 ${sure} 项${share === undefined ? '' : `（${share}）`}${open === 0 ? '' : `，另有 ${open} 项待定`}`,
  );
  return `${of.length === 0 ? '全部' : of.join('、')} ${all} 项里：${each.join('；')}`;
}
