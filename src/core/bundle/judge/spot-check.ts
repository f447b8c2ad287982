/** Which files of a bundle are read when not all of them are, for slow media. */
import { nameOf } from '../../archive/paths.js';
import { meantBy, type Known } from '../../system/meant.js';
import { compareText } from '../../text.js';
import type { IndicatorRef } from '../index/indicators.js';
import { randomOf, shuffled } from './random.js';

/** What the user asked for. */
export interface SpotCheck {
  /** Codes, or paths of codes, or names; what is below them too. Empty: all. */
  readonly indicators: readonly string[];
  readonly sample: Sample | undefined;
}

interface Sample {
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

/**
 * With the paths of codes of those that are asked for by their names.
 *
 * @throws {RepeatedCode}
 */
export function withCodes({ indicators, sample }: SpotCheck, known: readonly Known[]): SpotCheck {
  const codes = indicators.flatMap((word) => {
    const { found, isCode } = meantBy(word, known);
    if (isCode && found.length > 1) throw new RepeatedCode(word, found);
    return isCode || found.length === 0 ? [word] : found.map(({ id }) => id);
  });
  return { indicators: [...new Set(codes)], sample };
}

/** A code that several indicators have. */
export class RepeatedCode extends Error {
  readonly code: string;
  readonly found: readonly Known[];

  constructor(code: string, found: readonly Known[]) {
    super(code);
    this.code = code;
    this.found = found;
  }
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

/** Is an indicator, by its path of codes, one of those that are asked for, or below one? Where none is, all are. */
export function isAskedFor(
  { indicators }: SpotCheck,
  known: Iterable<IndicatorRef>,
): (path: string) => boolean {
  if (indicators.length === 0) return () => true;
  const all = knownIn([...known]);
  const wanted = indicators.flatMap((code) => meantBy(code, all).found.map(({ id }) => id));
  return (path) => isOneOf(path, wanted);
}

/** Paths of codes of the indicators that are asked for. */
function wantedOf(
  codes: readonly string[],
  refs: ReadonlyMap<string, IndicatorRef>,
): readonly string[] {
  const all = knownIn([...refs.values()]);
  return codes.flatMap((code) => {
    const { found } = meantBy(code, all);
    if (found.length === 0) throw new NoSuchIndicator(code);
    if (found.length > 1) throw new RepeatedCode(code, found);
    return found.map(({ id }) => id);
  });
}

function knownIn(refs: readonly IndicatorRef[]): readonly Known[] {
  // A path of codes also for the indicators above, which have no files of their own.
  const all = new Map<string, Known>();
  for (const { path } of refs) {
    for (const above of pathsAbove(path))
      all.set(above, { code: nameOf(above), id: above, name: undefined });
  }
  for (const { code, path } of refs) all.set(path, { code, id: path, name: undefined });
  return [...all.values()];
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
    if (!isOneOf(path, wanted)) strata.delete(path);
  }
}

function isOneOf(path: string, wanted: readonly string[]): boolean {
  return wanted.some((each) => path === each || path.startsWith(`${each}/`));
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
