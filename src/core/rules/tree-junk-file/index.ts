import { filesToLookAt, type Archive } from '../../archive/types.js';
import { joinPath, type ArchivePath } from '../../archive/paths.js';
import { isJunk } from '../../naming/junk.js';
import type { ArchiveRule } from '../types.js';

/**
 * What systems and programs leave behind is no evidence.
 *
 * Moved to the trash folder, never deleted, and only when asked twice: `~$计划.docx` may be all that is left of work
 * that was not saved.
 */
export const treeJunkFile: ArchiveRule = {
  id: 'tree-junk-file',
  severity: 'warning',
  fix: 'unsafe',
  scope: 'file',
  properties: ['GD-4-3'],

  *check(archive) {
    for (const { path, name, folder } of junkIn(archive)) {
      if (folder) yield { messageId: 'tree-junk-file/folder', data: { name }, path, title: name };
      else yield { messageId: 'tree-junk-file/file', data: {}, path, title: name };
    }
  },

  *mend(archive) {
    for (const { path } of junkIn(archive)) yield { do: 'trash', path, safe: false };
  },
};

interface Junk {
  readonly path: ArchivePath;
  readonly name: string;
  readonly folder: boolean;
}

/** Junk files, and junk folders as a whole. */
function* junkIn({ root }: Archive): Generator<Junk> {
  const rest = [root];
  for (let at = rest.pop(); at; at = rest.pop()) {
    for (const { name } of filesToLookAt(at)) {
      if (isJunk(name)) yield { path: joinPath(at.path, name), name, folder: false };
    }
    for (const folder of at.folders) {
      if (isJunk(folder.name)) yield { path: folder.path, name: folder.name, folder: true };
      else rest.push(folder);
    }
  }
}
