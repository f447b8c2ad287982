import type { EvidenceName } from './types.js';

/**
 * What evidence is known by, whatever number it gets: its title; where it has none, what would stand after its ordinal,
 * as that is written: `：.jpg`.
 */
export function lastingTitle({ title, extension }: EvidenceName): string {
  return title === '' ? `：${extension}` : title;
}
