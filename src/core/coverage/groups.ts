/** Evidence of one activity put together: what belongs to it, and which of its parts are there. */
import { spanLabel } from '../dates/label.js';
import type { Span } from '../dates/span.js';
import { groupBy } from '../group.js';
import type { EvidenceKind } from '../system/types.js';
import { compareNatural } from '../naming/natural-order.js';
import { compareText } from '../text.js';
import { cellLabel, type Activity, type Frame, type Part, type Plain } from './nodes.js';
import { dayLabel } from './once.js';
import { periodsOf, type Dated } from './recurring.js';
import {
  cellsOf,
  edgeOf,
  slotOf,
  type Claimed,
  type Claims,
  type Dating,
  type Lies,
  type Slot,
} from './slot.js';

export interface Group {
  /** What it is called: the activity, the sub-folder, the day, or the period and occasion; empty for all there is. */
  readonly label: string;
  /** The cells that it may count in. */
  readonly cells: readonly Lies[];
  /** When it may have taken place; those of one day count once. */
  readonly days: readonly Span[];
  /** For each part of the activity. */
  readonly slots: readonly Slot[];
  /** All that lies loose in a period, which may be of several activities. */
  readonly isLoose: boolean;
}

/** A group while it is put together. */
interface Draft {
  readonly label: string;
  /** The cell that it was made for; else its dates tell. */
  readonly cell: number | undefined;
  readonly members: Dated[];
}

/**
 * The groups of an activity, by the activity that their entries name; else by occasion; else by sub-folder; else,
 * where several are asked for in one period, by equal date, the undated together. Where one is enough, all that lies
 * loose in a period is taken together. What comes back under one name is as many as there are periods that it fills.
 *
 * Each has slots of its own, which only its own evidence can fill: another activity takes nothing from it.
 */
export function groupsOf(
  activity: Activity,
  claims: Claims,
  isOptional: boolean,
): readonly Group[] {
  const drafts = new Map<string, Draft>();
  const plains = activity.parts.flatMap(({ plains: own }) => own);
  for (const claimed of plains.flatMap((plain) => claims.get(plain) ?? [])) {
    for (const { key, label, cell, isDoubtful } of placesOf(activity, claimed)) {
      const draft = drafts.get(key) ?? { label, cell, members: [] };
      drafts.set(key, draft);
      draft.members.push({ claimed, isDoubtful });
    }
  }
  return [...drafts.entries()]
    .sort(([a], [b]) => compareNatural(a, b))
    .flatMap(([, draft]) => periodsIn(draft, activity))
    .map((draft) => groupOf(draft, activity, isOptional));
}

/** One draft for each time that what it is called took place. */
function periodsIn(draft: Draft, activity: Activity): readonly Draft[] {
  if (draft.cell !== undefined || draft.label === '') return [draft];
  return periodsOf(activity, draft.members).map((members) => ({ ...draft, members: [...members] }));
}

interface Place {
  readonly key: string;
  readonly label: string;
  readonly cell: number | undefined;
  readonly isDoubtful: boolean;
}

/** The groups that evidence belongs to; several where its date does not tell in which period it is. */
function* placesOf({ frame, count }: Activity, { of, claim }: Claimed): Generator<Place> {
  const { label, isSaid, date } = of;
  const { isDoubtful } = claim;
  const named = of.occasions.get(claim.plain.frame) ?? [];
  const asksOccasion = frame.occasions.length > 0;
  if (isSaid || (label !== '' && !(asksOccasion && named.length > 0))) {
    yield { key: `1 ${label}`, label, cell: undefined, isDoubtful };
  } else if (asksOccasion && named.length === 0) {
    return;
  } else if (count.min <= 1) {
    for (const { cell, isDoubtful: doubt } of cellsOf(frame, of, named, isDoubtful)) {
      const at = frame.cells[cell];
      const own = at ? cellLabel(at) : '';
      yield { key: `2 ${String(cell).padStart(6, '0')}`, label: own, cell, isDoubtful: doubt };
    }
  } else {
    const own = label === '' && date ? spanLabel(date) : label;
    const day = label === '' && date ? dayLabel(date) : label;
    for (const at of asksOccasion ? named : [0]) {
      yield { key: `3 ${at} ${day}`, label: own, cell: undefined, isDoubtful };
    }
  }
}

