import type { GivenUp, LimitedThread } from './limited-thread.js';

interface RunOptions<Job, Task, Answer> {
  /** They are ended with the last job. */
  readonly threads: readonly LimitedThread<Task, Answer>[];
  readonly signal: AbortSignal | undefined;
  /** What a thread is told of a job. */
  readonly taskOf: (job: Job) => Task | Promise<Task>;
}

/**
 * Do jobs on some threads, of which each takes the next one off the list. When one ended, its job is done once more
 * while no other is: it may have been another's memory.
 *
 * @param tell - Of each job once, what came of it.
 * @throws the reason of the signal, as soon as it is given.
 */
export async function runAll<Job, Task, Answer>(
  jobs: readonly Job[],
  { threads, signal, taskOf }: RunOptions<Job, Task, Answer>,
  tell: (job: Job, answer: Answer | GivenUp) => void,
): Promise<void> {
  const end = () => Promise.all(threads.map((thread) => thread.end()));
  const onAbort = () => void end();
  signal?.addEventListener('abort', onAbort);
  const crashed: Job[] = [];
  let over = false;
  const isOver = () => over;
  const each = async (thread: (typeof threads)[number], list: Iterable<Job>, use: typeof tell) => {
    for (const job of list) {
      const task = await taskOf(job);
      // A thread that is asked after its end starts anew, and nobody would end it.
      if (isOver()) return;
      const answer = await thread.run(task);
      signal?.throwIfAborted();
      if (isOver()) return;
      use(job, answer);
    }
  };
  const first = (job: Job, answer: Answer | GivenUp) => {
    if (answer === 'crash') crashed.push(job);
    else tell(job, answer);
  };
  try {
    const rest = jobs.values();
    await Promise.all(threads.map((thread) => each(thread, rest, first)));
    // None of them keeps what the others would need.
    if (crashed.length > 0) await end();
    for (const thread of threads.slice(0, 1)) await each(thread, crashed, tell);
  } finally {
    over = true;
    signal?.removeEventListener('abort', onAbort);
    await end();
  }
}
