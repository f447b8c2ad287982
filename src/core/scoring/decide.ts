/** What a person types of the self score, as a change of `scores.yaml`: in the place of what stood there about it. */
import { DanganError } from '../../errors.js';
import type { YamlNode } from '../yaml-file/node.js';
import type { Criterion, Indicator, ScoringSystem } from '../system/types.js';
import { theIndicator } from '../system/the-indicator.js';
import { ANSWERS, saysNone, tiersTaken } from './answers.js';
import type { ScoreChange } from './scores.js';
import { typedAnswer, typedTruth, type TypedAnswer } from './typed-answer.js';
import type { Answer } from '../../messages/faults.js';
import {
  aboutIndicator,
  aboutVeto,
  answered,
  criterionMeant,
  criterionNamed,
  entriesIn,
  ruleMeant,
  ruleNamed,
  textIn,
  vetoNamed,
} from './written.js';

interface Said {
  readonly by: string;
  readonly on: string;
  readonly because: string;
}

interface Typed {
  /** Of the indicator, or of the veto. */
  readonly name: string;
  readonly value: string;
  readonly said: Said;
  readonly criterion?: string | undefined;
  readonly rule?: string | undefined;
}

export interface Decided {
  readonly change: ScoreChange;
  /** Id of the indicator, or code of the veto. */
  readonly of: string;
  readonly title: string;
  readonly criterion: string | undefined;
  readonly rule: number | undefined;
  readonly key: Answer | 'occurred';
  /** What stood there, and as an answer of which kind. */
  readonly was?: Answer | undefined;
  readonly from: string | undefined;
  readonly to: string;
  /** What was counted, where so many of it are one time. */
  readonly counted?: string | undefined;
  /** Points that a rule takes off, and not what is earned. */
  readonly isTaken?: boolean;
  readonly said: Said;
  readonly clash?: Clash | undefined;
}

/** Entries about the whole and about its parts: the whole counts, up to what the parts come to. */
interface Clash {
  /** What is decided now is about the whole. */
  readonly isWhole: boolean;
  /** Where the others begin in the file. */
  readonly others: readonly number[];
}

/** @throws {DanganError} TARGET_UNKNOWN, INDICATOR_AMBIGUOUS, SCORE_VALUE_INVALID, SCORE_VALUE_UNKNOWN */
export function decisionFor(
  typed: Typed,
  root: YamlNode | undefined,
  system: ScoringSystem,
): Decided {
  const indicator = theIndicator(typed.name, system);
  const named = criterionNamed(typed.criterion, indicator);
  const number = ruleNamed(typed.rule);
  const answer = typedAnswer(typed.value, named ?? indicator, number, system);
  if (!answer) throw new DanganError('SCORE_VALUE_UNKNOWN', { value: typed.value });
  const criterion = named ?? (number === undefined ? criterionMeant(answer, indicator) : undefined);
  const target = criterion ?? indicator;
  const rule = number ?? ruleMeant(answer, target);
  const place = { indicator: indicator.id, criterion: criterion?.code, rule };
  const at =
    wholeAt(root, place, { indicator, target }, system) ??
    entryAt(root, place, answer, { indicator, target }, system);
  const before = at === undefined ? undefined : entriesIn(root, 'scores')[at];
  const was = before && ANSWERS.find((each) => textIn(before, each) !== undefined);
  const others = Object.fromEntries(ANSWERS.map((each) => [each, undefined]));
  return {
    change: {
      list: 'scores',
      at,
      values: {
        ...(at === undefined && { indicator: indicator.id }),
        name: indicator.name,
        ...(at === undefined && { criterion: criterion?.code }),
        text: criterion?.text,
        ...(number === undefined ? {} : { rule: String(number) }),
        ...others,
        [answer.answer]: answer.value,
        ...typed.said,
      },
    },
    of: indicator.id,
    title: indicator.name,
    criterion: criterion?.code,
    rule: number,
    key: answer.answer,
    was,
    from: before && textIn(before, was),
    to: answer.value,
    counted: answer.counted,
    isTaken: answer.answer === 'points' && target.scoring[(number ?? 0) - 1]?.rule === 'deduct',
    said: typed.said,
    clash: clashOf(root, { ...place, rule, answer: answer.answer, at }, indicator, system),
  };
}

