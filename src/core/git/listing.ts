/** The files of a commit, or of git's index: what `git ls-tree -r -z` and `git ls-files -s -z` tell of them. */
import { isUtf8 } from 'node:buffer';
import { compareText } from '../text.js';

/** `repository`: a submodule, of which only a commit is known. */
type GitKind = 'file' | 'folder' | 'link' | 'repository';

/** An entry of a folder, with the questions that entries on a disk answer. */
class GitEntry {
  readonly name: string;
  readonly kind: GitKind;
  /** Of its contents; `''` for a folder. */
  readonly oid: string;

  constructor(name: string, kind: GitKind, oid: string) {
    this.name = name;
    this.kind = kind;
    this.oid = oid;
  }

  isFile(): boolean {
    return this.kind === 'file';
  }

  isDirectory(): boolean {
    return this.kind === 'folder';
  }

  isSymbolicLink(): boolean {
    return this.kind === 'link';
  }
}

/** What a record says before its path. */
interface GitHead {
  readonly kind: GitKind;
  readonly oid: string;
  /** 1 to 3 for the sides of a conflict in the index. */
  readonly stage: number;
}

/** A folder of a listing. */
interface GitFolder {
  /** Sorted by name. */
  readonly entries: readonly GitEntry[];
  /** The names in it that are not UTF-8, as they are shown. */
  readonly garbled?: ReadonlySet<string> | undefined;
}

interface Record {
  readonly head: GitHead;
  /** With what is no UTF-8 in it shown as `�`. */
  readonly path: string;
  /** Where it is not UTF-8, its bytes. */
  readonly bytes?: Buffer;
}

const TAB = 0x09;
const SLASH = 0x2f;

/**
 * A record is `MODE TYPE OID<TAB>PATH<NUL>` in a commit, `MODE OID STAGE<TAB>PATH<NUL>` in the index, in the order of the
 * bytes of the paths. They are kept as git gave them: what lies outside the archive is looked up, not taken apart.
 */
export class GitListing {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** @param path - From the top of the repository; folders are not told. */
  at(path: string): GitHead | undefined {
    const start = this.#find(`${path}\0`);
    return start < 0 ? undefined : headAt(this.#bytes, start);
  }

  isFolder(path: string): boolean {
    return path === '' ? this.#bytes.length > 0 : this.#find(`${path}/`) >= 0;
  }

  /** The folders that hold a file of this name, sorted. */
  foldersWith(name: string): string[] {
    const found: string[] = [];
    const own = `/${name}\0`;
    if (this.at(name)) found.push('');
    for (let at = this.#bytes.indexOf(own); at >= 0; at = this.#bytes.indexOf(own, at + 1)) {
      const start = this.#bytes.lastIndexOf(0, at) + 1;
      const path = this.#bytes.subarray(this.#bytes.indexOf(TAB, start) + 1, at);
      if (isUtf8(path)) found.push(path.toString());
    }
    return found.sort(compareText);
  }

  /** What lies below a folder, by paths from there. */
  *below(folder: string): Generator<Record> {
    const prefix = folder === '' ? '' : `${folder}/`;
    const region = this.#region(prefix);
    const skip = Buffer.byteLength(prefix);
    if (isUtf8(region)) {
      for (const record of region.toString().split('\0')) {
        const tab = record.indexOf('\t');
        if (tab > 0)
          yield { head: headOf(record.slice(0, tab)), path: record.slice(tab + 1 + prefix.length) };
      }
      return;
    }
    for (let start = 0; start < region.length;) {
      const end = region.indexOf(0, start);
      const tab = region.indexOf(TAB, start);
      const bytes = region.subarray(tab + 1 + skip, end);
      const head = headOf(region.toString('latin1', start, tab));
      yield { head, path: bytes.toString(), ...(!isUtf8(bytes) && { bytes }) };
      start = end + 1;
    }
  }

  /** The first record whose path begins so; -1 when there is none. @returns where its line begins. */
  #find(begin: string): number {
    const bytes = this.#bytes;
    const wanted = Buffer.from(`\t${begin}`);
    for (let tab = bytes.indexOf(wanted); tab >= 0; tab = bytes.indexOf(wanted, tab + 1)) {
      const start = bytes.lastIndexOf(0, tab) + 1;
      // Paths may have tabs in them; what stands before a path has none.
      if (bytes.indexOf(TAB, start) === tab) return start;
    }
    return -1;
  }

