/** Two bundles compared, or a bundle and an archive: their files by indicator, and what became of the scoring system. */
import { groupBy } from '../../group.js';
import { compareText } from '../../text.js';
import type { Algorithm } from '../bag/algorithms.js';
import { compareFiles, type Change, type ChangeKind } from './compare.js';
import { commonAlgorithm, type Side, type SideSystem, type SystemIndicator } from './sides.js';
import { diffTags, type TagDiff } from './tags.js';

export interface BundleDiff {
  readonly algorithm: Algorithm;
  readonly unchanged: number;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** By indicator, in the order of the new scoring system; what is under none comes last. */
  readonly groups: readonly ChangeGroup[];
  /** `undefined` when one of the two does not tell. */
  readonly system: SystemDiff | undefined;
  /** What is beside the evidence; `undefined` where that is the same, or not told. */
  readonly tags: TagDiff | undefined;
}

export interface ChangeGroup {
  /** `undefined` for what is under no indicator. */
  readonly indicator:
    { readonly code: string; readonly path: string; readonly name?: string } | undefined;
  readonly changes: readonly Change[];
}

export interface SystemDiff {
  /** What is told of the system as a whole, where it differs. */
  readonly fields: readonly {
    readonly field: 'title' | 'edition' | 'total';
    readonly from: string | undefined;
    readonly to: string | undefined;
  }[];
  readonly added: readonly PlacedIndicator[];
  readonly removed: readonly PlacedIndicator[];
  readonly changed: readonly {
    readonly path: string;
    readonly from: SystemIndicator;
    readonly to: SystemIndicator;
  }[];
  /** The digests of the two files differ: also in what is not told here. */
  readonly rewritten: boolean;
}

interface PlacedIndicator extends SystemIndicator {
  readonly path: string;
}

/** @returns `undefined` when the two have no list of files in one algorithm. */
export function diffSides(old: Side, now: Side): BundleDiff | undefined {
  const algorithm = commonAlgorithm(old, now);
  if (algorithm === undefined) return undefined;
  const { unchanged, changes } = compareFiles(old.filesIn(algorithm), now.filesIn(algorithm));
  const counts = {
    added: 0,
    removed: 0,
    changed: 0,
    renumbered: 0,
    renamed: 0,
    moved: 0,
    refoldered: 0,
  };
  for (const { kind } of changes) counts[kind] += 1;
  const [before, after] = [old.system, now.system];
  return {
    algorithm,
    unchanged,
    counts,
    groups: groupsOf(changes, before, after),
    system: before && after && diffSystems(before, after),
    tags: diffTags(old.tagsIn(algorithm), now.tagsIn(algorithm)),
  };
}

function groupsOf(
  changes: readonly Change[],
  before: SideSystem | undefined,
  after: SideSystem | undefined,
): readonly ChangeGroup[] {
  const groups = groupBy(changes, ({ from, to }) => (to ?? from)?.indicator?.path ?? '');
  const order = new Map<string, number>();
  for (const index of [after, before]) {
    for (const path of index?.indicators.keys() ?? []) {
      if (!order.has(path)) order.set(path, order.size);
    }
  }
  const rank = (path: string) => (path === '' ? Infinity : (order.get(path) ?? order.size));
  return [...groups]
    .sort(([a], [b]) => (rank(a) === rank(b) ? compareText(a, b) : rank(a) - rank(b)))
    .map(([path, own]) => ({
      indicator: indicatorOf(
        path,
        own,
        after?.indicators.get(path) ?? before?.indicators.get(path),
      ),
      changes: own.sort((a, b) => compareText(placeOf(a), placeOf(b))),
    }));
}

function indicatorOf(
  path: string,
  [first]: readonly Change[],
  told: SystemIndicator | undefined,
): ChangeGroup['indicator'] {
  if (path === '') return undefined;
  const code = told?.code ?? (first?.to ?? first?.from)?.indicator?.code ?? path;
  return { code, path, ...(told?.name !== undefined && { name: told.name }) };
}

function placeOf({ from, to }: Change): string {
  return (to ?? from)?.path ?? '';
}

function diffSystems(before: SideSystem, after: SideSystem): SystemDiff {
  const fields = (['title', 'edition', 'total'] as const).flatMap((field) => {
    const [from, to] = [before.facts[field], after.facts[field]];
    return from === to ? [] : [{ field, from, to }];
  });
  const only = (one: SideSystem, other: SideSystem) =>
    [...one.indicators]
      .filter(([path]) => !other.indicators.has(path))
      .map(([path, { code, name, points }]) => ({ path, code, name, points }));
  const changed = [...after.indicators].flatMap(([path, to]) => {
    const from = before.indicators.get(path);
    const same = !from || (from.name === to.name && from.points === to.points);
    return same ? [] : [{ path, from, to }];
  });
  return {
    fields,
    added: only(after, before),
    removed: only(before, after),
    changed,
    rewritten:
      before.digest !== undefined && after.digest !== undefined && before.digest !== after.digest,
  };
}
