/** Marks that do not begin a line. */
const NOT_FIRST = new Set('，。、；：！？）》」』】〕］｝”’…—·,.;:!?)]}%％');
/** Marks that do not end one. */
const NOT_LAST = new Set('（《「『【〔［｛“‘([{');
/** What stays together: a run of Latin text, or one character, with the blanks after it. */
const PIECES = /[\u0021-\u024f]+\s*|\s+|[^\s\u0021-\u024f]\s*/gsu;

/**
 * Text in lines of at most some width, as it is set on paper: between Han characters anywhere, Latin words kept whole
 * where they fit; no closing mark begins a line and no opening one ends it.
 *
 * @param text - Its line breaks are kept.
 * @param widthOf - The width of a text; that of two texts together is the sum of theirs.
 */
export function breakLines(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  return text.split('\n').flatMap((line) => broken(line, width, widthOf));
}

function broken(text: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const piece of piecesOf(text, width, widthOf)) {
    const own = widthOf(piece.trimEnd());
    if (used + own > width && line.length > 0) {
      const down = line.splice(line.length - goingDown(line, piece, width - own, widthOf));
      lines.push(line.join('').trimEnd());
      line = down;
      used = widthOf(down.join(''));
    }
    line.push(piece);
    used += widthOf(piece);
  }
  if (line.length > 0) lines.push(line.join('').trimEnd());
  return lines;
}

/**
 * How many pieces leave the end of a line together with the one that is too much for it. None, where no place to
 * break is near or they would not fit: a line of nothing but marks is broken anywhere.
 */
function goingDown(
  line: readonly string[],
  next: string,
  room: number,
  widthOf: (text: string) => number,
): number {
  let after = next;
  for (let count = 0; count < Math.min(line.length, 4); count += 1) {
    const before = line[line.length - 1 - count] ?? '';
    if (mayBreak(before, after)) {
      return widthOf(line.slice(line.length - count).join('')) <= room ? count : 0;
    }
    after = before;
  }
  return 0;
}

function mayBreak(before: string, after: string): boolean {
  return !NOT_FIRST.has(after.charAt(0)) && !NOT_LAST.has(before.trimEnd().at(-1) ?? '');
}

/** A word that is wider than a line goes in characters. */
function* piecesOf(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): Generator<string> {
  for (const [piece] of text.matchAll(PIECES)) {
    // 202507-202512: first and last of a stretch of time stay whole.
    for (const part of piece.split(/(?<=\d-)(?=\d)/)) {
      if (widthOf(part.trimEnd()) <= width) yield part;
      else yield* part;
    }
  }
}
