/** An archive in a commit, or in git's index. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { isWithin, type ArchivePath } from '../../core/archive/paths.js';
import type { Settings } from '../../core/archive/settings.js';
import type { Archive, Folder } from '../../core/archive/types.js';
import type { FileFacts } from '../../core/documents/types.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { lfsFiles, type AttributesFile } from '../../core/git/lfs-files.js';
import { lfsPointerOf, LONGEST_POINTER } from '../../core/git/lfs-pointer.js';
import { GitFolders, type GitListing } from '../../core/git/listing.js';
import { ignoresOf } from '../../core/globs/ignore.js';
import type { FooterFound } from '../../core/stamp/types.js';
import type { KnownKeys, YamlSource } from '../../core/yaml-file/node.js';
import { DanganError } from '../../errors.js';
import { walk } from '../archive/walk.js';
import type { FactsOptions } from '../facts/read-facts.js';
import type { IdentifyOptions, Store, Waiting } from '../store/types.js';
import { slashed } from '../within.js';
import { SIZE_LIMIT, yamlFrom } from '../yaml/yaml.js';
import { limitedSink, sizesOf, type Blobs, type Sink } from './blobs.js';
import type { BlobFiles } from './blob-files.js';
import { lfsObject } from './lfs-object.js';
import type { Repository } from './open-repository.js';

export interface GitPlace {
  readonly repository: Repository;
  readonly listing: GitListing;
  readonly blobs: Blobs;
  /** The archive's folder, from the top of the repository; `''` when it is that. */
  readonly folder: string;
  /** What git calls the commit, before a colon; `''` for the index. */
  readonly ref: string;
  /** The archive's folder on this disk, where what was found out may be kept. */
  readonly cacheAt: string | undefined;
}

const ATTRIBUTES = '.gitattributes';
/** More links than that lead nowhere. */
const MOST_LINKS = 40;

export class GitStore implements Store {
  readonly #place: GitPlace;
  /** Ids of the files of the evidence tree. */
  readonly #oids = new Map<ArchivePath, string>();
  #asFiles: Promise<BlobFiles> | undefined;

  constructor(place: GitPlace) {
    this.#place = place;
  }

  shown(path: string): string {
    return `${this.#place.ref}:${posix.join(this.#place.folder, slashed(path))}`;
  }

  /** From the top of the repository, with `/` before it. */
  resolve(path: string): string {
    const own = slashed(path);
    return own.startsWith('/') ? own : `/${posix.join(this.#place.folder, own)}`;
  }

