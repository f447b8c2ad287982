import { existsSync, writeFileSync } from 'node:fs';
import { DanganError, diskError } from '../errors.js';

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

/** Write a report, over an earlier one if there is one. @throws {DanganError} REPORT_OVER_FILE */
export function writeReport(path: string, text: string): void {
  refuseReportOver(path);
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw diskError(path, error);
  }
}
