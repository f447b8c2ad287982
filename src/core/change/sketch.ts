import { joinPath, type ArchivePath } from '../archive/paths.js';
import { foldName } from '../text.js';

/** What a folder holds, read from a disk or from a value; `undefined` when there is no such folder. */
export type ListFolder = (path: ArchivePath) => Iterable<Listed> | undefined;

export interface Listed {
  readonly name: string;
  /** Whatever is no folder is a file here, links included. */
  readonly kind: 'folder' | 'file';
}

/** A thing of the sketch. It is the same object wherever it is moved. */
export interface Thing {
  readonly kind: 'folder' | 'file';
  /** Where it is before any step; `undefined` when it is made by one. */
  readonly origin: ArchivePath | undefined;
  name: string;
  /** `undefined` while it stands nowhere; the root has itself. */
  parent: Thing | undefined;
}

interface Held {
  readonly byName: Map<string, Thing>;
  readonly byFold: Map<string, Set<Thing>>;
}

/**
 * The archive's names with changes tried out on them. Folders are listed only when somebody looks into them, so
 * that a plan for ten files does not read a hundred thousand names.
 */
export class Sketch {
  readonly root: Thing;
  readonly #list: ListFolder;
  readonly #held = new Map<Thing, Held>();

  constructor(list: ListFolder) {
    this.#list = list;
    this.root = { kind: 'folder', origin: '', name: '', parent: undefined };
    this.root.parent = this.root;
  }

  find(path: ArchivePath): Thing | undefined {
    let thing: Thing | undefined = this.root;
    if (path === '') return thing;
    for (const name of path.split('/')) {
      if (thing?.kind !== 'folder') return undefined;
      thing = this.child(thing, name);
    }
    return thing;
  }

  child(folder: Thing, name: string): Thing | undefined {
    return this.#holds(folder).byName.get(name);
  }

  /** Everything in the folder that some system takes for this name. */
  occupants(folder: Thing, name: string): ReadonlySet<Thing> {
    return this.#holds(folder).byFold.get(foldName(name)) ?? NOBODY;
  }

  /** What the folder holds; `undefined` while nobody has looked into it. */
  seen(folder: Thing): Iterable<Thing> | undefined {
    return this.#held.get(folder)?.byName.values();
  }

  isEmpty(folder: Thing): boolean {
    return this.#holds(folder).byName.size === 0;
  }

  add(kind: Thing['kind']): Thing {
    return { kind, origin: undefined, name: '', parent: undefined };
  }

  place(thing: Thing, folder: Thing, name: string): void {
    this.remove(thing);
    thing.parent = folder;
    thing.name = name;
    hold(this.#holds(folder), thing);
  }

  remove(thing: Thing): void {
    if (!thing.parent) return;
    const held = this.#holds(thing.parent);
    held.byName.delete(thing.name);
    const fold = foldName(thing.name);
    const twins = held.byFold.get(fold);
    twins?.delete(thing);
    if (twins?.size === 0) held.byFold.delete(fold);
    thing.parent = undefined;
  }

  pathOf(thing: Thing): ArchivePath {
    if (thing === this.root || !thing.parent) return '';
    return joinPath(this.pathOf(thing.parent), thing.name);
  }

  #holds(folder: Thing): Held {
    const known = this.#held.get(folder);
    if (known) return known;
    const held: Held = { byName: new Map(), byFold: new Map() };
    const listed = folder.origin === undefined ? undefined : this.#list(folder.origin);
    for (const { name, kind } of listed ?? []) {
      hold(held, { kind, name, parent: folder, origin: joinPath(folder.origin ?? '', name) });
    }
    this.#held.set(folder, held);
    return held;
  }
}

const NOBODY: ReadonlySet<Thing> = new Set();

function hold(held: Held, thing: Thing): void {
  held.byName.set(thing.name, thing);
  const fold = foldName(thing.name);
  const twins = held.byFold.get(fold);
  if (twins) twins.add(thing);
  else held.byFold.set(fold, new Set([thing]));
}