  async readYaml(path: string, known?: KnownKeys): Promise<YamlSource> {
    const place = await this.#followed(path);
    const entry = place === undefined ? undefined : this.#place.listing.at(place);
    if (entry === undefined) throw new DanganError('FILE_NOT_FOUND', { path: this.shown(path) });
    if (entry.kind !== 'file') throw new DanganError('NOT_A_FILE', { path: this.shown(path) });
    return yamlFrom(await this.#place.blobs.read(entry.oid, limitedSink(SIZE_LIMIT)), known);
  }

  has(path: string): boolean {
    const { listing, folder } = this.#place;
    const place = posix.join(folder, path);
    return listing.at(place) !== undefined || listing.isFolder(place);
  }

  readYamls(paths: readonly ArchivePath[], known: KnownKeys): Promise<(YamlSource | undefined)[]> {
    const { blobs } = this.#place;
    return Promise.all(
      paths.map(async (path) => {
        const oid = this.#oids.get(path);
        if (oid === undefined) return undefined;
        return yamlFrom(await blobs.read(oid, limitedSink(SIZE_LIMIT)), known);
      }),
    );
  }

  async readTree({ evidence, ignore }: Settings): Promise<Folder> {
    const folders = new GitFolders(this.#place.listing, await this.#folderOf(evidence), evidence);
    for (const [path, { entries }] of folders) {
      for (const entry of entries) {
        if (entry.isFile()) this.#oids.set(`${path}/${entry.name}`, entry.oid);
      }
    }
    return walk((path) => folders.list(path), ignoresOf(ignore), evidence, evidence);
  }

  /**
   * Where the evidence lies, from the top of the repository.
   *
   * @throws {DanganError} NOT_A_FOLDER, GIT_ELSEWHERE
   */
  async #folderOf(evidence: string): Promise<string> {
    const { listing } = this.#place;
    const own = this.resolve(evidence).slice(1);
    const place = await this.#followed(evidence);
    const head = place === undefined ? undefined : listing.at(place);
    const path = this.shown(evidence);
    if (head?.kind === 'file') throw new DanganError('NOT_A_FOLDER', { path });
    const isNowhere = place !== own && place !== undefined && !listing.isFolder(place);
    if (place === undefined || head || isNowhere) throw new DanganError('GIT_ELSEWHERE', { path });
    return place;
  }

  async sizes(): Promise<(path: ArchivePath) => number | undefined> {
    const { cwd, pointerAt } = await this.#files();
    const sizes = await sizesOf(new Set(this.#oids.values()), cwd);
    const found = new Map<ArchivePath, number>();
    for (const [path, oid] of this.#oids) {
      const size = sizes.get(oid);
      const pointer = await pointerAt(path, size);
      if (size !== undefined) found.set(path, pointer?.sizeBytes ?? size);
    }
    return (path) => found.get(path);
  }

  async readDigests(paths: readonly ArchivePath[]): Promise<ReadonlyMap<ArchivePath, string>> {
    const { blobs, cwd, oids, pointerAt } = await this.#files();
    const sizes = await sizesOf(new Set(paths.flatMap((path) => oids.get(path) ?? [])), cwd);
    const digests = new Map<ArchivePath, string>();
    for (const path of paths) {
      const oid = oids.get(path);
      if (oid === undefined) continue;
      const pointer = await pointerAt(path, sizes.get(oid));
      digests.set(path, pointer?.sha256 ?? (await blobs.read(oid, digestSink())));
    }
    return digests;
  }

  async identify(
    paths: readonly ArchivePath[],
    options: IdentifyOptions,
  ): Promise<ReadonlyMap<ArchivePath, FileFacts>> {
    const { identifyBlobs } = await import('./identify-blobs.js');
    return identifyBlobs(paths, await this.#files(), options);
  }

  async readFacts(
    paths: readonly ArchivePath[],
    options: Omit<FactsOptions, 'cache'>,
  ): Promise<ReadonlyMap<ArchivePath, ContentFacts>> {
    const { readBlobFacts } = await import('./read-blob-facts.js');
    return readBlobFacts(paths, await this.#files(), options);
  }

  async readFooters(
    archive: Archive,
    options: Waiting & Pick<FactsOptions, 'threads'>,
  ): Promise<ReadonlyMap<ArchivePath, FooterFound>> {
    const { readBlobFooters } = await import('./read-blob-footers.js');
    return readBlobFooters(archive, await this.#files(), options);
  }

  #files(): Promise<BlobFiles> {
    return (this.#asFiles ??= this.#lookForLfs());
  }

  async #lookForLfs(): Promise<BlobFiles> {
    const { blobs, repository, folder, cacheAt } = this.#place;
    const isKept = lfsFiles(await this.#attributes());
    const isLfs = (path: ArchivePath) => isKept(posix.join(folder, path));
    return {
      blobs,
      cwd: repository.cwd,
      oids: this.#oids,
      isLfs,
      pointerAt: async (path, sizeBytes = 0) => {
        const oid = this.#oids.get(path);
        if (oid === undefined || sizeBytes > LONGEST_POINTER || !isLfs(path)) return undefined;
        return lfsPointerOf((await blobs.bytes(oid)).toString());
      },
      objectOf: (pointer) => lfsObject(repository.common, pointer),
      cacheAt,
    };
  }

  /** Those that are about files of the archive. */
  async #attributes(): Promise<AttributesFile[]> {
    const { blobs, listing, folder } = this.#place;
    const files: AttributesFile[] = [];
    for (const each of listing.foldersWith(ATTRIBUTES)) {
      if (!isWithin(each, folder) && !isWithin(folder, each)) continue;
      const head = listing.at(posix.join(each, ATTRIBUTES));
      if (head?.kind !== 'file') continue;
      const bytes = await blobs.read(head.oid, limitedSink(SIZE_LIMIT));
      if (typeof bytes !== 'number') files.push({ folder: each, text: bytes.toString() });
    }
    return files;
  }

  /** Where a path leads, from the top of the repository; `undefined` when that is out of it. */
  async #followed(path: string): Promise<string | undefined> {
    let place = this.resolve(path).slice(1);
    for (let links = 0; links < MOST_LINKS && !/^\.\.(?:\/|$)/.test(place); links += 1) {
      const link = this.#linkOn(place);
      if (link === undefined) return place;
      const target = (await this.#place.blobs.bytes(link.oid)).toString();
      if (target.startsWith('/')) return undefined;
      place = posix.join(posix.dirname(link.path), target, place.slice(link.path.length));
    }
    return undefined;
  }

  /** The first link on the way to a place. */
  #linkOn(place: string): { readonly path: string; readonly oid: string } | undefined {
    for (let end = place.indexOf('/'); ; end = place.indexOf('/', end + 1)) {
      const path = end < 0 ? place : place.slice(0, end);
      const head = this.#place.listing.at(path);
      if (head?.kind === 'link') return { path, oid: head.oid };
      if (end < 0) return undefined;
    }
  }
}

function digestSink(): Sink<string> {
  const hash = createHash('sha256');
  return {
    begin: () => undefined,
    piece: (bytes) => void hash.update(bytes),
    end: () => hash.digest('hex'),
  };
}
