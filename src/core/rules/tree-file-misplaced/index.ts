import type { ExpectedFolder } from '../../archive/layout.js';
import { eachExpected } from '../../archive/layout.js';
import { matchFolders } from '../../archive/match.js';
import type { EvidenceFile, Folder } from '../../archive/types.js';
import { isEvidence } from '../../naming/junk.js';
import { lastingTitle } from '../../naming/lasting-title.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * Evidence is in the folder of a leaf indicator, or in a folder inside it.
 *
 * Files in folders that the scoring system does not know go with their folder: `tree-folder-unknown`.
 */
export const treeFileMisplaced: ArchiveRule = {
  id: 'tree-file-misplaced',
  severity: 'warning',
  fix: 'proposes',
  properties: ['GD-1-13', 'GD-2-9'],

  *check(archive) {
    const { root, expected } = archive;
    for (const file of root.files) yield* misplaced(file, root.name, expected);
    for (const { expected: group, folder } of matchFolders(archive).byExpected.values()) {
      if (group.leaf) continue;
      const years = group.indicator ? group.children.filter(({ year }) => year !== undefined) : [];
      if (years.length > 0) yield* besideYears(folder, years);
      else
        for (const file of folder.files) {
          for (const seen of misplaced(file, folder.name, group.children)) {
            yield group.indicator ? { ...seen, indicator: group.indicator } : seen;
          }
        }
    }
  },
};

/** Of a leaf indicator whose evidence is kept by years: which year it is of, only a person can tell. */
function* besideYears(folder: Folder, years: readonly ExpectedFolder[]): Generator<Seen> {
  const { indicator } = years[0] ?? {};
  for (const { name, path, parts } of folder.files) {
    if (!isEvidence(name)) continue;
    yield {
      messageId: 'tree-file-misplaced/year',
      data: { folder: folder.name, years: years.map((year) => year.name) },
      path,
      title: lastingTitle(parts),
      fix: 'none',
      ...(indicator && { indicator }),
    };
  }
}

function* misplaced(
  file: EvidenceFile,
  folder: string,
  below: readonly ExpectedFolder[],
): Generator<Seen> {
  if (!isEvidence(file.name)) return;
  const { title } = file.parts;
  const place = { path: file.path, title };
  const leaf = leafFor(title, below);
  yield leaf === undefined
    ? { messageId: 'tree-file-misplaced/file', data: { folder }, fix: 'none', ...place }
    : { messageId: 'tree-file-misplaced/proposal', data: { folder, leaf }, ...place };
}

/** The leaf indicator's folder that asks for evidence of this title, when just one does. */
function leafFor(title: string, below: readonly ExpectedFolder[]): string | undefined {
  let found: string | undefined;
  for (const { leaf, name, indicator } of eachExpected(below)) {
    if (!leaf || !indicator || title === '') continue;
    if (!indicator.evidence.some((each) => each.title !== '' && title.includes(each.title)))
      continue;
    if (found !== undefined) return undefined;
    found = name;
  }
  return found;
}
