/** Lists that are read into memory as a whole: how long they may be, whatever a bundle claims. */
import { CARRIED_PROFILE } from '../judge/judge.js';
import { isManifestName, isTagText } from './bag.js';
import { visible } from './paths.js';
import type { Refusal } from '../judge/refusal.js';

const MB = 2 ** 20;
/** All manifests together: those of a million files are shorter, in two algorithms. */
const MANIFESTS_BYTES = 512 * MB;
/** `bag-info.txt` is a page. */
const TEXT_BYTES = 4 * MB;
/** By name. The index tells more of each file than a manifest, and is parsed in pieces. */
const LIST_BYTES: Readonly<Record<string, number>> = {
  'index.json': 1024 * MB,
  'checks.json': 256 * MB,
  [CARRIED_PROFILE]: TEXT_BYTES,
  'fetch.txt': 64 * MB,
};

/** @param files - Paths in the bag, with their sizes. */
export function judgeListSizes(files: Iterable<readonly [string, number]>): Refusal[] {
  let left = MANIFESTS_BYTES;
  const refusals: Refusal[] = [];
  for (const [path, bytes] of files) {
    const isManifest = isManifestName(path);
    const most = isManifest
      ? left
      : (LIST_BYTES[path] ?? (isTagText(path) ? TEXT_BYTES : Infinity));
    if (bytes > most) {
      const detail = String(Math.ceil(bytes / 1e6));
      refusals.push({ code: 'BUNDLE_LIST_TOO_LARGE', entry: visible(path), detail });
    } else if (isManifest) left -= bytes;
  }
  return refusals;
}
