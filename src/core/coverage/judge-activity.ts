/** Activities: which are complete, in which period they took place, and what the others lack. */
import { overlaps } from '../dates/span.js';
import { groupBy } from '../group.js';
import type { Evidence } from '../evidence/types.js';
import {
  countOf,
  flawLacks,
  optionalCoverage,
  totalLacks,
  welcomeState,
  type Bench,
} from './bench.js';
import { solve, type Taken } from './fill.js';
import { atLeast, FLAWED, LATE, MAY, SURE, type Level } from './flaws.js';
import type { Group } from './groups.js';
import type { Demand } from './matching.js';
import type { Activity, Cell, Part } from './nodes.js';
import { dayLabel, onceNamed } from './once.js';
import type { Lack, RequirementCoverage, State } from './types.js';
import {
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

/** A group with what is in it. */
interface Held {
  readonly group: Group;
  /** How surely it is complete; `undefined` when it is not. */
  readonly level: Level | undefined;
  /** By part. */
  readonly taken: readonly (readonly Taken[])[];
}

/** What counts in one cell. */
interface InCell {
  /** How surely there are enough. */
  readonly level: Level | undefined;
  readonly counted: readonly Held[];
  /** Complete, and nobody has to say so. */
  readonly found: number;
  /** Those that are begun, of this period. */
  readonly others: readonly Held[];
}

export function judgeActivity(node: Activity, bench: Bench): RequirementCoverage {
  const held = (bench.slots.ofActivity.get(node) ?? []).map((group) => hold(group, node, bench));
  const cells = share(node, held);
  const verdicts = node.frame.cells.map((cell, at) => cellVerdict(node, cell, cells[at], bench));
  const coverage = requirementCoverage(node, verdicts, bench.terms, 'activities');
  const total = totalLacks(node, coverage.evidence.length);
  const own: RequirementCoverage = {
    ...coverage,
    state: total.state ? worstOf([coverage.state, total.state]) : coverage.state,
    lacks: [...coverage.lacks, ...total.lacks],
  };
  return node.optional ? optionalCoverage(own, own.evidence.length > 0) : own;
}

function hold(group: Group, node: Activity, { filled }: Bench): Held {
  const taken = group.slots.map((slot) => filled.taken(slot));
  let level: Level | undefined = SURE;
  for (const [at, slot] of group.slots.entries()) {
    const own = node.optional
      ? optionalLevel(node.parts[at], taken[at] ?? [])
      : filled.levelOf(slot);
    level = level === undefined || own === undefined ? undefined : atLeast(level, own);
  }
  return { group, level, taken };
}

/** Of an activity that is not owed nothing is kept for it: what is there tells. */
function optionalLevel(part: Part | undefined, taken: readonly Taken[]): Level | undefined {
  const need = part?.optional === false ? part.count.min : 0;
  return ([SURE, LATE, MAY, FLAWED] as const).find((level) => countOf(taken, level, false) >= need);
}

/** Give each complete activity to one of the periods that it may count in, and each day to one activity. */
function share(node: Activity, held: readonly Held[]): readonly InCell[] {
  const need = node.optional ? 0 : node.count.min;
  const edges = node.frame.cells.map((): ActivityEdge[] => []);
  const begun = node.frame.cells.map((): Held[] => []);
  for (const [bucket, { group, level }] of held.entries()) {
    for (const { cell, isDoubtful } of group.cells) {
      if (level === undefined) continue;
      const own = isDoubtful ? atLeast(level, MAY) : level;
      for (const day of daysIn(group, node.frame.cells[cell])) {
        edges[cell]?.push({
          bucket,
          level: own,
          day,
          isDoubtful: isDoubtful || isUndated(held[bucket]),
        });
      }
    }
  }
  const byDay = node.count.min > 1 || node.count.max !== undefined;
  for (const own of edges) own.sort((a, b) => a.level - b.level || a.bucket - b.bucket);
  const demands = edges.map((own): Demand => ({
    need,
    edges: own,
    ...(byDay && { days: own.map(({ day }) => day) }),
  }));
  const sizes = held.map(() => 1);
  const { levels, matching } = solve(sizes, demands);
  matching.extend();
  const counted = edges.map((own, at) => countedBy(matching.carried(at), own, held));
  const taken = new Set(counted.flatMap(({ groups }) => groups));
  for (const each of held) {
    const home = each.group.cells.find(({ isDoubtful }) => !isDoubtful) ?? each.group.cells[0];
    if (home && !taken.has(each)) begun[home.cell]?.push(each);
  }
  return counted.map(({ groups, found }, at) => ({
    level: levels[at],
    counted: groups,
    found,
    others: begun[at] ?? [],
  }));
}

interface ActivityEdge {
  readonly bucket: number;
  readonly level: Level;
  readonly day: string | undefined;
  /** Nobody knows when it took place. */
  readonly isDoubtful: boolean;
}

/** Is it complete only with what nobody knows the date of? */
function isUndated(held: Held | undefined): boolean {
  return (
    held?.group.slots.some(({ need }, at) => countOf(held.taken[at] ?? [], FLAWED, false) < need) ??
    false
  );
}

/** What it counts as in a cell, by its days; one that nobody knows where it has none. */
function daysIn(
  { days, label }: Group,
  { period }: Partial<Cell> = {},
): readonly (string | undefined)[] {
  const own = days
    .filter((day) => !period || overlaps(day, period))
    .map((day) => onceNamed(day, label));
  return own.length > 0 ? own : [undefined];
}

function countedBy(
  carried: readonly number[],
  edges: readonly ActivityEdge[],
  held: readonly Held[],
): { readonly groups: readonly Held[]; readonly found: number } {
  const used = edges.filter((_, at) => (carried[at] ?? 0) > 0);
  return {
    groups: used.flatMap(({ bucket }) => held[bucket] ?? []),
    found: used.filter(({ level, isDoubtful }) => level <= MAY && !isDoubtful).length,
  };
}

function cellVerdict(
  node: Activity,
  cell: Cell,
  { level, counted, found, others }: InCell = {
    level: undefined,
    counted: [],
    found: 0,
    others: [],
  },
  { terms }: Bench,
): CellVerdict {
  const { count } = node;
  const taken = [...counted, ...others].flatMap((held) => held.taken.flat());
  const unmet = unmetState(cell, node.frame, terms.closed, terms.today);
  let state: State = node.optional ? welcomeState(taken) : stateOf(level, unmet);
  const over = counted.flatMap((held) => partsOver(held, node));
  const isOver = count.max !== undefined && found > count.max;
  if (isOver) over.push(excess(cell, found, node));
  if (over.length > 0 && isMet(state)) state = 'over';
  const isShort = state === 'short' || state === 'late';
  return {
    state,
    found,
    evidence: evidenceIn(taken),
    lacks: [
      ...flawLacks(taken, state, terms.closed),
      ...over,
      ...(isShort && !node.optional ? missing(node, cell, { counted, others }) : []),
    ],
  };
}

function evidenceIn(taken: readonly Taken[]): readonly Evidence[] {
  return sorted(taken.map(({ evidence }) => evidence));
}

/** What the activities that are begun lack, the nearest to complete first; then the activities that are not there. */
function missing(
  node: Activity,
  cell: Cell,
  { counted, others }: Pick<InCell, 'counted' | 'others'>,
): readonly Lack[] {
  const need = node.count.min - counted.length;
  const begun = others
    .filter(isBegun)
    .map((held) => ({ held, lacks: partsMissing(held, node) }))
    .filter(({ lacks }) => lacks.length > 0)
    .toSorted((a, b) => nameless(a.held) - nameless(b.held) || a.lacks.length - b.lacks.length)
    .slice(0, Math.max(0, need));
  const lacks = begun.flatMap((each) => each.lacks);
  if (begun.length < need) {
    lacks.push(shortage(cell, counted.length, node.count));
    lacks.push(...countedOnce(cell, counted, others));
  }
  return lacks;
}

/** Those of one day, which count once. */
function countedOnce(cell: Cell, counted: readonly Held[], others: readonly Held[]): Lack[] {
  const whole = [...counted, ...others].filter(({ level }) => level !== undefined);
  const byDay = groupBy(whole, ({ group }) => daysIn(group, cell)[0]);
  return [...byDay].flatMap(([day, held]): Lack[] => {
    const activities = held.map(({ group }) => group.label);
    return day === undefined || held.length < 2 ? [] : [{ is: 'same-day', day, activities }];
  });
}

/** What nobody knows the date of begins no activity, unless it is kept as one: it may belong to any. */
function isBegun({ group, taken }: Held): boolean {
  const isNamed = group.label !== '' && !group.isLoose;
  return isNamed || taken.flat().some(({ isDoubtful }) => !isDoubtful);
}

/** 1 for what is of no day and no name, which is told last. */
function nameless({ group: { label } }: Held): 0 | 1 {
  return label === '' ? 1 : 0;
}

function partsMissing({ group, taken }: Held, { parts }: Activity): Lack[] {
  return parts.flatMap(({ requirement, count, optional }, at): Lack[] => {
    const found = taken[at]?.length ?? 0;
    if (optional || found >= count.min) return [];
    const { title, kind: kinds } = requirement;
    const lack = { is: 'kind', title, kinds, found, wanted: count } as const;
    return [group.label === '' ? lack : { ...lack, activity: group.label }];
  });
}

/** 每个活动 3 张. What lies loose may be of several activities: it is too much only for one day. */
function partsOver({ group, taken }: Held, { parts }: Activity): Lack[] {
  return parts.flatMap(({ count }, at): Lack[] => {
    const own = (taken[at] ?? []).filter(({ level }) => level <= MAY);
    const found = group.isLoose ? mostOnOneDay(own) : own.length;
    if (count.max === undefined || found <= count.max) return [];
    const lack = { is: 'over', found, wanted: count } as const;
    return [group.label === '' ? lack : { ...lack, activity: group.label }];
  });
}

function mostOnOneDay(taken: readonly Taken[]): number {
  const days = new Map<string, number>();
  for (const { evidence } of taken) {
    const day = evidence.date ? dayLabel(evidence.date) : '';
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return Math.max(0, ...days.values());
}
