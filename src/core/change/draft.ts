import {
  eachFolder,
  type Archive,
  type EvidenceFile,
  type Folder,
  type Oddity,
} from '../archive/types.js';
import { joinPath, type ArchivePath } from '../archive/paths.js';
import { compareNatural } from '../naming/natural-order.js';
import { parseName } from '../naming/parse.js';
import type { RuleId } from '../rules/ids.js';
import { compareText } from '../text.js';
import { placeOf } from './place-of.js';
import { Sketch, type Listed, type Thing } from './sketch.js';
import type { Change } from './types.js';

interface Touched {
  /** Where the thing was at first; `undefined` for a new one. */
  readonly folder: Thing | undefined;
  readonly name: string;
  readonly why: Set<RuleId>;
  trashed: boolean;
}

/**
 * An archive that mends are tried out on, one rule after another: as a value for the next rule to look at, and as
 * the changes that lead from the archive on disk to it. Folders in which nothing changes are never copied.
 */
export class Draft {
  readonly sketch: Sketch;
  readonly #archive: Archive;
  readonly #folders: ReadonlyMap<ArchivePath, Folder>;
  readonly #sources = new Map<ArchivePath, EvidenceFile | Oddity>();
  readonly #touched = new Map<Thing, Touched>();
  readonly #values = new Map<Thing, Folder>();
  readonly #files = new Map<Thing, EvidenceFile>();

  constructor(archive: Archive) {
    this.#archive = archive;
    this.#folders = new Map([...eachFolder(archive.root)].map((folder) => [folder.path, folder]));
    this.sketch = new Sketch((path) => this.#list(path));
  }

  /** The archive as it is drafted now. */
  archive(): Archive {
    const { path } = this.#archive.root;
    const root = this.sketch.find(path);
    if (!root) throw new Error('the evidence root does not move');
    const value = this.#folderValue(root, path);
    return value === this.#archive.root ? this.#archive : { ...this.#archive, root: value };
  }

  place(thing: Thing, folder: Thing, name: string, why: RuleId): void {
    this.#touch(thing, why);
    this.#forget(thing.parent);
    this.sketch.place(thing, folder, name);
    this.#forget(folder);
  }

  /** Out of its folder, so that things can change places. */
  lift(thing: Thing, why: RuleId): void {
    this.#touch(thing, why);
    this.#forget(thing.parent);
    this.sketch.remove(thing);
  }

  trash(thing: Thing, why: RuleId): void {
    this.lift(thing, why);
    const touched = this.#touched.get(thing);
    if (touched) touched.trashed = true;
  }

  /** From the archive on disk to the draft, sorted by path. */
  changes(): Change[] {
    const changes: Change[] = [];
    for (const [thing, touched] of this.#touched) {
      const change = this.#changeOf(thing, touched);
      if (change) changes.push(change);
    }
    return changes.sort((a, b) => compareText(placeOf(a), placeOf(b)));
  }

  #changeOf(thing: Thing, { folder, name, why, trashed }: Touched): Change | undefined {
    const { origin, kind } = thing;
    const rules = [...why];
    if (trashed || !this.#stands(thing)) {
      // What was in the trashed folder from the first goes along with it; what a rule put there does not.
      const goesAlong = !trashed && folder !== undefined && !this.#stands(folder);
      if (origin === undefined || goesAlong) return undefined;
      return { do: 'trash', of: kind, path: origin, why: rules };
    }
    const path = this.sketch.pathOf(thing);
    if (origin === undefined) return { do: 'create-folder', path, why: rules };
    if (folder === thing.parent && name === thing.name) return undefined;
    return { do: 'move', of: kind, from: origin, to: path, why: rules };
  }

