import type { ArchivePath } from '../archive/paths.js';
import { FLAG, nameFlags } from '../naming/portable.js';
import type { RuleId } from '../rules/ids.js';
import { foldName } from '../text.js';
import type { Draft } from './draft.js';
import type { Thing } from './sketch.js';
import type { Mend, RefusedMend } from './types.js';

export interface MendOptions {
  readonly rule: RuleId;
  readonly unsafe: boolean;
  /** An ASCII colon after the ordinal is wanted on this disk. */
  readonly asciiColon: boolean;
}

export interface Tried {
  readonly accepted: number;
  readonly refused: readonly RefusedMend[];
}

/** A mend that gives a thing a place. */
interface Job {
  readonly mend: Mend;
  readonly thing: Thing;
  readonly folder: Thing;
  readonly name: string;
  refused: boolean;
}

/**
 * Apply one rule's mends to the draft, all at once: each was worked out on the tree as it stands now. What would
 * give two things one name (compared folded), or a name that would not do on some system, is refused and stays.
 */
export function tryMends(draft: Draft, mends: Iterable<Mend>, options: MendOptions): Tried {
  return new Attempt(draft, options).run(mends);
}

class Attempt {
  readonly #draft: Draft;
  readonly #options: MendOptions;
  readonly #refused: RefusedMend[] = [];
  readonly #jobs: Job[] = [];
  readonly #jobOf = new Map<Thing, Job>();
  readonly #trashed = new Set<Thing>();
  /** Folders that are made on the way, by the path that is asked for. */
  readonly #coming = new Map<ArchivePath, Thing>();
  readonly #claims = new Map<Thing, Map<string, Job[]>>();

  constructor(draft: Draft, options: MendOptions) {
    this.#draft = draft;
    this.#options = options;
  }

  run(mends: Iterable<Mend>): Tried {
    for (const mend of mends) this.#take(mend);
    this.#settle();
    const accepted = this.#jobs.filter((job) => !job.refused);
    const { rule } = this.#options;
    for (const thing of this.#trashed) this.#draft.trash(thing, rule);
    for (const { thing } of accepted) if (thing.parent) this.#draft.lift(thing, rule);
    for (const { thing, folder, name } of accepted) this.#draft.place(thing, folder, name, rule);
    return { accepted: accepted.length + this.#trashed.size, refused: this.#refused };
  }

  #take(mend: Mend): void {
    const { sketch } = this.#draft;
    if (!mend.safe && !this.#options.unsafe) {
      this.#refuse(mend, 'needs-unsafe', undefined);
      return;
    }
    if (mend.do === 'create-folder') {
      this.#folderAt(mend.path, mend);
      return;
    }
    const thing = sketch.find(mend.do === 'move' ? mend.from : mend.path);
    if (!thing?.parent || this.#jobOf.has(thing) || this.#trashed.has(thing)) return;
    if (mend.do === 'trash') this.#trashed.add(thing);
    else this.#takeMove(mend, thing);
  }

  #takeMove(mend: Mend & { do: 'move' }, thing: Thing): void {
    const [above, name] = split(mend.to);
    const folder = this.#folderAt(above, mend);
    if (!folder || !this.#isPortable(name, thing.name)) {
      this.#refuse(mend, folder ? 'not-portable' : 'taken', folder ? undefined : above);
      return;
    }
    if (folder === thing.parent && name === thing.name) return;
    this.#add({ mend, thing, folder, name, refused: false });
    if (thing.kind === 'folder') this.#coming.set(mend.to, thing);
  }

  /** The folder at a path of the tree as the rule saw it, or one that this rule puts there, or a new one. */
  #folderAt(path: ArchivePath, mend: Mend): Thing | undefined {
    const there = this.#draft.sketch.find(path);
    if (there?.kind === 'folder') return there;
    const coming = this.#coming.get(path);
    if (coming) return coming;
    const [above, name] = split(path);
    const folder = path === '' ? undefined : this.#folderAt(above, mend);
    if (!folder || (there && !this.#jobOf.has(there))) return undefined;
    const thing = this.#draft.sketch.add('folder');
    this.#coming.set(path, thing);
    this.#add({ mend, thing, folder, name, refused: false });
    return thing;
  }

  #add(job: Job): void {
    this.#jobs.push(job);
    this.#jobOf.set(job.thing, job);
    const claims = this.#claims.get(job.folder) ?? new Map<string, Job[]>();
    this.#claims.set(job.folder, claims);
    const fold = foldName(job.name);
    const claimed = claims.get(fold);
    if (claimed) claimed.push(job);
    else claims.set(fold, [job]);
  }

  /** Refuse what cannot be, and then what cannot be because that stays where it is. */
  #settle(): void {
    let doubtful = [...this.#jobs];
    while (doubtful.length > 0) {
      // The list grows while it is gone through.
      for (const job of doubtful) doubtful.push(...this.#refusedWith(job));
      // A folder that stays after all may end above or below another, however far apart they stood.
      doubtful = this.#jobs.filter((job) => !job.refused && this.#inTheWay(job) !== undefined);
    }
  }

  /** Refuse the job if something is in its way. @returns the jobs that counted on it. */
  #refusedWith(job: Job): readonly Job[] {
    const by = job.refused ? undefined : this.#inTheWay(job);
    if (!by) return [];
    job.refused = true;
    const same = by.name === job.name && by.parent === job.folder;
    this.#refuse(job.mend, same ? 'taken' : 'collision', this.#draft.sketch.pathOf(by));
    return this.#dependants(job);
  }

  /** What keeps the job from its name: what stays there, an earlier claim, or itself above its own new folder. */
  #inTheWay(job: Job): Thing | undefined {
    for (const occupant of this.#draft.sketch.occupants(job.folder, job.name)) {
      if (occupant !== job.thing && !this.#leaves(occupant)) return occupant;
    }
    const claims = this.#claims.get(job.folder)?.get(foldName(job.name)) ?? [];
    const first = claims.find((claim) => !claim.refused);
    if (first && first !== job) return first.thing;
    return this.#endsInside(job.folder, job.thing);
  }

  #leaves(thing: Thing): boolean {
    return this.#trashed.has(thing) || this.#jobOf.get(thing)?.refused === false;
  }