function groupOf({ label, cell, members }: Draft, activity: Activity, isOptional: boolean): Group {
  const dates = cell === undefined ? datesOf(members) : [];
  // One dated piece dates the whole activity.
  const isDated = dates.length > 0;
  const byPlain = groupBy(members, ({ claimed }) => claimed.claim.plain);
  const isLoose = cell !== undefined && !activity.frame.cells[cell]?.occasion;
  const own = { isDated, isOptional, isLoose };
  const slots = activity.parts.map((part) => partSlot(part, byPlain, own));
  const cells =
    cell === undefined
      ? cellsOfDates(activity.frame, dates, members)
      : [{ cell, isDoubtful: false }];
  return { label, cells, days: dates, slots, isLoose };
}

function partSlot(
  { plains, count, optional }: Part,
  members: ReadonlyMap<Plain, readonly Dated[]>,
  group: { readonly isDated: boolean; readonly isOptional: boolean; readonly isLoose: boolean },
): Slot {
  const own = plains.flatMap((plain) => members.get(plain) ?? []);
  const edges = own.map(({ claimed, isDoubtful }) => edgeOf(claimed, isDoubtful && !group.isDated));
  const min = optional || group.isOptional ? 0 : count.min;
  return slotOf(edges, { min, max: group.isLoose ? undefined : count.max });
}

const ON_THE_DAY: readonly EvidenceKind[] = [
  'photo',
  'video',
  'audio',
  'minutes',
  'list',
  'screenshot',
];
const BEFORE: readonly EvidenceKind[] = ['plan', 'notice', 'document', 'rule', 'approval'];

/** 0 for what is made on the day, 2 for what is made before it. */
function closeness({ kinds }: Plain): number {
  if (kinds.some((kind) => ON_THE_DAY.includes(kind))) return 0;
  return kinds.length > 0 && kinds.every((kind) => BEFORE.includes(kind)) ? 2 : 1;
}

/** The days of what tells the day best: a photo or the minutes, else a report, else the plan. */
function datesOf(members: readonly Dated[]): readonly Span[] {
  const dated = members.filter(({ claimed, isDoubtful }) => claimed.of.date && !isDoubtful);
  const best = dated.reduce(
    (least, { claimed }) => Math.min(least, closeness(claimed.claim.plain)),
    2,
  );
  const dates = new Map<string, Span>();
  for (const { claimed } of dated) {
    const { date } = claimed.of;
    if (date && closeness(claimed.claim.plain) === best) dates.set(dayLabel(date), date);
  }
  return [...dates.entries()].sort(([a], [b]) => compareText(a, b)).map(([, date]) => date);
}

function cellsOfDates(
  frame: Frame,
  dates: readonly Span[],
  members: readonly Dated[],
): readonly Lies[] {
  const named = new Set<number>();
  for (const { claimed } of members) {
    for (const at of claimed.of.occasions.get(claimed.claim.plain.frame) ?? []) named.add(at);
  }
  const occasions = [...named].sort((a, b) => a - b);
  const isDoubtful = members.every((member) => member.isDoubtful);
  const surest = new Map<number, boolean>();
  for (const dating of dates.length > 0 ? dates.map((date) => ({ date })) : partsOf(members)) {
    for (const lies of cellsOf(frame, dating, occasions, isDoubtful)) {
      surest.set(lies.cell, (surest.get(lies.cell) ?? true) && lies.isDoubtful);
    }
  }
  return [...surest].map(([cell, doubt]) => ({ cell, isDoubtful: doubt }));
}

/** The parts of a year that members without a date are of; nothing where no name tells. */
function partsOf(members: readonly Dated[]): readonly Dating[] {
  const parts = new Map<string, Dating>();
  for (const { claimed } of members) {
    const { part } = claimed.of;
    if (part) parts.set(dayLabel(part), { part });
  }
  return parts.size > 0 ? [...parts.values()] : [{}];
}
