import type { metaFindings as en } from '../en/findings-meta.js';
import { faults } from './faults.js';
import { ledgerFault } from './ledger.js';

const UNRECORDED = '这一条没有记内容的摘要和大小，认不出文件到哪里去了';

export const metaFindings: typeof en = {
  'meta-ledger-invalid/yaml': (d) => faults.yaml(d),
  'meta-ledger-invalid/entry': (d) => ledgerFault(d),
  'meta-reference-broken/fault': (d) => ledgerFault(d),
  'meta-orphan/gone': (d) =>
    `${d.file} 不在这个文件夹里，别处也没有内容相同的文件；${d.nearest === undefined ? '误删的请放回来，换成了新的一份，就把这一条的 file 改成它的名称' : `是不是改过内容的“${d.nearest}”？是就把这一条的 file 改成它`}`,
  'meta-orphan/gone-unrecorded': (d) =>
    `${d.file} 不在这个文件夹里；${UNRECORDED}。${d.nearest === undefined ? '请找一找：改了名，就把这一条的 file 改成现在的名称；移走了，就把这一条移到那里的台账；先不要删' : `是不是“${d.nearest}”？是就把这一条的 file 改成它；不是，也先不要删`}`,
  'meta-orphan/elsewhere': (d) =>
    `${d.file} 不在这个文件夹里；${d.nearest ?? ''} 与它同名，内容不同，如果就是它，请把这一条移到那里的台账`,
  'meta-orphan/elsewhere-unrecorded': (d) =>
    `${d.file} 不在这个文件夹里；${UNRECORDED}。是不是同名的 ${d.nearest ?? ''}？是就把这一条移到那里的台账；不是，也先不要删`,
};