  /** Not in something that went to the trash. */
  #stands(thing: Thing): boolean {
    for (let at: Thing | undefined = thing; at; at = at.parent) {
      if (at === this.sketch.root) return true;
    }
    return false;
  }

  #touch(thing: Thing, why: RuleId): void {
    const known = this.#touched.get(thing);
    if (known) known.why.add(why);
    else {
      const { parent: folder, name } = thing;
      this.#touched.set(thing, { folder, name, why: new Set([why]), trashed: false });
    }
  }

  /** The values of a folder and of those it is in no longer hold. */
  #forget(folder: Thing | undefined): void {
    for (let at = folder; at && at !== this.sketch.root; at = at.parent) this.#values.delete(at);
  }

  #folderValue(thing: Thing, path: ArchivePath): Folder {
    const known = this.#values.get(thing);
    if (known?.path === path) return known;
    const value = this.#makeValue(thing, path);
    this.#values.set(thing, value);
    return value;
  }

  #makeValue(thing: Thing, path: ArchivePath): Folder {
    const { origin, name } = thing;
    const source = origin === undefined ? undefined : this.#folders.get(origin);
    const things = this.sketch.seen(thing);
    if (source && !things) return moved(source, name, path);
    const folders: Folder[] = [];
    const files: EvidenceFile[] = [];
    const oddities: Oddity[] = [];
    for (const child of things ?? []) {
      if (child.kind === 'folder') {
        folders.push(this.#folderValue(child, joinPath(path, child.name)));
        continue;
      }
      const file = this.#sources.get(child.origin ?? '');
      if (!file) throw new Error('a draft makes no files');
      if ('kind' in file) oddities.push({ ...file, name: child.name });
      else files.push(this.#fileValue(child, file, joinPath(path, child.name)));
    }
    folders.sort((a, b) => compareNatural(a.name, b.name));
    const parts = { folders, files: byName(files), oddities: byName(oddities) };
    const elsewhere = origin !== undefined && origin !== path;
    return { name, path, ...parts, ...(elsewhere ? { origin: source?.origin ?? origin } : {}) };
  }

  #fileValue(thing: Thing, source: EvidenceFile, path: ArchivePath): EvidenceFile {
    const { name, origin } = thing;
    if (origin === undefined || origin === path) return source;
    const known = this.#files.get(thing);
    if (known?.path === path) return known;
    const parts = name === source.name ? source.parts : parseName(name);
    const { since } = source;
    const came = since === undefined ? {} : { since };
    const value = { name, path, parts, origin: source.origin ?? origin, ...came };
    this.#files.set(thing, value);
    return value;
  }

  #list(path: ArchivePath): Listed[] | undefined {
    const folder = this.#folders.get(path);
    if (!folder) return this.#listAbove(path);
    const listed: Listed[] = folder.folders.map(({ name }) => ({ name, kind: 'folder' }));
    for (const file of [...folder.files, ...folder.oddities]) {
      this.#sources.set(joinPath(path, file.name), file);
      listed.push({ name: file.name, kind: 'file' });
    }
    return listed;
  }

  /** Above the evidence root there is nothing but the way to it. */
  #listAbove(path: ArchivePath): Listed[] | undefined {
    const root = this.#archive.root.path;
    const start = path === '' ? '' : `${path}/`;
    if (!root.startsWith(start)) return undefined;
    const [name] = root.slice(start.length).split('/');
    return name === undefined ? undefined : [{ name, kind: 'folder' }];
  }
}

/** A folder of the archive under another path. */
function moved(source: Folder, name: string, path: ArchivePath): Folder {
  if (source.path === path) return source;
  return {
    ...source,
    name,
    path,
    origin: source.origin ?? source.path,
    folders: source.folders.map((folder) =>
      moved(folder, folder.name, joinPath(path, folder.name)),
    ),
    files: source.files.map((file) => ({
      ...file,
      path: joinPath(path, file.name),
      origin: file.origin ?? file.path,
    })),
  };
}

function byName<Named extends { readonly name: string }>(things: Named[]): Named[] {
  return things.sort((a, b) => compareText(a.name, b.name));
}
