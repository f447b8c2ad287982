/** 一份一份登记几份还行，再多就导出成表来填。 */
const BY_HAND = 3;

/** Word、Excel 这类要转成页面才数得出的。 */
export const COUNTED_BY_BINDING =
  '装订时数得出来：`dangan bind --indicator 编号 -o 文件.pdf --record-pages`。';

/** @param fact - 登记什么，如 `页数=3`。 */
export function inLedger({ count }: { count: number }, fact: string): string {
  return count > BY_HAND
    ? '请用 `dangan ledger export 台账.xlsx` 导出成表，填好后用 `dangan ledger import 台账.xlsx` 读回。'
    : `请在台账里写明：\`dangan ledger set 文件 ${fact}\`。`;
}
