/** BagIt profiles as values: one that asks for nothing but itself, then told otherwise. */
import { parseProfile } from '../../src/core/bundle/bag-profile/parse-profile.js';
import type { BagProfile } from '../../src/core/bundle/bag-profile/types.js';
import { sealed, type BagContents } from './bags.js';

export const IDENTIFIER = 'https://example.org/bagit-profile.json';

export const profileJson = (clauses: object = {}) => ({
  'BagIt-Profile-Info': {
    'BagIt-Profile-Identifier': IDENTIFIER,
    'BagIt-Profile-Version': '1.4.0',
    'Source-Organization': '某县文明办',
    'External-Description': '迎检材料',
    Version: '1.0',
  },
  'Accept-BagIt-Version': ['1.0'],
  ...clauses,
});

export const parsed = (text: string) => parseProfile(Buffer.from(text));

export function profileWith(clauses: object): BagProfile {
  const result = parsed(JSON.stringify(profileJson(clauses)));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.profile;
}

/** The bag with a `bag-info.txt` that names the profile, and these lines. */
export function declaring(bag: BagContents, ...lines: string[]): BagContents {
  const info = `${String(bag['bag-info.txt'])}BagIt-Profile-Identifier: ${IDENTIFIER}\n${lines.join('')}`;
  return sealed({ ...bag, 'bag-info.txt': info });
}
