/**
 * Verify a bundle and write it out, in one reading: its structure and its names are judged before the first byte is
 * written, its contents while they go to a temporary folder, which becomes the target only when all of it holds.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathsWith } from '../../../core/bundle/bag/path-rows.js';
import { isUnportable, visible } from '../../../core/bundle/bag/paths.js';
import { DanganError } from '../../../errors.js';
import { archiveAround } from '../../archive/read-archive.js';
import { readSettings } from '../../archive/read-settings.js';
import type { CopyTo } from '../../digest/copy.js';
import { shareNames } from '../../digest/shared-names.js';
import { diskStore } from '../../store/disk-store.js';
import { refuseOutputBelow, refuseReadOnly } from '../../output-folder.js';
import { NewTarget, refuseTakenTarget } from './new-target.js';
import { bagAround, liesWithin } from '../places.js';
import type { BagSource } from './source.js';
import type { FoundBag } from './find-bag.js';
import { refuseBroken, verifyBundle, type VerifyOptions } from './verify.js';

interface Unpacked {
  readonly files: number;
  readonly bytes: number;
  /** What killed runs had left in the same place, and was removed. */
  readonly cleared: number;
}

interface UnpackOptions extends VerifyOptions {
  /** How the key was given, for who asks what is wrong. */
  readonly keyGiven?: string | undefined;
}

/**
 * @param path - Absolute; of a zip or a folder.
 * @param to - Absolute; a new or an empty folder. Becomes the folder that holds `bagit.txt`.
 * @throws {DanganError} TARGET_EXISTS, PERMISSION_DENIED, UNPACK_INSIDE_EVIDENCE, PACK_INSIDE_BUNDLE, BUNDLE_NAMES_UNPORTABLE,
 *   BUNDLE_DOES_NOT_HOLD; nothing is left then of what was written.
 */
export async function unpackBundle(
  path: string,
  to: string,
  options: UnpackOptions,
): Promise<Unpacked> {
  await refusePlace(to);
  const target = new NewTarget(to);
  try {
    const begin = (source: BagSource, found: FoundBag) => beginWriting(path, target, source, found);
    const { report } = await verifyBundle(path, options, begin);
    refuseBroken(path, report, options.keyGiven);
    target.finish();
    return { ...report.payload, cleared: target.cleared };
  } catch (error) {
    target.abandon();
    throw target.told(error);
  }
}

/** In evidence it would become evidence; in another bundle it would spoil that. */
async function refusePlace(to: string): Promise<void> {
  refuseTakenTarget(to);
  if (existsSync(to)) refuseReadOnly(to);
  else refuseOutputBelow(to);
  const bundle = bagAround(to);
  if (bundle !== undefined) throw new DanganError('PACK_INSIDE_BUNDLE', { path: to, bundle });
  const root = archiveAround(to);
  if (root === undefined) return;
  const evidence = join(root, (await readSettings(diskStore(root, root))).settings.evidence);
  if (liesWithin(to, evidence)) {
    throw new DanganError('UNPACK_INSIDE_EVIDENCE', { path: to, root: evidence });
  }
}

function beginWriting(
  path: string,
  target: NewTarget,
  { listed }: BagSource,
  found: FoundBag,
): CopyTo {
  refuseNames(path, found);
  const names: (string | undefined)[] = new Array<undefined>(listed.length).fill(undefined);
  let bytes = 0;
  for (const [name, row] of found.files.rows) {
    names[row] = name;
    bytes += listed[row]?.sizeBytes ?? 0;
  }
  target.begin(found.files.folders, bytes);
  return { folder: target.folder, names: shareNames(names) };
}

/** Judged for every system on every system: the folder will be carried on. */
function refuseNames(path: string, { files }: FoundBag): void {
  const folders = [...files.folders].filter((folder) => folder.split('/').some(isUnportable));
  const names = [...pathsWith(files.rows, isUnportable), ...folders].map(visible);
  if (names.length > 0) throw new DanganError('BUNDLE_NAMES_UNPORTABLE', { path, names });
}
