import type { BundleIndex } from './parse-index.js';

/** Is the evidence of the indicator to be in this bundle? */
export function heldIn({ part }: Pick<BundleIndex, 'part'>): (path: string) => boolean {
  if (part === undefined) return () => true;
  const held = new Set(part.holds);
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (held.has(path.slice(0, end))) return true;
    }
    return false;
  };
}
