import { CONTENT_RULES } from '../../src/core/rules/content-rules.js';
import { COVERAGE_RULES } from '../../src/core/rules/coverage-rules.js';

const off = (rules: readonly { readonly id: string }[]) =>
  `rules: { ${rules.map(({ id }) => `${id}: off`).join(', ')} }\n`;

/** Settings of archives whose files hold a few words under any name. */
export const ANY_CONTENTS = off(CONTENT_RULES);

/** Settings of archives on which something else is tried than what they still lack, and what is in their files. */
export const NOTHING_OWED = off([...COVERAGE_RULES, ...CONTENT_RULES]);
