/** What a bundle of ours tells of itself in more than one place: does it tell the same everywhere? */
import type { ScoringSystem } from '../system/types.js';
import { compareIndicators, indicatorsOf } from './compare-systems.js';
import type { Bag } from './bag.js';
import type { BagFiles } from './facts.js';
import type { BundleChecks } from './parse-checks.js';
import type { BundleIndex } from './parse-index.js';
import { visible } from './paths.js';
import type { BundleSeen } from './rules.js';
import { spaced, valuesOf } from './tag-file.js';

const INDEX = 'index.json';

/** The index against itself, and against the files by number and size. */
export function* judgeRows(
  { evidence, indicators, whole }: BundleIndex,
  { rows }: Pick<BagFiles, 'rows'>,
): Generator<BundleSeen> {
  const seen = new Set<string>();
  const ownerOf = owners(indicators);
  let bytes = 0;
  for (const row of evidence) {
    const { path } = row;
    bytes += row.bytes;
    if (seen.has(path)) yield { messageId: 'bundle-index-mismatch/twice', data: {}, path };
    seen.add(path);
    // What is not there is told as such.
    if (!rows.has(path)) continue;
    if (row.trouble) yield { messageId: `bundle-index-mismatch/${row.trouble}`, data: {}, path };
    const owner = ownerOf(path);
    if (owner === row.indicator) continue;
    const data = { told: visible(row.indicator ?? ''), folder: visible(owner ?? '') };
    yield { messageId: 'bundle-index-mismatch/indicator', data, path };
  }
  const { files: saidFiles = evidence.length, bytes: saidBytes = bytes } = whole;
  if (saidFiles !== evidence.length || saidBytes !== bytes) {
    const data = { saidFiles, saidBytes, files: evidence.length, bytes };
    yield { messageId: 'bundle-index-mismatch/total', data, path: INDEX };
  }
}

/** The indicator in whose folder a file is: that of the innermost folder that is one's own. */
function owners(indicators: BundleIndex['indicators']): (path: string) => string | undefined {
  const known = new Map<string, string>();
  for (const [id, { folders }] of indicators) for (const folder of folders) known.set(folder, id);
  let lastFolder = '';
  let last: string | undefined;
  return (path) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (folder === lastFolder) return last;
    lastFolder = folder;
    for (let end = folder.length; end > 0; end = folder.lastIndexOf('/', end - 1)) {
      last = known.get(folder.slice(0, end));
      if (last !== undefined) return last;
    }
    return (last = undefined);
  };
}

/** The index against `bag-info.txt`. */
export function* judgeWhole({ info }: Bag, index: BundleIndex): Generator<BundleSeen> {
  const told = [
    ['External-Identifier', index.whole.bundle],
    ['Source-Organization', index.whole.unit],
    ['Bagging-Date', index.whole.date],
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

/** The indicators of the index against the frozen scoring system. */
export function* judgeIndicators(
  { indicators }: BundleIndex,
  system: ScoringSystem,
): Generator<BundleSeen> {
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
