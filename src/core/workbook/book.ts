/** A workbook to be written: what is in its sheets, how it looks, and what its cells let in. */

/** A sheet to be written. */
export interface BookSheet {
  readonly name: string;
  /** Not even offered to be shown. */
  readonly hidden: boolean;
  readonly columns: readonly BookColumn[];
  /** The first is the header; text that looks like a number stays text. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Of each row, the lines of text that its cells need. */
  readonly lines: readonly number[];
  /** Columns that stay when the sheet is moved sideways; the header always stays. */
  readonly frozen: number;
  readonly filter: boolean;
  /** Printed on top of each page. */
  readonly heading: string;
  /** Pages beside each other that it is printed on. */
  readonly pages: number;
}

export interface BookColumn {
  readonly width: number;
  readonly hidden?: boolean;
  /** Grey is not for writing in; a count is a number, the others are text whatever is typed. */
  readonly look: 'grey' | 'text' | 'count' | 'plain';
  /** Format of numbers in it: `00`. */
  readonly format?: string;
  readonly check?: BookCheck;
}

/** What a cell says when it is chosen, and what it lets in. */
export interface BookCheck {
  readonly title: string;
  readonly text: string;
  /** Nothing: what is there is to stay. */
  readonly locked?: boolean;
  /** One of these: a block of cells of another sheet, `'勿改'!$D$1:$D$9`. */
  readonly list?: string;
  /** What is said to anything else. */
  readonly refusal?: string;
}
