/** An evidence name taken apart: `01：创建领导小组文件.docx`. */
export interface EvidenceName {
  /** `undefined` when the name has none, or one that is no number. */
  readonly ordinal: number | undefined;
  /** The ordinal as written, `1`, `01`, `０１`; empty when there is none. */
  readonly digits: string;
  /** As written, `：`, `:`, `.`, `-`, `号 `; empty when there is none. */
  readonly separator: string;
  readonly title: string;
  /** With its dot, as written; empty when there is none. */
  readonly extension: string;
  /** Year code in the title, `2020` of `2020年度工作计划`, `〔2020〕36号`; `undefined` when there is none. */
  readonly year: number | undefined;
}
