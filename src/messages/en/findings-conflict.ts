import type { Every, RequirementConflict } from '../faults.js';
import { counted } from './counted.js';
import { when } from './when.js';

const PERIODS: Readonly<Record<Every, string>> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half-year',
  semester: 'semester',
  year: 'year',
  term: 'term',
  once: 'time',
};

/** What contradicts what in a requirement. */
export function conflict(d: RequirementConflict): string {
  switch (d.is) {
    case 'order':
      return `“${d.key}” is “${d.found}”, the greater first; swap the two ends`;
    case 'total-most':
      return `At most ${d.total} in all, while number and times come to ${d.count} or more; compare with the original`;
    case 'total-least':
      return `At least ${d.total} in all, while number and times come to no more than ${d.count}; compare with the original`;
    case 'sample':
      return `${d.take} are to be chosen from at most ${d.count}; compare with the original`;
    case 'window':
      return `${when(d.own)} has no day in common with ${when(d.other)}, which holds for what this is a part of; check the years`;
    case 'period':
      return `${when(d.window)} holds no ${PERIODS[d.every]}, so that all of it is taken as one; ask for less often, or widen the window`;
    case 'applies':
      return `“${d.field}” would have to be ${d.own} and ${d.other} at once: no unit owes this`;
    case 'seen':
      return `“${d.what}” is to be seen (shows) and not to be there (avoids)`;
    case 'see':
      return 'It is said to be kept elsewhere, and “see” leads to itself; name the place where it is kept, or leave “see” out';
    case 'files':
      return `Nothing comes from files here (files: false), and ${counted(d.count, 'requirement is', 'requirements are')} listed that nobody will be asked for; leave out one of the two`;
  }
}
