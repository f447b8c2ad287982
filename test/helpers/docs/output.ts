/** What a page shows below a command, held against what is printed; how it is written is told in pages.test.ts. */

const CUT = /^\s*…$/;

export function matches(shown: readonly string[], printed: readonly string[]): boolean {
  // Which lines of `shown` may come next: as long as the page at most, so that no pattern takes long.
  let next = skipCuts(shown, [0]);
  for (const line of printed) {
    const after: number[] = [];
    for (const at of next) {
      if (CUT.test(shown[at] ?? '')) after.push(at);
      else if (sameLine(shown[at], line)) after.push(at + 1);
    }
    next = skipCuts(shown, after);
  }
  return next.has(shown.length);
}

function skipCuts(shown: readonly string[], from: Iterable<number>): ReadonlySet<number> {
  const all = new Set<number>();
  for (let at of from) {
    all.add(at);
    while (CUT.test(shown[at] ?? '')) all.add(++at);
  }
  return all;
}

function sameLine(shown: string | undefined, printed: string): boolean {
  if (shown === undefined) return false;
  const [expected, found] = [settled(shown), settled(printed)];
  return expected === found || (shown.endsWith('…') && found.startsWith(expected.slice(0, -1)));
}

/** Without what differs from machine to machine, or whenever a page of a bundle is changed. */
function settled(line: string): string {
  return line
    .trimEnd()
    .replaceAll(/\b(?:[0-9a-f]{32,}\b|[0-9a-f]{12}…)/g, '‹digest›')
    .replaceAll(/\b[0-9a-f]{4}(?: [0-9a-f]{4}){7}\b/g, '‹digest›')
    .replaceAll(/(?<=[(（])[0-9a-f]{10}(?=[)）])/g, '‹commit›')
    .replaceAll(/\b\d[\d,.]* ?(?:[KMGT]?B|字节|bytes)(?!\w)/g, '‹size›')
    .replaceAll(/\b\d{2}:\d{2}(?::\d{2})?\b/g, '‹time›');
}

/** How like each other two lines are, from 0 to 1: the pairs of letters that they share. */
function likeness(one: string, other: string): number {
  const pairs = (line: string) => {
    const text = line.replaceAll(/\s+/g, ' ');
    return Array.from(text.slice(1), (letter, at) => (text[at] ?? '') + letter);
  };
  const [here, there] = [pairs(one), new Set(pairs(other))];
  const shared = here.filter((pair) => there.has(pair)).length;
  return (2 * shared) / Math.max(1, here.length + there.size);
}

/**
 * The lines that a page shows, as they are printed now: each is taken for the one that is most like it, and between
 * them as much is left out as before. A line with a single `+` shows everything.
 */
export function refreshed(shown: readonly string[], printed: readonly string[]): readonly string[] {
  if (shown.join() === '+') return printed;
  if (matches(shown, printed)) return shown;
  const lines: string[] = [];
  let [from, cut] = [0, false];
  for (const line of shown) {
    cut ||= CUT.test(line);
    const at = line === '' || CUT.test(line) ? -1 : placeOf(line, printed, from);
    if (at < 0) continue;
    const between = printed.slice(from, at);
    if (cut || between.some((each) => each !== '')) lines.push(...(at > from ? ['…'] : []));
    else lines.push(...between);
    lines.push(sameLine(line, printed[at] ?? '') ? line : (printed[at] ?? ''));
    [from, cut] = [at + 1, false];
  }
  return from < printed.length ? [...lines, '…'] : lines;
}

function placeOf(line: string, printed: readonly string[], from: number): number {
  const exact = printed.findIndex((each, at) => at >= from && sameLine(line, each));
  if (exact >= 0) return exact;
  const likes = printed.map((each, at) => (at < from ? 0 : likeness(line, each)));
  const best = Math.max(0, ...likes);
  return best > 0.4 ? likes.indexOf(best) : -1;
}
