import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Cli } from '../cli/context.js';
import { DEFAULT_SETTINGS } from '../core/archive/settings.js';
import type { Change } from '../core/change/types.js';
import { mendSystem } from '../core/system/mend.js';
import { isDanganError } from '../errors.js';
import { findArchive } from '../io/read-archive.js';
import { readSystem } from '../io/read-system.js';

/** Mends of the text of a scoring system, and where their journal is kept. */
export interface SystemMends {
  readonly root: string;
  readonly changes: readonly Change[];
}

/** What would mend a scoring system file, in an archive or alone; alone, the journal is beside it. */
export async function systemMends(file: string, cli: Cli): Promise<SystemMends> {
  const source = await readSystem(file, {
    template: DEFAULT_SETTINGS.folders.template,
    cwd: cli.cwd,
  });
  const path = resolve(cli.cwd, file);
  const root = journalRoot(path);
  const { text, mended } = mendSystem(source);
  if (text === source.text) return { root, changes: [] };
  const why = [...new Set(mended.map(({ rule }) => rule))];
  const place = relative(root, path).split(sep).join('/');
  return { root, changes: [{ do: 'rewrite', path: place, text, why }] };
}

/** The archive that a place is in; outside any, the nearest folder that has a journal, or else its own folder. */
export function journalRoot(place: string): string {
  try {
    return findArchive(place);
  } catch (error) {
    if (!isDanganError(error) || error.code !== 'ARCHIVE_NOT_FOUND') throw error;
    if (existsSync(join(place, '.dangan', 'journal'))) return place;
    const folder = dirname(place);
    if (/\.ya?ml$/i.test(place)) return folder;
    throw error;
  }
}
