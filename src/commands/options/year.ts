import type { Cli } from '../../cli/context.js';
import { DanganError } from '../../errors.js';

/** What `--year` means. @throws {DanganError} USAGE */
export function yearAsked(year: string | undefined, command: string, cli: Cli): number | undefined {
  if (year === undefined) return undefined;
  if (/^\d{4}年?$/.test(year)) return Number(year.slice(0, 4));
  const allowed = cli.say.add.yearForm;
  const what = cli.say.cli.invalidValue({ option: '--year', value: year, allowed });
  throw new DanganError('USAGE', { what, command });
}
