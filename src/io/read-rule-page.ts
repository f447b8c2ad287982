import { readFileSync } from 'node:fs';
import type { RuleId } from '../core/rules/ids.js';
import { diskError } from '../errors.js';

/** The page of a rule, which the build puts beside the program. */
export function readRulePage(id: RuleId): string {
  const url = new URL(`rules/${id}.md`, import.meta.url);
  try {
    return readFileSync(url, 'utf8');
  } catch (error) {
    throw diskError(`rules/${id}.md`, error);
  }
}
