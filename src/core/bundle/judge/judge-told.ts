/** What a bundle of ours tells of itself in more than one place: does it tell the same everywhere? */
import { parentOf } from '../../archive/paths.js';
import { systemFor } from '../../system/for-unit.js';
import type { ScoringSystem } from '../../system/types.js';
import { compareIndicators, indicatorsOf } from './compare-systems.js';
import type { Bag } from '../bag/bag.js';
import type { BagFiles } from './facts.js';
import { folderOwners } from '../index/folder-owners.js';
import type { BundleChecks } from '../index/parse-checks.js';
import type { BundleIndex } from '../index/parse-index.js';
import { visible } from '../bag/paths.js';
import type { BundleSeen } from './rules.js';
import { spaced, valuesOf } from '../bag/tag-file.js';

const INDEX = 'index.json';

/** The rows of the index against each other, and against the files by name. */
export function* judgeRows(
  { evidence, indicators }: BundleIndex,
  { rows }: Pick<BagFiles, 'rows'>,
): Generator<BundleSeen> {
  const seen = new Set<string>();
  const ownerOf = folderOwners(indicators);
  for (const row of evidence) {
    const { path } = row;
    if (seen.has(path)) yield { messageId: 'bundle-index-mismatch/twice', data: {}, path };
    seen.add(path);
    // What is not there is told as such.
    if (!rows.has(path)) continue;
    if (row.trouble) yield { messageId: `bundle-index-mismatch/${row.trouble}`, data: {}, path };
    const owner = ownerOf(parentOf(path));
    if (owner === row.indicator) continue;
    const data = { told: visible(row.indicator ?? ''), folder: visible(owner ?? '') };
    yield { messageId: 'bundle-index-mismatch/indicator', data, path };
  }
}

/** The rows of the index against the totals that it tells. */
export function* judgeTotal({ files, bytes, whole }: BundleIndex): Generator<BundleSeen> {
  const { files: saidFiles = files, bytes: saidBytes = bytes } = whole;
  if (saidFiles === files && saidBytes === bytes) return;
  const data = { saidFiles, saidBytes, files, bytes };
  yield { messageId: 'bundle-index-mismatch/total', data, path: INDEX };
}

/** The index against `bag-info.txt`. */
export function* judgeWhole({ info }: Bag, index: BundleIndex): Generator<BundleSeen> {
  const { part } = index;
  const told = [
    ['External-Identifier', index.whole.bundle],
    ['Source-Organization', index.whole.unit],
    ['Bagging-Date', index.whole.date],
    ['Bag-Group-Identifier', part?.group],
    ['Bag-Count', part && `${part.number} of ${part.count}`],
    ['Criteria-Name', index.system.title],
    ['Criteria-Version', index.system.edition],
  ] as const;
  for (const [label, value] of told) {
    const said = info && valuesOf(info, label)[0];
    if (value === undefined || said === undefined || spaced(value) === spaced(said)) continue;
    const data = { label, index: visible(value), info: visible(said) };
    yield { messageId: 'bundle-index-mismatch/info', data, path: INDEX };
  }
}

/** The indicators of the index against the frozen scoring system, as the unit has it. */
export function* judgeIndicators(
  { indicators, settings }: BundleIndex,
  frozen: ScoringSystem,
): Generator<BundleSeen> {
  const system = systemFor(frozen, settings.unit.profile);
  const { onlyFirst, onlySecond, changed } = compareIndicators(indicators, indicatorsOf(system));
  for (const id of onlyFirst) {
    const data = { id: visible(id) };
    yield { messageId: 'bundle-index-mismatch/indicator-unknown', data, path: INDEX };
  }
  for (const id of onlySecond) {
    const data = { id: visible(id) };
    yield { messageId: 'bundle-index-mismatch/indicator-missing', data, path: INDEX };
  }
  for (const { id, field } of changed) {
    const data = { id: visible(id), field };
    yield { messageId: 'bundle-index-mismatch/indicator-differs', data, path: INDEX };
  }
}

export function* judgeChecks({ trouble }: BundleChecks): Generator<BundleSeen> {
  if (trouble === undefined) return;
  yield { messageId: `bundle-checks-invalid/${trouble}`, data: {}, path: 'checks.json' };
}
