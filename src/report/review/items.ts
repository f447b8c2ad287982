/** An item to be scored in words, as every sheet has it. */
import type { ReviewItem } from '../../core/review/types.js';
import { formatDecimal } from '../../core/system/decimal.js';
import { shownCode } from '../../core/system/meant.js';
import type { ScoringSystem } from '../../core/system/types.js';
import type { Messages } from '../../messages/index.js';
import { criterionWords, scoringWords } from '../system/words.js';

export interface ItemWords {
  readonly code: string;
  /** Names of the indicators above it, the highest first. */
  readonly above: string;
  readonly name: string;
  /** `6`; empty where the system gives no number. */
  readonly full: string;
  readonly methods: string;
  /** The standard, and how points are given: a line each. */
  readonly standard: string;
}

export function itemWords(
  { indicator, above, full }: ReviewItem,
  system: ScoringSystem,
  { validate: { show } }: Pick<Messages, 'validate'>,
): ItemWords {
  const { standard, scoring, criteria, methods } = indicator;
  const lines = [
    standard ?? '',
    ...scoring.map((rule) => scoringWords(rule, show)),
    ...criteria.map((each) => criterionWords(each, system.owners, show)),
  ];
  return {
    code: shownCode(indicator, system),
    above: above.map(({ name }) => name).join(' / '),
    name: indicator.name,
    full: full ? formatDecimal(full) : '',
    methods: methods.join(show.list),
    standard: lines.filter((line) => line !== '').join('\n'),
  };
}
