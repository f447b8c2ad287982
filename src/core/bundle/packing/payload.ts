/** What of an archive goes into a bundle, and under which names. */
import type { EvidenceName } from '../../naming/types.js';
import { isJunk, isToolFolder } from '../../naming/junk.js';
import { toPortable } from '../../naming/portable.js';
import type { Folder } from '../../archive/types.js';
import { type ArchivePath, joinPath } from '../../archive/paths.js';
import { eachFolder } from '../../archive/types.js';
import { listIn } from '../../group.js';
import { LEDGER } from '../../ledger/file.js';
import { compareText, foldName } from '../../text.js';

const PAYLOAD = 'data';

/** A file that is packed. */
export interface PayloadFile {
  /** In the bundle, `data/1 组织领导/1.1 领导机构/01：通知.docx`. */
  readonly path: string;
  /** In the archive, `档案/1 组织领导/1.1 领导机构/01:通知.docx`. */
  readonly origin: ArchivePath;
  /** `id` of the indicator in whose folder it is. */
  readonly indicator: string | undefined;
  /** `undefined` for a ledger, which is no evidence. */
  readonly parts: EvidenceName | undefined;
  /** Which file of the tree it is, in the order of `eachFolder`; `undefined` for a ledger, which is not in it. */
  readonly nth: number | undefined;
  /** Does `path` differ from `origin` in more than its first part? */
  readonly renamed: boolean;
}

export interface Payload {
  /** Sorted by path. */
  readonly files: readonly PayloadFile[];
  /** Folders of the bundle that nothing is in, sorted. */
  readonly emptyFolders: readonly string[];
  /** Folders of the bundle by indicator, in the order of the tree. */
  readonly folders: ReadonlyMap<string, readonly string[]>;
  /** What is left out: temporary files and folders, and what is neither file nor folder. */
  readonly leftOut: readonly ArchivePath[];
  /** What is left out because the settings say so. */
  readonly ignored: readonly ArchivePath[];
}

/** How much is packed: files, the ledgers among them, and bytes. */
export interface Amount {
  readonly files: number;
  readonly ledgers: number;
  readonly bytes: number;
}

interface PayloadOptions {
  /** `id` of the indicator that a folder stands for; `undefined` for that of the folder above it. */
  indicatorOf(folder: Folder): string | undefined;
  /** Is there a ledger in this folder? */
  hasLedger(folder: Folder): boolean;
}

/** Two names of one folder that would be one name in the bundle, or on a system that ignores case. */
export class NamesMeet extends Error {
  readonly a: ArchivePath;
  readonly b: ArchivePath;

  constructor(a: ArchivePath, b: ArchivePath) {
    super(`${a} and ${b}`);
    this.a = a;
    this.b = b;
  }
}

/** @param bytes - Of the files. */
export function amountOf({ files }: Payload, bytes: number): Amount {
  const ledgers = files.filter(({ parts }) => parts === undefined).length;
  return { files: files.length, ledgers, bytes };
}

/**
 * Names are made fit for every system: `:` becomes `：`, `%` becomes `％`, and so on.
 *
 * @param root - The evidence root.
 * @throws {NamesMeet}
 */
export function payloadOf(root: Folder, options: PayloadOptions): Payload {
  const collector = new Collector(options);
  collector.folder(root, PAYLOAD, undefined, false);
  const { files, emptyFolders, folders, leftOut, ignored } = collector;
  files.sort((a, b) => compareText(a.path, b.path));
  emptyFolders.sort(compareText);
  return { files, emptyFolders, folders, leftOut, ignored };
}

class Collector {
  readonly files: PayloadFile[] = [];
  readonly emptyFolders: string[] = [];
  readonly folders = new Map<string, string[]>();
  readonly leftOut: ArchivePath[] = [];
  readonly ignored: ArchivePath[] = [];
  readonly #options: PayloadOptions;
  /** Files of the tree that were passed. */
  #passed = 0;

  constructor(options: PayloadOptions) {
    this.#options = options;
  }

  folder(folder: Folder, path: string, above: string | undefined, renamed: boolean): void {
    const own = this.#options.indicatorOf(folder);
    const indicator = own ?? above;
    if (own !== undefined) listIn(this.folders, own).push(path);
    const names = new Names(folder.path);
    for (const { name, kind } of folder.oddities) {
      (kind === 'ignored' ? this.ignored : this.leftOut).push(joinPath(folder.path, name));
    }
    for (const { name: before, path: origin, parts } of folder.files) {
      const nth = this.#passed;
      this.#passed += 1;
      if (isJunk(before)) {
        this.leftOut.push(origin);
        continue;
      }
      const name = names.take(before);
      const isOther = renamed || name !== before;
      this.files.push({ path: `${path}/${name}`, origin, indicator, parts, nth, renamed: isOther });
    }
    if (this.#options.hasLedger(folder)) {
      const name = names.take(LEDGER);
      const origin = joinPath(folder.path, LEDGER);
      const ledger = { path: `${path}/${name}`, origin, indicator, renamed };
      this.files.push({ ...ledger, parts: undefined, nth: undefined });
    }
    for (const child of folder.folders) {
      if (isJunk(child.name) || isToolFolder(child.name)) {
        this.leftOut.push(child.path);
        for (const { files } of eachFolder(child)) this.#passed += files.length;
        continue;
      }
      const name = names.take(child.name);
      this.folder(child, `${path}/${name}`, indicator, renamed || name !== child.name);
    }
    if (names.count === 0) this.emptyFolders.push(path);
  }
}

/** The names given out in one folder. */
class Names {
  readonly #folder: ArchivePath;
  readonly #taken = new Map<string, string>();

  constructor(folder: ArchivePath) {
    this.#folder = folder;
  }

  get count(): number {
    return this.#taken.size;
  }

  take(name: string): string {
    const portable = toPortable(name, { percent: true });
    const key = foldName(portable);
    const other = this.#taken.get(key);
    if (other !== undefined) {
      throw new NamesMeet(joinPath(this.#folder, other), joinPath(this.#folder, name));
    }
    this.#taken.set(key, name);
    return portable;
  }
}
