/** The files of an archive that are asked for, with what is to be done with each. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../errors.js';
import { isWithin, type ArchivePath } from '../../core/archive/paths.js';
import { eachFolder, type Archive } from '../../core/archive/types.js';
import type { FileFacts, FileFormat } from '../../core/documents/types.js';
import { isEvidence } from '../../core/naming/junk.js';
import { treatmentOf, type Treatment } from '../../core/stamp/plan.js';
import { stampTexts } from '../../core/stamp/texts.js';
import { identifyFiles } from '../facts/identify-files.js';

export interface Document {
  readonly path: ArchivePath;
  readonly format: FileFormat | undefined;
  readonly text: string;
  readonly treatment: Treatment;
}

interface ListOptions {
  /** Folders and files; all of the archive when there are none. */
  readonly places: readonly ArchivePath[];
  readonly template: string;
  readonly signal?: AbortSignal | undefined;
}

export async function listDocuments(
  root: string,
  archive: Archive,
  { places, template, signal }: ListOptions,
): Promise<readonly Document[]> {
  const paths = evidenceIn(archive).filter(
    (path) => places.length === 0 || places.some((place) => isWithin(path, place)),
  );
  const identified = await identifyFiles(root, paths, { cache: true, digests: false, signal });
  return documentsOf(archive, identified, template);
}

/** What is to be done with each of the files that somebody looked at. */
export function documentsOf(
  archive: Archive,
  identified: ReadonlyMap<ArchivePath, FileFacts>,
  template: string,
): readonly Document[] {
  const textOf = stampTexts(archive, template);
  return [...identified.keys()].flatMap((path) => {
    const facts = identified.get(path);
    if (!facts) return [];
    const treatment = treatmentOf(facts);
    return [{ path, format: facts.format, text: textOf(path), treatment }];
  });
}

export function evidenceIn({ root }: Archive): ArchivePath[] {
  return [...eachFolder(root)].flatMap((folder) =>
    folder.files.flatMap(({ name, path }) => (isEvidence(name) ? [path] : [])),
  );
}

/**
 * Is somebody at work on a document? Word and WPS put a file beside one that they have open, LibreOffice does, too; on
 * Windows it cannot be opened for writing then.
 */
export function isOpenElsewhere(path: string): boolean {
  const name = basename(path);
  const beside = (other: string) => existsSync(join(dirname(path), other));
  // Of long names the first two characters make way for the mark.
  if (beside(`~$${name}`) || beside(`~$${name.slice(2)}`) || beside(`.~lock.${name}#`)) return true;
  try {
    closeSync(openSync(path, 'r+'));
    return false;
  } catch (error) {
    return errorCode(error) === 'EBUSY';
  }
}
