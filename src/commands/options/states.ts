import type { Cli } from '../../cli/context.js';
import type { State } from '../../core/coverage/types.js';
import { statesAsked } from '../../core/status/asked.js';
import { STATES } from '../../core/status/status.js';
import { DanganError } from '../../errors.js';
import { en } from '../../messages/en/index.js';
import { zhCn } from '../../messages/zh-cn/index.js';

/**
 * What `--state` means, in the words of any language.
 *
 * @param command - The one that was given it, for the hint.
 * @throws {DanganError} USAGE
 */
export function statesMeant(value: string, command: string, cli: Cli): ReadonlySet<State> {
  const { state: words } = zhCn.status;
  // What it was called before: scripts have it.
  const former = { ...words, person: '待人核' };
  const asked = statesAsked(value, [en.status.state, words, former]);
  if (asked.found) return asked.found;
  const known = STATES.map((each) => ({ id: each, word: cli.say.status.state[each] }));
  throw new DanganError('USAGE', {
    what: cli.say.status.badState({ value: 'unknown' in asked ? asked.unknown : value, known }),
    command,
  });
}
