/** Lines that are not in order, as they are told: neither their length nor their number is the sender's choice. */

/** Lines of one kind that are told one by one; of more, only how many there are. */
const TOLD = 200;
const SHOWN_LETTERS = 300;

export interface Trouble<Kind extends string> {
  readonly trouble: Kind;
  readonly line: number;
  readonly text: string;
  /** Lines that are alike: habits of a program are told once, at their first line. */
  readonly count: number;
}

export class Troubles<Kind extends string> {
  readonly told: (Trouble<Kind> & { count: number })[] = [];
  /** By kind, how many more lines there are. */
  readonly untold = new Map<Kind, number>();
  readonly #first = new Map<Kind, { told: number; readonly trouble: { count: number } }>();

  /** @param isHabit - Tell only the first line, and how many there are. */
  add(trouble: Kind, line: number, text: string, isHabit = false): void {
    const before = this.#first.get(trouble);
    if (before && isHabit) before.trouble.count += 1;
    else if (before && before.told >= TOLD) {
      this.untold.set(trouble, (this.untold.get(trouble) ?? 0) + 1);
    } else {
      const found = { trouble, line, text: clipped(text), count: 1 };
      this.told.push(found);
      if (before) before.told += 1;
      else this.#first.set(trouble, { told: 1, trouble: found });
    }
  }
}

function clipped(text: string): string {
  return text.length <= SHOWN_LETTERS ? text : `${text.slice(0, SHOWN_LETTERS)}…`;
}