/** @throws {DanganError} SCORE_VALUE_INVALID, SCORE_VALUE_UNKNOWN */
export function vetoFor(
  { name, value, said }: Typed,
  root: YamlNode | undefined,
  { vetoes }: ScoringSystem,
): Decided {
  const veto = vetoNamed(name, vetoes);
  const occurred = typedTruth(value);
  if (occurred === undefined) throw new DanganError('SCORE_VETO_UNKNOWN', { value });
  const items = entriesIn(root, 'vetoes');
  const isAbout = aboutVeto(veto, vetoes);
  const found = items.findIndex((item) => item !== undefined && isAbout(item));
  const before = items[found];
  const to = String(occurred);
  return {
    change: {
      list: 'vetoes',
      at: found < 0 ? undefined : found,
      values: { ...(found < 0 && { veto: veto.code }), text: veto.text, occurred: to, ...said },
    },
    of: veto.code,
    title: veto.text,
    criterion: undefined,
    rule: undefined,
    key: 'occurred',
    from: before && textIn(before, 'occurred'),
    to,
    said,
  };
}

interface Place {
  readonly indicator: string;
  readonly criterion: string | undefined;
  readonly rule: number | undefined;
}

/** The entry that answered the same before; of tiers that add up, the one with the same words. */
function entryAt(
  root: YamlNode | undefined,
  place: Place,
  typed: TypedAnswer,
  { indicator, target }: { readonly indicator: Indicator; readonly target: Indicator | Criterion },
  system: ScoringSystem,
): number | undefined {
  const isAbout = aboutIndicator(indicator, system);
  const rule = place.rule === undefined ? undefined : target.scoring[place.rule - 1];
  const isOneOfMany = typed.answer === 'tier' && rule !== undefined && tiersTaken(rule) > 1;
  const found = entriesIn(root, 'scores').findIndex((item) => {
    if (!item || !isAbout(item)) return false;
    const { value, ...own } = answered(item, indicator);
    if (own.criterion !== place.criterion) return false;
    // Where none has happened, that is instead of any that has, and the other way round.
    const isAside = isOneOfMany && !saysNone(typed.value) && !saysNone(value);
    return (!isAside || value.trim() === typed.value) && own.rule === place.rule;
  });
  return found < 0 ? undefined : found;
}

/** The entry about the whole that would go before an answer to one of its rules: the answer takes its place. */
function wholeAt(
  root: YamlNode | undefined,
  { criterion, rule }: Place,
  { indicator, target }: { readonly indicator: Indicator; readonly target: Indicator | Criterion },
  system: ScoringSystem,
): number | undefined {
  if (rule === undefined) return undefined;
  const isAbout = aboutIndicator(indicator, system);
  const found = entriesIn(root, 'scores').findIndex((item) => {
    if (!item || textIn(item, 'rule') !== undefined || !isAbout(item)) return false;
    if (textIn(item, 'criterion')?.trim() !== criterion) return false;
    const answer = ANSWERS.find((each) => textIn(item, each) !== undefined);
    if (answer === undefined || answer === 'times' || answer === 'tier') return false;
    return ruleMeant({ answer, value: textIn(item, answer) ?? '' }, target) === undefined;
  });
  return found < 0 ? undefined : found;
}

/**
 * Points for the whole beside answers to its rules or criteria, or the reverse. Of criteria only those with points or
 * rules of their own: what holds of the others is no part of the points.
 */
function clashOf(
  root: YamlNode | undefined,
  decided: Place & { readonly answer: Answer; readonly at: number | undefined },
  indicator: Indicator,
  system: ScoringSystem,
): Clash | undefined {
  const isAbout = aboutIndicator(indicator, system);
  const own = partsIn(decided, indicator);
  const others = entriesIn(root, 'scores').flatMap((item, at) => {
    if (!item || at === decided.at || !isAbout(item)) return [];
    const { answer, criterion, rule } = answered(item, indicator);
    const parts = answer && partsIn({ criterion, rule, answer }, indicator);
    return parts && own && (isPartOf(parts, own) || isPartOf(own, parts))
      ? [{ start: item.start, isPart: isPartOf(parts, own) }]
      : [];
  });
  const isWhole = others.some(({ isPart }) => isPart);
  const meant = others.filter(({ isPart }) => isPart === isWhole);
  return meant.length === 0 ? undefined : { isWhole, others: meant.map(({ start }) => start) };
}

/** What is answered, from the outside in; `undefined` where it has nothing to do with points. */
function partsIn(
  { criterion, rule, answer }: Pick<Place, 'criterion' | 'rule'> & { readonly answer: Answer },
  { criteria }: Indicator,
): readonly string[] | undefined {
  const found = criteria.find(({ code }) => code === criterion);
  if (found && !found.points && found.scoring.length === 0) return undefined;
  if (rule === undefined && (answer === 'times' || answer === 'tier')) return undefined;
  return [
    ...(criterion === undefined ? [] : [`criterion ${criterion}`]),
    ...(rule === undefined ? [] : [`rule ${rule}`]),
  ];
}

function isPartOf(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.length > outer.length && outer.every((each, at) => each === inner[at]);
}
