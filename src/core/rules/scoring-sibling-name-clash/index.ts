import { folderNameOf } from '../../naming/folder-name.js';
import type { Condition, Indicator } from '../../system/types.js';
import { eachIndicator } from '../../system/walk.js';
import { foldName } from '../../text.js';
import type { SystemRule } from '../types.js';

/**
 * Indicators beside each other have folders of different names.
 *
 * Compared as Windows and macOS compare them, case ignored and Unicode in one form; and width ignored, for nobody
 * tells `Ａ` from `A` in a list. Indicators that no unit ever has both of may share a name.
 */
export const scoringSiblingNameClash: SystemRule = {
  id: 'scoring-sibling-name-clash',
  severity: 'error',
  fix: 'none',
  properties: ['GD-1-13'],

  *check({ system, template }) {
    const groups: (readonly Indicator[])[] = [[...system.indicators, ...system.bonus]];
    for (const { indicator } of eachIndicator(system)) groups.push(indicator.children);
    for (const siblings of groups) {
      const seen = new Map<string, Indicator[]>();
      for (const indicator of siblings) {
        const { name } = folderNameOf(indicator, template);
        const alike = foldWidth(foldName(name));
        const elders = seen.get(alike) ?? [];
        const first = elders.find((elder) => !areApart(elder.applies, indicator.applies));
        seen.set(alike, [...elders, indicator]);
        if (!first) continue;
        yield {
          messageId: 'scoring-sibling-name-clash/same',
          data: { folder: name, line: first.at.line },
          at: indicator.at,
          indicator,
          title: name,
        };
      }
    }
  },
};

/** Full-width letters, digits and marks as their ASCII twins. */
function foldWidth(name: string): string {
  return name.replace(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0).toLowerCase(),
  );
}

/** Do both ask for the same field of the profile, and never for the same value? */
function areApart(a: Condition | undefined, b: Condition | undefined): boolean {
  if (!a || !b || !('unit' in a) || !('unit' in b)) return false;
  return Object.entries(a.unit).some(([field, values]) => {
    const others = b.unit[field];
    const plain = [...values, ...(others ?? [])].every((value) => !/^[<>≤≥]/.test(value));
    return others !== undefined && plain && !values.some((value) => others.includes(value));
  });
}
