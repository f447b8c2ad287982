/**
 * Slots filled with evidence: a flow from demands to buckets, along shortest augmenting paths.
 *
 * Demands are served in their order, and what is filled once is never emptied for a later one. So which slots are
 * filled depends neither on the order of the evidence nor on which of it is tried first, and more evidence never
 * empties one: evidence and slots are complements (Shapley 1962).
 */
import { FLAWED, type Level } from './flaws.js';

export interface Edge {
  readonly bucket: number;
  readonly level: Level;
}

export interface Demand {
  readonly need: number;
  /** Tried in this order. */
  readonly edges: readonly Edge[];
  /** For each edge, what may be taken only once: a day. Without it, anything may be taken. */
  readonly days?: readonly (string | undefined)[];
}

/** A directed edge and its way back: `twin` of edge `at` is `at ^ 1`. */
interface Network {
  readonly to: number[];
  readonly room: number[];
  readonly level: Level[];
  /** By node: its edges. */
  readonly from: number[][];
}

/** From a demand to a bucket: the edge that ends there, and the one to its day before it. */
interface Way extends Edge {
  readonly edge: number;
  readonly day?: number;
}

/** What a round of serving has learnt. */
interface Round {
  readonly level: Level;
  /** What a vain search has seen leads nowhere for later ones either. */
  readonly dead: Uint8Array;
  readonly seen: Int32Array;
  /** The edge by which a search came to a node. */
  readonly cameBy: Int32Array;
  search: number;
}

/**
 * A matching that grows: `fill` gives each demand what it needs, `extend` what else there is.
 *
 * Nodes: 0 the end; then the buckets, the demands, and for each demand its days.
 */
export class Matching {
  readonly #network: Network = { to: [], room: [], level: [], from: [] };
  readonly #demands: readonly Demand[];
  readonly #buckets: number;
  readonly #filled: number[];
  readonly #ways: readonly (readonly Way[])[];

  /** @param sizes - Of the buckets. */
  constructor(sizes: readonly number[], demands: readonly Demand[]) {
    this.#demands = demands;
    this.#buckets = sizes.length;
    this.#filled = demands.map(() => 0);
    for (let at = 0; at <= sizes.length + demands.length; at += 1) this.#network.from.push([]);
    for (const [at, size] of sizes.entries()) this.#connect(1 + at, 0, size, 0);
    this.#ways = demands.map((demand, at) => this.#waysOf(at, demand));
  }

  #waysOf(at: number, { edges, days }: Demand): Way[] {
    const node = 1 + this.#buckets + at;
    const byDay = new Map<string, { readonly node: number; readonly edge: number }>();
    return edges.map(({ bucket, level }, nth) => {
      const name = days?.[nth];
      if (name === undefined) {
        return { bucket, level, edge: this.#connect(node, 1 + bucket, Infinity, level) };
      }
      // A day is taken as surely as the surest evidence of it, which comes first.
      let day = byDay.get(name);
      if (!day) {
        const dayNode = this.#network.from.push([]) - 1;
        day = { node: dayNode, edge: this.#connect(node, dayNode, 1, level) };
        byDay.set(name, day);
      }
      return { bucket, level, edge: this.#connect(day.node, 1 + bucket, 1, level), day: day.edge };
    });
  }

  #connect(from: number, to: number, room: number, level: Level): number {
    const { to: ends, room: rooms, level: levels, from: edges } = this.#network;
    const at = ends.push(to, from) - 2;
    rooms.push(room, 0);
    levels.push(level, level);
    edges[from]?.push(at);
    edges[to]?.push(at + 1);
    return at;
  }

  /** Fill every demand as far as may be with what counts as surely as `level`. */
  fill(level: Level): this {
    return this.#serve(level, ({ need }, filled) => need - filled);
  }

  /** Give every demand what is still to be had. */
  extend(): this {
    return this.#serve(FLAWED, () => Infinity);
  }

  #serve(level: Level, wanted: (demand: Demand, filled: number) => number): this {
    const nodes = this.#network.from.length;
    const [seen, cameBy] = [new Int32Array(nodes), new Int32Array(nodes)];
    const round: Round = { level, dead: new Uint8Array(nodes), seen, cameBy, search: 0 };
    for (const [at, demand] of this.#demands.entries()) {
      // A bucket that is used up stays so: the ways to those are looked at once.
      let next = 0;
      const ways = this.#ways[at] ?? [];
      for (;;) {
        const rest = wanted(demand, this.filled(at));
        if (rest <= 0) break;
        while (next < ways.length && !this.#isOpen(ways[next], level)) next += 1;
        const way = ways[next];
        const got = way ? this.#take(way, rest) : this.#augment(at, rest, round);
        if (got === 0) break;
        this.#filled[at] = this.filled(at) + got;
      }
    }
    return this;
  }

  #isOpen(way: Way | undefined, level: Level): boolean {
    if (!way || way.level > level || this.#room(2 * way.bucket) === 0) return false;
    return this.#room(way.edge) > 0 && (way.day === undefined || this.#room(way.day) > 0);
  }

  #room(edge: number): number {
    return this.#network.room[edge] ?? 0;
  }

  #take({ bucket, edge, day }: Way, wanted: number): number {
    return this.#push([2 * bucket, edge, ...(day === undefined ? [] : [day])], wanted);
  }

  /** The shortest way from a demand to a bucket with room, over what others have. */
  #augment(demand: number, wanted: number, round: Round): number {
    const { to, level: levels, from } = this.#network;
    const { seen, cameBy, dead, level } = round;
    const start = 1 + this.#buckets + demand;
    const queue = [start];
    round.search += 1;
    seen[start] = round.search;
    for (let at = 0; at < queue.length; at += 1) {
      for (const edge of from[queue[at] ?? 0] ?? []) {
        const next = to[edge] ?? 0;
        if (this.#room(edge) === 0 || seen[next] === round.search || dead[next] === 1) continue;
        // Back along an edge that is in use is always allowed: it was allowed when it was taken.
        if (edge % 2 === 0 && (levels[edge] ?? 0) > level) continue;
        seen[next] = round.search;
        cameBy[next] = edge;
        if (next === 0) return this.#push(this.#pathTo(start, cameBy), wanted);
        queue.push(next);
      }
    }
    for (const node of queue) dead[node] = 1;
    return 0;
  }

  #pathTo(start: number, cameBy: Int32Array): number[] {
    const path: number[] = [];
    for (let node = 0; node !== start;) {
      const edge = cameBy[node] ?? 0;
      path.push(edge);
      node = this.#network.to[edge ^ 1] ?? 0;
    }
    return path;
  }

  #push(path: readonly number[], wanted: number): number {
    const { room } = this.#network;
    const amount = path.reduce((least, edge) => Math.min(least, this.#room(edge)), wanted);
    for (const edge of path) {
      room[edge] = this.#room(edge) - amount;
      room[edge ^ 1] = this.#room(edge ^ 1) + amount;
    }
    return amount;
  }

  filled(demand: number): number {
    return this.#filled[demand] ?? 0;
  }

  /** Has it all that it needs? */
  isFull(demand: number): boolean {
    return this.filled(demand) >= (this.#demands[demand]?.need ?? 0);
  }

  /** How much each edge of a demand carries, in the order of its edges. */
  carried(demand: number): readonly number[] {
    return (this.#ways[demand] ?? []).map(({ edge }) => this.#room(edge ^ 1));
  }
}
