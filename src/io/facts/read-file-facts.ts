/** What one file says of itself. */
import { errorCode } from '../../errors.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import { factsOf } from './facts-of.js';
import { found } from './found.js';
import { withFile, type FileInMemory } from './open-file.js';
import type { Wanted } from './read-task.js';
import { Unread } from './unread.js';

/** @returns `undefined` when the disk could not read it, which may be otherwise the next time. */
export async function readFileFacts(
  from: string | FileInMemory,
  wanted: Wanted,
): Promise<ContentFacts | undefined> {
  try {
    return await withFile(from, (file) => factsOf(file, wanted));
  } catch (error) {
    if (error instanceof Unread) return failed(error.why);
    return isOfDisk(error) ? undefined : failed('unreadable');
  }
}

function failed(why: NonNullable<ContentFacts['failed']>): ContentFacts {
  return found({ failed: why });
}

/** Errors of zlib have codes too, but no call of the system. */
function isOfDisk(error: unknown): boolean {
  return errorCode(error) !== undefined && error instanceof Error && 'syscall' in error;
}
