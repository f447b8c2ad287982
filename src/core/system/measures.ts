/** Shares and numbers in the words of a standard: `90%`, `≥90%`, `10例`, `不超过5天`, `每低1个百分点`. */
import {
  compareDecimals,
  divideDecimals,
  isNegative,
  isZero,
  multiplyDecimals,
  parseDecimal,
  parseSignedPercent,
  subtractDecimals,
  type Decimal,
} from './decimal.js';
import type { Measure, ScoringRule } from './types.js';

const SHARE =
  /((?:(?<![\d%％])-)?\d{1,9}(?:\.\d{1,9})?)?\s*(?:[%％]|个?百分点|percentage points?)/iu;
const NUMBER = /\d{1,9}(?:\.\d{1,9})?/u;
const AT_MOST = /≤|<=|以内|以下|不超过|不高于|不多于|至多|最多|at most|up to/iu;
const BEGUN = /不足|不满|未满|begun|part of/iu;

/** The share or number that a text names; a percentage point without a number is one. */
export function measureIn(text: string | undefined): Measure | undefined {
  if (text === undefined) return undefined;
  const share = SHARE.exec(text);
  const value = share
    ? parseSignedPercent(`${share[1] ?? '1'}%`)
    : parseDecimal(NUMBER.exec(text)?.[0] ?? '');
  return value && { value, isShare: share !== null };
}

/** Of `300万元` four, of `2亿` eight: the zeros that are left out of the number. */
export function zerosIn(text: string | undefined): number {
  const [, myriad = ''] = /\d\s*([万亿])/u.exec(text ?? '') ?? [];
  return myriad === '亿' ? 8 : myriad === '万' ? 4 : 0;
}

/** `≤5%`, `不超过30天`: the less, the better. */
export function isAtMost(text: string | undefined): boolean {
  return AT_MOST.test(text ?? '');
}

/** So much off, or on, for each step by which what is measured is away from what is full? */
export function isStepped({ rule, full }: ScoringRule): boolean {
  return full !== undefined && (rule === 'deduct' || rule === 'add');
}

/** Is that what the rule asks a person for: a share, or a number of something? */
export function isMeasuredBy(rule: ScoringRule, by: 'share' | 'number'): boolean {
  const isShare = by === 'share';
  if (rule.tiers.some(({ from }) => from?.isShare === isShare)) return true;
  if (isShare && arePercents(rule)) return true;
  return isStepped(rule) && measureIn(rule.full)?.isShare === isShare;
}

/** Tiers that begin at plain numbers, of what words say is a share: `when: 90%以上, from: 90`. */
function arePercents({ of, tiers }: ScoringRule): boolean {
  const begun = tiers.flatMap(({ from }) => from ?? []);
  const isPlain = begun.every(
    ({ value, isShare }) => !isShare && compareDecimals(value, HUNDRED) <= 0,
  );
  const words = [of ?? '', ...tiers.map(({ when }) => when)];
  return begun.length > 0 && isPlain && words.some((text) => SAYS_SHARE.test(text));
}

const SAYS_SHARE = /[%％]|百分|率|度$|比例|占比|percent|\brate\b|\bshare\b/iu;

/** A rate that is to come up to a number without a percent sign: `of: 培训率, full: 95`. Below ten it may be one that is no share. */
export function isRateUnsigned({ of = '', full = '' }: ScoringRule): boolean {
  const value = /^[≤<>≥=\s]*\d+(?:\.\d+)?\s*$/u.test(full) ? measureIn(full)?.value : undefined;
  if (!value || !SAYS_RATE.test(of)) return false;
  return compareDecimals(value, TEN) >= 0 && compareDecimals(value, HUNDRED) <= 0;
}

const SAYS_RATE =
  /(?<![频功心效])率|(?:满意|知晓|支持|参与)度|比例|占比|百分|percent|\brate\b|\bshare\b/iu;

/** What is measured of a rule, in the unit in which its tiers are written. */
export function asTiersAre(rule: ScoringRule, { value, isShare }: Measure): Measure {
  return isShare && arePercents(rule)
    ? { value: multiplyDecimals(value, HUNDRED), isShare: false }
    : { value, isShare };
}

/** `每10人次`: so many of a unit are one time. */
export function groupIn(
  rule: ScoringRule,
): { readonly size: Decimal; readonly unit: string } | undefined {
  if (isStepped(rule) || (rule.rule !== 'deduct' && rule.rule !== 'add')) return undefined;
  const [, number = '', unit] = GROUP.exec((rule.per ?? '').normalize('NFKC').trim()) ?? [];
  const size = parseDecimal(number);
  return size && unit !== undefined && compareDecimals(size, ONE) > 0 ? { size, unit } : undefined;
}

const GROUP = /^(?:每满|每|满|each |every |per )?\s*(\d{1,9}(?:\.\d{1,9})?)\s*(\p{L}{1,12})$/u;

/** So many of that unit as times: what does not fill one counts only where the words say so. */
export function timesIn(rule: ScoringRule, size: Decimal, counted: Decimal): number {
  return stepsOver(counted, size, BEGUN.test(rule.per ?? ''));
}

const ONE: Decimal = { units: 1n, scale: 0 };
const TEN: Decimal = { units: 10n, scale: 0 };
const HUNDRED: Decimal = { units: 100n, scale: 0 };

/** `每缺一次`: a deduction for what is missing, in the words of the standard and not as it is written here. */
export function saysMissing(rule: ScoringRule): boolean {
  return rule.rule === 'deduct' && !isStepped(rule) && MISSING.test((rule.per ?? '').trim());
}

const MISSING =
  /^(?:每(?:有)?)?(?:缺少|缺|少|未(?:开展|召开|组织|举办|报送|上报|提交|提供))(?:交|报|做|开|了)?\s*[一1]?\s*(?:个月|个|次|份|项|期|张|篇|件|条|场|季度|季|月|类|种|年|回)(?:材料|资料|的)?$|^(?:each|every|per)?\s*missing\s.+$/iu;

/** How many steps short of what is full, or of an addition beyond it; a step that is only begun as the words have it. */
export function stepsIn(rule: ScoringRule, measured: Measure): number | undefined {
  const full = measureIn(rule.full);
  const step = measureIn(rule.per);
  if (full?.isShare !== measured.isShare || step?.isShare !== measured.isShare) return undefined;
  if (isZero(step.value)) return undefined;
  const isBelow = (rule.rule === 'add') === isAtMost(rule.full);
  const gap = isBelow
    ? subtractDecimals(full.value, measured.value)
    : subtractDecimals(measured.value, full.value);
  return isNegative(gap) ? 0 : stepsOver(gap, step.value, BEGUN.test(rule.per ?? ''));
}

function stepsOver(gap: Decimal, step: Decimal, isBegunOne: boolean): number {
  const whole = divideDecimals(gap, step, 0);
  const isBegun = compareDecimals(multiplyDecimals(whole, step), gap) < 0;
  return Number(whole.units) + (isBegun && isBegunOne ? 1 : 0);
}

/** Does it not come up to where points begin (`from`)? */
export function isShortOf({ full, from }: ScoringRule, measured: Measure): boolean {
  const least = measureIn(from);
  if (least?.isShare !== measured.isShare) return false;
  const order = compareDecimals(measured.value, least.value);
  return isAtMost(full) ? order > 0 : order < 0;
}
