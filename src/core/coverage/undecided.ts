/** Periods that lack something, where papers of which nobody knows the date may be of one or another of them. */
import { isOfPeriod } from '../dates/periods.js';
import type { Evidence } from '../evidence/types.js';
import { partOfYear } from '../evidence/effective-date.js';
import type { Frame, Node } from './nodes.js';
import { periodsFor } from './slot.js';
import type { Lack, Period, PeriodCoverage } from './types.js';

/** One of the times that something is due: is it told to be missing, and what is open about what counts in it? */
interface Time {
  readonly isMissing: boolean;
  readonly lacks: readonly Lack[];
}

/**
 * The times that are not missing only because a paper without a date was given to them and not to one that is.
 *
 * Which of them it is of nobody knows: all of them are to be named. One that only its own paper can be of, such as
 * that of November, is not among them.
 *
 * @param times - In the order of the cells of the frame.
 * @returns Numbers of cells, without those that are missing.
 */
export function interchangeable(times: readonly Time[], frame: Frame): ReadonlySet<number> {
  const width = Math.max(1, frame.occasions.length);
  const open = new Set([...times.keys()].filter((at) => times[at]?.isMissing));
  const found = new Set<number>();
  if (open.size === 0) return found;
  const others = times.map(({ lacks }, at) => {
    const periods = lacks.flatMap((lack) =>
      lack.is === 'date' ? mayBeOf(lack.evidence, frame) : [],
    );
    return [...new Set(periods)].map((nth) => nth * width + (at % width));
  });
  // What is found to be in doubt may be given away in its turn.
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [at, cells] of others.entries()) {
      if (open.has(at) || !cells.some((cell) => open.has(cell))) continue;
      open.add(at);
      found.add(at);
    }
  }
  return found;
}

/** Of a doubt about a date, the periods that it may be of and that have too little without it. */
export function withPeriods(
  lack: Lack,
  { frame, count }: Pick<Node, 'frame' | 'count'>,
  periods: readonly PeriodCoverage[],
): Lack {
  if (lack.is !== 'date' || periods.length === 0) return lack;
  const least = Math.max(1, count.min) * Math.max(1, frame.occasions.length);
  const own = mayBeOf(lack.evidence, frame).flatMap((nth): readonly Period[] => {
    const each = periods[nth];
    return each && each.found < least ? [each.period] : [];
  });
  return own.length > 0 ? { ...lack, periods: own } : lack;
}

/** Numbers of periods; none where its date tells the one. */
function mayBeOf(evidence: Evidence, frame: Frame): readonly number[] {
  const { date } = evidence;
  const isOne = date && frame.periods.some((period) => isOfPeriod(date, period));
  return isOne ? [] : [...periodsFor(frame, { date, part: partOfYear(evidence) })];
}
