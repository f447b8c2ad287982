import { eachExpected, type ExpectedFolder } from '../../archive/layout.js';
import { matchFolders } from '../../archive/match.js';
import type { Archive } from '../../archive/types.js';
import { joinPath, type ArchivePath } from '../../archive/paths.js';
import type { Mend } from '../../change/types.js';
import { appliesTo, proofAsked } from '../../system/conditions.js';
import type { ArchiveRule } from '../types.js';

/**
 * Every indicator that evidence is filed under has its folder.
 *
 * One finding for the outermost folder that is missing. An error only where evidence has to be in it: git keeps no
 * empty folders, so after a clone the folder of an indicator that asks for nothing is gone and nothing is wrong.
 */
export const treeFolderMissing: ArchiveRule = {
  id: 'tree-folder-missing',
  severity: 'error',
  fix: 'safe',
  properties: ['GD-1-13', 'GD-2-9'],

  *check(archive) {
    const { missing, homeOf } = matchFolders(archive);
    for (const each of missing) {
      const { indicator, name } = each;
      const leaves = countLeaves(each);
      yield {
        messageId: leaves === 0 ? 'tree-folder-missing/leaf' : 'tree-folder-missing/group',
        data: { name, leaves },
        path: homeOf(each),
        title: name,
        ...(indicator && { indicator, at: indicator.at }),
        ...(!isDue(each, archive) && { severity: 'info' }),
      };
    }
  },

  *mend(archive) {
    const { missing, homeOf } = matchFolders(archive);
    for (const each of missing) yield* creations(each, homeOf(each));
  },
};

function* creations(folder: ExpectedFolder, path: ArchivePath): Generator<Mend> {
  yield { do: 'create-folder', path, safe: true };
  for (const child of folder.children) yield* creations(child, joinPath(path, child.name));
}

function countLeaves({ children }: ExpectedFolder): number {
  let leaves = 0;
  for (const each of eachExpected(children)) if (each.leaf) leaves += 1;
  return leaves;
}

/** Is there evidence that this unit has to put into it? */
function isDue({ leaf, indicator, children }: ExpectedFolder, archive: Archive): boolean {
  if (!leaf) return children.some((child) => isDue(child, archive));
  const { profile } = archive.settings.unit;
  if (!indicator) return false;
  const proof = proofAsked(indicator, profile);
  return (proof.length > 0 ? proof : indicator.evidence).some(
    ({ optional, applies }) => !optional && appliesTo(applies, profile) !== 'no',
  );
}
