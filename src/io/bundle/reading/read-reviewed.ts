/** What a score sheet for a bundle is made of: its scoring system, whose it is, and by what it is known again. */
import { hash } from 'node:crypto';
import { parseIndex, type BundleIndex } from '../../../core/bundle/index/parse-index.js';
import { DEFAULT_LIMITS } from '../../../core/bundle/zip/directory.js';
import type { ReviewedBundle } from '../../../core/review/types.js';
import type { ScoringSystem } from '../../../core/system/types.js';
import { DanganError } from '../../../errors.js';
import { FROZEN_SYSTEM } from '../../system/freeze-system.js';
import { findBag } from './find-bag.js';
import { frozenSystem, YAML_BYTES } from './frozen-system.js';
import { openBundle } from './open-bundle.js';
import type { OpenOptions } from './source.js';

export interface Reviewed {
  readonly system: ScoringSystem;
  /** Of its text in the bundle. */
  readonly sha256: string;
  readonly index: BundleIndex;
  readonly bundle: ReviewedBundle;
}

/**
 * Reads what is beside the payload and judges nothing: that is `verify`.
 *
 * @param path - Absolute; of a bundle in any of its forms.
 * @throws {DanganError} BUNDLE_NOT_A_BAG, BUNDLE_NOT_REVIEWABLE, and what opening a bundle throws.
 */
export async function readReviewed(path: string, options: OpenOptions): Promise<Reviewed> {
  const source = await openBundle(path, DEFAULT_LIMITS, options);
  const found = source.refusals.length > 0 ? undefined : findBag(source);
  if (!found) throw new DanganError('BUNDLE_NOT_REVIEWABLE', { path });
  const tag = (name: string, limit: number) => {
    const row = found.files.tags.get(name);
    return row === undefined ? undefined : source.readWhole(row, limit);
  };
  const system = frozenSystem((name) => tag(name, YAML_BYTES));
  const listed = tag('index.json', Infinity);
  const index = listed && parseIndex(listed, found.same);
  const [manifest, criteria] = [
    tag('manifest-sha256.txt', Infinity),
    tag(FROZEN_SYSTEM, YAML_BYTES),
  ];
  const name = index?.whole.bundle;
  if (!system || !index || !manifest || !criteria || name === undefined)
    throw new DanganError('BUNDLE_NOT_REVIEWABLE', { path });
  const bundle = { name, date: index.whole.date, manifest: hash('sha256', manifest) };
  return { system, sha256: hash('sha256', criteria), index, bundle };
}
