/** By code unit: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The form in which names are compared: NFC, case folded. Never NFKC, which makes `:` of `：` and `%` of `％`.
 */
export function foldName(name: string): string {
  return foldPlain(name) ?? name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** @returns `undefined` when there may be more to fold than ASCII letters. */
export function foldPlain(name: string): string | undefined {
  if (CASELESS.test(name)) return name;
  return PLAIN.test(name) ? name.toLowerCase() : undefined;
}

/**
 * Most names are digits, Han and punctuation that takes no part in composition, all of which folding leaves alone,
 * perhaps with ASCII letters. To see that costs a tenth of folding them.
 */
const CASELESS = /^[\0-@[-\x7f\u2010-\u2027\u3001-\u3020\u3400-\u9fff\uff01-\uff20]*$/;
const PLAIN = /^[\0-\x7f\u2010-\u2027\u3001-\u3020\u3400-\u9fff\uff01-\uff20]*$/;

/** What somebody lists who types it in one word: `late,欠缺`, `办公室、工会`. */
export function listedIn(text: string): string[] {
  return text
    .split(/[,，、;；]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A word of small ASCII letters as a pattern of it in capitals, too: `[dD][oO][cC]`. */
export function anyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/**
 * The candidate that is most like `word` (edit distance at most a third of its length), for “did you mean”. Of several
 * as near, the one of the same letters: `pfd` is `pdf` rather than `ofd`. No number is like another, 院办 is not 党办, and
 * nothing is like what denies it: 没有 and 有, 不合格 and 合格.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (/^\d+$/.test(word)) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > bestDistance) continue;
    if (DENYING.test(word) !== DENYING.test(candidate)) continue;
    const distance = editDistance(word, candidate);
    const length = Math.max(word.length, candidate.length);
    // Another word altogether, with not a letter of it: 好 and A; or of two letters with another first one.
    if (distance >= length) continue;
    if (length === 2 && word[0] !== candidate[0] && !hasLettersOf(word, candidate)) continue;
    const isLikelier =
      best !== undefined &&
      distance === bestDistance &&
      hasLettersOf(word, candidate) &&
      !hasLettersOf(word, best);
    if (distance < bestDistance || isLikelier) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

const DENYING = /^[不没无非未]/;

function hasLettersOf(a: string, b: string): boolean {
  return a.length === b.length && sorted(a) === sorted(b);
}

function sorted(text: string): string {
  return Array.from(text).sort().join('');
}

/** As `nearest`, else the one that has every part of `word` between its hyphens: `name-gap` of `name-sequence-gap`. */
export function nearestByParts(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  if (near !== undefined) return near;
  const parts = word.split('-').filter((part) => part !== '');
  const having = candidates.filter((each) => {
    const own = each.split('-');
    return parts.length > 0 && parts.every((part) => own.includes(part));
  });
  return having.length === 1 ? having[0] : undefined;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
