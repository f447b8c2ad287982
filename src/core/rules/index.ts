/** The rules that judge an archive, in display order. */
import { treeFileMisplaced } from './tree-file-misplaced/index.js';
import { treeFolderMisnamed } from './tree-folder-misnamed/index.js';
import { treeFolderMisplaced } from './tree-folder-misplaced/index.js';
import { treeFolderMissing } from './tree-folder-missing/index.js';
import { treeFolderUnknown } from './tree-folder-unknown/index.js';
import { treeJunkFile } from './tree-junk-file/index.js';
import { treeLink } from './tree-link/index.js';
import type { ArchiveRule } from './types.js';

export const ARCHIVE_RULES: readonly ArchiveRule[] = [
  treeFolderMissing,
  treeFolderUnknown,
  treeFolderMisnamed,
  treeFolderMisplaced,
  treeFileMisplaced,
  treeLink,
  treeJunkFile,
];
