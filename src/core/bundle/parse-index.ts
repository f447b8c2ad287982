/** Reading `index.json` of a bundle of ours; everything in it comes from outside. */

export interface IndexRow {
  readonly path: string;
  readonly indicator: string | undefined;
  readonly bytes: number;
  readonly sha256: string;
}

export interface BundleIndex {
  /** SHA-256 of `criteria.yaml` as the index tells it. */
  readonly systemDigest: string | undefined;
  readonly emptyFolders: readonly string[];
  readonly evidence: readonly IndexRow[];
  /** Code of an indicator by its path of codes. */
  readonly codes: ReadonlyMap<string, string>;
}

export function parseIndex(text: string): BundleIndex | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || typeof value['schema'] !== 'string') return undefined;
  if (!value['schema'].startsWith('dangan/bundle-index@')) return undefined;
  const { evidence, emptyFolders, system, indicators } = value;
  if (!Array.isArray(evidence)) return undefined;
  const rows = evidence.map(rowOf);
  if (!rows.every((row) => row !== undefined)) return undefined;
  const codes = new Map<string, string>();
  collectCodes(indicators, codes);
  return {
    systemDigest:
      isObject(system) && typeof system['sha256'] === 'string' ? system['sha256'] : undefined,
    emptyFolders: Array.isArray(emptyFolders)
      ? emptyFolders.filter((each) => typeof each === 'string')
      : [],
    evidence: rows,
    codes,
  };
}

function rowOf(row: unknown): IndexRow | undefined {
  if (!isObject(row)) return undefined;
  const { path, indicator, bytes, sha256 } = row;
  if (typeof path !== 'string' || typeof bytes !== 'number' || typeof sha256 !== 'string') {
    return undefined;
  }
  return { path, bytes, sha256, indicator: typeof indicator === 'string' ? indicator : undefined };
}

function collectCodes(indicators: unknown, codes: Map<string, string>): void {
  // A list, not recursion: the depth is the sender's choice.
  const rest: unknown[] = [indicators];
  for (let list = rest.pop(); list !== undefined; list = rest.pop()) {
    if (!Array.isArray(list)) continue;
    for (const each of list as unknown[]) {
      if (!isObject(each)) continue;
      const { id, code, children } = each;
      if (typeof id === 'string' && typeof code === 'string') codes.set(id, code);
      if (children !== undefined) rest.push(children);
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
