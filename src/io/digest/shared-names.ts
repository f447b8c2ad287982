/** Names by row, in memory that threads share: a list of strings would be copied for each of them. */

export interface SharedNames {
  /** UTF-16: names of a disk need not be proper text, and must come out as they went in. */
  readonly text: SharedArrayBuffer;
  /** Where in `text` each name begins, and the last one ends. */
  readonly places: SharedArrayBuffer;
}

/** @param names - Not empty; `undefined` for rows without one. */
export function shareNames(names: readonly (string | undefined)[]): SharedNames {
  let length = 0;
  for (const name of names) length += name?.length ?? 0;
  const text = new SharedArrayBuffer(length * 2);
  const places = new SharedArrayBuffer((names.length + 1) * 4);
  const [bytes, starts] = [Buffer.from(text), new Uint32Array(places)];
  let at = 0;
  names.forEach((name, row) => {
    if (name !== undefined) at += bytes.write(name, at, 'utf16le');
    starts[row + 1] = at;
  });
  return { text, places };
}

export class Names {
  readonly #text: Buffer;
  readonly #places: Uint32Array;

  constructor({ text, places }: SharedNames) {
    this.#text = Buffer.from(text);
    this.#places = new Uint32Array(places);
  }

  at(row: number): string | undefined {
    const [from = 0, to = 0] = [this.#places[row], this.#places[row + 1]];
    return from === to ? undefined : this.#text.toString('utf16le', from, to);
  }
}
