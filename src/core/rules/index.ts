/** The rules that judge an archive, in display order. */
import { contentFooterName } from './content-footer-name/index.js';
import { CONTENT_RULES } from './content-rules.js';
import { metaLedgerInvalid } from './meta-ledger-invalid/index.js';
import { metaOrphan } from './meta-orphan/index.js';
import { metaReferenceBroken } from './meta-reference-broken/index.js';
import { nameCopySuffix } from './name-copy-suffix/index.js';
import { namePattern } from './name-pattern/index.js';
import { nameSeparator } from './name-separator/index.js';
import { nameSequenceDuplicate } from './name-sequence-duplicate/index.js';
import { nameSequenceGap } from './name-sequence-gap/index.js';
import { nameSequenceWidth } from './name-sequence-width/index.js';
import { nameTitleDuplicate } from './name-title-duplicate/index.js';
import { nameTitleVague } from './name-title-vague/index.js';
import { nameYearCode } from './name-year-code/index.js';
import { portIllegalChar } from './port-illegal-char/index.js';
import { portNameCollision } from './port-name-collision/index.js';
import { portNameTooLong } from './port-name-too-long/index.js';
import { portPathTooLong } from './port-path-too-long/index.js';
import { portReservedName } from './port-reserved-name/index.js';
import { portUnicodeForm } from './port-unicode-form/index.js';
import { portTrailingDotSpace } from './port-trailing-dot-space/index.js';
import { COVERAGE_RULES } from './coverage-rules.js';
import { SCORE_RULES } from './score-rules.js';
import { treeFileMisplaced } from './tree-file-misplaced/index.js';
import { treeFolderMisnamed } from './tree-folder-misnamed/index.js';
import { treeFolderMisplaced } from './tree-folder-misplaced/index.js';
import { treeFolderMissing } from './tree-folder-missing/index.js';
import { treeFolderUnknown } from './tree-folder-unknown/index.js';
import { treeJunkFile } from './tree-junk-file/index.js';
import { treeLink } from './tree-link/index.js';
import type { ArchiveRule } from './types.js';
import { WAIVER_RULES } from './waiver-rules.js';

export const ARCHIVE_RULES: readonly ArchiveRule[] = [
  treeFolderMissing,
  treeFolderUnknown,
  treeFolderMisnamed,
  treeFolderMisplaced,
  treeFileMisplaced,
  treeLink,
  treeJunkFile,
  namePattern,
  nameSeparator,
  nameSequenceDuplicate,
  nameSequenceGap,
  nameSequenceWidth,
  nameTitleVague,
  nameCopySuffix,
  nameYearCode,
  nameTitleDuplicate,
  portIllegalChar,
  portReservedName,
  portTrailingDotSpace,
  portNameTooLong,
  portPathTooLong,
  portNameCollision,
  portUnicodeForm,
  ...CONTENT_RULES,
  contentFooterName,
  metaLedgerInvalid,
  metaReferenceBroken,
  metaOrphan,
  ...COVERAGE_RULES,
  ...SCORE_RULES,
  ...WAIVER_RULES,
];
