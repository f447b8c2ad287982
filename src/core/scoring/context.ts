/** What an indicator is scored with besides what stands in it. */
import { listIn } from '../group.js';
import { closesOnce } from '../dates/closing-day.js';
import type { Coverage, LeafCoverage, VetoCoverage } from '../coverage/types.js';
import type { Decimal, Rounding } from '../system/decimal.js';
import type { Profile } from '../system/profile.js';
import type { Criterion, Indicator, ScoringRule, ScoringSystem } from '../system/types.js';
import { idsByName, onlyId } from '../system/ids.js';
import { isLimit } from '../system/limits.js';
import { eachIndicator, isLeaf } from '../system/walk.js';
import { isOneThing, rulesFor } from './answers.js';
import type { AskedRule } from './part.js';
import type { ScoreEntry, Scores } from './scores.js';
import type { Overclaim } from './types.js';

export interface ScoreInput {
  readonly system: ScoringSystem;
  readonly profile: Profile;
  readonly coverage: Coverage;
  readonly scores: Scores;
  /** Nothing of it is due yet, and it is not to count. */
  readonly isLater?: (indicator: Indicator, criterion?: Criterion) => boolean;
}

export class Context {
  readonly system: ScoringSystem;
  readonly profile: Profile;
  readonly vetoes: readonly VetoCoverage[];
  readonly isLater: NonNullable<ScoreInput['isLater']>;
  /** The system rounds what each indicator comes to, and not only the total. */
  readonly isRounded: boolean;
  /** Of the total; `undefined` where the system does not say how it rounds. */
  readonly last: Rounding | undefined;
  private readonly rounding: Rounding;
  /** Does handing in close on one day for all? */
  readonly closes: boolean;
  /** Claims that the evidence does not bear, as they are met. */
  readonly overclaims: Overclaim[] = [];
  private readonly leaves: ReadonlyMap<string, LeafCoverage>;
  private readonly entries = new Map<string, ScoreEntry[]>();
  private readonly zeros = new Map<string, VetoCoverage[]>();

  constructor({ system, profile, coverage, scores, isLater }: ScoreInput) {
    this.system = system;
    this.profile = profile;
    this.vetoes = coverage.vetoes;
    this.isLater = isLater ?? (() => false);
    const { rounding } = system;
    this.isRounded = rounding?.isOfEach === true;
    this.last = rounding && { places: rounding.places, isHalfUp: true };
    this.rounding =
      this.isRounded && this.last
        ? this.last
        : { places: placesOf(system), isHalfUp: rounding !== undefined };
    this.closes = system.submissions.some(closesOnce);
    this.leaves = new Map(coverage.leaves.map((leaf) => [leaf.indicator.id, leaf]));
    for (const entry of scores.entries) listIn(this.entries, entry.indicator).push(entry);
    const ids = idsByName(system);
    for (const veto of coverage.vetoes) {
      const id = onlyId(ids, veto.veto.indicator ?? '');
      if (veto.veto.effect === 'zero' && id !== undefined) listIn(this.zeros, id).push(veto);
    }
  }

  /** How points that do not come out even are brought to decimals, of something worth so much. */
  roundingFor(points?: Decimal): Rounding {
    // A share such as 33.3% has more places than the points that the office wrote.
    const places = Math.max(this.rounding.places, this.isRounded ? 0 : (points?.scale ?? 0));
    return { ...this.rounding, places };
  }

  leafOf({ id }: Indicator): LeafCoverage | undefined {
    return this.leaves.get(id);
  }

  leavesBelow(indicator: Indicator): LeafCoverage[] {
    if (isLeaf(indicator)) return [this.leafOf(indicator)].filter((leaf) => leaf !== undefined);
    return indicator.children.flatMap((child) => this.leavesBelow(child));
  }

  /** The vetoes by which the indicator counts zero. */
  vetoesOf({ id }: Indicator): readonly VetoCoverage[] {
    return this.zeros.get(id) ?? [];
  }

  /** The rules of an indicator, or of one of its criteria, with what people answered to each; limits are none. */
  rulesOf(indicator: Indicator, criterion?: Criterion): AskedRule[] {
    const rules = (criterion ?? indicator).scoring;
    const entries = this.entriesOf(indicator, criterion);
    return rules
      .map((rule, at) => ({
        rule,
        number: at + 1,
        entries: entries.filter((entry) => isFor(entry, rules, at + 1)),
      }))
      .filter(({ rule }) => !isLimit(rule));
  }

  /** What a person gives for the indicator, or one of its criteria, as a whole. */
  entryOf(indicator: Indicator, criterion?: Criterion): ScoreEntry | undefined {
    const rules = (criterion ?? indicator).scoring;
    return this.entriesOf(indicator, criterion).find(
      (entry) => entry.times === undefined && rulesFor(entry, rules).length === 0,
    );
  }

  private entriesOf({ id }: Indicator, criterion: Criterion | undefined): ScoreEntry[] {
    const entries = this.entries.get(id) ?? [];
    return entries.filter((entry) => entry.criterion === criterion?.code);
  }
}

function isFor(entry: ScoreEntry, rules: readonly ScoringRule[], number: number): boolean {
  const numbers = rulesFor(entry, rules);
  if (!numbers.includes(number)) return false;
  return numbers.length === 1 || isOneThing(numbers, rules);
}

/** Those that the system's own points have, at least two; four more where only the total is rounded in the end. */
function placesOf(system: ScoringSystem): number {
  let places = Math.max(2, system.total?.scale ?? 0);
  const see = (each: { readonly scale: number } | undefined) => {
    if (each) places = Math.max(places, each.scale);
  };
  for (const { indicator } of eachIndicator(system)) {
    see(indicator.points);
    see(indicator.cap);
    for (const { points } of indicator.criteria) see(points);
    for (const rule of [...indicator.scoring, ...indicator.criteria.flatMap((c) => c.scoring)]) {
      see(rule.each);
      see(rule.points);
      for (const { points } of rule.tiers) see(points);
    }
  }
  return system.rounding ? Math.max(places, system.rounding.places) + 4 : places;
}
