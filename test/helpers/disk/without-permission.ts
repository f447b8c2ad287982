/** Files that one may not read. No permission stops root: a test that runs as root verifies as somebody else. */
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Severity } from '../../../src/core/rules/seen.js';
import { folderWith, type BagContents } from '../bags.js';
import { dangan, danganAsNobody } from '../cli.js';
import { runsHere } from '../programs.js';

const isRoot = process.getuid?.() === 0;

/** Can a file be made here that cannot be read? */
export const hasPermissions =
  process.platform !== 'win32' && (!isRoot || runsHere('setpriv', '--version'));

interface Verified {
  readonly code: number | null;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly file: string;
    readonly message: string;
  }[];
}

/** The verdict on a bag of which these files may not be read, and what is found in it. */
export function verifiedWithout(files: BagContents, ...paths: readonly string[]): Verified {
  const folder = folderWith(files);
  chmodSync(dirname(folder), 0o755);
  for (const path of paths) chmodSync(join(folder, path), 0);
  const words = ['verify', folder, '--format', 'json', '--lang', 'en'];
  const { code, out } = (isRoot ? danganAsNobody : dangan)(words);
  return { code, findings: (JSON.parse(out) as Verified).findings };
}
