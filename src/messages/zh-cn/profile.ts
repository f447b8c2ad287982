import type { ProfileFault } from '../faults.js';

/** 单位情况与测评体系对不上的地方。 */
export function profileFault(fault: ProfileFault): string {
  switch (fault.wrong) {
    case 'field':
      return `没有指标按“${fault.field}”区分，${proposal(fault.nearest, fault.known)}`;
    case 'value':
      return `“${fault.field}”没有“${fault.value}”这个值，${proposal(fault.nearest, fault.known)}`;
    case 'number':
      return `“${fault.field}”要按数比较，不能是“${fault.value}”`;
  }
}

function proposal(nearest: string | undefined, known: readonly string[]): string {
  if (known.length === 0) return '这个测评体系不按单位情况区分指标，不用写';
  const list = `可写的有：${known.join('、')}`;
  return nearest === undefined ? list : `是不是“${nearest}”？（${list}）`;
}

/** 还没有写明的单位情况，和可写的值。 */
export function profileFields(
  fields: readonly { readonly name: string; readonly values: readonly string[] }[],
): string {
  return fields
    .map(({ name, values }) => `  ${name}${values.length > 0 ? `：${values.join('、')}` : ''}\n`)
    .join('');
}
