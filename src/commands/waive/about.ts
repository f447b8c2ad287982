/** What a waiver is about, and which findings that are. */
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import { theIndicator } from '../../core/system/the-indicator.js';
import type { Finding } from '../../core/rules/findings.js';
import type { About } from '../../core/waivers/decide.js';
import { waiverFinder } from '../../core/waivers/matching.js';
import type { Waiver } from '../../core/waivers/types.js';
import { openArchive } from '../../io/archive/read-archive.js';
import { diskStore } from '../../io/store/disk-store.js';

export interface WaiveOptions {
  readonly indicator?: string;
  readonly title?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly until?: string;
  readonly remove?: boolean;
  readonly list?: boolean;
  readonly archive?: string;
  readonly today?: string;
  readonly write?: boolean;
  readonly format: 'text' | 'json';
}

/** All findings, those that are let pass already among them. */
export async function everythingFound(
  root: string,
  today: string,
  cli: Cli,
): Promise<{ archive: Archive; found: readonly Finding[] }> {
  const { archive } = await openArchive(root, cli.cwd);
  const { judgeWaivable } = await import('../check/judge.js');
  const { findings } = await judgeWaivable(diskStore(root, cli.cwd), archive, today, cli);
  return { archive, found: findings };
}

/** `waivers.yaml` as it is, and what may be written into it. */
export async function waiversAsTheyAre(root: string, { system, settings }: Archive, cli: Cli) {
  const { readWaiversFile, waiversIn } = await import('../../io/waivers/read-waivers.js');
  const { rulesOf } = await import('../check/judge.js');
  const nameable = { system, rules: rulesOf(settings) };
  const yaml = await readWaiversFile(diskStore(root, cli.cwd));
  return { yaml, nameable, entries: yaml ? waiversIn(yaml, nameable).entries : [] };
}

/** By the indicator's id. @throws {DanganError} TARGET_UNKNOWN, INDICATOR_AMBIGUOUS */
export function named(about: About, { system }: Archive): About {
  if (about.indicator === undefined) return about;
  return { ...about, indicator: theIndicator(about.indicator, system).id };
}

export function coveredBy(
  waiver: Waiver,
  found: readonly Finding[],
  { system }: Archive,
): Finding[] {
  const waiversOf = waiverFinder([waiver], system);
  return found.filter((finding) => waiversOf(finding).length > 0);
}

/** What the log shows, without a path. */
export function shortly({ rule, indicator, title }: About): string {
  const words = [rule, indicator?.split('/').at(-1), title];
  return words.filter((word) => word !== undefined).join(' ');
}
