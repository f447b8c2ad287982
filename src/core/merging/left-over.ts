/** What git leaves to do in an archive that two people changed. */
import type { ArchivePath } from '../archive/paths.js';
import type { Clash } from './merge-files.js';

/** Versions of a file that git keeps: before both, ours, theirs. */
export type Stage = 1 | 2 | 3;

/** A file in which both versions stood between marks. */
export interface MarkedFile {
  readonly path: ArchivePath;
  /** With both in one; `undefined` where a person has to do it. */
  readonly text: string | undefined;
  /** Entries that came from the other side. */
  readonly added: number;
  /** What both wrote; decided by the side that was asked for, if one was. */
  readonly clashes: readonly Clash[];
}

/** A paper that git holds besides another one of the same name. */
export interface SecondVersion {
  readonly path: ArchivePath;
  readonly stage: Stage;
  /** Where it is to be; `undefined` where the folder has no number left. */
  readonly to: ArchivePath | undefined;
}

/** Papers of one folder that have one ordinal. */
export interface SameOrdinal {
  readonly folder: ArchivePath;
  readonly ordinal: number;
  readonly names: readonly string[];
}

export interface LeftOver {
  readonly marked: readonly MarkedFile[];
  readonly versions: readonly SecondVersion[];
  /** What git waits for besides, and a person has to decide. */
  readonly waiting: readonly ArchivePath[];
  /** What is in order on disk: git has only not been told. */
  readonly settled: readonly ArchivePath[];
  readonly ordinals: readonly SameOrdinal[];
}
