/** Titles compared: what was filed with what is asked for. */
import { squash } from '../archive/folder-key.js';
import { withoutDates } from '../dates/date-in-title.js';

/** A title made ready for comparing. */
export interface TitleKey {
  /** Letters, digits and characters only. */
  readonly whole: string;
  /** Without years and a number before it as well; never empty unless `whole` is. */
  readonly key: string;
}

/** `（一）`, `3、`, `①` before a title; the 3 of `3.15活动` is none. */
const ORDINAL = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d)|[①-⑳])\s*/u;

/** `2020`, `2020年`, `2020年度`; and the `年度` that a requirement is called by. */
const YEAR = /(?:19|20)\d{2}(?:年度|年)?|年度/gu;

export function titleKey(title: string): TitleKey {
  const whole = squash(title);
  const rest = title.replace(ORDINAL, '');
  const key = (rest === title ? whole : squash(rest)).replace(YEAR, '');
  return { whole, key: key === '' ? whole : key };
}

/**
 * The key of a title without months, quarters, days and running numbers as well: `支委会2024年4月` is of `支委会记录`,
 * `安委会第三次全体会议纪要` of `安委会全体会议纪要`. Not for what is asked for: 第一季度总结 and 第二季度总结 are two
 * things.
 *
 * @returns `undefined` where it has none, and where what is left would be in any title.
 */
export function undatedKey(title: string): TitleKey | undefined {
  const rest = withoutDates(title).replace(RUNNING_NUMBER, '');
  if (rest === title) return undefined;
  const { key } = titleKey(rest);
  return key.length < SHORTEST ? undefined : { whole: key, key };
}

const RUNNING_NUMBER = /第\s*[一二三四五六七八九十百\d]+\s*[次期号讲场届轮批回]/gu;

/** How many pairs of neighbouring characters two titles have in common. */
export function pairsShared(a: string, b: string): number {
  const pairs = new Set(pairsOf(squash(b)));
  return new Set(pairsOf(squash(a)).filter((pair) => pairs.has(pair))).size;
}

function pairsOf(text: string): string[] {
  const letters = Array.from(text);
  return letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
}

/** Shorter ones are in any title. */
const SHORTEST = 2;

/** `exact`: the same title. `like`: one of them holds the other. */
export function likeness(a: TitleKey, b: TitleKey): 'exact' | 'like' | undefined {
  if (a.whole === b.whole) return a.whole === '' ? undefined : 'exact';
  const [short, long] = a.key.length <= b.key.length ? [a.key, b.key] : [b.key, a.key];
  return short.length >= SHORTEST && long.includes(short) ? 'like' : undefined;
}

/** A named occasion with the words that tell of it. */
export interface Occasion {
  readonly name: string;
  /** Squashed. */
  readonly words: readonly string[];
  /** The words without the 节 that people leave out: 元宵 for 元宵节. */
  readonly short: readonly string[];
}

/** Festivals whose name without its 节 means nothing else; 教师 and 劳动 do. */
const FESTIVALS = new Set(
  '元旦 元宵 植树 清明 端午 七夕 中元 中秋 国庆 重阳 腊八 学雷锋'.split(' '),
);

/**
 * `美德少年（或学雷锋）` is one occasion with two words. What stands in quotes tells of it by itself when it is long
 * enough to mean nothing else: `清明“网上祭英烈”`, and not `“十一”`, which is in 十一月 too.
 */
export function occasionOf(name: string): Occasion {
  const ways = name.replace(/[（(]\s*或者?([^）)]*)[）)]/gu, '或$1').split(/或者?/u);
  const quoted = [...name.matchAll(/“([^”]{3,})”/gu)].map(([, words = '']) => words);
  const words = [...ways, ...quoted].map(squash).filter((word) => word !== '');
  const short = words.map((word) => word.replace(/[节日]$/u, '')).filter(isFestival);
  const plain = words.map((word) => word.replace(OF_WHOM, '')).filter(({ length }) => length > 2);
  return { name, words: [...new Set([...words, ...plain])], short };
}

/** 全国节能宣传周 is called 节能宣传周 too, and 国家宪法日 宪法日; there is an 安全教育日 beside 国家安全教育日. */
const OF_WHOM = /^(?:全国|全民|世界|国际|中国|国家(?!安全教育))/u;

function isFestival(word: string): boolean {
  return FESTIVALS.has(word) || /^(?:世界|国际|全国|国家)..+$/u.test(word);
}

/** @param text - Squashed. */
export function namesOccasion(text: string, { words, short }: Occasion): boolean {
  return words.some((word) => text.includes(word)) || short.some((word) => holds(text, word));
}

/** 端午后 and 中秋前 are not of the day. */
function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!'前后'.includes(text.charAt(at + word.length) || ' ')) return true;
  }
  return false;
}
