import type { ledgerErrors as en } from '../en/ledger.js';
import type { LedgerFault, ReferenceFault } from '../faults.js';
import { faults } from './faults.js';

export function ledgerFault(d: LedgerFault | ReferenceFault): string {
  if (d.wrong === 'entry-twice') {
    return `${d.file} 在第 ${d.line} 行已经有一条；请把两条并成一条`;
  }
  if (d.wrong === 'not-a-leaf') return `“${d.name}”下面还有指标；请写材料所用于的末级指标`;
  return faults.schema(d);
}

export const ledgerErrors: typeof en = {
  LEDGER_INVALID: (d) => [
    `${d.path} 第 ${d.line} 行：${faults.yaml(d.fault)}`,
    '请先改好这一处，以免丢了里面的内容。现在什么都没有动。',
  ],
  LEDGER_UNEDITABLE: (d) => [
    `${d.path} 的写法（多半是锚点和别名），改这一处会连带改到别处`,
    '请在编辑器里改。现在什么都没有动。',
  ],
  LEDGER_KEY_UNKNOWN: (d) => [
    `台账里没有“${d.key}”可填`,
    d.nearest === undefined
      ? `可填的有：${d.known.join('、')}`
      : `是不是“${d.nearest}”？全部可填的项，见 \`dangan ledger set --help\`。`,
  ],
  LEDGER_VALUE_INVALID: (d) => [d.faults.map(ledgerFault).join('\n'), '现在什么都没有动。'],
  LEDGER_NO_EVIDENCE: (d) => [
    `${d.path} 不是这个档案的材料`,
    d.nearest === undefined
      ? '请写指标文件夹里的文件；登记网址，写那个文件夹和 link=网址。'
      : `是不是 ${d.nearest}？`,
  ],
};
