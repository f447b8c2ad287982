import type { Lack, RequirementCoverage } from '../../coverage/types.js';
import { eachOwed, isMissing, told, undatedFor, unfitIn, type Owed } from '../owed.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * What is due each month, quarter or occasion is there for each that is over.
 *
 * Activities count by the day on which they took place, minutes by the day of the meeting, not by files. A whole year
 * without any is told by `coverage-year`.
 */
export const coverageFrequency: ArchiveRule = {
  id: 'coverage-frequency',
  severity: 'error',
  fix: 'none',
  properties: ['GD-2-4', 'GD-2-9'],

  *check(archive) {
    for (const owed of eachOwed(archive)) {
      if (!isMissing(owed.coverage)) continue;
      const missing = owed.coverage.lacks.filter((lack) => isOfPeriod(lack, owed.coverage));
      const [first] = missing;
      if (missing.length > 1 && first && isNowhere(owed.coverage)) yield never(missing, owed);
      else for (const lack of missing) yield* one(lack, owed);
    }
    for (const owed of eachOwed(archive)) {
      if (!isMissing(owed.coverage)) continue;
      for (const lack of owed.coverage.lacks) {
        if (lack.is !== 'occasion') continue;
        const { occasion, found, wanted } = lack;
        const data = { title: owed.title, occasion, found, min: wanted.min };
        const at = told(owed, `${owed.title} ${occasion}`);
        yield { messageId: 'coverage-frequency/occasion', data, ...at };
      }
    }
  },
};

type PeriodLack = Lack & { readonly is: 'period' };

/** A whole year that is empty is another rule's. */
function isOfPeriod(lack: Lack, { requirement }: RequirementCoverage): lack is PeriodLack {
  return lack.is === 'period' && !(requirement.every === 'year' && lack.found === 0);
}

function isNowhere({ evidence }: RequirementCoverage): boolean {
  return evidence.length === 0;
}

/** Where there is nothing at all, each period by itself would say the same again and again. */
function never(missing: readonly PeriodLack[], owed: Owed): Seen {
  const { title, coverage } = owed;
  const data = {
    title,
    every: coverage.requirement.every ?? 'once',
    count: missing.length,
    first: missing[0]?.period.label ?? '',
    last: missing.at(-1)?.period.label ?? '',
  };
  return { messageId: 'coverage-frequency/never', data, ...told(owed, title) };
}

function* one(lack: PeriodLack, owed: Owed): Generator<Seen> {
  const { period, found, wanted } = lack;
  const { title, coverage } = owed;
  const isActivity = coverage.requirement.activity;
  const unfit = isActivity ? 0 : unfitIn(coverage, period);
  const count = Math.max(0, found - unfit);
  const undated = undatedFor(coverage, period);
  const own = { found: count, min: wanted.min, isActivity, unfit, undated };
  const data = { title, period: period.label, ...own };
  const at = told(owed, `${title} ${period.label}`);
  yield { messageId: 'coverage-frequency/period', data, ...at };
}
