import type { BagCases } from './case.js';
import { DECLARATION } from './declaration.js';
import { FETCH } from './fetch.js';
import { MANIFESTS } from './manifests.js';
import { NAMES } from './names.js';
import { TAG_FILES } from './tag-files.js';

/** By part of RFC 8493. */
export const BAGS: Readonly<Record<string, BagCases>> = {
  'declaration and payload': DECLARATION,
  manifests: MANIFESTS,
  'tag files': TAG_FILES,
  'fetch.txt': FETCH,
  names: NAMES,
};
