/** One of the two that are compared: its files, and what it tells of its scoring system. */
import { parseName } from '../../naming/parse.js';
import { foldName } from '../../text.js';
import type { Algorithm } from '../bag/algorithms.js';
import type { Manifest } from '../bag/bag.js';
import type { BundleFacts } from '../judge/judge.js';
import type { IndexedIndicator, SystemFacts } from '../index/parse-index.js';
import type { Tags } from './tags.js';
import { indicatorFinder, type IndicatorRef } from '../index/indicators.js';

export interface SideFile {
  /** In the bundle, `data/1 组织领导/1.1 领导机构/01：通知.docx`. */
  readonly path: string;
  readonly folder: string;
  readonly indicator: IndicatorRef | undefined;
  /** Path of codes of the indicator; the folder, where there is none. */
  readonly place: string;
  readonly ordinal: number | undefined;
  /** Title and extension, as names are compared. */
  readonly title: string;
  readonly digest: string;
  readonly bytes: number;
}

/** What is compared: a bundle by its lists, or an archive by what is in it now. */
export interface Side {
  /** Algorithms in which it has a digest of every file. */
  readonly algorithms: readonly Algorithm[];
  readonly filesIn: (algorithm: Algorithm) => readonly SideFile[];
  /** What is in it beside its files; `undefined` of an archive, and of a bag that has no list of it. */
  readonly tagsIn: (algorithm: Algorithm) => Tags | undefined;
  /** What it tells of its scoring system; `undefined` when it has none. */
  readonly system: SideSystem | undefined;
}

export interface SideSystem {
  readonly facts: SystemFacts;
  /** SHA-256 of the file; `undefined` when it is not known. */
  readonly digest: string | undefined;
  /** By path of codes, in the order of the system. */
  readonly indicators: ReadonlyMap<string, SystemIndicator>;
}

export type SystemIndicator = Pick<IndexedIndicator, 'code' | 'name' | 'points'>;

export function bundleSide(facts: BundleFacts): Side {
  const { index } = facts;
  return {
    algorithms: payloadManifests(facts).map(({ algorithm }) => algorithm),
    filesIn: (algorithm) => filesOf(facts, algorithm),
    tagsIn: (algorithm) => tagsOf(facts, algorithm),
    system: index && {
      facts: index.system,
      digest: index.systemDigest,
      indicators: index.indicators,
    },
  };
}

/**
 * The strongest algorithm in which both have a list of all their files.
 *
 * @returns `undefined` when they have none in common.
 */
export function commonAlgorithm(
  a: Pick<Side, 'algorithms'>,
  b: Pick<Side, 'algorithms'>,
): Algorithm | undefined {
  const inBoth = (each: Algorithm) => a.algorithms.includes(each) && b.algorithms.includes(each);
  return STRONGEST_FIRST.find(inBoth);
}

const STRONGEST_FIRST: readonly Algorithm[] = [
  'sha512',
  'sha3-512',
  'sha384',
  'sha3-384',
  'sha256',
  'sha3-256',
  'sm3',
  'sha224',
  'sha3-224',
  'sha1',
  'md5',
];

function payloadManifests({ bag }: BundleFacts): readonly Manifest[] {
  return bag.manifests.filter(({ of }) => of === 'payload');
}

function filesOf(facts: BundleFacts, algorithm: Algorithm): readonly SideFile[] {
  const indicatorOf = indicatorFinder(facts.index);
  const { rows } = facts.files;
  const manifest = payloadManifests(facts).find((each) => each.algorithm === algorithm);
  return (manifest?.entries ?? []).map(({ path: listed, literal, digest }) => {
    const path = !rows.has(listed) && literal !== undefined && rows.has(literal) ? literal : listed;
    const row = rows.get(path);
    const bytes = row === undefined ? 0 : facts.digests.sizeBytes(row);
    return sideFile(path, digest, bytes, indicatorOf(path));
  });
}

function tagsOf({ bag }: BundleFacts, algorithm: Algorithm): Tags | undefined {
  const list = bag.manifests.find((each) => each.of === 'tags' && each.algorithm === algorithm);
  return list && new Map(list.entries.map(({ path, digest }) => [path, digest]));
}

export function sideFile(
  path: string,
  digest: string,
  bytes: number,
  indicator: IndicatorRef | undefined,
): SideFile {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(slash, 0));
  const { ordinal, title, extension } = parseName(path.slice(slash + 1));
  return {
    path,
    folder,
    indicator,
    place: indicator?.path ?? foldName(folder),
    ordinal,
    title: foldName(title + extension),
    digest,
    bytes,
  };
}
