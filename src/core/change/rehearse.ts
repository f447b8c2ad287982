import type { ArchivePath } from '../archive/types.js';
import { Sketch, type ListFolder, type Thing } from './sketch.js';
import type { Spot, Step, Was } from './steps.js';

/** What stands in the way of steps that were worked out earlier, before any of them is made. */
export interface Hitch {
  readonly because: 'missing' | 'taken';
  readonly spot: Spot;
}

/** What has to be there, unchanged, when the steps begin. */
export interface Claim {
  readonly origin: Spot;
  readonly of: 'file' | 'folder';
  readonly was: Was;
  readonly sha256: string | undefined;
}

export interface Rehearsal {
  readonly hitches: readonly Hitch[];
  readonly claims: readonly Claim[];
}

/** Go through steps on the names that are there now, changing nothing. Names are compared exactly: the disk itself judges the rest. */
export function rehearse(steps: readonly Step[], list: ListFolder): Rehearsal {
  const rehearsing = new Rehearsing(list);
  for (const step of steps) rehearsing.try(step);
  return rehearsing;
}

class Rehearsing implements Rehearsal {
  readonly hitches: Hitch[] = [];
  readonly claims: Claim[] = [];
  readonly #sketch: Sketch;
  /** Files whose bytes an earlier step of these sets right. */
  readonly #rewritten = new Set<Thing>();

  constructor(list: ListFolder) {
    this.#sketch = new Sketch(list);
  }

  try(step: Step): void {
    switch (step.do) {
      case 'make': {
        this.#make(step.path);
        return;
      }
      case 'unmake': {
        const folder = this.#sketch.find(step.path);
        if (folder?.kind === 'folder' && this.#sketch.isEmpty(folder)) this.#sketch.remove(folder);
        return;
      }
      case 'move': {
        this.#move(step);
        return;
      }
      case 'put':
        this.#claim(this.#thingAt(step.source), step.source, {
          of: 'file',
          was: { ino: step.was.ino },
          sha256: step.sha256,
        });
        {
          this.#arrive(this.#sketch.add('file'), step.to);
          return;
        }
      case 'drop': {
        this.#claim(undefined, step.source, {
          of: 'file',
          was: step.was,
          sha256: undefined,
        });
        return;
      }
      case 'rewrite': {
        this.#rewrite(step);
        return;
      }
    }
  }

  #make(path: ArchivePath): void {
    if (this.#sketch.find(path)?.kind === 'folder') return;
    this.#arrive(this.#sketch.add('folder'), path);
  }

  #move(step: Step & { do: 'move' }): void {
    const thing = this.#thingAt(step.from);
    if (typeof step.from === 'string' && thing?.kind !== step.of) {
      this.hitches.push({ because: 'missing', spot: step.from });
      return;
    }
    const { of, was, sha256 } = step;
    this.#claim(thing, step.from, { of, was, sha256 });
    this.#arrive(thing ?? this.#sketch.add('file'), step.to);
  }

  #rewrite(step: Step & { do: 'rewrite' }): void {
    const file = this.#sketch.find(step.path);
    if (!step.before) {
      this.#arrive(this.#sketch.add('file'), step.path);
      return;
    }
    if (file?.kind !== 'file') {
      this.hitches.push({ because: 'missing', spot: step.path });
      return;
    }
    const { size, sha256 } = step.before;
    this.#claim(file, step.path, { of: 'file', was: { size, ino: '0' }, sha256 });
    this.#rewritten.add(file);
  }

  #thingAt(spot: Spot): Thing | undefined {
    return typeof spot === 'string' ? this.#sketch.find(spot) : undefined;
  }

  #claim(thing: Thing | undefined, spot: Spot, claim: Omit<Claim, 'origin'>): void {
    if (thing === undefined) {
      if (typeof spot === 'string') this.hitches.push({ because: 'missing', spot });
      else this.claims.push({ origin: spot, ...claim });
    } else if (thing.origin !== undefined && !this.#rewritten.has(thing)) {
      this.claims.push({ origin: thing.origin, ...claim });
    }
  }

  #arrive(thing: Thing, spot: Spot): void {
    // Places outside are looked at by whoever has the disk.
    if (typeof spot !== 'string') {
      this.#sketch.remove(thing);
      return;
    }
    const at = spot.lastIndexOf('/');
    const folder = this.#sketch.find(spot.slice(0, Math.max(0, at)));
    const name = spot.slice(at + 1);
    if (folder?.kind !== 'folder') {
      this.hitches.push({ because: 'missing', spot: spot.slice(0, Math.max(0, at)) });
    } else if (this.#sketch.child(folder, name)) {
      this.hitches.push({ because: 'taken', spot });
    } else {
      this.#sketch.place(thing, folder, name);
    }
  }
}
