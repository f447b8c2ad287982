import type { BandPartWords } from '../score-words.js';

export function partsOfBand(parts: readonly BandPartWords[]): string {
  const words = parts.map(
    ({ indicator, least }) => `${indicator} 不低于 ${least}${least.endsWith('%') ? '' : ' 分'}`,
  );
  return words.length === 0 ? '' : `，其中${words.join('、')}`;
}
