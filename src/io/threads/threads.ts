/** Work shared by this thread and a few others: each takes the next piece off a counter in shared memory. */
import { Worker } from 'node:worker_threads';
import { DanganError, type ErrorCode } from '../../errors.js';
import type { Pause } from './pause.js';
import type { JobOf, TaskName } from './worker-tasks.js';
import { TASKS } from './worker-tasks.js';

export interface Threads {
  /** This thread included. */
  readonly count: number;
  /** The program of the others. */
  readonly worker: URL;
}

/**
 * Run a task on every thread until all of them are done. A task must share its work by itself.
 *
 * @param pause - For the work done on this thread: progress, Ctrl-C. What it throws ends the others too.
 * @param meanwhile - What this thread does first, while the others have begun.
 * @throws the first error of any thread.
 */
export async function runOnThreads<T extends TaskName>(
  threads: Threads,
  task: T,
  job: JobOf<T>,
  pause: Pause,
  meanwhile: () => void = () => undefined,
): Promise<void> {
  const run = (await TASKS[task]()) as (job: JobOf<T>, pause: Pause) => Promise<void>;
  const workers = Array.from({ length: threads.count - 1 }, () => {
    return new Worker(threads.worker, { workerData: { task, job } });
  });
  const others = workers.map(finished);
  // Somebody must hear the failure even while this thread still works.
  for (const other of others) other.catch(() => undefined);
  try {
    meanwhile();
    await run(job, pause);
    await Promise.all(others);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function finished(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', (error) => reject(revived(error)));
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a worker ended with ${code}`));
    });
  });
}

/** An error that came from another thread has its words and facts, and lost its class. */
function revived(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error.name !== 'DanganError' || !('code' in error) || !('data' in error)) return error;
  return new DanganError(error.code as ErrorCode, error.data as never);
}
