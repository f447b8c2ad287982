import { nameOf, parentOf, joinPath, type ArchivePath } from '../archive/paths.js';
import { compareText, foldName } from '../text.js';
import type { Block, PlannedStep, Schedule } from './planned-steps.js';
import { Sketch, type ListFolder, type Thing } from './sketch.js';
import type { Change } from './types.js';

/** A thing and where it has to go. */
interface Job {
  readonly thing: Thing;
  readonly change: Change;
  readonly target: ArchivePath;
  folder: Thing | undefined;
  name: string;
  done: boolean;
  /** Has stepped aside to a temporary name. */
  aside: boolean;
}

/** A file that makes way for a draft. */
interface Replacement {
  readonly thing: Thing;
  readonly draft: Thing;
  /** Where it is put aside, and the folder of that. */
  readonly kept: ArchivePath;
  folder: Thing | undefined;
  /** Of the draft in its place. */
  readonly name: string;
}

interface LastChanges {
  readonly rewrites: readonly { readonly thing: Thing; readonly text: string }[];
  readonly replacements: readonly Replacement[];
}

/**
 * The order in which changes that are meant at once can be made one by one.
 *
 * A thing goes straight to its place as soon as the name is free, its new folder stands, and that folder is not
 * inside the thing itself. When all that are left wait for each other (swaps, cycles, a folder changing places
 * with one inside it) one of those in the way steps aside to a temporary name beside it. Names are compared
 * folded, as a disk that ignores case compares them; so `a.pdf` to `A.pdf` steps aside too.
 *
 * @param list - What folders hold now; asked only for folders that matter.
 * @param trash - Folder for what is put aside.
 * @param temporary - The n-th temporary name.
 */
export function schedule(
  changes: readonly Change[],
  list: ListFolder,
  trash: ArchivePath,
  temporary: (n: number) => string,
): Schedule {
  return new Scheduler(list, temporary).run(changes, trash);
}

class Scheduler {
  readonly #sketch: Sketch;
  readonly #temporary: (n: number) => string;
  readonly #steps: PlannedStep[] = [];
  readonly #blocks: Block[] = [];
  readonly #jobs: Job[] = [];
  readonly #jobOf = new Map<Thing, Job>();
  readonly #byTarget = new Map<ArchivePath, Job>();
  readonly #finals = new Map<ArchivePath, Thing | undefined>();
  readonly #waiting = new Map<Thing, Job[]>();
  #temporaries = 0;

  constructor(list: ListFolder, temporary: (n: number) => string) {
    this.#sketch = new Sketch(list);
    this.#temporary = temporary;
  }

  run(changes: readonly Change[], trash: ArchivePath): Schedule {
    const { rewrites, replacements } = this.#collect(changes, trash);
    this.#jobs.sort((a, b) => compareText(a.target, b.target));
    for (const each of replacements) each.folder = this.#folderAt(parentOf(each.kept));
    // Folders that nobody asked for but that a target needs are added at the end while this goes on.
    for (const job of this.#jobs) this.#aim(job);
    this.#judge();
    if (this.#blocks.length > 0) return { steps: [], blocks: this.#blocks };
    this.#drain(this.#jobs.filter((job) => !job.done));
    this.#breakCycles();
    for (const each of replacements) this.#replace(each);
    if (this.#blocks.length > 0) return { steps: [], blocks: this.#blocks };
    for (const { thing, text } of rewrites) {
      const path = this.#sketch.pathOf(thing);
      this.#steps.push({ do: 'rewrite', path, origin: thing.origin, text });
    }
    return { steps: this.#steps, blocks: this.#blocks };
  }

  /**
   * A job for every change but those that give a file that is there other bytes: they come last, wherever the file is
   * then.
   */
  #collect(changes: readonly Change[], trash: ArchivePath): LastChanges {
    const rewrites: { thing: Thing; text: string }[] = [];
    const replacements: Replacement[] = [];
    const inTrash: TrashRoom[] = [];
    for (const change of changes) {
      switch (change.do) {
        case 'create-folder':
          this.#add(change, this.#sketch.add('folder'), change.path);
          break;
        case 'move':
          this.#addExisting(change, change.from, change.to, change.of);
          break;
        case 'trash':
          this.#addExisting(
            change,
            change.path,
            trashPlace(change.path, trash, inTrash),
            change.of,
          );
          break;
        case 'file':
          this.#add(change, this.#sketch.add('file'), change.to);
          break;
        case 'replace': {
          const thing = this.#sketch.find(change.path);
          const draft = this.#sketch.find(change.by);
          if (thing?.kind !== 'file' || draft?.kind !== 'file') {
            const path = draft ? change.path : change.by;
            this.#blocks.push({ because: 'missing', path, to: change.to });
            break;
          }
          const kept = trashPlace(change.path, trash, inTrash);
          replacements.push({ thing, draft, kept, name: nameOf(change.to), folder: undefined });
          break;
        }
        case 'rewrite': {
          const thing = this.#sketch.find(change.path);
          if (thing?.kind === 'folder') {
            this.#blocks.push({ because: 'taken', path: change.path, to: change.path });
          } else if (thing) rewrites.push({ thing, text: change.text });
          else this.#add(change, this.#sketch.add('file'), change.path);
          break;
        }
      }
    }
    return { rewrites, replacements };
  }

  /** One after the other, so that no name is missing for longer than between two steps. */
  #replace({ thing, draft, kept, folder, name }: Replacement): void {
    const home = thing.parent;
    const taken = home && [...this.#sketch.occupants(home, name)].some((there) => there !== thing);
    if (!home || !folder || taken) {
      const path = this.#sketch.pathOf(thing);
      this.#blocks.push({ because: 'taken', path, to: joinPath(parentOf(path), name) });
      return;
    }
    this.#moveNow(thing, folder, nameOf(kept));
    this.#moveNow(draft, home, name);
  }

  #moveNow(thing: Thing, folder: Thing, name: string): void {
    const from = this.#sketch.pathOf(thing);
    this.#sketch.place(thing, folder, name);
    const to = this.#sketch.pathOf(thing);
    this.#steps.push({ do: 'move', of: thing.kind, from, to, origin: thing.origin ?? from });
  }

  #addExisting(change: Change, from: ArchivePath, to: ArchivePath, of: Thing['kind']): void {
    const thing = this.#sketch.find(from);
    if (thing?.kind !== of || this.#jobOf.has(thing)) {
      this.#blocks.push({ because: 'missing', path: from, to });
    } else {
      this.#add(change, thing, to);
    }
  }

