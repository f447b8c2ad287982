import type { metaFindings as en } from '../en/findings-meta.js';
import { faults } from './faults.js';
import { ledgerFault } from './ledger.js';

export const metaFindings: typeof en = {
  'meta-ledger-invalid/yaml': (d) => faults.yaml(d),
  'meta-ledger-invalid/entry': (d) => ledgerFault(d),
  'meta-reference-broken/fault': (d) => ledgerFault(d),
  'meta-orphan/gone': (d) =>
    `${d.file} 不在这个文件夹里，别处也没有内容相同的文件${d.nearest === undefined ? '；请把它放回来，或删去这一条' : `；是不是现在的“${d.nearest}”？是就把这一条的 file 改成它`}`,
  'meta-orphan/elsewhere': (d) =>
    `${d.file} 不在这个文件夹里；${d.nearest ?? ''} 与它同名，内容不同，如果就是它，请把这一条移到那里的台账`,
};
