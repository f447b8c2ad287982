import { thousands } from '../thousands.js';

/** 材料几件；台账不算材料，另外说。 */
export function itemsOf({ items, ledgers }: { items: number; ledgers: number }): string {
  return `${thousands(items)} 件${ledgers === 0 ? '' : `（另有台账 ${thousands(ledgers)} 个）`}`;
}