  #add(change: Change, thing: Thing, target: ArchivePath): void {
    const job = { thing, change, target, folder: undefined, name: '', done: false, aside: false };
    this.#jobs.push(job);
    this.#jobOf.set(thing, job);
    if (this.#byTarget.has(target)) {
      this.#blocks.push({ because: 'taken', path: pathOf(change), to: target });
    }
    this.#byTarget.set(target, job);
  }

  /** Where the job goes, as a folder of the sketch; jobs that have nothing to do are done. */
  #aim(job: Job): void {
    job.folder = this.#folderAt(parentOf(job.target));
    job.name = nameOf(job.target);
    if (!job.folder) {
      this.#blocks.push({ because: 'taken', path: pathOf(job.change), to: job.target });
      return;
    }
    const there = this.#sketch.child(job.folder, job.name);
    job.done =
      there === job.thing ||
      (job.change.do === 'create-folder' && there?.kind === 'folder' && !this.#jobOf.has(there));
  }

  /** The folder that will stand at a path after all changes; made when nothing will. */
  #folderAt(path: ArchivePath): Thing | undefined {
    if (path === '') return this.#sketch.root;
    if (this.#finals.has(path)) return this.#finals.get(path);
    const found = this.#findFolderAt(path);
    this.#finals.set(path, found);
    return found;
  }

  #findFolderAt(path: ArchivePath): Thing | undefined {
    const coming = this.#byTarget.get(path);
    if (coming && coming.change.do !== 'create-folder') {
      return coming.thing.kind === 'folder' ? coming.thing : undefined;
    }
    const folder = this.#folderAt(parentOf(path));
    if (!folder) return undefined;
    const staying = this.#sketch.child(folder, nameOf(path));
    if (staying && !this.#jobOf.has(staying)) {
      return staying.kind === 'folder' ? staying : undefined;
    }
    if (!coming)
      this.#add({ do: 'create-folder', path, why: [] }, this.#sketch.add('folder'), path);
    return this.#byTarget.get(path)?.thing;
  }

  /** Blocks: names taken by what stays, two things for one name. */
  #judge(): void {
    const claims = new Map<Thing, Map<string, Job>>();
    for (const job of this.#jobs) {
      if (!job.folder || job.done) continue;
      const claimed = claims.get(job.folder) ?? new Map<string, Job>();
      claims.set(job.folder, claimed);
      const fold = foldName(job.name);
      const staying = [...this.#sketch.occupants(job.folder, job.name)].some(
        (thing) => thing !== job.thing && (this.#jobOf.get(thing)?.done ?? true),
      );
      if (staying || claimed.has(fold)) {
        this.#blocks.push({ because: 'taken', path: pathOf(job.change), to: job.target });
      }
      claimed.set(fold, job);
    }
  }

  /** Do every job that can be done, and those that this makes possible. */
  #drain(jobs: readonly Job[]): void {
    const queue = [...jobs];
    for (let at = 0; at < queue.length; at += 1) {
      const job = queue[at];
      if (!job || job.done) continue;
      if (this.#obstacle(job) === job.thing && !job.aside) queue.push(...this.#stepAside(job));
      const obstacle = this.#obstacle(job);
      if (obstacle === undefined) queue.push(...this.#finish(job));
      else this.#waitersOf(obstacle).push(job);
    }
  }

  /** What the job waits for: who has its name, the folder it goes into, or who holds that folder inside it. */
  #obstacle(job: Job): Thing | undefined {
    const { folder, thing, name } = job;
    if (!folder) return undefined;
    if (!folder.parent) return folder;
    for (const occupant of this.#sketch.occupants(folder, name)) return occupant;
    return thing.kind === 'folder' && thing.parent ? this.#inside(folder, thing) : undefined;
  }

  #holdsName(thing: Thing, job: Job): boolean {
    return job.folder !== undefined && this.#sketch.occupants(job.folder, job.name).has(thing);
  }

  /** The thing on the way from `folder` up to `thing` that has yet to leave; `undefined` when it is not inside. */
  #inside(folder: Thing, thing: Thing): Thing | undefined {
    let leaving: Thing | undefined;
    for (let at = folder; at !== this.#sketch.root; at = at.parent ?? this.#sketch.root) {
      if (at === thing) return leaving ?? thing;
      if (this.#jobOf.get(at)?.done === false) leaving = at;
    }
    return undefined;
  }

  /** Carry the job out. @returns the jobs that waited for its thing to move. */
  #finish(job: Job): Job[] {
    const { thing, change } = job;
    if (!job.folder) return [];
    const from = this.#sketch.pathOf(thing);
    this.#sketch.place(thing, job.folder, job.name);
    const to = this.#sketch.pathOf(thing);
    job.done = true;
    if (thing.origin !== undefined) {
      this.#steps.push({ do: 'move', of: thing.kind, from, to, origin: thing.origin });
    } else if (change.do === 'file') {
      this.#steps.push({ do: 'file', source: change.source, to, keep: change.keep });
    } else if (change.do === 'rewrite') {
      this.#steps.push({ do: 'rewrite', path: to, origin: undefined, text: change.text });
    } else {
      this.#steps.push({ do: 'make', path: to });
    }
    return this.#released(thing);
  }

  #stepAside(job: Job): Job[] {
    const { thing } = job;
    if (!thing.parent || thing.origin === undefined) return [];
    const from = this.#sketch.pathOf(thing);
    this.#temporaries += 1;
    this.#sketch.place(thing, thing.parent, this.#temporary(this.#temporaries));
    const to = this.#sketch.pathOf(thing);
    job.aside = true;
    this.#steps.push({ do: 'move', of: thing.kind, from, to, origin: thing.origin });
    return this.#released(thing);
  }

  /** What is left waits for itself in circles. Each circle has a thing that sits on another's name. */
  #breakCycles(): void {
    let rest = this.#jobs.filter((job) => !job.done);
    while (rest.length > 0) {
      let moved = false;
      for (const job of rest) {
        if (job.done) continue;
        const obstacle = this.#obstacle(job);
        if (obstacle === undefined) {
          this.#drain([job]);
          moved = true;
          continue;
        }
        const inTheWay = this.#jobOf.get(obstacle);
        if (!inTheWay || inTheWay.aside || !this.#holdsName(obstacle, job)) continue;
        this.#drain(this.#stepAside(inTheWay));
        moved = true;
      }
      rest = rest.filter((job) => !job.done);
      if (!moved) break;
    }
    if (rest.length > 0)
      throw new Error(`no order for ${rest.map((job) => job.target).join(', ')}`);
  }

  #waitersOf(thing: Thing): Job[] {
    const known = this.#waiting.get(thing);
    if (known) return known;
    const waiters: Job[] = [];
    this.#waiting.set(thing, waiters);
    return waiters;
  }

  #released(thing: Thing): Job[] {
    const waiters = this.#waiting.get(thing) ?? [];
    this.#waiting.delete(thing);
    return waiters;
  }
}

