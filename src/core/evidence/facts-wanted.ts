/** Which files have to be opened: what is known without is not looked for. */
import { squash } from '../archive/folder-key.js';
import type { Archive } from '../archive/types.js';
import type { ArchivePath } from '../archive/paths.js';
import { daysInSpan } from '../dates/calendar.js';
import { isWithinSpan, overlaps, type Span } from '../dates/span.js';
import { resolveWindow, windowOfPeriod } from '../dates/windows.js';
import { Kept } from '../kept.js';
import type { Period, Requirement, ScoringSystem } from '../system/types.js';
import { eachIndicator, type IndicatorPlace } from '../system/walk.js';
import { evidenceOf } from './collect.js';
import { passesFor } from './kind.js';
import { parseReference } from './references.js';
import type { Evidence } from './types.js';

/** What must be known of evidence that serves a requirement, or a part of one. */
interface Need {
  readonly requirement: Requirement;
  /** Its title, and that of what it is a part of, squashed. */
  readonly titles: readonly string[];
  readonly names: readonly string[];
  readonly every: Period | undefined;
  readonly window: Span | undefined;
  /** Activities and meetings are counted by their days. */
  readonly byDay: boolean;
}

/**
 * Files of which something must be read in them, because it decides a requirement and nothing else tells it: their date
 * where ledger, name and folder give none that is fine enough, and their length where the ledger has none.
 *
 * @returns Sorted as the evidence is, each once; nothing when the day of the check is not known.
 */
export function factsWanted(archive: Archive): readonly ArchivePath[] {
  const { known, settings, system } = archive;
  if (!known) return [];
  const { today } = known;
  const needs = open.get(system, [today, settings.window], () => openNeeds(archive, today));
  if (needs.size === 0) return [];
  return [...evidenceOf(archive).values()].flatMap((evidence) =>
    wanted.get(evidence, [needs], () => wantedIn(evidence, needs, archive)),
  );
}

/** By id of the indicator, what only the contents of its files may tell. */
type Needs = ReadonlyMap<string, readonly Need[]>;

const open = new Kept<ScoringSystem, Needs>();
const wanted = new Kept<readonly Evidence[], readonly ArchivePath[]>();

function openNeeds(archive: Archive, today: string): Needs {
  const needs = new Map<string, readonly Need[]>();
  for (const place of eachIndicator(archive.system)) {
    const own = needsOf(place, archive, today).filter(opensFiles);
    if (own.length > 0) needs.set(place.indicator.id, own);
  }
  return needs;
}

function wantedIn(evidence: readonly Evidence[], needs: Needs, archive: Archive): ArchivePath[] {
  return evidence.flatMap((each) => {
    if (!each.name) return [];
    const own = indicatorsOf(each, archive).flatMap((id) => needs.get(id) ?? []);
    // First what costs less: most dates are known, most titles are long.
    const left = own.filter((need) => leavesOpen(each, need));
    if (left.length === 0) return [];
    const title = squash(each.title);
    return left.some((need) => mayServe(each, title, need)) ? [each.path] : [];
  });
}

/** Is there anything that only the contents of a file may tell? */
function opensFiles({ requirement, every, window, byDay }: Need): boolean {
  return (
    requirement.characters !== undefined || every !== undefined || window !== undefined || byDay
  );
}

/** Those that it is kept for, and those that it refers to. */
function indicatorsOf({ home, entry }: Evidence, { system }: Archive): readonly string[] {
  const others = (entry?.references ?? []).flatMap(
    (text) => parseReference(text, system)?.indicator.id ?? [],
  );
  return [home.id, ...others];
}

function needsOf(place: IndicatorPlace, archive: Archive, today: string): readonly Need[] {
  const { settings, system } = archive;
  const places = [...place.above, place.indicator];
  const period = places.findLast((each) => each.period !== undefined)?.period;
  const inherited =
    places.findLast(({ window }) => window)?.window ?? settings.window ?? system.window;
  const needs: Need[] = [];
  const add = (requirement: Requirement, whole: Need | undefined) => {
    const { id, title, every = whole?.every, count, activity, kind } = requirement;
    const window = resolveWindow(requirement.window ?? inherited, system, today);
    const counted = count.min > 1 && (activity || kind.includes('minutes'));
    const need: Need = {
      requirement,
      titles: [squash(title), ...(whole?.titles ?? [])],
      names: [id ?? title, title, ...(whole?.names ?? [])],
      every,
      window: requirement.window || !whole ? (window ?? periodSpan(period)) : whole.window,
      byDay: counted || (whole?.byDay ?? false),
    };
    needs.push(need);
    for (const part of [...requirement.of, ...requirement.either]) add(part, need);
  };
  const { evidence, exempt } = place.indicator;
  for (const requirement of [...evidence, ...(exempt?.proof ?? [])]) add(requirement, undefined);
  return needs;
}

function periodSpan(period: string | undefined): Span | undefined {
  return period === undefined ? undefined : windowOfPeriod(period);
}

/**
 * Might it be matched with the requirement? Rather too often than too seldom.
 *
 * @param title - Its own, squashed.
 */
function mayServe(
  evidence: Evidence,
  title: string,
  { requirement, titles, names }: Need,
): boolean {
  const named = evidence.entry?.requirements ?? [];
  if (named.length > 0) return named.some((name) => names.includes(name));
  if (requirement.of.length > 0 || requirement.either.length > 0) return false;
  if (passesFor(evidence.kinds, requirement.kind)) return true;
  return titles.some((each) => each !== '' && (title.includes(each) || each.includes(title)));
}

function leavesOpen(evidence: Evidence, need: Need): boolean {
  if (need.requirement.characters && evidence.characters === undefined) return true;
  if (!need.every && !need.window && !need.byDay) return false;
  const { date } = evidence;
  if (!date) return true;
  if (need.every && daysInSpan(date) > LONGEST_DAYS[need.every]) return true;
  return (
    need.window !== undefined && overlaps(date, need.window) && !isWithinSpan(date, need.window)
  );
}

const LONGEST_DAYS: Readonly<Record<Period, number>> = {
  week: 7,
  month: 31,
  quarter: 92,
  'half-year': 184,
  semester: 213,
  year: 366,
  term: Infinity,
  once: Infinity,
};
