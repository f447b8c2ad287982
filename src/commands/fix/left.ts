/** What the mends of `fix` leave to people. */
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import { ledgersAfter } from '../../core/ledger/ledgers-after.js';
import type { Finding } from '../../core/rules/findings.js';
import { judgesNames } from '../../core/rules/named.js';
import { isOwnRule } from '../../core/rules/ids.js';
import { rulesIn } from '../../core/rules/rules-in.js';
import type { Allowances } from '../../core/waivers/types.js';
import { isWaivable } from '../../core/waivers/waivable.js';
import type { Store } from '../../io/store/types.js';
import { judgedBy } from '../check/judge.js';
import { knownArchive } from '../reading/known-archive.js';

/**
 * By names, and by what the ledgers say where a rule about names asks: what else is left, `check` tells.
 *
 * @param archive - As it is on disk.
 * @param after - As it would be; the same once it is done.
 */
export async function leftIn(
  store: Store,
  { archive, after }: { readonly archive: Archive; readonly after: Archive },
  allowances: Allowances,
  cli: Cli,
): Promise<readonly Finding[]> {
  const { today } = cli;
  const rules = rulesIn(after.settings).filter(
    ({ id }) => judgesNames(id) || isOwnRule(id) || !isWaivable(id),
  );
  const asks = rules.some((rule) => rule.asksLedgers?.(after));
  const seen = asks ? await withLedgersOf(store, archive, after, cli) : after;
  return judgedBy(seen, allowances, { rules, today }).findings;
}

async function withLedgersOf(
  store: Store,
  archive: Archive,
  after: Archive,
  cli: Cli,
): Promise<Archive> {
  const { known } = await knownArchive(store, archive, cli.today, cli, { files: () => [] });
  if (!known) return after;
  return { ...after, known: { ...known, ledgers: ledgersAfter(after.root, known.ledgers) } };
}
