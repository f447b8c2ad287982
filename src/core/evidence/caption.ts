/** What the ledger says of a picture, as it is told. */
import type { Indicator } from '../system/types.js';
import { eachRequirement } from '../system/walk.js';

export type CaptionFact = readonly [field: string, text: string];

/** In the order in which the indicator asks for them: 时间、地点、人物、主题; then what it does not ask for. */
export function captionFacts(
  caption: Readonly<Record<string, string>>,
  indicator: Indicator | undefined,
): readonly CaptionFact[] {
  const facts = Object.entries(caption);
  const asked = eachRequirement(indicator?.evidence ?? []).flatMap((each) => each.caption);
  const placeOf = ([field]: CaptionFact) =>
    asked.includes(field) ? asked.indexOf(field) : Infinity;
  return asked.length === 0 ? facts : facts.sort((a, b) => compare(placeOf(a), placeOf(b)));
}

/** Also of what both have no end. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
