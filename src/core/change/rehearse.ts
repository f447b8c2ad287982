import { nameOf, parentOf, type ArchivePath } from '../archive/paths.js';
import { Sketch, type ListFolder, type Thing } from './sketch.js';
import { TEMPORARY, type Spot, type Step, type Was } from './steps.js';

/** What stands in the way of a step that was worked out earlier. */
export interface Hitch {
  readonly because: 'missing' | 'changed' | 'edited' | 'taken';
  readonly spot: Spot;
}

/** The disk as it is before any of the steps. */
export interface Ground {
  readonly list: ListFolder;
  /** Whether there is a file at a place outside the archive. */
  readonly isFileOutside: (path: string) => boolean;
  /** Whether somebody wrote into a file since it was so, and it is to stay for that. */
  readonly isEdited: (spot: Spot, was: Was) => boolean;
  /** Why nothing can be put at a place outside the archive. */
  readonly hitchOutside: (path: string) => Hitch | undefined;
  /** Whether a file still has these bytes and, as far as they are known, this size and time. */
  readonly holds: (spot: Spot, sha256: string, was: Was) => boolean;
}

/** A step that can be made. */
export interface Feasible {
  readonly step: Step;
  /** Where its thing is before any step; `undefined` when a step makes it or gives it its bytes back. */
  readonly origin: Spot | undefined;
}

export interface Rehearsal {
  /** In the order of the steps; a step that hangs on one that cannot be made has one too. */
  readonly hitches: readonly Hitch[];
  readonly feasible: readonly Feasible[];
  /** Where the feasible steps leave what is at a place now. */
  readonly endOf: (path: ArchivePath) => ArchivePath | undefined;
}

/**
 * Go through steps on the names that are there now, changing nothing. What cannot be made is passed over, and so is
 * what hangs on it; nothing is left under a temporary name. Names are compared exactly: the disk itself judges the
 * rest.
 */
export function rehearse(steps: readonly Step[], ground: Ground): Rehearsal {
  const hitches: (readonly [number, Hitch])[] = [];
  const barred = new Set<number>();
  for (;;) {
    const rehearsing = new Rehearsing(ground);
    for (const [at, step] of steps.entries()) {
      if (barred.has(at)) continue;
      const hitch = rehearsing.try(step, at);
      if (!hitch) continue;
      hitches.push([at, hitch]);
      barred.add(at);
    }
    const stranded = rehearsing.stranded();
    if (stranded.length === 0) {
      const sorted = hitches.sort(([a], [b]) => a - b).map(([, hitch]) => hitch);
      return {
        hitches: sorted,
        feasible: rehearsing.feasible,
        endOf: (path) => rehearsing.endOf(path),
      };
    }
    for (const at of stranded) {
      barred.add(at);
      const step = steps[at];
      if (step?.do === 'move') hitches.push([at, { because: 'taken', spot: step.from }]);
    }
  }
}

