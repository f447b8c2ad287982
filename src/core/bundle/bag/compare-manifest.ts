import { compareText } from '../../text.js';

export interface ManifestDifference {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly unexpected: readonly string[];
  /** Missing here and there again under another name, with the same digest. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Compare the files of a bundle with its manifest.
 *
 * Of several files with one digest, the missing and the unexpected ones are paired in the order of their paths.
 *
 * @param manifest - Digest by path.
 * @param actual - Digest by path, of the same algorithm, in the same spelling of hex.
 * @returns Paths sorted by code unit, each in one list only; all empty when fixity holds.
 * @see RFC 8493, section 3, for which differences make a bag invalid.
 */
export function compareManifest(
  manifest: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
): ManifestDifference {
  const missing: string[] = [];
  const changed: string[] = [];
  for (const [path, digest] of manifest) {
    const found = actual.get(path);
    if (found === undefined) missing.push(path);
    else if (found !== digest) changed.push(path);
  }
  const unexpected = [...actual.keys()].filter((path) => !manifest.has(path)).sort(compareText);
  missing.sort(compareText);
  const moved = pairByDigest(missing, manifest, unexpected, actual);
  const gone = new Set(moved.map(({ from }) => from));
  const come = new Set(moved.map(({ to }) => to));
  return {
    missing: missing.filter((path) => !gone.has(path)),
    changed: changed.sort(compareText),
    unexpected: unexpected.filter((path) => !come.has(path)),
    moved,
  };
}

function pairByDigest(
  missing: readonly string[],
  manifest: ReadonlyMap<string, string>,
  unexpected: readonly string[],
  actual: ReadonlyMap<string, string>,
): { from: string; to: string }[] {
  const waiting = new Map<string, string[]>();
  // Last first, so that pop() gives them in order.
  for (const to of [...unexpected].reverse()) {
    const digest = actual.get(to) ?? '';
    const others = waiting.get(digest);
    if (others) others.push(to);
    else waiting.set(digest, [to]);
  }
  return missing.flatMap((from) => {
    const to = waiting.get(manifest.get(from) ?? '')?.pop();
    return to === undefined ? [] : [{ from, to }];
  });
}
