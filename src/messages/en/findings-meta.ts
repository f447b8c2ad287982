import type { LedgerFault, ReferenceFault, YamlFault } from '../faults.js';
import { faults } from './faults.js';
import { ledgerFault } from './ledger.js';

interface Orphan {
  readonly file: string;
  readonly nearest: string | undefined;
}

const UNRECORDED =
  'the entry has no digest and size of its content, so where it went cannot be told';

/** What the rules on ledgers say. */
export const metaFindings = {
  'meta-ledger-invalid/yaml': (d: YamlFault) => faults.yaml(d),
  'meta-ledger-invalid/entry': (d: LedgerFault) => ledgerFault(d),
  'meta-reference-broken/fault': (d: ReferenceFault) => ledgerFault(d),
  'meta-orphan/gone': (d: Orphan) =>
    `${d.file} is not in this folder, nor is there a file with its content anywhere; ${d.nearest === undefined ? 'put it back if it was deleted by mistake; where there is a new version, write its name in the entry' : `is it ${d.nearest}, edited? Then write that name in the entry`}`,
  'meta-orphan/gone-unrecorded': (d: Orphan) =>
    `${d.file} is not in this folder; ${UNRECORDED}. ${d.nearest === undefined ? 'Look for it: if renamed, write its name of now in the entry; if moved, move the entry to the ledger there; do not delete it yet' : `Is it ${d.nearest}? Then write that name in the entry; if not, do not delete the entry yet`}`,
  'meta-orphan/elsewhere': (d: Orphan) =>
    `${d.file} is not in this folder; there is a file of that name, with other content: ${d.nearest ?? ''}. If it is the one, move the entry to the ledger there`,
  'meta-orphan/elsewhere-unrecorded': (d: Orphan) =>
    `${d.file} is not in this folder; ${UNRECORDED}. There is a file of that name: ${d.nearest ?? ''}. If it is the one, move the entry to the ledger there; if not, do not delete the entry yet`,
};