  #endsInside(folder: Thing, thing: Thing): Thing | undefined {
    const seen = new Set<Thing>();
    for (let at: Thing | undefined = folder; at && !seen.has(at);) {
      if (at === thing || this.#trashed.has(at)) return at;
      seen.add(at);
      const job: Job | undefined = this.#jobOf.get(at);
      // A folder that was to be made and is refused can hold nothing.
      if (job?.refused && !at.parent) return at;
      at = job && !job.refused ? job.folder : at.parent;
    }
    return undefined;
  }

  /** Jobs that counted on this one: for its name, or for the folder it makes. */
  #dependants({ thing }: Job): Job[] {
    const forName = thing.parent && this.#claims.get(thing.parent)?.get(foldName(thing.name));
    const inside = [...(this.#claims.get(thing)?.values() ?? [])].flat();
    return [...(forName ?? []), ...inside];
  }

  /** No worse than the name it has: a mend of one fault may leave another to the next rule. */
  #isPortable(name: string, before: string): boolean {
    return (this.#flags(name) & ~this.#flags(before)) === 0;
  }

  #flags(name: string): number {
    return nameFlags(this.#options.asciiColon ? name.replace(':', '：') : name) & ~FLAG.form;
  }

  #refuse(mend: Mend, because: RefusedMend['because'], by: ArchivePath | undefined): void {
    const path = mend.do === 'move' ? mend.from : mend.path;
    const origin = this.#draft.sketch.find(path)?.origin ?? path;
    const to = mend.do === 'move' ? mend.to : path;
    this.#refused.push({ rule: this.#options.rule, path: origin, to, because, by });
  }
}

function split(path: ArchivePath): [ArchivePath, string] {
  const at = path.lastIndexOf('/');
  return at < 0 ? ['', path] : [path.slice(0, at), path.slice(at + 1)];
}
