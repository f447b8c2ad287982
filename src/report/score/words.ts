/** Why points are lost, in words, each with what to do. */
import type { RequirementCoverage } from '../../core/coverage/types.js';
import type { Loss, Why } from '../../core/scoring/types.js';
import { formatDecimal } from '../../core/system/decimal.js';
import { isStepped, saysMissing } from '../../core/system/measures.js';
import type { Indicator, ScoringRule } from '../../core/system/types.js';
import type { Messages } from '../../messages/index.js';
import type { OpenBecause } from '../../messages/score-words.js';
import { commandFor } from './commands.js';
import { conditionWords, scoringWords } from '../system/words.js';

/** @param indicator - Whose loss it is; `undefined` where it is the whole system's. */
export function lossWords(loss: Loss, indicator: Indicator | undefined, say: Messages): string {
  const { why, undecided, criterion } = loss;
  const prefix = criterion ? say.score.inCriterion({ code: criterion.code }) : '';
  const { scoring } = criterion ?? indicator ?? { scoring: [] };
  const isMiswritten = undecided && OF_MISSING.has(why.is) && scoring.some(saysMissing);
  const more = isMiswritten ? say.score.why.perMissing : '';
  return prefix + whyWords(why, undecided, commandFor(loss, indicator, say), say) + more;
}

/** Reasons behind which evidence may be missing that a rule was meant to count. */
const OF_MISSING: ReadonlySet<Why['is']> = new Set(['evidence', 'unsaid']);

function whyWords(
  why: Why,
  undecided: boolean,
  command: string | undefined,
  say: Messages,
): string {
  const words = say.score.why;
  const { show } = say.validate;
  const rule = (of: { readonly rule: ScoringRule }) => scoringWords(of.rule, show);
  switch (why.is) {
    case 'missing':
      return missingWords(why, undecided, command, say);
    case 'late':
      return lateWords(why, undecided, say);
    case 'occurred':
      return occurredWords(why, say);
    case 'evidence':
      return evidenceWords(why, undecided, command, say);
    case 'nothing':
      return words.nothing({ titles: titlesOf(why.requirements) });
    case 'unasked':
      return words[why.files ? 'unasked' : 'outside']({ command });
    case 'unsaid':
      return words.unsaid({ rule: rule(why), offer: why.offer, command });
    case 'threshold':
      return words.threshold({
        thresholds: why.thresholds.map(({ name, is }) => `${name} ${is}`),
        command,
      });
    case 'grade':
      return words.grade({ grade: why.grade, open: codesOf(why.open), unmet: codesOf(why.unmet) });
    case 'tier':
      return words.tier(why);
    case 'times':
      return words.times({ times: why.times, rule: rule(why) });
    case 'given':
      return words.given(why.entry);
    case 'unsupported':
      return words.unsupported({ by: why.entry.by, supported: formatDecimal(why.supported) });
    case 'condition':
      return words.condition({ condition: conditionWords(why.condition, show) });
    case 'exempt-zero':
      return words.exemptZero;
    case 'exempt-unsaid':
      return words.exemptUnsaid({ command });
    case 'exempt-average':
      return words.exemptAverage;
    case 'undistributed':
      return words.undistributed({ sum: formatDecimal(why.sum), command });
    case 'parts':
      return partsWords(why.rule, say);
    case 'cap':
      return words.cap({ cap: formatDecimal(why.cap) });
    case 'limited':
      return words.limited({ cap: formatDecimal(why.cap), sum: formatDecimal(why.sum) });
    case 'rounded':
      return words.rounded;
    case 'methods':
      return words.methods;
    case 'veto':
      return words.veto({ ...why.veto.veto, occurred: why.veto.occurred === true });
  }
}

function occurredWords(
  { entry, times, rule }: Extract<Why, { is: 'occurred' }>,
  { score, validate }: Messages,
): string {
  const facts = { ...entry, times, rule: scoringWords(rule, validate.show) };
  const found = isStepped(rule) ? (entry.share ?? entry.times?.toString()) : undefined;
  return found === undefined ? score.why.occurred(facts) : score.why.stepped({ ...facts, found });
}

function partsWords(rule: ScoringRule['rule'], { score }: Messages): string {
  if (rule === 'highest') return score.why.highest;
  if (rule === 'choose') return score.why.choose;
  return rule === 'average' ? score.why.average : score.why.below;
}

function missingWords(
  { requirement: cover, pieces, each }: Extract<Why, { is: 'missing' }>,
  undecided: boolean,
  command: string | undefined,
  { score }: Messages,
): string {
  const { title } = cover.requirement;
  const count = undecided ? pieces.open : pieces.sure;
  const facts = { title, count, each: each && formatDecimal(each) };
  if (!undecided) return score.why.missing(facts);
  const { ahead } = pieces;
  const open = openBecause(cover, each === undefined, ahead === count);
  return score.why.missingOpen({ ...facts, ahead, open, command });
}

function lateWords(
  { pieces, each: taken }: Extract<Why, { is: 'late' }>,
  undecided: boolean,
  { score: { why: words } }: Messages,
): string {
  const each = taken ? formatDecimal(taken) : '';
  return undecided
    ? words.lateOpen({ count: pieces.open, ahead: pieces.ahead, each })
    : words.late({ count: pieces.sure, each });
}

function evidenceWords(
  { requirements, offer, isShare }: Extract<Why, { is: 'evidence' }>,
  undecided: boolean,
  command: string | undefined,
  { score: { why: words } }: Messages,
): string {
  const short = requirements.filter(({ state }) => state === 'short' || state === 'late');
  // What only waits for a person is there: it is not what points were lost for.
  const titles = titlesOf(!undecided && short.length > 0 ? short : requirements);
  if (!undecided) return isShare ? words.evidenceShare({ titles }) : words.evidence({ titles });
  return requirements.every(({ state }) => state === 'open')
    ? words.evidenceDue({ titles })
    : words.evidenceOpen({ titles, offer, command });
}

function openBecause(
  { lacks }: RequirementCoverage,
  unclear: boolean,
  isAhead: boolean,
): OpenBecause {
  if (lacks.some(({ is }) => is === 'condition')) return 'condition';
  if (isAhead) return 'due';
  return unclear ? 'rule' : 'person';
}

function codesOf(criteria: readonly { readonly code: string }[]): string[] {
  return criteria.map(({ code }) => code);
}

function titlesOf(requirements: readonly RequirementCoverage[]): string[] {
  return requirements.map(({ requirement }) => requirement.title);
}
