/** What the evidence of some requirements bears, before any rule says what it is worth. */
import type { Lack, RequirementCoverage } from '../coverage/types.js';
import { timesDue } from '../coverage/verdict.js';

/**
 * `full` all that is asked is there, or nothing applies; `waiting` nothing is missing, and a person has to look or it is
 * not due yet; `some` something is missing and something is there; `none` nothing is there; `unasked` nothing is asked.
 */
export type Support = 'full' | 'waiting' | 'some' | 'none' | 'unasked';

/** Requirements that have to be met. */
export function askedOf(covers: readonly RequirementCoverage[]): RequirementCoverage[] {
  return covers.filter(({ requirement, state }) => !requirement.optional && state !== 'outside');
}

export function supportOf(covers: readonly RequirementCoverage[]): Support {
  const asked = askedOf(covers);
  if (asked.length === 0) return 'unasked';
  if (asked.every(isSettled)) return 'full';
  if (!asked.some(isMissing)) return 'waiting';
  return asked.some((cover) => isThere(cover)) ? 'some' : 'none';
}

/** There, or not asked for: where only a condition is open, what it asks for is there whatever the answer. */
function isSettled({ state, found, wanted, lacks }: RequirementCoverage): boolean {
  if (state === 'met' || state === 'exempt') return true;
  return state === 'person' && found >= wanted.min && lacks.length > 0 && lacks.every(isCondition);
}

/** Missing for sure: not where a condition that nobody has answered may say that it is not needed. */
export function isMissing({ state, lacks }: RequirementCoverage): boolean {
  return (state === 'short' || state === 'late') && !lacks.some(isCondition);
}

function isThere({ state, found, evidence, parts, periods }: RequirementCoverage): boolean {
  if (state === 'met' || state === 'over' || state === 'person') return true;
  if (found > 0 || evidence.length > 0 || parts.some(isThere)) return true;
  return periods.some((period) => period.found > 0);
}

/** Enough is there, and nothing is open but what a person sees on it. */
export function waitsForLook({ state, found, wanted, lacks }: RequirementCoverage): boolean {
  const isOfLooks = ({ is }: Lack) => is === 'shows' || is === 'avoids' || is === 'condition';
  return state === 'person' && found >= wanted.min && lacks.length > 0 && lacks.every(isOfLooks);
}

/** Pieces that are missing for sure, and those that may turn out to be. */
export interface Missing {
  readonly sure: number;
  readonly open: number;
  /** Of those that may turn out to be, the ones that are not due yet. */
  readonly ahead: number;
}

const NONE: Missing = { sure: 0, open: 0, ahead: 0 };

/** How many pieces are missing, as a clerk counts them: meetings, months, papers of a set. */
export function missingOf(cover: RequirementCoverage): Missing {
  const { requirement, state, parts, periods, lacks } = cover;
  if (requirement.optional || state === 'outside' || isSettled(cover)) return NONE;
  if (periods.some((period) => !isDone(period.state))) return missingPeriods(cover);
  if (isSet(cover) && (state !== 'person' || !lacks.some(isDoubt))) {
    const { sure, open, ahead } = addMissing(parts.map(missingOf));
    if (sure + open > 0) {
      return lacks.some(isCondition)
        ? { sure: 0, open: sure + open, ahead }
        : { sure, open, ahead };
    }
  }
  if (state === 'over') return NONE;
  const { found, wanted } = cover;
  const gap = Math.max(1, wanted.min - found);
  const most = Math.max(gap, wanted.min - found + inDoubt(cover));
  if (isMissing(cover)) {
    const sure = Math.max(1, gap - undatedIn(cover, gap));
    return { sure, open: most - sure, ahead: 0 };
  }
  return { sure: 0, open: most, ahead: state === 'open' ? most : 0 };
}

/** Papers that belong together, each of its own kind. */
export function isSet({ requirement, parts }: RequirementCoverage): boolean {
  return parts.length > 0 && requirement.either.length === 0 && !requirement.activity;
}

/** Of so many that do not count, those that a person may find to do: there, and only the date is not known. */
function undatedIn({ counts, lacks }: RequirementCoverage, gap: number): number {
  const undated = new Set(lacks.flatMap((lack) => (lack.is === 'date' ? [lack.evidence] : [])));
  if (counts === 'files') return undated.size;
  if (counts !== 'occasions' || undated.size === 0) return 0;
  return gap - lacks.filter(({ is }) => is === 'occasion').length;
}

/** Of what counts, how much may be refused by the person who looks. */
function inDoubt({ found, evidence, lacks }: RequirementCoverage): number {
  const doubted = lacks.filter(isDoubt);
  const pieces = doubted.flatMap((lack) => ('evidence' in lack ? lack.evidence : []));
  if (pieces.length < doubted.length) return found;
  const counting = new Set(evidence);
  return Math.min(found, new Set(pieces.filter((piece) => counting.has(piece))).size);
}

function missingPeriods({ requirement, periods, lacks }: RequirementCoverage): Missing {
  const undated = new Set(lacks.flatMap((lack) => (lack.is === 'date' ? [lack.evidence] : [])));
  return addMissing(
    timesDue(periods).map(({ state, found, evidence = [] }) => {
      if (isDone(state)) return NONE;
      const gap = Math.max(1, requirement.count.min - found);
      const isSure = (state === 'short' || state === 'late') && !lacks.some(isCondition);
      if (isSure) {
        // One of two is there, perhaps: only the other is missing for sure.
        const sure = Math.max(1, gap - evidence.filter((each) => undated.has(each)).length);
        return { sure, open: gap - sure, ahead: 0 };
      }
      return { sure: 0, open: gap, ahead: state === 'open' ? gap : 0 };
    }),
  );
}

function isCondition({ is }: Lack): boolean {
  return is === 'condition';
}

function isDone(state: RequirementCoverage['state']): boolean {
  return state === 'met' || state === 'over' || state === 'exempt' || state === 'outside';
}

/** What was counted may be refused by the person who looks; whether it is asked for at all is another question. */
function isDoubt({ is }: Lack): boolean {
  return ['shows', 'avoids', 'unsure', 'per', 'sample'].includes(is);
}

export function addMissing(counts: readonly Missing[]): Missing {
  return counts.reduce(
    (a, b) => ({ sure: a.sure + b.sure, open: a.open + b.open, ahead: a.ahead + b.ahead }),
    NONE,
  );
}
