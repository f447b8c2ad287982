import type { BandPartWords } from '../score-words.js';

export function partsOfBand(parts: readonly BandPartWords[]): string {
  return parts.map(({ indicator, least }) => `, and ${least} of ${indicator}`).join('');
}
