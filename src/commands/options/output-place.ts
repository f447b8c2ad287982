import { existsSync } from 'node:fs';
import { DanganError } from '../../errors.js';
import { liesWithin } from '../../io/bundle/places.js';
import { refuseOutputFolder } from '../../io/output-folder.js';

/**
 * Is this a place for a file that is made of an archive? One that is there may have been written into; among the
 * evidence it would be evidence.
 *
 * @param target - Absolute.
 * @param evidence - The evidence root, absolute.
 * @throws {DanganError} FILE_NOT_FOUND, PERMISSION_DENIED, SHEET_INSIDE_EVIDENCE, SHEET_EXISTS
 */
export function refuseOutput(target: string, evidence: string, force: boolean): void {
  refuseOutputFolder(target);
  if (liesWithin(target, evidence))
    throw new DanganError('SHEET_INSIDE_EVIDENCE', { path: target, root: evidence });
  if (existsSync(target) && !force) throw new DanganError('SHEET_EXISTS', { path: target });
}