  #region(prefix: string): Buffer {
    const bytes = this.#bytes;
    if (prefix === '') return bytes;
    const begin = this.#find(prefix);
    if (begin < 0) return bytes.subarray(0, 0);
    const wanted = Buffer.from(prefix);
    let end = begin;
    while (end < bytes.length) {
      const tab = bytes.indexOf(TAB, end);
      if (bytes.compare(wanted, 0, wanted.length, tab + 1, tab + 1 + wanted.length) !== 0) break;
      end = bytes.indexOf(0, tab) + 1;
    }
    return bytes.subarray(begin, end);
  }
}

function headAt(bytes: Buffer, start: number): GitHead {
  return headOf(bytes.toString('latin1', start, bytes.indexOf(TAB, start)));
}

function headOf(head: string): GitHead {
  const [mode = '', second = '', third = ''] = head.split(' ');
  const isTree = third.length > 1;
  return {
    kind: KINDS[mode] ?? 'file',
    oid: isTree ? third : second,
    stage: isTree ? 0 : Number(third),
  };
}

const KINDS: Readonly<globalThis.Record<string, GitKind>> = {
  '120000': 'link',
  '160000': 'repository',
};

/** The folders of a part of a listing, by path from `top`. */
export class GitFolders {
  readonly #folders = new Map<string, { entries: GitEntry[]; garbled?: Set<string> }>();
  readonly #garbled = new Set<string>();

  /** @param name - What `top` is called in the result: paths begin with it. */
  constructor(listing: GitListing, top: string, name: string) {
    this.#folders.set(name, { entries: [] });
    let last = '';
    for (const { head, path, bytes } of listing.below(top)) {
      if (bytes) {
        this.#addGarbled(name, bytes, head);
        continue;
      }
      const slash = path.lastIndexOf('/');
      const folder = slash < 0 ? name : `${name}/${path.slice(0, slash)}`;
      if (folder !== last) this.#make(folder, name.length);
      last = folder;
      this.#add(folder, new GitEntry(path.slice(slash + 1), head.kind, head.oid));
    }
    for (const { entries } of this.#folders.values()) {
      entries.sort((a, b) => compareText(a.name, b.name));
    }
  }

  /** @returns an empty one for what is no folder. */
  list(path: string): GitFolder {
    return this.#folders.get(path) ?? { entries: [] };
  }

  *[Symbol.iterator](): Generator<readonly [string, GitFolder]> {
    yield* this.#folders;
  }

  #add(folder: string, entry: GitEntry): void {
    this.#folders.get(folder)?.entries.push(entry);
  }

  /** With the folders above it. */
  #make(path: string, top: number): void {
    if (this.#folders.has(path)) return;
    const slash = path.lastIndexOf('/');
    if (slash > top) this.#make(path.slice(0, slash), top);
    this.#add(
      path.slice(0, Math.max(slash, top)),
      new GitEntry(path.slice(slash + 1), 'folder', ''),
    );
    this.#folders.set(path, { entries: [] });
  }

  /** The first part of the path that is no UTF-8 is told in the folder that it lies in; nothing below it has a path. */
  #addGarbled(name: string, bytes: Buffer, { kind, oid }: GitHead): void {
    for (let start = 0; start <= bytes.length;) {
      const slash = bytes.indexOf(SLASH, start);
      const end = slash < 0 ? bytes.length : slash;
      const part = bytes.subarray(start, end);
      if (isUtf8(part)) {
        start = end + 1;
        continue;
      }
      const key = bytes.toString('latin1', 0, end);
      if (this.#garbled.has(key)) return;
      this.#garbled.add(key);
      const folder = start === 0 ? name : `${name}/${bytes.toString('utf8', 0, start - 1)}`;
      this.#make(folder, name.length);
      const shown = part.toString();
      this.#add(folder, new GitEntry(shown, slash < 0 ? kind : 'folder', slash < 0 ? oid : ''));
      const place = this.#folders.get(folder);
      if (place) (place.garbled ??= new Set()).add(shown);
      return;
    }
  }
}
