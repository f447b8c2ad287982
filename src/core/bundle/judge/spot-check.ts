/** Which files of a bundle are read when not all of them are, for slow media. */
import { nameOf } from '../../archive/paths.js';
import { hasCode, meantBy, typed, type Known } from '../../system/meant.js';
import { compareText } from '../../text.js';
import type { IndicatorRef } from '../index/indicators.js';
import { randomOf, shuffled } from './random.js';

/** What the user asked for. */
export interface SpotCheck {
  /** Codes, or paths of codes, or names; what is below them too. Empty: all. */
  readonly indicators: readonly string[];
  readonly sample: Sample | undefined;
}

export interface Sample {
  /** Files to be read. */
  readonly count: number;
  /** What chance begins with: the same seed and the same bundle give the same files. */
  readonly seed: string;
}

/** The share of a bundle's payload that was read; the rest was only looked up in the lists. */
export interface Share {
  readonly files: number;
  readonly bytes: number;
  readonly ofFiles: number;
  readonly ofBytes: number;
  readonly asked: SpotCheck;
}

/** With the paths of codes of those that are asked for by their names. */
export function withCodes({ indicators, sample }: SpotCheck, known: readonly Known[]): SpotCheck {
  const codes = indicators.flatMap((word) => {
    const found = meantBy(word, known);
    const isCode = found.some((each) => hasCode(each, typed(word.trim())));
    return isCode || found.length === 0 ? [word] : found.map(({ id }) => id);
  });
  return { indicators: [...new Set(codes)], sample };
}

/** A code that no file of the bundle and no indicator of its index has. */
export class NoSuchIndicator extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * Choose files. A sample takes one of every indicator first, as far as it goes, and the rest wherever chance falls.
 *
 * @param paths - Of the payload, in any order.
 * @param known - Every indicator of the index, if there is one.
 * @throws {NoSuchIndicator}
 */
export function chooseFiles(
  paths: Iterable<string>,
  { indicators, sample }: SpotCheck,
  indicatorOf: (path: string) => IndicatorRef | undefined,
  known: Iterable<IndicatorRef>,
): ReadonlySet<string> {
  const strata = new Map<string, string[]>();
  const refs = new Map([...known].map((ref) => [ref.path, ref]));
  for (const path of [...paths].sort(compareText)) {
    const ref = indicatorOf(path);
    const stratum = ref?.path ?? '';
    if (ref !== undefined && !refs.has(stratum)) refs.set(stratum, ref);
    const others = strata.get(stratum);
    if (others) others.push(path);
    else strata.set(stratum, [path]);
  }
  if (indicators.length > 0) keepOnly(strata, wantedOf(indicators, refs));
  const lists = [...strata.values()];
  return sample === undefined ? new Set(lists.flat()) : draw(lists, sample);
}

/** Paths of codes of the indicators that are asked for. */
function wantedOf(
  codes: readonly string[],
  refs: ReadonlyMap<string, IndicatorRef>,
): readonly string[] {
  // A path of codes also for the indicators above, which have no files of their own.
  const all = [...refs.values()].flatMap(({ code, path }) => [
    { code, path },
    ...pathsAbove(path).map((above) => ({ code: nameOf(above), path: above })),
  ]);
  return codes.flatMap((code) => {
    const asked = typed(code.trim());
    const found = all.filter(({ code, path }) =>
      hasCode({ code, id: path, name: undefined }, asked),
    );
    if (found.length === 0) throw new NoSuchIndicator(code);
    return found.map(({ path }) => path);
  });
}

function pathsAbove(path: string): string[] {
  const above: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    above.push(path.slice(0, at));
  }
  return above;
}

function keepOnly(strata: Map<string, string[]>, wanted: readonly string[]): void {
  for (const path of [...strata.keys()]) {
    if (!wanted.some((each) => path === each || path.startsWith(`${each}/`))) strata.delete(path);
  }
}

function draw(strata: readonly (readonly string[])[], { count, seed }: Sample): Set<string> {
  const random = randomOf(seed);
  const drawn = new Set<string>();
  const rest: string[] = [];
  for (const stratum of shuffled(strata, random)) {
    const [first, ...others] = shuffled(stratum, random);
    if (first === undefined) continue;
    if (drawn.size < count) drawn.add(first);
    else rest.push(first);
    for (const other of others) rest.push(other);
  }
  for (const path of shuffled(rest, random)) {
    if (drawn.size >= count) break;
    drawn.add(path);
  }
  return drawn;
}
