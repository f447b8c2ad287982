import { COVERAGE_RULES } from '../../src/core/rules/coverage-rules.js';

/** Settings of archives on which something else is tried than what they still lack. */
export const NOTHING_OWED = `rules: { ${COVERAGE_RULES.map(({ id }) => `${id}: off`).join(', ')} }\n`;
