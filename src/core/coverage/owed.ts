/** Which leaf indicators owe a file of their own. */
import type { LeafCoverage } from './types.js';

/** What is kept under another indicator (`see`) is owed there; what is optional nowhere. */
export function owesNothing({ state, requirements }: LeafCoverage): boolean {
  if (state === 'exempt') return true;
  return (
    requirements.length > 0 &&
    requirements.every(
      (each) =>
        each.elsewhere !== undefined || each.requirement.optional || each.state === 'exempt',
    )
  );
}
