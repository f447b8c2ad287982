/** Changes to a text at exact places; all else stays as it is, to the byte. */
export interface Splice {
  readonly from: number;
  /** The same as `from` when something is put in. */
  readonly to: number;
  readonly text: string;
}

export function insertion(at: number, text: string): Splice {
  return { from: at, to: at, text };
}

/** @param splices - None of them over another; two at one place stay in their order. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const sorted = splices.toSorted((a, b) => a.from - b.from);
  let result = '';
  let at = 0;
  for (const splice of sorted) {
    result += text.slice(at, splice.from) + splice.text;
    at = splice.to;
  }
  return result + text.slice(at);
}
