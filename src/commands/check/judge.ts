/** From an archive that was read to its findings. */
import { setImmediate } from 'node:timers/promises';
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import type { Finding } from '../../core/rules/findings.js';
import { judgesNames } from '../../core/rules/named.js';
import { runArchiveRules } from '../../core/rules/run.js';
import type { ArchiveRule } from '../../core/rules/types.js';
import type { Day } from '../../core/system/types.js';
import type { Waived } from '../../core/waivers/types.js';
import type { Store } from '../../io/store/types.js';
import { knownArchive, withFooters } from '../known-archive.js';

interface Asked {
  readonly rules: readonly ArchiveRule[];
  /** Footers are read whatever the settings say. */
  readonly footers: boolean;
  readonly today: Day;
}

/** What an archive comes to. */
export interface Judged {
  /** With what is known of it besides names, where a rule wants to know. */
  readonly archive: Archive;
  /** That count, in the order of `compareFindings`. */
  readonly findings: readonly Finding[];
  /** That are let pass. */
  readonly waived: readonly Waived[];
}

/** @param opened - From `openArchive`: the tree, the settings and the scoring system. */
export async function judgeArchive(
  store: Store,
  opened: Archive,
  { rules, footers, today }: Asked,
  cli: Cli,
): Promise<Judged> {
  const archive = rules.every(({ id }) => judgesNames(id))
    ? opened
    : await knownArchive(store, opened, today, cli, { rules });
  const seen = rules.some(({ id }) => id === 'content-footer-name')
    ? await withFooters(store, archive, footers, cli)
    : archive;
  await breath(cli.signal);
  const findings = runArchiveRules(seen, rules);
  await breath(cli.signal);
  return { archive: seen, findings, waived: [] };
}

/** The tree is read and judged without waiting for anything: Ctrl-C gets through between the two. */
async function breath(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
