import { eachJudgedLeaf, isBare } from '../owed.js';
import type { ArchiveRule } from '../types.js';

/**
 * Every leaf indicator has evidence.
 *
 * An error where some is owed. Where the scoring system lists nothing, or nothing that is due yet, a person has to
 * say what would do. A bonus that nobody claims is none.
 */
export const coverageNoEvidence: ArchiveRule = {
  id: 'coverage-no-evidence',
  severity: 'error',
  fix: 'none',
  properties: ['GD-2-4', 'GD-2-9'],

  *check(archive) {
    for (const { leaf, path, isBonus } of eachJudgedLeaf(archive)) {
      if (!isBare(leaf) || isBonus) continue;
      const { indicator, requirements } = leaf;
      const owed = requirements.filter(
        ({ requirement, state }) => !requirement.optional && state !== 'exempt',
      );
      const place = {
        indicator,
        at: indicator.at,
        title: indicator.name,
        ...(path !== undefined && { path }),
      };
      if (requirements.length === 0) {
        const data = { name: indicator.name };
        yield { messageId: 'coverage-no-evidence/unasked', data, severity: 'warning', ...place };
      } else {
        const asked = owed.map(({ requirement }) => requirement.title);
        const data = { name: indicator.name, asked };
        yield { messageId: 'coverage-no-evidence/none', data, ...place };
      }
    }
  },
};
