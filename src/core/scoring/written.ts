/** The entries of `scores.yaml` as they are written, and what they are about. */
import { DanganError } from '../../errors.js';
import type { Answer } from '../../messages/faults.js';
import { idsByName, onlyId } from '../system/ids.js';
import { isAnother, NamesKept } from '../system/kept-name.js';
import type { Criterion, Indicator, ScoringSystem, Veto } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { foldName, nearest } from '../text.js';
import { nodeAt, type YamlMap, type YamlNode } from '../yaml-file/node.js';
import { ANSWERS, criteriaAsking, isOneThing, rulesFor } from './answers.js';
import type { TypedAnswer } from './typed-answer.js';

export function entriesIn(
  root: YamlNode | undefined,
  key: 'scores' | 'vetoes',
): readonly (YamlMap | undefined)[] {
  const found = root && nodeAt(root, `/${key}`);
  if (!found?.exact || found.node.is !== 'list') return [];
  return found.node.items.map((item) => (item.is === 'map' ? item : undefined));
}

export function textIn(item: YamlMap, key: string | undefined): string | undefined {
  const value = key === undefined ? undefined : item.entries.get(key)?.value;
  return value?.is === 'text' && value.text !== '' ? value.text : undefined;
}

/** Is an entry about the indicator? Not where its name was kept, and the code has become another's. */
export function aboutIndicator(
  indicator: Indicator,
  system: ScoringSystem,
): (item: YamlMap) => boolean {
  const ids = idsByName(system);
  const names = new NamesKept([...eachIndicator(system)].map((each) => each.indicator));
  return (item) => {
    const id = onlyId(ids, textIn(item, 'indicator')?.trim() ?? '');
    if (id !== indicator.id) return false;
    const kept = textIn(item, 'name');
    return kept === undefined || !isAnother(kept, indicator, names);
  };
}

/** The same of a veto. */
export function aboutVeto(
  { code, text }: Veto,
  vetoes: readonly Veto[],
): (item: YamlMap) => boolean {
  const all = new NamesKept(vetoes.map((each) => ({ id: each.code, name: each.text })));
  return (item) => {
    if (textIn(item, 'veto')?.trim() !== code) return false;
    const kept = textIn(item, 'text');
    return kept === undefined || !isAnother(kept, { id: code, name: text }, all);
  };
}

interface Answered {
  readonly answer: Answer | undefined;
  /** Empty where it answers nothing. */
  readonly value: string;
  /** Code of the criterion, and number of the rule, that it answers: as written, or the only ones that can be meant. */
  readonly criterion: string | undefined;
  readonly rule: number | undefined;
}

/** What an entry says, and of what. */
export function answered(item: YamlMap, indicator: Indicator): Answered {
  const answer = ANSWERS.find((each) => textIn(item, each) !== undefined);
  const value = textIn(item, answer) ?? '';
  const typed = answer && { answer, value };
  const number = textIn(item, 'rule');
  const isOpen = typed !== undefined && number === undefined;
  const criterion =
    textIn(item, 'criterion')?.trim() ??
    (isOpen ? criterionMeant(typed, indicator)?.code : undefined);
  const target = indicator.criteria.find(({ code }) => code === criterion) ?? indicator;
  const rule = isOpen
    ? ruleMeant(typed, target)
    : number === undefined
      ? undefined
      : Number(number);
  return { answer, value, criterion, rule };
}

/** @throws {DanganError} SCORE_VALUE_INVALID */
export function criterionNamed(
  name: string | undefined,
  { criteria }: Indicator,
): Criterion | undefined {
  if (name === undefined) return undefined;
  const folded = foldName(name.trim());
  const found = criteria.find(({ code }) => foldName(code) === folded);
  const codes = criteria.map(({ code }) => code);
  if (!found) throw noSuch('criterion', name, nearest(name, codes));
  return found;
}

/** @throws {DanganError} SCORE_VALUE_INVALID */
export function ruleNamed(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (/^\d{1,4}$/.test(typed)) return Number(typed);
  throw noSuch('rule', typed, undefined);
}

/** @throws {DanganError} SCORE_VALUE_INVALID */
export function vetoNamed(name: string, vetoes: readonly Veto[]): Veto {
  const codes = vetoes.map(({ code }) => code);
  const veto = vetoes.find(({ code }) => code === name.trim());
  if (!veto) throw noSuch('veto', name, nearest(name, codes));
  return veto;
}

function noSuch(thing: 'criterion' | 'rule' | 'veto', name: string, near: string | undefined) {
  return new DanganError('SCORE_VALUE_INVALID', {
    faults: [{ wrong: 'nothing-such', thing, name, nearest: near }],
  });
}

/** The criterion of which a rule asks what is answered, where only one can be. */
export function criterionMeant(
  { answer, value }: TypedAnswer,
  indicator: Indicator,
): Criterion | undefined {
  const said = { ...NO_ANSWER, criterion: undefined, [answer]: value };
  const [meant, other] = criteriaAsking(said, indicator);
  return other ? undefined : meant;
}

/** The rule that an answer is for, where only one can be. */
export function ruleMeant(
  { answer, value }: TypedAnswer,
  { scoring }: Indicator | Criterion,
): number | undefined {
  const said = { ...NO_ANSWER, [answer]: value } as unknown as Parameters<typeof rulesFor>[0];
  const rules = rulesFor(said, scoring);
  return rules.length === 1 || isOneThing(rules, scoring) ? rules[0] : undefined;
}

const NO_ANSWER = {
  rule: undefined,
  points: undefined,
  grade: undefined,
  times: undefined,
  share: undefined,
  tier: undefined,
  met: undefined,
};
