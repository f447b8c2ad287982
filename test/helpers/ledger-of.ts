import type { Ledger, LedgerEntry } from '../../src/core/ledger/types.js';

/** An entry of which nothing is known but what is given. */
export function entryOf(given: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    at: { line: 1, column: 1, file: 'ledger.yaml' },
    keyAt: {},
    nth: 1,
    file: undefined,
    link: undefined,
    title: undefined,
    sha256: undefined,
    bytes: undefined,
    date: undefined,
    submitted: undefined,
    owner: undefined,
    number: undefined,
    issuer: undefined,
    secrecy: undefined,
    kind: undefined,
    requirements: [],
    pages: undefined,
    characters: undefined,
    caption: {},
    activity: undefined,
    occasion: undefined,
    references: [],
    source: undefined,
    state: undefined,
    reason: undefined,
    seen: undefined,
    note: undefined,
    ...given,
  };
}

/** The ledger of a folder. */
export function ledgerOf(folder: string, given: Partial<Omit<Ledger, 'path'>> = {}): Ledger {
  return {
    path: `${folder}/ledger.yaml`,
    entries: [],
    notApplicable: [],
    orphans: [],
    problems: [],
    ...given,
  };
}
