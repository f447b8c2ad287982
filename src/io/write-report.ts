import { appendFileSync, existsSync, lstatSync, writeFileSync } from 'node:fs';
import { DanganError, diskError, isDanganError } from '../errors.js';
import { writeWhole } from './write-whole.js';

/** Of what no report is: files that people write, and what git and we keep. */
const OF_OTHERS = /\.ya?ml$|\.schema\.json$|[\\/]\.(git|dangan)[\\/]|[\\/]\.git[a-z]+$/i;

/**
 * A report goes over an earlier one, and over nothing else that an archive consists of.
 *
 * @throws {DanganError} REPORT_OVER_FILE
 */
export function refuseReportOver(path: string): void {
  if (OF_OTHERS.test(path) && existsSync(path)) throw new DanganError('REPORT_OVER_FILE', { path });
}

/**
 * Write a report, wholly or not at all, over an earlier one if there is one.
 *
 * @param isGathered - The file gathers what several have to say: after what is in it.
 * @throws {DanganError} REPORT_OVER_FILE
 */
export function writeReport(path: string, text: string, isGathered = false): void {
  refuseReportOver(path);
  try {
    if (isGathered) appendFileSync(path, text);
    else if (isOrdinary(path)) writeWhole(path, Buffer.from(text));
    else writeFileSync(path, text);
  } catch (error) {
    throw isDanganError(error) ? error : diskError(path, error);
  }
}

/** What is written through, such as a pipe or a link, keeps its name. */
function isOrdinary(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return true;
  }
}
