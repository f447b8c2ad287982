/** Which year a month or quarter is of when nothing beside it tells. */
import type { Archive } from '../archive/types.js';
import { addMonths, partsOf } from '../dates/calendar.js';
import type { Years } from '../dates/date-in-title.js';
import type { Span } from '../dates/span.js';
import { resolveWindow } from '../dates/windows.js';
import type { Indicator, Requirement, Window } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';

/**
 * By id of the indicator, the year of its window, or the window itself where it has at most twelve months: evidence of
 * March that is kept for 2024 is of March 2024. Nothing where some of its evidence has a window of its own.
 */
export function yearsMeant({ system, settings, known }: Archive): ReadonlyMap<string, Years> {
  const outer = settings.window ?? system.window;
  const meant = new Map<Window, Years | undefined>();
  const yearsOf = (window: Window): Years | undefined => {
    if (!meant.has(window)) {
      const days = isFixed(window, system.windows) || known ? window : undefined;
      meant.set(window, yearsIn(resolveWindow(days, system, known?.today ?? '')));
    }
    return meant.get(window);
  };
  const byId = new Map<string, Years>();
  for (const { indicator, above } of eachIndicator(system)) {
    const window = [...above, indicator].findLast((each) => each.window)?.window ?? outer;
    const years = window && !hasOwnWindow(indicator) ? yearsOf(window) : undefined;
    if (years !== undefined) byId.set(indicator.id, years);
  }
  return byId;
}

/** The same days on whichever day one asks. */
function isFixed(window: Window, windows: Readonly<Record<string, Window>>): boolean {
  const own = 'name' in window ? windows[window.name] : window;
  return own !== undefined && 'from' in own && own.to !== undefined;
}

function yearsIn(window: Span | undefined): Years | undefined {
  if (!window) return undefined;
  const { year } = partsOf(window.from);
  if (year === partsOf(window.to).year) return year;
  return addMonths(window.from, 12) > window.to ? window : undefined;
}

function hasOwnWindow({ evidence }: Indicator): boolean {
  const hasOwn = ({ window, of, either }: Requirement): boolean =>
    window !== undefined || of.some(hasOwn) || either.some(hasOwn);
  return evidence.some(hasOwn);
}
