import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Cli } from '../cli/context.js';
import { DEFAULT_SETTINGS } from '../core/archive/settings.js';
import type { ArchivePath } from '../core/archive/paths.js';
import type { Change } from '../core/change/types.js';
import type { Finding } from '../core/rules/findings.js';
import type { AnyRuleId, RuleId } from '../core/rules/ids.js';
import { runSystemRules } from '../core/rules/system-rules.js';
import { mendSystem } from '../core/system/mend.js';
import type { SystemSource } from '../core/system/source.js';
import { isDanganError } from '../errors.js';
import { isFile } from '../io/archive/is-file.js';
import { findArchive } from '../io/archive/read-archive.js';
import { readSystem } from '../io/system/read-system.js';
import { pathBelow } from '../io/within.js';

/** Mends of the text of a scoring system, and where their journal is kept. */
export interface SystemMends {
  readonly root: string;
  readonly changes: readonly Change[];
  /** What nobody can mend but a person. */
  readonly left: readonly Finding[];
}

/** What would mend a scoring system file, in an archive or alone; alone, the journal is beside it. */
export async function systemMends(file: string, cli: Cli): Promise<SystemMends> {
  const source = await readSystem(file, {
    template: DEFAULT_SETTINGS.folders.template,
    cwd: cli.cwd,
  });
  const path = resolve(cli.cwd, file);
  const root = journalRoot(path);
  const place = pathBelow(root, path);
  const changes = systemChanges(source, place, () => true);
  const mended = new Set<AnyRuleId>(
    changes.flatMap((change) => (change.do === 'rewrite' ? change.why : [])),
  );
  const left = runSystemRules(source, {}).filter(({ rule }) => !mended.has(rule));
  return { root, changes, left };
}

/** New text for a scoring system where one of the rules `wanted` has something to mend in it. */
export function systemChanges(
  source: SystemSource,
  path: ArchivePath,
  wanted: (rule: RuleId) => boolean,
): readonly Change[] {
  const { text, mended } = mendSystem(source, wanted);
  if (mended.length === 0) return [];
  return [{ do: 'rewrite', path, text, why: [...new Set(mended.map(({ rule }) => rule))] }];
}

/** The archive that a place is in; outside any, the nearest folder that has a journal, or else its own folder. */
export function journalRoot(place: string): string {
  try {
    return findArchive(place);
  } catch (error) {
    if (!isDanganError(error) || error.code !== 'ARCHIVE_NOT_FOUND') throw error;
    if (existsSync(join(place, '.dangan', 'journal'))) return place;
    const folder = dirname(place);
    if (/\.ya?ml$/i.test(place) && isFile(place)) return folder;
    throw error;
  }
}
