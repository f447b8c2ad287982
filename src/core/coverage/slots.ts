/** What has to be filled for the requirements of a leaf indicator, and what could fill it. */
import type { Bucket } from './buckets.js';
import { groupsOf, type Group } from './groups.js';
import type { Activity, Either, Frame, Node, Plain } from './nodes.js';
import {
  cellsOf,
  claimsOf,
  edgeOf,
  slotOf,
  type Claims,
  type Slot,
  type SlotEdge,
} from './slot.js';

export interface Slots {
  /** In the order of the scoring system; alternatives of several pieces after the others. */
  readonly all: readonly Slot[];
  /** For each cell. */
  readonly ofPlain: ReadonlyMap<Plain, readonly Slot[]>;
  /** For each cell, filled by whichever alternative needs one piece only. */
  readonly ofEither: ReadonlyMap<Either, readonly Slot[]>;
  readonly ofActivity: ReadonlyMap<Activity, readonly Group[]>;
}

export function slotsOf(nodes: readonly Node[], buckets: readonly Bucket[]): Slots {
  const maker = new Maker(claimsOf(buckets));
  for (const node of nodes) maker.add(node, node.optional, maker.first);
  const { first, last, ofPlain, ofEither, ofActivity } = maker;
  return { all: [...first, ...last], ofPlain, ofEither, ofActivity };
}

class Maker {
  readonly first: Slot[] = [];
  /** They must not take from others what they may not be able to make whole. */
  readonly last: Slot[] = [];
  readonly ofPlain = new Map<Plain, readonly Slot[]>();
  readonly ofEither = new Map<Either, readonly Slot[]>();
  readonly ofActivity = new Map<Activity, readonly Group[]>();
  readonly #claims: Claims;

  constructor(claims: Claims) {
    this.#claims = claims;
  }

  add(node: Node, isOptional: boolean, into: Slot[]): void {
    switch (node.is) {
      case 'plain':
        this.ofPlain.set(node, this.#slots(node, [node], isOptional, into));
        return;
      case 'set':
        for (const part of node.parts) this.add(part, isOptional || part.optional, into);
        return;
      case 'either':
        this.ofEither.set(node, this.#slots(node, singleWays(node), isOptional, into));
        for (const way of node.ways) {
          if (!isSingle(way, node.frame)) this.add(way, isOptional, this.last);
        }
        return;
      case 'activity': {
        const groups = groupsOf(node, this.#claims, isOptional);
        this.ofActivity.set(node, groups);
        for (const { slots } of groups) into.push(...slots);
      }
    }
  }

  /** One for each cell. */
  #slots(
    node: Plain | Either,
    plains: readonly Plain[],
    isOptional: boolean,
    into: Slot[],
  ): readonly Slot[] {
    const { frame, count } = node;
    const days = new Map<number, string>();
    const edges = frame.cells.map((): SlotEdge[] => []);
    for (const claimed of plains.flatMap((plain) => this.#claims.get(plain) ?? [])) {
      const { of, claim, bucket } = claimed;
      if (of.once !== undefined) days.set(bucket, of.once);
      const named = of.occasions.get(claim.plain.frame) ?? [];
      for (const { cell, isDoubtful } of cellsOf(frame, of, named, claim.isDoubtful)) {
        edges[cell]?.push(edgeOf(claimed, isDoubtful));
      }
    }
    const range = {
      min: isOptional ? 0 : count.min,
      max: node.is === 'plain' ? count.max : undefined,
    };
    const dayOf = node.is === 'plain' && node.byDay ? dayIn(days) : undefined;
    const slots = edges.map((own) => slotOf(own, range, dayOf));
    into.push(...slots);
    return slots;
  }
}

function dayIn(days: ReadonlyMap<number, string>) {
  return ({ bucket }: SlotEdge): string | undefined => days.get(bucket);
}

/** The alternatives that one piece of evidence is enough for. */
export function singleWays({ ways, frame }: Either): readonly Plain[] {
  return ways.filter((way) => isSingle(way, frame));
}

function isSingle(way: Node, frame: Frame): way is Plain {
  return way.is === 'plain' && way.count.min <= 1 && way.frame === frame;
}