/** What is put aside in one folder of the trash, by the path folded: how it is written, and whether it goes there itself. */
type TrashRoom = Map<string, { readonly path: ArchivePath; readonly isWhole: boolean }>;

/** Two things that differ only in case may both go to the trash; so may what is in two folders that do. */
function trashPlace(path: ArchivePath, trash: ArchivePath, rooms: TrashRoom[]): ArchivePath {
  const known = rooms.findIndex((room) => hasRoom(room, path));
  const at = known === -1 ? rooms.push(new Map()) - 1 : known;
  for (let way = path; way !== ''; way = parentOf(way)) {
    const isWhole = way === path || rooms[at]?.get(foldName(way))?.isWhole === true;
    rooms[at]?.set(foldName(way), { path: way, isWhole });
  }
  return at === 0 ? `${trash}/${path}` : `${trash}/${at + 1}/${path}`;
}

function hasRoom(room: TrashRoom, path: ArchivePath): boolean {
  if (room.get(foldName(path))?.isWhole) return false;
  for (let way = path; way !== ''; way = parentOf(way)) {
    if ((room.get(foldName(way))?.path ?? way) !== way) return false;
  }
  return true;
}

function pathOf(change: Change): ArchivePath {
  switch (change.do) {
    case 'move':
      return change.from;
    case 'file':
      return change.source;
    case 'create-folder':
    case 'trash':
    case 'replace':
    case 'rewrite':
      return change.path;
  }
}
