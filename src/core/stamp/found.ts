import type { FooterFound } from './types.js';

/** @param pages - What stands on the right of each footer. */
export function foundOn(pages: readonly (readonly string[])[]): NonNullable<FooterFound> {
  const [first = [], ...rest] = pages;
  const everywhere = first.filter((text) => rest.every((texts) => texts.includes(text)));
  return everywhere.length > 0
    ? { names: [...new Set(everywhere)], everywhere: true }
    : { names: [...new Set(pages.flat())], everywhere: false };
}
