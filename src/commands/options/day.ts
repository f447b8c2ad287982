import type { Cli } from '../../cli/context.js';
import type { Day } from '../../core/system/types.js';
import { isDay } from '../../core/dates/calendar.js';
import { isWindowFault, judgeWindow } from '../../core/system/window-text.js';
import { DanganError } from '../../errors.js';

/**
 * The day that an option names, or the day of the run.
 *
 * From 1980: a zip cannot hold an earlier one.
 *
 * @param command - The one that was given it, for the hint.
 * @param option - The one that names it.
 * @throws {DanganError} USAGE
 */
export function dayAsked(
  value: string | undefined,
  command: string,
  cli: Cli,
  option = '--today',
): Day {
  if (value === undefined) return cli.today;
  const day = /^(19[89]\d|20\d\d)-\d\d-\d\d$/.test(value)
    ? new Date(`${value}T00:00:00Z`)
    : undefined;
  // 2026-02-30 would become 2026-03-02.
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  throw new DanganError('USAGE', {
    what: cli.say.cli.badDay({ option, value, meant: dayMeant(value) }),
    command,
  });
}

/** `2026.3.1`, `2026年3月1日`, in digits of either width. */
function dayMeant(value: string): string | undefined {
  const judged = judgeWindow(value);
  const meant = isWindowFault(judged) ? judged.meant : undefined;
  return meant !== undefined && isDay(meant) ? meant : undefined;
}
