/**
 * Is there anything for each indicator that asks for evidence? Kept apart from the verdict: unchanged is not enough,
 * and what is missing is a matter of the score, not of the bundle. Only whether there are files is judged here.
 */
import { nameOf } from '../../archive/paths.js';
import { isEvidence } from '../../naming/junk.js';
import { addDecimals, formatDecimal, parseDecimal } from '../../system/decimal.js';
import { heldIn } from './held-in.js';
import type { BundleIndex } from './parse-index.js';

/** An indicator that asks for evidence, and has none. */
export interface EmptyIndicator {
  readonly code: string;
  /** Path of codes, `1/1.1`. */
  readonly path: string;
  readonly name: string;
  /** Exact decimal; `undefined` where the scoring system tells none. */
  readonly points: string | undefined;
  readonly asks: readonly string[];
  readonly owners: readonly string[];
}

export interface Presence {
  /** Leaf indicators that ask the unit for evidence; of one of several bundles, those that it is to hold. */
  readonly asking: number;
  /** Those of them without any file, in the order of the scoring system. */
  readonly empty: readonly EmptyIndicator[];
  /** Of the empty ones together, as far as they are told. */
  readonly points: string;
  /** Empty ones whose points are not told. */
  readonly pointless: number;
  /** Does the index, by which it was counted, agree with the files that are there? */
  readonly reliable: boolean;
  /** Which of several bundles it is: what is in the others is not counted here, nor missing. */
  readonly part: { readonly number: number; readonly count: number } | undefined;
  /** Evidence that is in no folder of a leaf indicator, and counts for none. */
  readonly outside: number;
  /** Files that are ledgers, and no evidence. */
  readonly ledgers: number;
}

/** @param isAsked - The others are not counted. */
export function presenceOf(
  index: BundleIndex,
  { rows }: { readonly rows: ReadonlyMap<string, number> },
  reliable: boolean,
  isAsked: (path: string) => boolean = () => true,
): Presence {
  const filled = new Set<string>();
  let outside = 0;
  let ledgers = 0;
  index.eachPlace(({ path, indicator, ledger }) => {
    if (ledger) ledgers += 1;
    // One file is enough.
    if (ledger || (indicator !== undefined && filled.has(indicator))) return;
    if (!rows.has(path) || !isEvidence(nameOf(path))) return;
    if (indicator !== undefined && index.indicators.get(indicator)?.isLeaf === true) {
      filled.add(indicator);
    } else if (isAsked(indicator ?? '')) outside += 1;
  });
  const empty: EmptyIndicator[] = [];
  let asking = 0;
  const isOwed = heldIn(index);
  for (const [path, each] of index.indicators) {
    if (!each.filed || !each.isLeaf || !isOwed(path) || !isAsked(path)) continue;
    asking += 1;
    if (filled.has(path)) continue;
    const { code, name = '', points, asks, owners } = each;
    empty.push({ code, path, name, points, asks, owners });
  }
  return {
    asking,
    ...emptyOnes(empty),
    reliable,
    part: index.part && { number: index.part.number, count: index.part.count },
    outside,
    ledgers,
  };
}

function emptyOnes(
  empty: readonly EmptyIndicator[],
): Pick<Presence, 'empty' | 'points' | 'pointless'> {
  const points = empty.map((each) => each.points && parseDecimal(each.points));
  const told = points.filter((each) => each !== undefined && each !== '');
  return { empty, points: formatDecimal(addDecimals(told)), pointless: empty.length - told.length };
}

/** Nothing is missing where an indicator owes no file of its own, by the ledgers or by the scoring system. */
export function besides(presence: Presence, nothingOwed: ReadonlySet<string>): Presence {
  const empty = presence.empty.filter(({ path }) => !nothingOwed.has(path));
  const asking = presence.asking - (presence.empty.length - empty.length);
  return { ...presence, asking, ...emptyOnes(empty) };
}
