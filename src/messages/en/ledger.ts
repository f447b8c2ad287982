import type { LedgerFault, ReferenceFault, YamlFault } from '../faults.js';
import { faults } from './faults.js';

/** What does not agree with what a ledger is, or is named in it and not there. */
export function ledgerFault(d: LedgerFault | ReferenceFault): string {
  if (d.wrong === 'entry-twice') {
    return `${d.file} has an entry already, on line ${d.line}; make one of the two`;
  }
  if (d.wrong === 'not-a-leaf') {
    return `“${d.name}” has indicators below it; name the leaf indicator that the evidence serves`;
  }
  return faults.schema(d);
}

export const ledgerErrors = {
  LEDGER_INVALID: (d: { path: string; line: number; fault: YamlFault }) => [
    `${d.path}, line ${d.line}: ${faults.yaml(d.fault)}`,
    'Mend that first, so that nothing in it is lost. Nothing was changed.',
  ],
  LEDGER_UNEDITABLE: (d: { path: string }) => [
    `${d.path} is written in a way in which this cannot be changed without touching something else (anchors and aliases, most likely)`,
    'Change it in an editor. Nothing was changed.',
  ],
  LEDGER_KEY_UNKNOWN: (d: {
    key: string;
    nearest: string | undefined;
    known: readonly string[];
  }) => [
    `A ledger has no “${d.key}” to set`,
    d.nearest === undefined
      ? `It has: ${d.known.join(', ')}`
      : `Did you mean “${d.nearest}”? \`dangan ledger set --help\` lists them all.`,
  ],
  LEDGER_VALUE_INVALID: (d: { faults: readonly (LedgerFault | ReferenceFault)[] }) => [
    d.faults.map(ledgerFault).join('\n'),
    'Nothing was changed.',
  ],
  LEDGER_NO_EVIDENCE: (d: { path: string; nearest: string | undefined }) => [
    `${d.path} is no evidence of this archive`,
    d.nearest === undefined
      ? 'Name a file in the folder of an indicator; for a web address, that folder and link=….'
      : `Did you mean ${d.nearest}?`,
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
