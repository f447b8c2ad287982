/** The rules that judge what is filed against what is asked for, in display order. */
import { contentPhotoCaption } from './content-photo-caption/index.js';
import { contentReportLength } from './content-report-length/index.js';
import { coverageCount } from './coverage-count/index.js';
import { coverageDue } from './coverage-due/index.js';
import { coverageFrequency } from './coverage-frequency/index.js';
import { coverageKindMissing } from './coverage-kind-missing/index.js';
import { coverageNoEvidence } from './coverage-no-evidence/index.js';
import { coverageVeto } from './coverage-veto/index.js';
import { coverageYear } from './coverage-year/index.js';
import { metaDateUnknown } from './meta-date-unknown/index.js';
import type { ArchiveRule } from './types.js';

export const COVERAGE_RULES: readonly ArchiveRule[] = [
  contentPhotoCaption,
  contentReportLength,
  coverageNoEvidence,
  coverageCount,
  coverageFrequency,
  coverageKindMissing,
  coverageYear,
  coverageDue,
  coverageVeto,
  metaDateUnknown,
];
