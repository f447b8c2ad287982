/** Slots filled: for sure, perhaps, and with what is there at all. */
import type { Evidence } from '../evidence/types.js';
import { SURE, type Level } from './flaws.js';
import type { Bucket } from './buckets.js';
import { Matching, type Demand } from './matching.js';
import type { Slot, SlotEdge } from './slot.js';

/** A piece of evidence in a slot. */
export interface Taken extends Pick<SlotEdge, 'plain' | 'isDoubtful' | 'level' | 'doubt'> {
  readonly evidence: Evidence;
}

export interface Filled {
  /** How surely a slot has all that it needs; `undefined` when it has not. */
  readonly levelOf: (slot: Slot) => Level | undefined;
  readonly taken: (slot: Slot) => readonly Taken[];
  /** Evidence that went into no slot, for a date that nobody can tell; by the requirement it is filed for. */
  readonly undated: readonly Pick<Taken, 'plain' | 'evidence'>[];
}

/** How surely each demand is met, and a matching that gives it what is there, the surest first. */
interface Solved {
  readonly levels: readonly (Level | undefined)[];
  readonly matching: Matching;
}

/** Each level is worked out by itself, so that more evidence never lowers one; see `Matching`. */
export function solve(sizes: readonly number[], demands: readonly Demand[]): Solved {
  const less = new Set(demands.flatMap(({ edges }) => edges.map(({ level }) => level)));
  less.delete(SURE);
  const matching = new Matching(sizes, demands).fill(SURE);
  const levels: (Level | undefined)[] = demands.map((_, at) =>
    matching.isFull(at) ? SURE : undefined,
  );
  for (const level of [...less].sort((a, b) => a - b)) {
    const own = new Matching(sizes, demands).fill(level);
    for (const at of demands.keys()) if (own.isFull(at)) levels[at] ??= level;
    matching.fill(level);
  }
  return { levels, matching };
}

export function fillSlots(slots: readonly Slot[], buckets: readonly Bucket[]): Filled {
  const sizes = buckets.map(({ evidence }) => evidence.length);
  const { levels, matching } = solve(sizes, slots);
  const numbers = new Map(slots.map((slot, at) => [slot, at]));
  const dealt = new Dealer(slots, buckets).deal(matching);
  return {
    levelOf: (slot) => levels[numbers.get(slot) ?? -1],
    taken: (slot) => dealt.taken[numbers.get(slot) ?? -1] ?? [],
    undated: dealt.undated,
  };
}

/** Hands out the evidence of each bucket, by path: first to the slots that it fills, then to those with room. */
class Dealer {
  readonly taken: Taken[][];
  readonly undated: Pick<Taken, 'plain' | 'evidence'>[] = [];
  readonly #slots: readonly Slot[];
  readonly #buckets: readonly Bucket[];
  /** By bucket: how many of it are handed out. */
  readonly #next: number[];

  constructor(slots: readonly Slot[], buckets: readonly Bucket[]) {
    this.#slots = slots;
    this.#buckets = buckets;
    this.taken = slots.map(() => []);
    this.#next = buckets.map(() => 0);
  }

  deal(matching: Matching): this {
    for (const [at, { edges }] of this.#slots.entries()) {
      const carried = matching.carried(at);
      for (const [nth, edge] of edges.entries()) this.#give(at, edge, carried[nth] ?? 0);
    }
    this.#dealRest();
    return this;
  }

  #give(slot: number, edge: SlotEdge, count: number): void {
    const from = this.#next[edge.bucket] ?? 0;
    const { plain, isDoubtful, level, doubt } = edge;
    for (const evidence of this.#bucket(edge).slice(from, from + count)) {
      this.taken[slot]?.push({ evidence, plain, isDoubtful, level, doubt });
    }
    this.#next[edge.bucket] = from + count;
  }

  #bucket({ bucket }: SlotEdge): readonly Evidence[] {
    return this.#buckets[bucket]?.evidence ?? [];
  }

  #rest(edge: SlotEdge): number {
    return this.#bucket(edge).length - (this.#next[edge.bucket] ?? 0);
  }

  /** What is left goes where it was said to belong, the surest first; what nobody has room for is too much there. */
  #dealRest(): void {
    const edges = this.#slots.flatMap((slot, at) =>
      slot.edges.filter((edge) => this.#rest(edge) > 0).map((edge) => ({ slot, at, edge })),
    );
    edges.sort((a, b) => a.edge.rank - b.edge.rank);
    for (const { slot, at, edge } of edges) {
      if (edge.isDoubtful) continue;
      const room = (slot.max ?? Infinity) - (this.taken[at]?.length ?? 0);
      this.#give(at, edge, Math.max(0, Math.min(room, this.#rest(edge))));
    }
    const seen = new Set<string>();
    for (const { at, edge } of edges) {
      const rest = this.#rest(edge);
      if (rest === 0) continue;
      if (!edge.isDoubtful) this.#give(at, edge, rest);
      else if (!seen.has(`${edge.bucket} ${edge.plain.id}`)) {
        seen.add(`${edge.bucket} ${edge.plain.id}`);
        const { plain } = edge;
        const left = this.#bucket(edge).slice(-rest);
        this.undated.push(...left.map((evidence) => ({ plain, evidence })));
      }
    }
  }
}
