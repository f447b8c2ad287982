/** The archive that reviews are about, and what is to be scored of it. */
import { join } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import type { Coverage } from '../../core/coverage/types.js';
import { reviewForm } from '../../core/review/form.js';
import type { Edition, Review, ReviewForm, ReviewRead } from '../../core/review/types.js';
import { findArchive, openArchive } from '../../io/archive/read-archive.js';
import { readReviews } from '../../io/review/read-reviews.js';
import { diskStore } from '../../io/store/disk-store.js';
import { freezeSystem } from '../../io/system/freeze-system.js';
import { knownArchive } from '../reading/known-archive.js';

export interface ReviewedArchive {
  readonly root: string;
  readonly archive: Archive;
  readonly form: ReviewForm;
  /** Of the scoring system as it is now. */
  readonly edition: Edition;
  readonly coverage: Coverage;
}

/** @param place - A folder of the archive, absolute. */
export async function reviewedArchive(place: string, cli: Cli): Promise<ReviewedArchive> {
  const root = findArchive(place);
  const opened = await openArchive(root, cli.cwd);
  const archive = await knownArchive(diskStore(root), opened.archive, cli.today, cli);
  const { coverageOf } = await import('../../core/coverage/cover.js');
  const coverage = coverageOf(archive);
  const exempt = coverage.leaves.filter(({ state }) => state === 'exempt');
  const { system, settings } = archive;
  const form = reviewForm(system, settings.unit.profile, exempt);
  const { digest } = await freezeSystem(join(root, settings.system));
  const edition = { title: system.title, sha256: digest };
  return { root, archive, form, edition, coverage };
}

export interface ReviewsThere {
  readonly reads: readonly ReviewRead[];
  readonly reviews: readonly Review[];
}

export async function reviewsOf({ root, form }: ReviewedArchive): Promise<ReviewsThere> {
  const reads = await readReviews(root, form);
  return { reads, reviews: reads.flatMap(({ review }) => review ?? []) };
}
