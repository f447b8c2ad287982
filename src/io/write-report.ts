import { writeFileSync } from 'node:fs';
import { diskError } from '../errors.js';

/** Write a report, over an earlier one if there is one. */
export function writeReport(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw diskError(path, error);
  }
}
