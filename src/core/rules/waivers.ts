/** What rules about waivers share. */
import type { Waiver } from '../waivers/types.js';
import type { Seen } from './seen.js';

/** Where a waiver stands, and what makes it this one. */
export function toldOf({
  at,
  rule,
  indicator,
  title,
}: Waiver): Required<Pick<Seen, 'path' | 'at' | 'title'>> {
  const parts = [rule, indicator, title].filter((part) => part !== undefined);
  return { path: at.file, at, title: parts.join(' ') };
}
