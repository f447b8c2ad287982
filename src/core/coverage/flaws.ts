/** What keeps evidence from counting for a requirement that it is filed for. */
import { isOfPeriod } from '../dates/periods.js';
import { isWithinSpan, overlaps, type Span } from '../dates/span.js';
import type { Evidence } from '../evidence/types.js';
import type { Day, Range } from '../system/types.js';
import { foldName } from '../text.js';
import type { Plain } from './nodes.js';
import type { Lack } from './types.js';

/**
 * How surely something counts: it does; it does, handed in late; it may, which a person or a date has to say; it is
 * there, but not as it should be.
 */
export type Level = 0 | 1 | 2 | 3;
export const SURE: Level = 0;
export const LATE: Level = 1;
export const MAY: Level = 2;
export const FLAWED: Level = 3;

const LEVELS: Readonly<Record<string, Level>> = {
  date: MAY,
  shows: MAY,
  caption: FLAWED,
  avoids: FLAWED,
  submitted: LATE,
};

function levelOfLack(lack: Lack): Level {
  if (lack.is === 'characters') return lack.found === undefined ? MAY : FLAWED;
  // Nobody has looked whether it is there, as against: it was seen.
  if (lack.is === 'avoids') return lack.evidence.entry?.seen ? FLAWED : MAY;
  return LEVELS[lack.is] ?? SURE;
}

export function atLeast(level: Level, least: Level): Level {
  return level < least ? least : level;
}

export function levelOf(lacks: readonly Lack[]): Level {
  let level = SURE;
  for (const lack of lacks) level = Math.max(level, levelOfLack(lack)) as Level;
  return level;
}

const NONE: readonly Lack[] = [];

/** A draft, or returned: it counts for nothing until it is approved or handed in again. */
export function isUnsettled({ entry }: Evidence): boolean {
  return entry?.state === 'draft' || entry?.state === 'returned';
}

/** How its date lies to the days that evidence must be of; `doubtful` when it is unknown, or only partly in them. */
export function inDays(
  evidence: Pick<Evidence, 'date'>,
  days: Span | undefined,
): 'in' | 'doubtful' | 'out' {
  // Without days nobody asks for its date, which costs something to find.
  if (!days) return 'in';
  const { date } = evidence;
  if (!date) return 'doubtful';
  if (isWithinSpan(date, days)) return 'in';
  return overlaps(date, days) ? 'doubtful' : 'out';
}

/** What is wrong with it, or open about it, besides its date. */
export function flawsOf(
  evidence: Evidence,
  plain: Plain,
  closed: Day | undefined,
): readonly Lack[] {
  const { characters, caption, shows, avoids } = plain;
  const submitted = evidence.entry?.submitted;
  const due = submitted === undefined ? undefined : (dueOf(evidence, plain) ?? closed);
  const isLate = due !== undefined && submitted !== undefined && submitted > due;
  if (!characters && !isLate && caption.length + shows.length + avoids.length === 0) return NONE;
  return [
    ...(characters ? lengthFlaws(evidence, characters) : NONE),
    ...captionFlaws(evidence, caption),
    ...sightFlaws(evidence, plain),
    ...(isLate ? [{ is: 'submitted', evidence, closed: due } as const] : NONE),
  ];
}

/** When handing in closes for the one period that it is of. */
function dueOf({ date }: Evidence, { frame: { periods } }: Plain): Day | undefined {
  if (!date || periods.every(({ due }) => due === undefined)) return undefined;
  return periods.find((period) => isOfPeriod(date, period))?.due;
}

/** A single number is what a report is to have about, give or take a tenth: nobody writes just 800 characters. */
const TOLERANCE = 10;

function lengthFlaws(evidence: Evidence, wanted: Range): readonly Lack[] {
  const found = evidence.characters;
  if (found !== undefined && isLongEnough(found, wanted)) return NONE;
  return [{ is: 'characters', evidence, found, wanted }];
}

function isLongEnough(found: number, { min, max }: Range): boolean {
  const slack = min === max ? Math.floor(min / TOLERANCE) : 0;
  return found >= min - slack && (max === undefined || found <= max + slack);
}

function captionFlaws(evidence: Evidence, fields: readonly string[]): readonly Lack[] {
  if (fields.length === 0) return NONE;
  const given = new Set(
    Object.entries(evidence.entry?.caption ?? {}).flatMap(([field, text]) =>
      text.trim() === '' ? [] : foldName(field.trim()),
    ),
  );
  const missing = fields.filter((field) => !given.has(foldName(field.trim())));
  return missing.length === 0 ? NONE : [{ is: 'caption', evidence, missing }];
}

function sightFlaws(evidence: Evidence, { shows, avoids }: Plain): readonly Lack[] {
  if (shows.length + avoids.length === 0) return NONE;
  const seen = evidence.entry?.seen;
  const what = new Set(seen?.what.map((each) => foldName(each.trim())));
  const unseen = shows.filter((each) => !what.has(foldName(each.trim())));
  const bad = seen ? avoids.filter((each) => what.has(foldName(each.trim()))) : avoids;
  return [
    ...(unseen.length > 0 ? [{ is: 'shows', evidence, what: unseen } as const] : NONE),
    ...(bad.length > 0 ? [{ is: 'avoids', evidence, what: bad } as const] : NONE),
  ];
}
