/** 一份一份登记几份还行，再多就导出成表来填。 */
const BY_HAND = 3;

/** @param fact - 登记什么，如 `页数=3`。 */
export function inLedger({ count }: { count: number }, fact: string): string {
  return count > BY_HAND
    ? '请用 `dangan ledger export 台账.xlsx` 导出成表，填好后用 `dangan ledger import 台账.xlsx` 读回。'
    : `请在台账里写明：\`dangan ledger set 文件 ${fact}\``;
}