class Rehearsing {
  readonly feasible: Feasible[] = [];
  readonly #ground: Ground;
  readonly #sketch: Sketch;
  readonly #touched = new Map<ArchivePath, Thing>();
  /** Files whose bytes an earlier step of these sets right. */
  readonly #rewritten = new Set<Thing>();
  /** What has a temporary name, by the step that gave it. */
  readonly #temporary = new Map<Thing, number>();
  /** What was copied within the archive by these steps, whatever it holds by now, and of what it is a copy. */
  readonly #copies = new Map<Thing, Thing>();
  /** Files that stay where they are, since somebody wrote into them. */
  readonly #edited = new Set<Thing>();
  /** Files that could not be copied out, so that they have to stay. */
  readonly #kept = new Set<Thing>();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#sketch = new Sketch(ground.list);
  }

  /** The steps that gave a thing the temporary name it still has. */
  stranded(): number[] {
    return [...this.#temporary.values()];
  }

  endOf(path: ArchivePath): ArchivePath | undefined {
    const thing = this.#touched.get(path) ?? this.#sketch.find(path);
    return thing?.parent && this.#sketch.pathOf(thing);
  }

  try(step: Step, at: number): Hitch | undefined {
    switch (step.do) {
      case 'make':
        return this.#make(step);
      case 'unmake':
        return this.#unmake(step);
      case 'move':
        return this.#move(step, at);
      case 'put':
        return this.#put(step);
      case 'drop':
        return this.#drop(step);
      case 'rewrite':
        return this.#rewrite(step);
    }
  }

  #make(step: Step & { do: 'make' }): Hitch | undefined {
    const isThere = this.#sketch.find(step.path)?.kind === 'folder';
    const hitch = isThere ? undefined : this.#arrive(this.#sketch.add('folder'), step.path);
    return hitch ?? this.#can(step, undefined);
  }

  #unmake(step: Step & { do: 'unmake' }): Hitch | undefined {
    const folder = this.#sketch.find(step.path);
    if (folder?.kind === 'folder' && this.#sketch.isEmpty(folder)) this.#sketch.remove(folder);
    return this.#can(step, undefined);
  }

  #move(step: Step & { do: 'move' }, at: number): Hitch | undefined {
    const { from } = step;
    const thing = typeof from === 'string' ? this.#thingAt(from) : this.#sketch.add('file');
    const isThere =
      typeof from === 'string' ? thing?.kind === step.of : this.#ground.isFileOutside(from.outside);
    if (!thing || !isThere) return { because: 'missing', spot: from };
    if (this.#kept.has(thing)) return { because: 'taken', spot: from };
    const origin = typeof from === 'string' ? this.#originOf(thing) : from;
    const hitch =
      (step.of === 'file' && this.#edit(thing, origin, step.was)) || this.#arrive(thing, step.to);
    if (hitch) return hitch;
    if (isTemporary(step.to)) this.#temporary.set(thing, at);
    else this.#temporary.delete(thing);
    return this.#can(step, origin);
  }

  #put(step: Step & { do: 'put' }): Hitch | undefined {
    const { source } = step;
    const thing = typeof source === 'string' ? this.#thingAt(source) : undefined;
    const isThere =
      typeof source === 'string'
        ? thing?.kind === 'file'
        : this.#ground.isFileOutside(source.outside);
    if (!isThere) return { because: 'missing', spot: source };
    const edit = thing && this.#edit(thing, this.#originOf(thing), step.was);
    if (edit) return edit;
    const copy = this.#sketch.add('file');
    const hitch = this.#arrive(copy, step.to);
    if (hitch && thing) this.#kept.add(thing);
    if (!hitch && thing) this.#copies.set(copy, thing);
    return hitch ?? this.#can(step, thing ? this.#originOf(thing) : source);
  }

  /** Both have to be what they were: of two files one is removed for good. */
  #drop(step: Step & { do: 'drop' }): Hitch | undefined {
    const { source, copy, sha256, was } = step;
    const dropped = typeof source === 'string' ? this.#thingAt(source) : undefined;
    if (dropped && this.#edited.has(dropped)) {
      return { because: 'edited', spot: this.#originOf(dropped) ?? source };
    }
    const safe = typeof copy === 'string' ? this.#thingAt(copy) : undefined;
    const origin = safe ? this.#originOf(safe) : undefined;
    if (typeof copy === 'string' && !safe) return { because: 'missing', spot: copy };
    if (origin !== undefined && !this.#ground.holds(origin, sha256, { ino: '0' })) {
      return { because: 'changed', spot: origin };
    }
    if (typeof source !== 'string' && !this.#ground.isFileOutside(source.outside)) {
      return { because: 'missing', spot: source };
    }
    if (typeof source === 'string' && !dropped) return { because: 'missing', spot: source };
    const place = (dropped && this.#originOf(dropped)) ?? source;
    const isMoved = safe !== undefined && this.#copies.get(safe) === dropped;
    if (!isMoved && !this.#ground.holds(place, sha256, was))
      return { because: 'changed', spot: place };
    if (dropped) this.#sketch.remove(dropped);
    return this.#can(step, undefined);
  }

  #rewrite(step: Step & { do: 'rewrite' }): Hitch | undefined {
    if (!step.before) {
      const hitch = this.#arrive(this.#sketch.add('file'), step.path);
      return hitch ?? this.#can(step, undefined);
    }
    const file = this.#thingAt(step.path);
    if (file?.kind !== 'file') return { because: 'missing', spot: step.path };
    const { size, sha256 } = step.before;
    const origin = this.#originOf(file);
    if (origin !== undefined && !this.#ground.holds(origin, sha256, { size, ino: '0' })) {
      return { because: 'changed', spot: origin };
    }
    this.#rewritten.add(file);
    return this.#can(step, undefined);
  }

  #edit(thing: Thing, origin: Spot | undefined, was: Was): Hitch | undefined {
    if (origin === undefined || !this.#ground.isEdited(origin, was)) return undefined;
    this.#edited.add(thing);
    return { because: 'edited', spot: origin };
  }

  #can(step: Step, origin: Spot | undefined): Hitch | undefined {
    this.feasible.push({ step, origin });
    return undefined;
  }

  #thingAt(path: ArchivePath): Thing | undefined {
    const thing = this.#sketch.find(path);
    if (thing?.origin !== undefined) this.#touched.set(thing.origin, thing);
    return thing;
  }

  #originOf(thing: Thing): ArchivePath | undefined {
    return this.#rewritten.has(thing) ? undefined : thing.origin;
  }

  #arrive(thing: Thing, spot: Spot): Hitch | undefined {
    if (typeof spot !== 'string') {
      const hitch = this.#ground.hitchOutside(spot.outside);
      if (!hitch) this.#sketch.remove(thing);
      return hitch;
    }
    const above = parentOf(spot);
    const folder = this.#sketch.find(above);
    const name = nameOf(spot);
    if (folder?.kind !== 'folder') return { because: 'missing', spot: above };
    if (this.#sketch.child(folder, name)) return { because: 'taken', spot };
    this.#sketch.place(thing, folder, name);
    return undefined;
  }
}

function isTemporary(spot: Spot): boolean {
  return typeof spot === 'string' && nameOf(spot).startsWith(TEMPORARY);
}
