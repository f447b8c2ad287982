import { coverageOf } from '../../coverage/cover.js';
import type { RequirementCoverage, VetoCoverage } from '../../coverage/types.js';
import { eachIndicator } from '../../system/walk.js';
import type { ArchiveRule } from '../types.js';

/**
 * No veto was triggered, somebody says so, and what proves it is there.
 *
 * What nobody has said anything about is a warning, and so is proof that nobody has looked at: a program cannot know.
 */
export const coverageVeto: ArchiveRule = {
  id: 'coverage-veto',
  severity: 'error',
  fix: 'none',
  properties: ['GD-2-4', 'GD-2-9'],

  *check(archive) {
    const { vetoes } = coverageOf(archive);
    if (vetoes.length === 0) return;
    const indicators = new Map(
      [...eachIndicator(archive.system)].map(({ indicator }) => [indicator.id, indicator]),
    );
    for (const each of vetoes) {
      const { code, text, indicator: id, at } = each.veto;
      const indicator = id === undefined ? undefined : indicators.get(id);
      const place = { at, title: `${code} ${text}`, ...(indicator && { indicator }) };
      if (each.state === 'short') yield { ...vetoSeen(each), ...place };
      else if (each.state === 'person' && each.occurred === undefined) {
        const data = { code, text };
        yield { messageId: 'coverage-veto/unsaid', data, severity: 'warning', ...place };
      } else if (each.state === 'person') {
        const proof = each.proof.filter(isOpen).map(({ requirement }) => requirement.title);
        const data = { code, text, proof };
        yield { messageId: 'coverage-veto/unseen', data, severity: 'warning', ...place };
      }
    }
  },
};

function vetoSeen({ veto: { code, text, effect }, occurred, proof }: VetoCoverage) {
  if (occurred)
    return { messageId: 'coverage-veto/occurred', data: { code, text, effect } } as const;
  const lacking = proof.filter(isLacking).map(({ requirement }) => requirement.title);
  return { messageId: 'coverage-veto/unproven', data: { code, text, proof: lacking } } as const;
}

function isOpen({ state, requirement }: RequirementCoverage): boolean {
  return !requirement.optional && state === 'person';
}

function isLacking({ state, requirement }: RequirementCoverage): boolean {
  return !requirement.optional && (state === 'short' || state === 'late' || state === 'open');
}
