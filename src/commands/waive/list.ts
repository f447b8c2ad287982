/** `dangan waive --list`: what is let pass, and what that covers. */
import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { Day } from '../../core/system/types.js';
import { waiverFinder } from '../../core/waivers/matching.js';
import type { Waiver } from '../../core/waivers/types.js';
import { findArchive, openArchive } from '../../io/archive/read-archive.js';
import { diskStore } from '../../io/store/disk-store.js';
import { waiveListJson, waiveListText, type WaiveList } from '../../report/waivers/list.js';
import { allowancesOf, judgeWaivable } from '../check/judge.js';

export async function listWaivers(
  place: string | undefined,
  today: Day,
  format: 'text' | 'json',
  cli: Cli,
): Promise<void> {
  const root = findArchive(resolve(cli.cwd, place ?? '.'));
  const store = diskStore(root, cli.cwd);
  const { archive } = await openArchive(root, cli.cwd);
  const { waivers, baseline } = await allowancesOf(store, archive);
  const { findings } = await judgeWaivable(store, archive, today, cli);
  const about = waiverFinder(waivers.entries, archive.system);
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
