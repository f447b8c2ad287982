import type { Lack, RequirementCoverage } from '../../coverage/types.js';
import type { Range } from '../../system/types.js';
import {
  eachFlaw,
  eachJudgedLeaf,
  eachOwed,
  isMissing,
  told,
  toldOf,
  undatedIn,
  unfitIn,
  type Owed,
} from '../owed.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * As many pieces of evidence, or activities, as are asked for; no more than are allowed; and none that does not count.
 *
 * What is missing in a period or for an occasion is told by `coverage-frequency`, a part of an activity by
 * `coverage-kind-missing`.
 */
export const coverageCount: ArchiveRule = {
  id: 'coverage-count',
  severity: 'error',
  fix: 'none',
  properties: ['GD-2-4', 'GD-2-9'],

  *check(archive) {
    for (const place of eachJudgedLeaf(archive)) {
      const { leaf, path } = place;
      for (const lack of leaf.lacks) {
        if (lack.is !== 'proof') continue;
        const { indicator } = leaf;
        const data = { name: indicator.name, proof: lack.title };
        const at = { indicator, at: indicator.at, title: indicator.name };
        yield {
          messageId: 'coverage-count/proof',
          data,
          ...at,
          ...(path !== undefined && { path }),
        };
      }
    }
    for (const owed of eachOwed(archive)) {
      for (const lack of owed.coverage.lacks) yield* seenIn(lack, owed);
      if (isMissing(owed.coverage) && !isTold(owed)) yield unfitSeen(owed);
    }
    for (const { owed, lack } of eachFlaw(archive, 'submitted')) {
      const { evidence, closed } = lack;
      // It is there, and nothing makes it any earlier.
      const severity = 'warning';
      const data = { title: owed.title, submitted: evidence.entry?.submitted ?? '', closed };
      yield { messageId: 'coverage-count/submitted', data, ...toldOf(evidence, owed), severity };
    }
    for (const { owed, lack } of eachFlaw(archive, 'avoids')) {
      // Nobody has looked: that is no finding.
      if (!lack.evidence.entry?.seen) continue;
      const data = { title: owed.title, what: lack.what };
      yield { messageId: 'coverage-count/avoids', data, ...toldOf(lack.evidence, owed) };
    }
  },
};

function* seenIn(lack: Lack, owed: Owed): Generator<Seen> {
  const { coverage, title } = owed;
  if (lack.is === 'over') {
    const { found, wanted, activity, time, isOfActivities = false } = lack;
    const place = activity ?? time;
    const data = { title, found, max: wanted.max ?? found, activity: place, isOfActivities };
    const own = { ...told(owed, `${title} ${place ?? ''}`), severity: 'warning' } as const;
    yield { messageId: 'coverage-count/over', data, ...own };
  } else if (lack.is === 'proof') {
    const data = { name: title, proof: lack.title };
    yield { messageId: 'coverage-count/proof', data, ...told(owed, title) };
  } else if (lack.is === 'count' && isMissing(coverage) && !isToldOtherwise(owed)) {
    yield { ...countSeen(lack.found, lack.wanted, owed), ...told(owed, title) };
  }
}

/** Of what is said not to apply only the proof is asked for; of a part that is not there, its set tells. */
function isToldOtherwise({ coverage, isNamedMissing }: Owed): boolean {
  return isNamedMissing || coverage.lacks.some(({ is }) => is === 'proof');
}

function countSeen(found: number, wanted: Range, { coverage, title }: Owed): Seen {
  const { requirement, counts, parts } = coverage;
  const { min, max } = wanted;
  if (requirement.either.length > 0 && found === 0) {
    const ways = parts.map((part) => part.requirement.title);
    return { messageId: 'coverage-count/either', data: { title, ways } };
  }
  const data = { title, found, min, max };
  const unfit = unfitIn(coverage);
  if (wanted === requirement.total) return { messageId: 'coverage-count/total', data };
  if (counts === 'activities') return { messageId: 'coverage-count/activities', data };
  const unsettled = unsettledIn(coverage);
  const undated = undatedIn(coverage);
  return {
    messageId: 'coverage-count/files',
    data: { ...data, found: Math.max(0, found - unfit - undated), unsettled, unfit, undated },
  };
}

/** Lacks that are findings. */
const TOLD: ReadonlySet<Lack['is']> = new Set<Lack['is']>([
  'count',
  'period',
  'occasion',
  'kind',
  'proof',
]);

/** Is there a finding already that it is missing: about it, its parts, or its evidence? */
function isTold({ coverage, isNamedMissing }: Owed): boolean {
  const { lacks, parts, requirement } = coverage;
  return (
    isNamedMissing ||
    lacks.some(
      (lack) => TOLD.has(lack.is) || (lack.is === 'avoids' && lack.evidence.entry?.seen),
    ) ||
    (requirement.either.length === 0 &&
      parts.some((part) => !part.requirement.optional && isMissing(part)))
  );
}

/** As many are there as are asked for, and not all of them count. */
function unfitSeen(owed: Owed): Seen {
  const { coverage, title } = owed;
  const { counts, found, wanted } = coverage;
  const unfit = unfitIn(coverage);
  const at = told(owed, title);
  if (counts !== 'files')
    return { messageId: 'coverage-count/unfit', data: { title, unfit }, ...at };
  const own = { unsettled: unsettledIn(coverage), unfit, undated: undatedIn(coverage) };
  const data = { title, found, ...wanted, ...own };
  return { messageId: 'coverage-count/files', data, ...at };
}

function unsettledIn({ lacks }: RequirementCoverage): number {
  return lacks.filter(({ is }) => is === 'state').length;
}
