import { isEvidence } from '../naming/junk.js';
import { closeGaps } from '../naming/renumber.js';
import { settleRenames } from '../naming/settle-renames.js';
import type { Naming } from '../naming/format.js';
import { joinPath } from '../archive/paths.js';
import type { EvidenceFile, Folder } from '../archive/types.js';
import type { Gap, Rename } from './types.js';

/** Ordinals that fall vacant when files leave a folder, and have others behind them. */
export function gapsLeft(folder: Folder, leaving: ReadonlySet<EvidenceFile>): readonly Gap[] {
  const staying = ordinalsOf(remaining(folder, leaving));
  const highest = Math.max(0, ...staying);
  const vacant = ordinalsOf([...leaving].filter((file) => folder.files.includes(file))).filter(
    (ordinal) => ordinal < highest && !staying.includes(ordinal),
  );
  const ordinals = [...new Set(vacant)].sort((a, b) => a - b);
  return ordinals.length === 0 ? [] : [{ folder: folder.path, ordinals }];
}

/** Number what stays in a folder 1, 2, 3 … in the order that it has. */
export function closedUp(
  folder: Folder,
  leaving: ReadonlySet<EvidenceFile>,
  naming: Naming,
): readonly Rename[] {
  const files = remaining(folder, leaving);
  const after = { ...folder, files };
  return [...settleRenames(after, closeGaps(files, naming))].map(([from, to]) => ({
    from: joinPath(folder.path, from),
    to: joinPath(folder.path, to),
  }));
}

function remaining({ files }: Folder, leaving: ReadonlySet<EvidenceFile>): EvidenceFile[] {
  return files.filter((file) => !leaving.has(file) && isEvidence(file.name));
}

function ordinalsOf(files: readonly EvidenceFile[]): number[] {
  return files.flatMap(({ parts }) => parts.ordinal ?? []);
}
