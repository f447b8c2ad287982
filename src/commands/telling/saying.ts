import type { Cli } from '../../cli/context.js';
import type { OwnRule } from '../../core/own-rules/types.js';
import { withOwnTitles } from '../../report/words.js';

/** With the titles of the unit's own rules among its words. */
export function saying(own: readonly OwnRule[], cli: Cli): Cli {
  return own.length === 0 ? cli : { ...cli, say: withOwnTitles(cli.say, own) };
}
