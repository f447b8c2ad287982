/** Which of several parts count, in the words of `take`: `2`, `任选3项`, `middle`, `去掉一个最高分和一个最低分`. */

/** So many of the best, or all but so many of the highest and of the lowest. */
type Taking = { readonly best: number } | { readonly highest: number; readonly lowest: number };

const MIDDLE: Taking = { highest: 1, lowest: 1 };
const WITHOUT = /去掉|去除|除去|剔除|扣除|不计|without/iu;
const NUMBER = '([一二两三四五]|\\d{1,3})?\\s*(?:个|项|名)?\\s*';
const HIGHEST = new RegExp(`${NUMBER}(?:最高|highest)`, 'iu');
const LOWEST = new RegExp(`${NUMBER}(?:最低|lowest)`, 'iu');
const NUMERALS = '一二三四五';

/** @returns `undefined` for words that say neither. */
export function takingIn(take: string | undefined): Taking | undefined {
  if (take === undefined) return undefined;
  if (take.trim().toLowerCase() === 'middle') return MIDDLE;
  if (WITHOUT.test(take)) {
    const [highest, lowest] = [numberIn(HIGHEST.exec(take)), numberIn(LOWEST.exec(take))];
    return highest + lowest > 0 ? { highest, lowest } : undefined;
  }
  const digits = /\d{1,4}/.exec(take)?.[0];
  return digits === undefined ? undefined : { best: Number(digits) };
}

function numberIn(found: RegExpExecArray | null): number {
  if (!found) return 0;
  const text = found[1]?.replace('两', '二') ?? '一';
  const numeral = NUMERALS.indexOf(text);
  return numeral < 0 ? Number(text) : numeral + 1;
}
