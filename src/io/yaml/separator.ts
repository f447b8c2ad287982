/**
 * A key followed by `：`, or by `:` without a space, where YAML sees no key but a run of text; or `，` between the
 * entries of a list or mapping in brackets.
 */
export interface Separator {
  readonly fault: 'fullwidth-colon' | 'colon-space' | 'fullwidth-comma';
  /** The key, or for a comma that sign itself. */
  readonly key: string;
  /** Offset of the sign. */
  readonly sign: number;
  /** Known by the format; otherwise only an error of the parser at the same run of text makes it one. */
  readonly sure: boolean;
  /** The run of text it stands in. */
  readonly from: number;
  readonly to: number;
}

export interface Role {
  readonly kind: 'key' | 'value' | 'item' | 'root';
  /** The key whose value it is, or in whose list it stands. */
  readonly under: string;
}
