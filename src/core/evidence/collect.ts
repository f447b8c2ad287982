/** What is kept for each indicator, with all that is known of it. */
import { evidenceFolders } from '../archive/evidence.js';
import { joinPath, type Archive, type EvidenceFile } from '../archive/types.js';
import { dateInTitle } from '../dates/date-in-title.js';
import { foldName } from '../text.js';
import { kindsOf } from './kind.js';
import type { Evidence } from './types.js';

const known = new WeakMap<Archive, ReadonlyMap<string, readonly Evidence[]>>();

/**
 * By id of the leaf indicator, the evidence in its folder and in folders in it, and the links of their ledgers;
 * sorted by path. An indicator without any is not in the map. Worked out once for each archive value.
 */
export function evidenceOf(archive: Archive): ReadonlyMap<string, readonly Evidence[]> {
  let evidence = known.get(archive);
  if (!evidence) {
    evidence = collect(archive);
    known.set(archive, evidence);
  }
  return evidence;
}

function collect(archive: Archive): ReadonlyMap<string, readonly Evidence[]> {
  const byIndicator = new Map<string, Evidence[]>();
  for (const { folder, leaf, expected, files } of evidenceFolders(archive)) {
    const { indicator } = expected;
    if (!indicator) continue;
    const entries = archive.known?.ledgers.get(folder.path)?.entries ?? [];
    const evidence = byIndicator.get(indicator.id) ?? [];
    byIndicator.set(indicator.id, evidence);
    for (const file of files) {
      const { title, extension } = file.parts;
      const entry = entries.find((each) => isOf(each.file, file));
      const date = dateInTitle(title);
      evidence.push({
        path: joinPath(folder.path, file.name),
        home: indicator,
        group: folder.path.slice(leaf.path.length + 1),
        title,
        name: file.parts,
        entry,
        date: entry?.date
          ? { ...entry.date, source: 'ledger' }
          : date && { ...date, source: 'name' },
        otherDate: undefined,
        kinds: entry?.kind ? [entry.kind] : kindsOf(title, extension),
        characters: entry?.characters,
      });
    }
  }
  return byIndicator;
}

function isOf(name: string | undefined, file: EvidenceFile): boolean {
  return name !== undefined && foldName(name) === foldName(file.name);
}
