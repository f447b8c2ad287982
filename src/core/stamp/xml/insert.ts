import type { Element } from './elements.js';
import { insertion, type Splice } from './splices.js';

/** Put something at the start of an element; an empty one is opened for it. */
export function insertFirst(element: Element, text: string): Splice {
  if (!element.empty) return insertion(element.to, text);
  return opened(element, text);
}

/** @param end - Where its end tag begins. */
export function insertLast(element: Element, end: number, text: string): Splice {
  return element.empty ? opened(element, text) : insertion(end, text);
}

function opened(element: Element, text: string): Splice {
  const slash = element.to - 2;
  return { from: slash, to: element.to, text: `>${text}</${element.qualified}>` };
}
