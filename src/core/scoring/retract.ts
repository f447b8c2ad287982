/** What a person decided of the self score, taken back: entries of `scores.yaml` that go. */
import type { Answer } from '../../messages/faults.js';
import { theIndicator } from '../system/the-indicator.js';
import type { ScoringSystem } from '../system/types.js';
import type { YamlNode } from '../yaml-file/node.js';
import type { ScoresRemoval } from './scores.js';
import {
  aboutIndicator,
  aboutVeto,
  answered,
  criterionNamed,
  entriesIn,
  ruleNamed,
  textIn,
  vetoNamed,
} from './written.js';

/** An entry that goes. */
export interface Retracted {
  readonly criterion: string | undefined;
  readonly rule: number | undefined;
  /** `undefined` where it answers nothing. */
  readonly key: Answer | 'occurred' | undefined;
  readonly value: string;
  readonly by: string;
  readonly on: string;
  readonly because: string;
}

export interface Retraction {
  readonly change: ScoresRemoval;
  /** Id of the indicator, or code of the veto. */
  readonly of: string;
  readonly title: string;
  /** In the order of the file; empty where it says nothing of it. */
  readonly entries: readonly Retracted[];
}

interface Asked {
  /** Of the indicator, or of the veto. */
  readonly name: string;
  /** Only what is about this criterion, or answers this scoring rule. */
  readonly criterion?: string | undefined;
  readonly rule?: string | undefined;
}

/** @throws {DanganError} TARGET_UNKNOWN, TARGET_IS_VETO, INDICATOR_AMBIGUOUS, SCORE_VALUE_INVALID */
export function retractionFor(
  asked: Asked,
  root: YamlNode | undefined,
  system: ScoringSystem,
): Retraction {
  const indicator = theIndicator(asked.name, system);
  const criterion = criterionNamed(asked.criterion, indicator)?.code;
  const rule = ruleNamed(asked.rule);
  const isAbout = aboutIndicator(indicator, system);
  const found = entriesIn(root, 'scores').flatMap((item, at) => {
    if (!item || !isAbout(item)) return [];
    const { answer: key, ...own } = answered(item, indicator);
    const isAsked =
      (criterion === undefined || own.criterion === criterion) &&
      (rule === undefined || own.rule === rule);
    return isAsked ? [{ at, entry: { ...own, key, ...saidIn(item) } }] : [];
  });
  const remove = new Set(found.map(({ at }) => at));
  return {
    change: { list: 'scores', remove },
    of: indicator.id,
    title: indicator.name,
    entries: found.map(({ entry }) => entry),
  };
}

/** @throws {DanganError} SCORE_VALUE_INVALID */
export function vetoRetractionFor(
  name: string,
  root: YamlNode | undefined,
  { vetoes }: ScoringSystem,
): Retraction {
  const veto = vetoNamed(name, vetoes);
  const isAbout = aboutVeto(veto, vetoes);
  const found = entriesIn(root, 'vetoes').flatMap((item, at) =>
    item && isAbout(item) ? [{ at, item }] : [],
  );
  return {
    change: { list: 'vetoes', remove: new Set(found.map(({ at }) => at)) },
    of: veto.code,
    title: veto.text,
    entries: found.map(({ item }) => ({
      ...{ criterion: undefined, rule: undefined, key: 'occurred' },
      value: textIn(item, 'occurred') ?? '',
      ...saidIn(item),
    })),
  };
}

function saidIn(item: Parameters<typeof textIn>[0]): Pick<Retracted, 'by' | 'on' | 'because'> {
  const [by = '', on = '', because = ''] = ['by', 'on', 'because'].map((key) => textIn(item, key));
  return { by, on, because };
}
