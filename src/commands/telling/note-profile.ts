import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import { profileFaults, unansweredFields } from '../../core/system/profile.js';

/**
 * Say on stderr where the unit's profile and the scoring system have drifted apart: that changes which folders are
 * asked of the unit.
 */
export function noteProfile({ system, settings }: Archive, cli: Cli): void {
  const { profile } = settings.unit;
  const faults = profileFaults(system, profile);
  const fields = unansweredFields(system, profile).map(({ name }) => name);
  const { notices } = cli.say.check;
  if (faults.length > 0) cli.note(`${notices.profile({ faults })}\n`);
  if (fields.length > 0) cli.note(`${notices.unanswered({ fields })}\n`);
}
