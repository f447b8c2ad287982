/** Does a bundle of ours tell the truth about itself? Kept apart from fixity: unchanged is not yet right. */
import { compareText } from '../../text.js';
import type { Manifest } from '../bag/bag.js';
import type { BagFiles, DigestFacts } from './facts.js';
import { SIGNATURE_FILE } from '../../signature/of-bundle.js';
import { judgeEmptyFolders } from './judge-form.js';
import type { FixityInput } from './judge-fixity.js';
import type { ScoringSystem } from '../../system/types.js';
import { judgeChecks, judgeIndicators, judgeRows, judgeTotal, judgeWhole } from './judge-told.js';
import type { BundleChecks } from '../index/parse-checks.js';
import type { BundleIndex } from '../index/parse-index.js';
import type { BundleSeen } from './rules.js';
import { valuesOf } from '../bag/tag-file.js';

interface ContentsInput extends FixityInput {
  readonly index: BundleIndex | undefined;
  readonly checks: BundleChecks | undefined;
  /** The scoring system in the bundle, where it can be worked with. */
  readonly frozen: ScoringSystem | undefined;
}

/** Was it made by `dangan pack`? Then more is known about it than of any other bag. */
export function isOurs({ bag, index }: Pick<ContentsInput, 'bag' | 'index'>): boolean {
  return index !== undefined || criteriaDigest(bag) !== undefined;
}

export function* judgeContents(input: ContentsInput): Generator<BundleSeen> {
  yield* judgeTagList(input);
  yield* judgeEmptyFolders(input.files, new Set(input.index?.emptyFolders));
  if (!isOurs(input)) return;
  if (input.files.rows.has('index.json')) yield* judgeIndex(input);
  else yield { messageId: 'bundle-index-mismatch/none', data: {}, path: 'index.json' };
  yield* judgeSystem(input);
  if (input.checks) yield* judgeChecks(input.checks);
}

/** Tag files against the tag manifest: ours lists all of them, in one spelling. */
function* judgeTagList(input: ContentsInput): Generator<BundleSeen> {
  const { bag, files } = input;
  const manifests = bag.manifests.filter(({ of }) => of === 'tags');
  const ours = isOurs(input);
  const isUnread = bag.unread.some(isTagManifest);
  if (ours && manifests.length === 0 && !isUnread) {
    yield { messageId: 'bundle-manifest-missing/tags', data: {} };
  }
  if (!isUnread) yield* judgeStrays(files, manifests, ours);
  if (!ours) return;
  for (const { name, text, entries, algorithm } of manifests) {
    const isOwn = name === name.toLowerCase() && text === canonical(entries);
    if (algorithm !== 'sha256' || isOwn) continue;
    yield { messageId: 'bundle-manifest-invalid/form', data: {}, path: name };
  }
}

function* judgeStrays(
  files: BagFiles,
  manifests: readonly Manifest[],
  ours: boolean,
): Generator<BundleSeen> {
  const listed = new Set(manifests.flatMap(({ entries }) => entries.map(({ path }) => path)));
  for (const path of files.tags.keys()) {
    if (listed.has(path) || isTagManifest(path)) continue;
    if (path === SIGNATURE_FILE) continue;
    // Without a tag manifest a bag says nothing of its tag files; the usual ones are no strays.
    if (listed.size === 0 && !path.includes('/') && path.endsWith('.txt')) continue;
    const severity = ours ? 'error' : 'warning';
    yield { messageId: 'bundle-stray-file/file', data: {}, path, severity };
  }
}

/** Nothing holds the digest of the tag manifest, so not even its white space or its order may differ. */
function canonical(entries: readonly { readonly path: string; readonly digest: string }[]): string {
  const sorted = entries.toSorted((a, b) => compareText(a.path, b.path));
  return sorted.map(({ path, digest }) => `${digest}  ${path}\n`).join('');
}

function isTagManifest(path: string): boolean {
  return /^tagmanifest-[^/]+\.txt$/i.test(path);
}

/** `index.json` against `data/`, both ways. */
function* judgeIndex({ index, files, digests }: ContentsInput): Generator<BundleSeen> {
  if (index === undefined) {
    yield { messageId: 'bundle-index-mismatch/json', data: {}, path: 'index.json' };
    return;
  }
  // Of a plain index nothing but the digests is left to be asked.
  if (index.plain?.holds('sha256', digests) !== true) yield* judgeEvidence(index, files, digests);
  yield* judgeTotal(index);
  for (const path of index.emptyFolders) {
    if (files.folders.has(path)) continue;
    yield { messageId: 'bundle-index-mismatch/folder', data: {}, path, severity: 'warning' };
  }
}

function* judgeEvidence(
  index: BundleIndex,
  files: BagFiles,
  digests: DigestFacts,
): Generator<BundleSeen> {
  const told = new Set<number>();
  for (const { path, bytes, sha256 } of index.evidence) {
    const row = files.rows.get(path);
    if (row === undefined) {
      yield { messageId: 'bundle-index-mismatch/index-only', data: {}, path };
      continue;
    }
    told.add(row);
    if (!agrees(row, bytes, sha256, digests)) {
      yield { messageId: 'bundle-index-mismatch/digest', data: {}, path };
    }
  }
  for (const [path, row] of files.rows) {
    if (!path.startsWith('data/') || told.has(row)) continue;
    yield { messageId: 'bundle-index-mismatch/file-only', data: {}, path };
  }
  yield* judgeRows(index, files);
}

/** Of a file that was not chosen to be read, the size is known; one that could not be read agrees with nothing. */
function agrees(row: number, bytes: number, sha256: string, digests: DigestFacts): boolean {
  const ended = digests.ended(row);
  if (bytes !== digests.sizeBytes(row)) return false;
  return ended === 'skipped' || (ended === 'whole' && sha256 === digests.digest(row, 'sha256'));
}

/** The frozen scoring system against what bag-info and index tell of it. */
function* judgeSystem(input: ContentsInput): Generator<BundleSeen> {
  const { bag, index, files, digests, frozen } = input;
  if (index) yield* judgeWhole(bag, index);
  const row = files.rows.get('criteria.yaml');
  if (row === undefined || digests.ended(row) !== 'whole') return;
  const actual = digests.digest(row, 'sha256');
  const tellers = [
    ['bag-info.txt', criteriaDigest(bag)],
    ['index.json', index?.systemDigest],
  ] as const;
  for (const [told, digest] of tellers) {
    if (digest === undefined || digest === actual) continue;
    yield { messageId: 'bundle-system-changed/digest', data: { told }, path: 'criteria.yaml' };
  }
  // Of another system than the index is about, all would differ.
  if (index && frozen && index.systemDigest === actual) yield* judgeIndicators(index, frozen);
}

function criteriaDigest({ info }: ContentsInput['bag']): string | undefined {
  const value = info && valuesOf(info, 'Criteria-Digest')[0];
  // Long lines are folded, which may have put a space into it.
  return value
    ?.replace(/\s/g, '')
    .replace(/^sha256:/, '')
    .toLowerCase();
}
