import { rmSync } from 'node:fs';
import { errorCode } from '../../errors.js';
import type { StampAnswer, StampTask } from './stamp-task.js';
import { stamperOf } from './stampers.js';

/**
 * Put a name into one document, and look at what came of it: a copy that does not bear the name, or cannot be read, is
 * none. Nothing that a document holds is thrown.
 */
export async function stampDocument(task: StampTask): Promise<StampAnswer> {
  const { format, from, to, text } = task;
  try {
    const stamp = await stamperOf(format);
    const stamped = await stamp(from, to, text);
    if (stamped.did !== 'stamped' || to === undefined) return stamped;
    const { did } = await stamp(to, undefined, text);
    return did === 'same' ? stamped : { did: 'left', because: 'damaged' };
  } catch (error) {
    if (to !== undefined) rmSync(to, { force: true });
    return failureOf(error, task);
  }
}

function failureOf(error: unknown, { from }: StampTask): StampAnswer {
  if (!(error instanceof Error) || !('syscall' in error)) {
    const detail = error instanceof Error ? error.message : String(error);
    return { did: 'left', because: 'damaged', detail };
  }
  // Calls on an open file name no path; of the two, it is the document that is read.
  const isSource = ('path' in error && error.path === from) || error.syscall === 'read';
  return { did: 'failed', code: errorCode(error) ?? '', at: isSource ? 'document' : 'copy' };
}
