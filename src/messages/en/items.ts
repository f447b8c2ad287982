import { countedLarge } from './counted.js';

/** Ledgers are no evidence, and told beside it. */
export function itemsOf({ items, ledgers }: { items: number; ledgers: number }): string {
  return `${countedLarge(items, 'item')}${ledgers === 0 ? '' : ` (and ${countedLarge(ledgers, 'ledger')})`}`;
}
