/** What the mends of `fix` have to know of the files themselves. */
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import type { RuleId } from '../../core/rules/ids.js';
import { NO_SCORES } from '../../core/scoring/scores.js';
import { lookedAt } from '../../io/evidence/read-known.js';
import { diskStore } from '../../io/store/disk-store.js';

const RULE: RuleId = 'content-type-mismatch';

/** The archive with what its files really are, where a mend asks for it; of ledgers and scores none does. */
export async function withContents(
  root: string,
  archive: Archive,
  only: readonly RuleId[],
  { today, signal }: Cli,
): Promise<Archive> {
  const isWanted = only.length === 0 || only.includes(RULE);
  if (!isWanted || archive.settings.rules[RULE] === 'off') return archive;
  const files = await lookedAt(diskStore(root), archive, { signal });
  const nothing = { ledgers: new Map<string, never>(), facts: new Map<string, never>() };
  return { ...archive, known: { today, ...nothing, scores: NO_SCORES, files } };
}

/** The archive as it was read: what is left in it is judged by its tree alone. */
export function withoutContents({ settings, system, expected, root }: Archive): Archive {
  return { settings, system, expected, root };
}
