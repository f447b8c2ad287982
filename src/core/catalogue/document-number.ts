const YEAR_IN_BRACKETS = /[[(（［【〔〖]\s*((?:19|20)\d\d)\s*年?\s*[\])）］】〕〗]/u;

/** 文号 with its year in 〔 〕, whatever brackets a keyboard had: `文明办[2020]3号` is `文明办〔2020〕3号` (GB/T 9704). */
export function documentNumber(text: string): string {
  return text.trim().replace(YEAR_IN_BRACKETS, '〔$1〕');
}
