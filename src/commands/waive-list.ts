/** `dangan waive --list`: what is let pass, and what that covers. */
import { resolve } from 'node:path';
import type { Cli } from '../cli/context.js';
import { rulesIn } from '../core/rules/rules-in.js';
import type { Day } from '../core/system/types.js';
import { waiverFinder } from '../core/waivers/matching.js';
import { NO_BASELINE, NO_WAIVERS, type Waiver } from '../core/waivers/types.js';
import { isWaivable } from '../core/waivers/waivable.js';
import { findArchive, openArchive } from '../io/archive/read-archive.js';
import { diskStore } from '../io/store/disk-store.js';
import { waiveListJson, waiveListText, type WaiveList } from '../report/waive-list.js';
import { allowancesOf, judgeArchive } from './check/judge.js';

export async function listWaivers(
  place: string | undefined,
  today: Day,
  format: 'text' | 'json',
  cli: Cli,
): Promise<void> {
  const root = findArchive(resolve(cli.cwd, place ?? '.'));
  const store = diskStore(root, cli.cwd);
  const opened = await openArchive(root, cli.cwd);
  const allowances = await allowancesOf(store, opened.archive);
  const { waivers, baseline } = allowances;
  const rules = rulesIn(opened.archive.settings).filter(({ id }) => isWaivable(id));
  const asked = { rules, footers: false, today };
  const nothing = { waivers: NO_WAIVERS, baseline: NO_BASELINE };
  const { findings } = await judgeArchive(store, opened.archive, asked, cli, nothing);
  const about = waiverFinder(waivers.entries, opened.archive.system);
  const counts = new Map<Waiver, number>();
  for (const finding of findings) {
    for (const each of about(finding)) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const list: WaiveList = {
    today,
    waivers: waivers.entries.map((waiver) => ({ waiver, count: counts.get(waiver) ?? 0 })),
    problems: waivers.problems.length,
    baseline: baseline.entries.reduce((sum, { count }) => sum + count, 0),
  };
  cli.out(format === 'json' ? waiveListJson(list) : waiveListText(list, cli));
}
