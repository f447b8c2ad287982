/** The self score of what has fallen due so far, as if nothing more were to come. */
import type { Archive } from '../archive/types.js';
import { coverageOf } from '../coverage/cover.js';
import type { Lack, LeafCoverage, RequirementCoverage } from '../coverage/types.js';
import { timesDue } from '../coverage/verdict.js';
import type { Criterion, Indicator } from '../system/types.js';
import { coversFor } from './place.js';
import { scoreCoverage } from './score.js';
import { NO_SCORES } from './scores.js';
import { askedOf, isSet } from './support.js';
import type { Score } from './types.js';

/** `undefined` where all of it is due. */
export function scoreToDate(archive: Archive): Score | undefined {
  const { system, settings, known } = archive;
  const coverage = coverageOf(archive);
  const leaves = coverage.leaves.map(leafToDate);
  if (leaves.every((leaf, at) => leaf === coverage.leaves[at])) return undefined;
  const scores = known?.scores ?? NO_SCORES;
  const changed = new Map(
    leaves.map((leaf, at) => [leaf.indicator.id, { before: coverage.leaves[at] ?? leaf, leaf }]),
  );
  const said = new Set(scores.entries.map(({ indicator }) => indicator));
  const isLater = ({ id, children }: Indicator, criterion?: Criterion): boolean => {
    if (said.has(id)) return false;
    const known = changed.get(id);
    if (!known) return children.length > 0 && children.every((child) => isLater(child));
    const covers = ({ requirements }: LeafCoverage) =>
      criterion ? coversFor(criterion, requirements) : requirements;
    return isOwed(covers(known.before)) && !isOwed(covers(known.leaf));
  };
  const profile = settings.unit.profile;
  return scoreCoverage({ system, profile, coverage: { ...coverage, leaves }, scores, isLater });
}

function isOwed(covers: readonly RequirementCoverage[]): boolean {
  return askedOf(covers).some(({ state }) => state !== 'exempt');
}

function leafToDate(leaf: LeafCoverage): LeafCoverage {
  const requirements = allToDate(leaf.requirements);
  return requirements === leaf.requirements ? leaf : { ...leaf, requirements };
}

/** The same list where nothing is to come. */
function allToDate(covers: readonly RequirementCoverage[]): readonly RequirementCoverage[] {
  const kept = covers.flatMap(toDate);
  return kept.length === covers.length && kept.every((cover, at) => cover === covers[at])
    ? covers
    : kept;
}

function toDate(cover: RequirementCoverage): readonly RequirementCoverage[] {
  if (cover.requirement.optional) return [cover];
  if (cover.periods.length > 0) {
    const periods = cover.periods.filter(({ state }) => state !== 'open');
    if (periods.length === cover.periods.length) return [cover];
    return periods.length === 0 ? [] : [settled({ ...cover, periods }, timesDue(periods).length)];
  }
  if (isSet(cover)) {
    const parts = allToDate(cover.parts);
    if (parts === cover.parts) return [cover];
    const owed = askedOf(parts);
    const found = owed.filter(({ state }) => state === 'met').length;
    return owed.length === 0 ? [] : [settled({ ...cover, parts, found }, owed.length)];
  }
  return cover.state === 'open' ? [] : [cover];
}

/** Without what is to come: what only waited for that is met, as far as no person has to look. */
function settled(cover: RequirementCoverage, min: number): RequirementCoverage {
  const met = cover.lacks.some(({ is }) => DOUBTS.includes(is)) ? 'person' : 'met';
  const state = cover.state === 'open' ? met : cover.state;
  return { ...cover, state, wanted: { min, max: undefined } };
}

const DOUBTS: readonly Lack['is'][] = ['condition', 'per', 'sample', 'no-window'];
