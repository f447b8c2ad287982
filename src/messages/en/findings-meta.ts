import type { LedgerFault, ReferenceFault, YamlFault } from '../faults.js';
import { faults } from './faults.js';
import { ledgerFault } from './ledger.js';

/** What the rules on ledgers say. */
export const metaFindings = {
  'meta-ledger-invalid/yaml': (d: YamlFault) => faults.yaml(d),
  'meta-ledger-invalid/entry': (d: LedgerFault) => ledgerFault(d),
  'meta-reference-broken/fault': (d: ReferenceFault) => ledgerFault(d),
  'meta-orphan/gone': (d: { file: string; nearest: string | undefined }) =>
    `${d.file} is not in this folder, nor is there a file with its content anywhere${d.nearest === undefined ? '; put it back, or delete the entry' : `; is it ${d.nearest} now? Then write that name in the entry`}`,
  'meta-orphan/elsewhere': (d: { file: string; nearest: string | undefined }) =>
    `${d.file} is not in this folder; there is a file of that name, with other content: ${d.nearest ?? ''}. If it is the one, move the entry to the ledger there`,
};
