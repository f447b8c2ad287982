import { indicatorsAsked, ownersAsked } from '../../core/status/asked.js';
import { ambiguousIndicator, unknownIndicator } from '../../core/system/the-indicator.js';
import type { Indicator, ScoringSystem } from '../../core/system/types.js';
import { listedIn } from '../../core/text.js';
import { DanganError } from '../../errors.js';

interface PlaceOptions {
  readonly indicator?: string;
  readonly owner?: string;
}

interface PlacesAsked {
  readonly indicators?: ReadonlySet<Indicator>;
  readonly owners?: ReadonlySet<string>;
}

/** What `--indicator` and `--owner` mean. @throws {DanganError} TARGET_UNKNOWN, INDICATOR_AMBIGUOUS, OWNER_UNKNOWN */
export function placesAsked(
  { indicator, owner }: PlaceOptions,
  system: ScoringSystem,
): PlacesAsked {
  return {
    ...(indicator !== undefined && { indicators: indicatorsOf(indicator, system) }),
    ...(owner !== undefined && { owners: ownersOf(owner, system) }),
  };
}

function indicatorsOf(word: string, system: ScoringSystem): ReadonlySet<Indicator> {
  const { leaves, repeated } = indicatorsAsked(word, system);
  if (repeated.length > 0) throw ambiguousIndicator(word, repeated, true, system);
  if (leaves.size === 0) throw unknownIndicator(word, system);
  return leaves;
}

/** One department, or several with commas between them; a name may have such a mark itself. */
function ownersOf(text: string, system: ScoringSystem): ReadonlySet<string> {
  const whole = ownersAsked(text, system).found;
  if (whole) return whole;
  const words = listedIn(text);
  return new Set(
    words.length === 0 ? ownerOf(text, system) : words.flatMap((each) => ownerOf(each, system)),
  );
}

function ownerOf(word: string, system: ScoringSystem): readonly string[] {
  const asked = ownersAsked(word, system);
  if (asked.found) return [...asked.found];
  const { nearest, known } = asked;
  throw new DanganError('OWNER_UNKNOWN', { owner: word, nearest, known });
}
