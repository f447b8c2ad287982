/** Leaving out what was not chosen to be read. */
import type { BundleFacts } from '../../../core/bundle/judge/judge.js';
import { indicatorFinder, type IndicatorRef } from '../../../core/bundle/index/indicators.js';
import { visible } from '../../../core/bundle/bag/paths.js';
import {
  chooseFiles,
  NoSuchIndicator,
  RepeatedCode,
  type Share,
  type SpotCheck,
  withCodes,
} from '../../../core/bundle/judge/spot-check.js';
import { DanganError } from '../../../errors.js';
import type { DigestTable } from '../../digest/table.js';
import type { BagSource } from './source.js';

/** @returns what is left to be read; `undefined` when that is everything. */
export function skipOthers(
  source: BagSource,
  { files, index }: BundleFacts,
  table: DigestTable,
  words: SpotCheck,
): Share | undefined {
  const payload = [...files.rows].filter(([path]) => path.startsWith('data/'));
  const indicators = [...(index?.indicators ?? [])];
  const known = indicators.map(([path, { code }]) => ({ code, path }));
  const named = indicators.map(([id, { code, name }]) => ({ id, code, name }));
  const only = orRefused(known, () => withCodes(words, named));
  const paths = payload.map(([path]) => path);
  const chosen = orRefused(known, () => chooseFiles(paths, only, indicatorFinder(index), known));
  if (chosen.size === payload.length) return undefined;
  const share = { files: chosen.size, bytes: 0, ofFiles: payload.length, ofBytes: 0, asked: only };
  for (const [path, row] of payload) {
    const { sizeBytes = 0 } = source.listed[row] ?? {};
    share.ofBytes += sizeBytes;
    if (chosen.has(path)) share.bytes += sizeBytes;
    else table.end(row, 'skipped', sizeBytes);
  }
  return share;
}

/** @throws {DanganError} INDICATOR_NOT_IN_BUNDLE, INDICATOR_AMBIGUOUS */
function orRefused<T>(known: readonly IndicatorRef[], choose: () => T): T {
  try {
    return choose();
  } catch (error) {
    if (error instanceof RepeatedCode) {
      const found = error.found.map(({ id, name = '' }) => ({ code: visible(id), name }));
      throw new DanganError('INDICATOR_AMBIGUOUS', { name: error.code, isCode: true, found });
    }
    if (!(error instanceof NoSuchIndicator)) throw error;
    // The ones below the first, which tell how they are written.
    const some = known.filter(({ path }) => path.includes('/')).slice(0, 3);
    const examples = (some.length > 0 ? some : known.slice(0, 3)).map(({ path }) => visible(path));
    throw new DanganError('INDICATOR_NOT_IN_BUNDLE', { code: error.code, examples });
  }
}
