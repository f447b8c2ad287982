import type { ProfileFault } from '../faults.js';

/** What in a unit's profile does not fit the scoring system. */
export function profileFault(fault: ProfileFault): string {
  switch (fault.wrong) {
    case 'field':
      return `no condition asks for “${fault.field}”; ${proposal(fault.nearest, fault.known)}`;
    case 'value':
      return `“${fault.field}” cannot be “${fault.value}”; ${proposal(fault.nearest, fault.known)}`;
    case 'number':
      return `“${fault.field}” is compared as a number and cannot be “${fault.value}”`;
  }
}

function proposal(nearest: string | undefined, known: readonly string[]): string {
  if (known.length === 0) return 'this scoring system does not depend on the unit';
  const list = `known: ${known.join(', ')}`;
  return nearest === undefined ? list : `did you mean “${nearest}”? (${list})`;
}

/** Fields that a profile does not answer, with their values. */
export function profileFields(
  fields: readonly { readonly name: string; readonly values: readonly string[] }[],
): string {
  return fields
    .map(({ name, values }) => `  ${name}${values.length > 0 ? `: ${values.join(', ')}` : ''}\n`)
    .join('');
}
