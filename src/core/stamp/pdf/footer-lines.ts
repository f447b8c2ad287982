/** The lines on the right of the footers of a document, of whatever made them. */

/** A run of letters on a page as it is seen: from its upper left corner, in points. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** A footer is below this share of the page, and what ends right of this share is on the right. */
const FOOTER_FROM = 0.85;
const RIGHT_FROM = 0.6;
/** Runs of one line are no further apart than this many letters. */
const FARTHEST = 1.5;

export function linesOnTheRight(
  runs: readonly Run[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly string[] {
  const inFooter = runs.filter(({ baseline }) => baseline >= height * FOOTER_FROM);
  const sorted = inFooter.sort(
    (one, other) => Math.round(one.baseline - other.baseline) || one.left - other.left,
  );
  const lines: Run[] = [];
  for (const run of sorted) {
    const last = lines.at(-1);
    if (last === undefined || !isBehind(last, run)) lines.push(run);
    else lines.splice(-1, 1, { ...last, text: last.text + run.text, right: run.right });
  }
  return lines
    .filter(({ right, text }) => right >= width * RIGHT_FROM && text.trim() !== '')
    .map(({ text }) => text.trim().normalize('NFC'));
}

function isBehind(one: Run, other: Run): boolean {
  const isSameLine = Math.abs(one.baseline - other.baseline) < other.size / 3;
  return isSameLine && other.left - one.right < other.size * FARTHEST;
}

/** @returns Those of every page; when there is none, those of some. */
export function namesOnPages(pages: readonly (readonly string[])[]) {
  const [first = [], ...others] = pages;
  const common = first.filter((name) => others.every((page) => page.includes(name)));
  const names = common.length > 0 ? common : pages.flat();
  return { names: [...new Set(names)], everywhere: common.length > 0 };
}
