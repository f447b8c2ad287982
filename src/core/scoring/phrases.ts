/** Which of several phrases of a standard a title is about: 缺1999年表 and 1999年《干部履历表》. */

/** Words that every other title has. */
const COMMON =
  /缺少|没有|材料|文件|证明|记录|情况|相关|其他|其它|其余|[缺无少份篇个次项条件张期0-9０-９\s《》“”"'（）()、，,：:；;]/gu;
const OTHERS = /^\s*(其他|其它|其余)/u;

const ENOUGH = 2 / 3;

/** 其他材料: what no other phrase is about. */
export function isOthers(phrase: string | undefined): boolean {
  return phrase !== undefined && OTHERS.test(phrase);
}

/**
 * The number of the phrase that a title is about: two thirds or more of it, or of one of its alternatives, stand in
 * the title in one piece, and of no other phrase as much does.
 */
export function phraseFor(
  title: string,
  phrases: readonly (string | undefined)[],
): number | undefined {
  const shares = phrases.map((phrase) =>
    phrase === undefined || isOthers(phrase) ? 0 : shareIn(title, phrase),
  );
  const best = Math.max(...shares);
  const first = shares.indexOf(best);
  return best < ENOUGH || shares.lastIndexOf(best) !== first ? undefined : first;
}

function shareIn(title: string, phrase: string): number {
  const alternatives = phrase.split(/或者|或|、|，|,|；|;/u);
  return Math.max(...alternatives.map((each) => shareOfOne(title, each)));
}

function shareOfOne(title: string, phrase: string): number {
  const words = plain(phrase);
  return words.length < 2 ? 0 : longestCommon(words, plain(title)) / words.length;
}

/** Without common words. A year is four signs of its own, so that forms of different years are far apart. */
function plain(text: string): string {
  const withYears = text.replace(/((?:19|20)\d{2})年?/gu, (_, year: string) =>
    String.fromCharCode(0xe000 + Number(year) - 1900).repeat(4),
  );
  return withYears.replace(COMMON, '');
}

/** Length of the longest piece that both have. */
function longestCommon(a: string, b: string): number {
  let longest = 0;
  let last = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (let j = 1; j <= b.length; j += 1) {
      if (a[i - 1] !== b[j - 1]) continue;
      const length = (last[j - 1] ?? 0) + 1;
      row[j] = length;
      if (length > longest) longest = length;
    }
    last = row;
  }
  return longest;
}
