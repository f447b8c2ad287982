/** Patterns of paths, as BagIt profiles have them. */

/**
 * Does any of the names or patterns fit? `*` is any text, `?` one character, `[a-z]` and `[!a-z]` one of a set. `*`
 * also takes `/`, which it does not in glob(7): the specification says that `["*"]` allows all tag files, and its
 * own validator has it so.
 */
export function fitsAny(patterns: readonly string[]): (path: string) => boolean {
  const plain = new Set<string>();
  const globs: (readonly Piece[])[] = [];
  for (const pattern of patterns) {
    plain.add(pattern);
    if (/[*?[]/.test(pattern)) globs.push(piecesOf(pattern));
  }
  return (path) => {
    if (plain.has(path)) return true;
    if (globs.length === 0) return false;
    const letters = Array.from(path);
    return globs.some((pieces) => fits(pieces, letters));
  };
}

type Piece = '*' | ((letter: string) => boolean);

function piecesOf(pattern: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const letters = Array.from(pattern);
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    const end = letter === '[' ? endOfSet(letters, at) : -1;
    if (end > 0) {
      pieces.push(setOf(letters.slice(at + 1, end)));
      at = end;
    } else if (letter === '*') {
      // Two of them mean no more than one.
      if (pieces.at(-1) !== '*') pieces.push('*');
    } else pieces.push(letter === '?' ? () => true : (each) => each === letter);
  }
  return pieces;
}

/** A `]` right after the beginning is one of the set. */
function endOfSet(letters: readonly string[], start: number): number {
  const first = letters[start + 1] === '!' ? start + 2 : start + 1;
  return letters.indexOf(']', first + 1);
}

function setOf(letters: readonly string[]): (letter: string) => boolean {
  const isOther = letters[0] === '!';
  const members = isOther ? letters.slice(1) : letters;
  const ranges: [string, string][] = [];
  for (let at = 0; at < members.length; at += 1) {
    const from = members[at] ?? '';
    const isRange = members[at + 1] === '-' && at + 2 < members.length;
    ranges.push([from, isRange ? (members[at + 2] ?? from) : from]);
    if (isRange) at += 2;
  }
  return (letter) =>
    isOther !==
    ranges.some(([from, to]) => order(from) <= order(letter) && order(letter) <= order(to));
}

function order(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}

/** Goes back to the last `*` only, so that the time is at most pattern by path, whatever the pattern. */
function fits(pieces: readonly Piece[], letters: readonly string[]): boolean {
  let piece = 0;
  let letter = 0;
  let star = -1;
  let from = 0;
  while (letter < letters.length) {
    const wanted = pieces[piece];
    if (wanted === '*') {
      star = piece;
      from = letter;
      piece += 1;
    } else if (wanted?.(letters[letter] ?? '') === true) {
      piece += 1;
      letter += 1;
    } else if (star >= 0) {
      from += 1;
      letter = from;
      piece = star + 1;
    } else return false;
  }
  return pieces.slice(piece).every((rest) => rest === '*');
}
