/** One of the two bundles that are compared: its files by what its lists tell of them. */
import { parseName } from '../../naming/parse.js';
import { foldName } from '../../text.js';
import type { Algorithm, Manifest } from '../bag.js';
import type { BundleFacts } from '../judge.js';
import { indicatorFinder, type IndicatorRef } from '../indicators.js';

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

/**
 * The strongest algorithm in which both have a list of all their files.
 *
 * @returns `undefined` when they have none in common.
 */
export function commonAlgorithm(a: BundleFacts, b: BundleFacts): Algorithm | undefined {
  const theirs = new Set(payloadManifests(b).map(({ algorithm }) => algorithm));
  const common = payloadManifests(a)
    .map(({ algorithm }) => algorithm)
    .filter((each) => theirs.has(each));
  return STRONGEST_FIRST.find((each) => common.includes(each));
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

export function filesOf(facts: BundleFacts, algorithm: Algorithm): readonly SideFile[] {
  const indicatorOf = indicatorFinder(facts.index);
  const { rows } = facts.files;
  const manifest = payloadManifests(facts).find((each) => each.algorithm === algorithm);
  return (manifest?.entries ?? []).map(({ path: listed, literal, digest }) => {
    const path = !rows.has(listed) && literal !== undefined && rows.has(literal) ? literal : listed;
    const row = rows.get(path);
    return sideFile(
      path,
      digest,
      row === undefined ? 0 : facts.digests.sizeBytes(row),
      indicatorOf,
    );
  });
}

function sideFile(
  path: string,
  digest: string,
  bytes: number,
  indicatorOf: (path: string) => IndicatorRef | undefined,
): SideFile {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(slash, 0));
  const { ordinal, title, extension } = parseName(path.slice(slash + 1));
  const indicator = indicatorOf(path);
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
