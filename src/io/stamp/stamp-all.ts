/** Documents stamped on threads, each within limits of time and memory. */
import { left, type Outcome } from '../../core/stamp/plan.js';
import { diskError } from '../../errors.js';
import { limitedThreads, MOST_MEGABYTES, type Limits } from '../threads/limited-thread.js';
import { runAll } from '../threads/run-all.js';
import type { StampAnswer, StampTask } from './stamp-task.js';

export interface StampingOptions {
  readonly threads: { readonly count: number; readonly worker: URL };
  readonly signal: AbortSignal;
  readonly limits?: Limits | undefined;
}

/** Hundreds of pages take some seconds. */
export const LIMITS: Limits = { ms: 60_000, megabytes: MOST_MEGABYTES };
/** For fewer documents, a second thread takes longer to start than it saves. */
const DOCUMENTS_A_THREAD = 4;
const MOST_THREADS = 2;

/**
 * @param tell - Of each task once, what came of it.
 * @throws {DanganError} DISK_FULL and what else the disk says of the copies; the reason of `signal`.
 */
export async function stampAll<Task extends StampTask>(
  tasks: readonly Task[],
  { threads, signal, limits = LIMITS }: StampingOptions,
  tell: (task: Task, outcome: Outcome) => void,
): Promise<void> {
  const count = threadsFor(tasks.length, threads.count);
  const program = new URL('stamp-worker.js', threads.worker);
  const stampers = limitedThreads<StampTask, StampAnswer>(count, program, limits);
  const taskOf = ({ format, from, to, text }: Task) => ({ format, from, to, text });
  await runAll(tasks, { threads: stampers, signal, taskOf }, (task, answer) => {
    tell(task, answer === 'slow' || answer === 'crash' ? left('gave-up') : outcomeOf(task, answer));
  });
}

export function threadsFor(documents: number, most: number): number {
  return Math.min(MOST_THREADS, most, Math.ceil(documents / DOCUMENTS_A_THREAD));
}

function outcomeOf({ from, to }: StampTask, answer: StampAnswer): Outcome {
  if (answer.did !== 'failed') return answer;
  const { code, at } = answer;
  if (at === 'copy') throw diskError(to ?? from, Object.assign(new Error(code), { code }));
  return left(code === 'EBUSY' ? 'open' : 'unreadable');
}
