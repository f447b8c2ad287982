/** An indicator as one piece to be scored. */
import type { LeafCoverage, RequirementCoverage } from '../coverage/types.js';
import type { Decimal } from '../system/decimal.js';
import { appliesTo } from '../system/conditions.js';
import { pointsOf } from '../system/sums.js';
import type { Criterion, Indicator } from '../system/types.js';
import { isTogether } from './aggregate.js';
import type { Context } from './context.js';
import type { Holds } from './grades.js';
import { leftWithin, NOTHING_TAKEN } from './limits.js';
import type { AskedRule, Part } from './part.js';
import { supportOf } from './support.js';
import type { IndicatorScore } from './types.js';

/** An indicator where it stands, with its points or its share of those above. */
export interface Place {
  readonly indicator: Indicator;
  readonly part: IndicatorScore['part'];
  readonly points: Decimal | undefined;
  /** Rules that count evidence, of what it is below: they hold where it has points, and no rule of its own. */
  readonly inherited: readonly AskedRule[];
}

/** The indicator as one piece. */
export function partOf(context: Context, place: Place): Part {
  const { indicator, part, points } = place;
  const leaves = context.leavesBelow(indicator);
  const applies = appliesTo(indicator.applies, context.profile);
  return {
    indicator,
    criterion: undefined,
    points,
    rules: rulesAt(context, place).filter(({ rule }) => !isTogether(rule)),
    limit: leftWithin(indicator, NOTHING_TAKEN),
    covers: leaves.flatMap(({ requirements }) => requirements),
    evidence: leaves.flatMap(({ evidence }) => evidence),
    criteria: itemsOf(context, indicator, leaves),
    entry: context.entryOf(indicator),
    thresholds: indicator.thresholds,
    condition: applies === 'person' ? indicator.applies : undefined,
    closes: context.closes,
    bonus: part === 'bonus',
    grades: context.system.grades,
    rounding: context.roundingFor(points),
    isRounded: context.isRounded,
  };
}

/** The rules of an indicator, or else those it has from above. */
export function rulesAt(context: Context, { indicator, points, inherited }: Place): AskedRule[] {
  const own = context.rulesOf(indicator);
  const isValued = (points ?? pointsOf(indicator)) !== undefined;
  return own.length > 0 || !isValued ? own : [...inherited];
}

function itemsOf(
  context: Context,
  indicator: Indicator,
  leaves: readonly LeafCoverage[],
): Part['criteria'] {
  const covers = leaves.flatMap(({ requirements }) => requirements);
  return applicable(context, indicator.criteria).map((criterion) => ({
    code: criterion.code,
    criterion,
    // What is not due yet spoils no grade.
    holds: context.isLater(indicator, criterion)
      ? ('yes' as const)
      : holdsOf(coversFor(criterion, covers), context.entryOf(indicator, criterion)?.met),
  }));
}

/** Does a criterion hold, by its evidence and by what a person says? */
function holdsOf(covers: readonly RequirementCoverage[], said: boolean | undefined): Holds {
  const support = supportOf(covers);
  if (said === false || support === 'none') return 'no';
  if (said === true || support === 'full') return 'yes';
  return 'maybe';
}

export function applicable({ profile }: Context, criteria: readonly Criterion[]): Criterion[] {
  return criteria.filter(({ applies }) => appliesTo(applies, profile) !== 'no');
}

export function coversFor(
  { code }: Criterion,
  covers: readonly RequirementCoverage[],
): RequirementCoverage[] {
  return covers.filter(({ requirement }) => requirement.for.includes(code));
}
