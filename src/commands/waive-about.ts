/** What a waiver is about, and which findings that are. */
import type { Cli } from '../cli/context.js';
import type { Archive } from '../core/archive/types.js';
import { theIndicator } from '../core/system/the-indicator.js';
import type { Finding } from '../core/rules/findings.js';
import { rulesIn } from '../core/rules/rules-in.js';
import type { About } from '../core/waivers/decide.js';
import { waiverFinder } from '../core/waivers/matching.js';
import { NO_BASELINE, NO_WAIVERS, type Waiver } from '../core/waivers/types.js';
import { isWaivable } from '../core/waivers/waivable.js';
import { openArchive } from '../io/archive/read-archive.js';
import { diskStore } from '../io/store/disk-store.js';

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
  const { judgeArchive } = await import('./check/judge.js');
  const rules = rulesIn(archive.settings).filter(({ id }) => isWaivable(id));
  const asked = { rules, footers: false, today };
  const nothing = { waivers: NO_WAIVERS, baseline: NO_BASELINE };
  const { findings } = await judgeArchive(diskStore(root, cli.cwd), archive, asked, cli, nothing);
  return { archive, found: findings };
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

/** What to type to have it written. */
export function writeCommand(
  what: string,
  options: Readonly<Record<string, string | undefined>>,
  flags: readonly string[] = [],
): readonly string[] {
  const words = Object.entries(options).flatMap(([key, value]) =>
    value === undefined ? [] : [`--${key}`, value],
  );
  return ['dangan', 'waive', what, ...words, ...flags, '--write'];
}
