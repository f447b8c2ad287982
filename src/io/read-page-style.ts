import { readFileSync } from 'node:fs';
import { diskError } from '../errors.js';

/** The style sheet of a report that is a page, which the build puts beside the program. */
export function readPageStyle(name: 'check'): string {
  const url = new URL(`pages/${name}.css`, import.meta.url);
  try {
    return readFileSync(url, 'utf8');
  } catch (error) {
    throw diskError(`pages/${name}.css`, error);
  }
}
