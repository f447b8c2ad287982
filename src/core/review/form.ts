/** What is to be scored: the items of a scoring system for one unit, and its vetoes. */
import type { LeafCoverage } from '../coverage/types.js';
import { appliesTo } from '../system/conditions.js';
import type { Decimal } from '../system/decimal.js';
import { systemFor } from '../system/for-unit.js';
import type { Profile } from '../system/profile.js';
import type { Indicator, ScoringSystem } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { scoresById } from '../scoring/walk.js';
import { reckon } from './reckon.js';
import type { ReviewForm, ReviewItem } from './types.js';

/** @param exempt - Of an archive that is at hand; of these nobody is asked. */
export function reviewForm(
  given: ScoringSystem,
  profile: Profile,
  exempt: readonly LeafCoverage[] = [],
): ReviewForm {
  const system = systemFor(given, profile);
  const places = new Map(eachIndicator(system).map((each) => [each.indicator.id, each]));
  const wanted = [...system.indicators, ...system.bonus].flatMap((each) =>
    itemsOf(each, profile).map(({ id }) => id),
  );
  const empty = { system, profile, exempt, vetoes: [], grades: Object.keys(system.grades) };
  const bare = wanted.flatMap((id) => {
    const place = places.get(id);
    return place ? [{ ...place, full: place.indicator.points }] : [];
  });
  const scored = scoresById(reckon({ ...empty, items: bare }, { marks: [], vetoes: new Map() }));
  const items = bare.flatMap((item): ReviewItem[] => {
    if (item.part === 'bonus') return [{ ...item, full: mostOf(item.indicator) }];
    const score = scored.get(item.indicator.id);
    if (!score || score.exempt) return [];
    return [{ ...item, full: score.scored ? score.atStake : undefined }];
  });
  const vetoes = system.vetoes.filter(({ applies }) => appliesTo(applies, profile) !== 'no');
  return { ...empty, items, vetoes };
}

/** The lowest that have points; where some below have none, what is above them is scored as a whole. */
function itemsOf(indicator: Indicator, profile: Profile): readonly Indicator[] {
  const { children, points, weight, applies } = indicator;
  if (appliesTo(applies, profile) === 'no') return [];
  if (children.length === 0) return [indicator];
  const isWhole = (points ?? weight) !== undefined && !children.every(isValued);
  return isWhole ? [indicator] : children.flatMap((child) => itemsOf(child, profile));
}

function isValued({ points, weight, children }: Indicator): boolean {
  return (points ?? weight) !== undefined || (children.length > 0 && children.every(isValued));
}

/** Of a bonus: its own points, or the limit of what is added. */
function mostOf({ points, cap, scoring }: Indicator): Decimal | undefined {
  const [rule, second] = scoring;
  return points ?? cap ?? (rule?.rule === 'add' && !second ? rule.cap : undefined);
}
