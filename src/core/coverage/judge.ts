/** The requirements of a leaf indicator judged by what is filed for them. */
import { listIn } from '../group.js';
import { judgeActivity } from './judge-activity.js';
import { sortOffers, type Refused } from './buckets.js';
import {
  countOf,
  flawLacks,
  optionalCoverage,
  totalLacks,
  thereOf,
  welcomeState,
  type Bench,
} from './bench.js';
import { FLAWED, MAY, type Level } from './flaws.js';
import { fillSlots, type Taken } from './fill.js';
import { Fitter, plainsOf, type Offer } from './fits.js';
import type { Cell, Either, Node, Parts, Plain } from './nodes.js';
import { singleWays, slotsOf } from './slots.js';
import type { Slot } from './slot.js';
import type { Terms } from './terms.js';
import type { Lack, RequirementCoverage, State } from './types.js';
import { withPeriods } from './undecided.js';
import {
  bestOf,
  excess,
  isMet,
  requirementCoverage,
  shortage,
  sorted,
  stateOf,
  unmetState,
  worstOf,
  type CellVerdict,
} from './verdict.js';

/**
 * The coverage of each requirement, in their order.
 *
 * @param offers - Sorted by path.
 */
export function judgeAll(
  nodes: readonly Node[],
  offers: readonly Offer[],
  terms: Terms,
  isByKind = true,
): readonly RequirementCoverage[] {
  // Nothing is asked for: no title has to be looked at.
  if (nodes.length === 0) return [];
  const { buckets, refused } = sortOffers(offers, new Fitter(nodes, isByKind), terms.closed);
  const slots = slotsOf(nodes, buckets);
  const filled = fillSlots(slots.all, buckets);
  const bench: Bench = { slots, filled, terms };
  const turnedDown = byPlain(refused);
  const undated = byPlain(
    filled.undated.map(({ plain, evidence }): Refused => ({
      plain,
      lack: { is: 'date', evidence },
    })),
  );
  return nodes.map((node) => {
    const found = withDoubts(node, judge(node, bench));
    const lacks = [...plainsOf(node)].flatMap((plain) => [
      ...(turnedDown.get(plain) ?? []),
      ...(undated.get(plain) ?? []),
    ]);
    // What need not be there is met without; why a paper for it does not count is told all the same.
    const isCovered = isMet(found.state) && found.evidence.length > 0;
    const own = isCovered ? lacks.filter(({ is }) => is === 'window') : lacks;
    if (own.length === 0) return found;
    const told = own.map((lack) => withPeriods(lack, node, found.periods));
    return { ...found, lacks: [...found.lacks, ...told] };
  });
}

function byPlain(refused: readonly Refused[]): ReadonlyMap<Plain, readonly Lack[]> {
  const found = new Map<Plain, Lack[]>();
  for (const { plain, lack } of refused) listIn(found, plain).push(lack);
  return found;
}

function judge(node: Node, bench: Bench): RequirementCoverage {
  switch (node.is) {
    case 'plain':
      return judgePlain(node, bench);
    case 'set':
      return judgeSet(node, bench);
    case 'either':
      return judgeEither(node, bench);
    case 'activity':
      return judgeActivity(node, bench);
  }
}

/** What a person has to decide keeps it from being met; whether it is owed at all also from being short. */
export function withDoubts(
  { doubts }: Pick<Node, 'doubts'>,
  found: RequirementCoverage,
): RequirementCoverage {
  if (doubts.length === 0) return found;
  const isAsked = doubts.some(({ is }) => is === 'condition');
  const turns = found.state === 'met' || (isAsked && ['short', 'late'].includes(found.state));
  const state: State = turns ? 'person' : found.state;
  return { ...found, state, lacks: [...found.lacks, ...doubts] };
}

function judgePlain(node: Plain, bench: Bench): RequirementCoverage {
  const slots = bench.slots.ofPlain.get(node) ?? [];
  const verdicts = node.frame.cells.map((cell, at) => plainCell(node, cell, slots[at], bench));
  const coverage = requirementCoverage(node, verdicts, bench.terms, 'files');
  const isThere = coverage.evidence.length > 0;
  return node.optional ? optionalCoverage(coverage, isThere) : coverage;
}

function plainCell(node: Plain, cell: Cell, slot: Slot | undefined, bench: Bench): CellVerdict {
  const taken = slot ? bench.filled.taken(slot) : [];
  const level = slot && bench.filled.levelOf(slot);
  const unmet = unmetState(cell, node.frame, bench.terms.closed, bench.terms.today);
  const found = countOf(taken, MAY, node.byDay);
  const { count } = node;
  let state = slot?.need === 0 ? welcomeState(taken) : stateOf(level, unmet);
  const isOver = count.max !== undefined && found > count.max;
  if (isOver && isMet(state)) state = 'over';
  const lacks = flawLacks(taken, state, bench.terms.closed);
  const there = thereOf(taken, node.byDay);
  if (isOver) lacks.push(excess(cell, found, node));
  if ((state === 'short' || state === 'late') && there < (slot?.need ?? 0)) {
    lacks.push(shortage(cell, there, count));
  }
  return { state, found, evidence: taken.map(({ evidence }) => evidence), lacks };
}

