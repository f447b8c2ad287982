import type { Archive } from '../../archive/types.js';
import { coverageOf } from '../../coverage/cover.js';
import { closingOf } from '../../coverage/terms.js';
import { lastDayOf } from '../../coverage/verdict.js';
import type { State } from '../../coverage/types.js';
import { daysInSpan } from '../../dates/calendar.js';
import type { Day, Period as Every } from '../../system/types.js';
import { eachOwed, told } from '../owed.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * What is due soon is there: of a month or quarter that is nearly over, and of everything when handing in closes.
 *
 * What is overdue other rules tell piece by piece; this one tells once that handing in has closed, and how many
 * requirements are late, as `status` counts them.
 */
export const coverageDue: ArchiveRule = {
  id: 'coverage-due',
  severity: 'warning',
  fix: 'none',
  properties: ['GD-2-4', 'GD-2-9'],

  *check(archive) {
    const { known } = archive;
    if (!known) return;
    yield* closing(archive, known.today);
    for (const owed of eachOwed(archive)) {
      const { requirement, periods } = owed.coverage;
      const most = SOON[requirement.every ?? 'once'];
      for (const { period, state, found } of periods) {
        if (state !== 'open' || period.from > known.today) continue;
        const due = lastDayOf(period);
        const days = daysTo(known.today, due);
        if (days > most) continue;
        const data = { title: owed.title, period: period.label, due, days, found };
        const at = { ...told(owed, `${owed.title} ${period.label}`), severity: 'warning' } as const;
        yield { messageId: 'coverage-due/period', data, ...at };
      }
    }
  },
};

/** In days: three weeks to put things together, less of what comes back sooner. */
const SOON: Readonly<Record<Every, number>> = {
  week: 2,
  month: 7,
  quarter: 21,
  'half-year': 21,
  semester: 21,
  year: 21,
  term: 21,
  once: 21,
};

function* closing(archive: Archive, today: Day): Generator<Seen> {
  const { system, settings } = archive;
  const closes = closingOf(system, settings.window ?? system.window, today);
  if (!closes) return;
  const { day: due, submission } = closes;
  const { name, at } = submission;
  const place = { at, title: `${name} ${due}` };
  if (due < today) {
    const count = countIn(archive, ['late']);
    if (count > 0) {
      const data = { name, due, count };
      yield { messageId: 'coverage-due/closed', data, severity: 'error', ...place };
    }
    return;
  }
  const days = daysTo(today, due);
  const count = days > SOON.once ? 0 : countIn(archive, ['late', 'short']);
  if (count > 0)
    yield { messageId: 'coverage-due/closing', data: { name, due, days, count }, ...place };
}

/** Requirements in one of these states, as `status` counts them. */
function countIn(archive: Archive, states: readonly State[]): number {
  return coverageOf(archive)
    .leaves.flatMap(({ requirements }) => requirements)
    .filter(({ state }) => states.includes(state)).length;
}

function daysTo(today: Day, day: Day): number {
  return daysInSpan({ from: today, to: day }) - 1;
}
