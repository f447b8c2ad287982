/** Where an archive is kept: in a folder of a disk, in a commit, or in git's index. */
import type { Settings } from '../../core/archive/settings.js';
import type { Archive, Folder } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { FileFacts } from '../../core/documents/types.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import type { FooterFound } from '../../core/stamp/types.js';
import type { KnownKeys, YamlSource } from '../../core/yaml-file/node.js';
import type { FactsOptions } from '../facts/read-facts.js';

/** Who waits, and may stop waiting. */
export interface Waiting {
  readonly signal?: AbortSignal | undefined;
  /** When each file that nobody has looked at before has been looked at. */
  readonly onFile?: ((done: number, all: number) => void) | undefined;
}

export interface IdentifyOptions extends Waiting {
  /** Is also to be told whether several are the same? */
  readonly digests: boolean;
  /** What has to be known of all but these is only whether they are the same as others. */
  readonly among?: ((path: ArchivePath) => boolean) | undefined;
}

/** Files that lead to each other: a scoring system with what it extends. */
export interface YamlFiles {
  /** One text for each file, however the path to it is written. */
  readonly resolve: (path: string) => string;
  /**
   * @param path - From the archive's folder, or from `resolve`. Links are followed.
   * @throws {DanganError} when it cannot be read. What is in it never throws.
   */
  readonly readYaml: (path: string, known?: KnownKeys) => Promise<YamlSource>;
}

/** All that is read of an archive. Paths are from its folder, `/` between the parts. */
export interface Store extends YamlFiles {
  /** As the user would write it. */
  readonly shown: (path: string) => string;
  /** Has anything that name? */
  readonly has: (path: string) => boolean;
  /** Of each of these files of the evidence tree what is in it; `undefined` where there is none: a link is none. */
  readonly readYamls: (
    paths: readonly ArchivePath[],
    known: KnownKeys,
  ) => Promise<readonly (YamlSource | undefined)[]>;
  /**
   * The evidence tree without what the settings leave out; an empty one when its folder is not there, as git does not keep empty folders.
   *
   * @throws {DanganError} ARCHIVE_UNREADABLE, ARCHIVE_TOO_DEEP, ARCHIVE_INSIDE, NOT_A_FOLDER
   */
  readonly readTree: (settings: Settings) => Promise<Folder>;
  /** Tells how long files are; `undefined` of what is not there. */
  readonly sizes: () => Promise<(path: ArchivePath) => number | undefined>;
  /** SHA-256 of files; what cannot be read has none. */
  readonly readDigests: (
    paths: readonly ArchivePath[],
  ) => Promise<ReadonlyMap<ArchivePath, string>>;
  /** What files really are; what is no file is left out. */
  readonly identify: (
    paths: readonly ArchivePath[],
    options: IdentifyOptions,
  ) => Promise<ReadonlyMap<ArchivePath, FileFacts>>;
  /** What files say of themselves; each is in the result. */
  readonly readFacts: (
    paths: readonly ArchivePath[],
    options: Omit<FactsOptions, 'cache'>,
  ) => Promise<ReadonlyMap<ArchivePath, ContentFacts>>;
  /** What stands in the footers of the documents that can bear names. */
  readonly readFooters: (
    archive: Archive,
    options: Waiting & Pick<FactsOptions, 'threads'>,
  ) => Promise<ReadonlyMap<ArchivePath, FooterFound>>;
}
