/** Footers say what a document was called: those that are wrong once it is called otherwise. */
import { join } from 'node:path';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { Archive } from '../../core/archive/types.js';
import type { JournalEntry } from '../../core/change/entry.js';
import type { Change } from '../../core/change/types.js';
import { stampTexts } from '../../core/stamp/texts.js';
import { readJournal } from '../change/journal.js';
import { documentsOf } from './list-documents.js';
import { identifyFiles } from '../facts/identify-files.js';
import { lookAtFooters } from './look-at-footers.js';

/**
 * Where the first of the documents goes whose footers bear the name that it has had so far. Documents are opened only
 * where the journal knows of footers.
 */
export async function stampedBefore(
  root: string,
  archive: Archive,
  changes: readonly Change[],
  signal: AbortSignal,
): Promise<ArchivePath | undefined> {
  const moves = new Map(
    changes.flatMap((each) => (each.do === 'move' ? [[each.from, each.to]] : [])),
  );
  const isStamped = ({ verb, state }: JournalEntry) => verb === 'stamp' && state === 'finished';
  if (moves.size === 0 || !readJournal(root).some(isStamped)) return undefined;
  const { template } = archive.settings.stamp;
  const textOf = stampTexts(archive, template);
  const options = { cache: true, digests: false, signal };
  const facts = await identifyFiles(root, [...moves.keys()], options);
  for (const { path, text, treatment } of documentsOf(archive, facts, template)) {
    signal.throwIfAborted();
    const to = moves.get(path);
    if (treatment.is !== 'stamp' || to === undefined || textOf(to) === text) continue;
    const found = await lookAtFooters({ format: treatment.as, from: join(root, path) });
    if (found?.names.includes(text) === true) return to;
  }
  return undefined;
}
