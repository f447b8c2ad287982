import { compareText } from '../../text.js';
import type { ArchiveRule } from '../types.js';

/**
 * Every ledger is text that can be read, every key in it is known, every value is as it should be.
 *
 * A typo must not pass silently: a date under a misspelt key is no date, and evidence would not count.
 */
export const metaLedgerInvalid: ArchiveRule = {
  id: 'meta-ledger-invalid',
  severity: 'error',
  fix: 'none',
  scope: 'file',
  properties: ['GD-1-3', 'GD-1-4'],

  *check({ known }) {
    const ledgers = [...(known?.ledgers.values() ?? [])];
    for (const { path, problems } of ledgers.sort((a, b) => compareText(a.path, b.path))) {
      for (const problem of problems) {
        const { at, kind, fault } = problem;
        if (kind === 'yaml') {
          yield {
            messageId: 'meta-ledger-invalid/yaml',
            data: fault,
            path,
            at,
            title: fault.fault,
          };
          continue;
        }
        const title = 'key' in fault ? fault.key : fault.wrong;
        const fix = 'nearest' in fault && fault.nearest !== undefined ? 'proposes' : 'none';
        yield { messageId: 'meta-ledger-invalid/entry', data: fault, path, at, title, fix };
      }
    }
  },
};