function judgeSet(node: Parts, bench: Bench): RequirementCoverage {
  const parts = node.parts.map((part) => withDoubts(part, judge(part, bench)));
  const owed = parts.filter((_, at) => node.parts[at]?.optional === false);
  const evidence = sorted(parts.flatMap((part) => part.evidence));
  const missing = owed.flatMap(({ requirement: { title, kind }, found, state, periods }): Lack[] =>
    (state === 'short' || state === 'late') && found === 0 && periods.length === 0
      ? [{ is: 'kind', title, kinds: kind }]
      : [],
  );
  const total = totalLacks(node, evidence.length);
  const states = owed.map(({ state }) => state);
  if (total.state) states.push(total.state);
  const coverage: RequirementCoverage = {
    requirement: node.requirement,
    state: worstOf(states),
    found: owed.filter(({ state }) => isMet(state)).length,
    wanted: { min: owed.length, max: undefined },
    counts: 'parts',
    evidence,
    periods: [],
    lacks: [...missing, ...total.lacks],
    parts,
    exemption: undefined,
  };
  return node.optional ? optionalCoverage(coverage, evidence.length > 0) : coverage;
}

function judgeEither(node: Either, bench: Bench): RequirementCoverage {
  const slots = bench.slots.ofEither.get(node) ?? [];
  const single = new Set<Node>(singleWays(node));
  const ways = node.ways.map((way) =>
    way.is === 'plain' && single.has(way)
      ? singleWay(way, slots, bench)
      : withDoubts(way, judge(way, bench)),
  );
  const whole = ways.filter((_, at) => !single.has(node.ways[at] ?? node));
  const verdicts = node.frame.cells.map((cell, at) =>
    eitherCell(node, cell, { slot: slots[at], at, ways, whole }, bench),
  );
  const coverage = requirementCoverage(node, verdicts, bench.terms, 'parts');
  const own = { ...coverage, parts: ways };
  return node.optional ? optionalCoverage(own, own.evidence.length > 0) : own;
}

/** An alternative that one piece is enough for, by what of it is in the slots of all of them. */
function singleWay(way: Plain, slots: readonly Slot[], bench: Bench): RequirementCoverage {
  const verdicts = way.frame.cells.map((cell, at): CellVerdict => {
    const slot = slots[at];
    const taken = slot ? bench.filled.taken(slot).filter(({ plain }) => plain === way) : [];
    const level = taken.length === 0 ? undefined : surest(taken);
    const state = stateOf(
      level,
      unmetState(cell, way.frame, bench.terms.closed, bench.terms.today),
    );
    const lacks = flawLacks(taken, state, bench.terms.closed);
    const evidence = taken.map((each) => each.evidence);
    return { state, found: countOf(taken, MAY, false), evidence, lacks };
  });
  return withDoubts(way, requirementCoverage(way, verdicts, bench.terms, 'files'));
}

function surest(taken: readonly Taken[]): Level {
  return taken.reduce<Level>((least, { level }) => (level < least ? level : least), FLAWED);
}

interface EitherParts {
  readonly slot: Slot | undefined;
  /** Number of the cell. */
  readonly at: number;
  readonly ways: readonly RequirementCoverage[];
  /** Those that take several pieces. */
  readonly whole: readonly RequirementCoverage[];
}

function eitherCell(node: Either, cell: Cell, parts: EitherParts, bench: Bench): CellVerdict {
  const { slot, at, ways, whole } = parts;
  const taken = slot ? bench.filled.taken(slot) : [];
  const unmet = unmetState(cell, node.frame, bench.terms.closed, bench.terms.today);
  const wholeStates = whole.map((way) => stateInCell(way, node, at));
  const state = bestOf([stateOf(slot && bench.filled.levelOf(slot), unmet), ...wholeStates]);
  const found =
    node.count.min > 1
      ? countOf(taken, MAY, false)
      : ways.filter((way) => isThere(way, node, at)).length;
  const lacks = flawLacks(taken, state, bench.terms.closed);
  if (state === 'short' || state === 'late') {
    const nearest = nearestOf(whole);
    if (nearest) lacks.push(...nearest.lacks);
    else if (taken.length < node.count.min) lacks.push(shortage(cell, taken.length, node.count));
  }
  const ofWhole = whole.flatMap((way) => (periodIn(way, node, at) ?? way).evidence);
  const evidence = [...taken.map((each) => each.evidence), ...ofWhole];
  return { state, found, evidence, lacks };
}

/** The period of a cell, where an alternative is due again and again. */
function periodIn(way: RequirementCoverage, { frame }: Either, at: number) {
  return way.periods[Math.floor(at / Math.max(1, frame.occasions.length))];
}

function stateInCell(way: RequirementCoverage, node: Either, at: number): State {
  return (periodIn(way, node, at) ?? way).state;
}

function isThere(way: RequirementCoverage, node: Either, at: number): boolean {
  const period = periodIn(way, node, at);
  const { requirement, wanted, counts } = way;
  // What is wanted of an alternative that is due again and again is periods.
  const least = period || counts === 'files' ? requirement.count.min : wanted.min;
  return (period ?? way).found >= Math.max(1, least);
}

/** Of alternatives of which something is there, the one with the largest share. */
function nearestOf(ways: readonly RequirementCoverage[]): RequirementCoverage | undefined {
  const share = ({ found, wanted }: RequirementCoverage) => found / Math.max(1, wanted.min);
  const begun = ways.filter(({ evidence }) => evidence.length > 0);
  return begun.toSorted((a, b) => share(b) - share(a))[0];
}
