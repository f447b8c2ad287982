/**
 * Threads that do what may go wrong, one task at a time each: a file that takes too long, too much memory, or a thread
 * with it, is given up; the next one has a new thread.
 */
import { Worker } from 'node:worker_threads';

export interface Limits {
  /** For one task. */
  readonly ms: number;
  /** Of all that a thread may hold, and of what this process may grow by. */
  readonly megabytes: number;
}

/**
 * `slow`: it took too long. `crash`: the thread ended or took too much memory, perhaps not because of this task.
 */
export type GivenUp = 'slow' | 'crash';

export interface LimitedThread<Task, Answer> {
  readonly run: (task: Task) => Promise<Answer | GivenUp>;
  /** What is under way is told as `crash`. */
  readonly end: () => Promise<void>;
}

/** How often time and memory are looked at. */
const LOOK_MS = 100;
const MEGABYTE = 2 ** 20;

/** @param program - Of the thread, which answers each message with one; it is started when it is needed. */
export function limitedThread<Task, Answer>(
  program: URL,
  limits: Limits,
): LimitedThread<Task, Answer> {
  let worker: Worker | undefined;
  const end = async () => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const started = () => {
    const resourceLimits = { maxOldGenerationSizeMb: limits.megabytes };
    // What a library prints is kept out of the results.
    const own = new Worker(program, { resourceLimits, stdout: true, stderr: true });
    // Between two tasks its end is nobody's fault.
    own.on('error', () => undefined);
    own.on('exit', () => {
      if (worker === own) worker = undefined;
    });
    return own;
  };
  return {
    end,
    run: async (task) => {
      worker ??= started();
      const answer = await answerOf<Answer>(worker, task, limits);
      // Not waited for: a thread that hangs in a call of the system ends when the call does.
      if (answer === 'slow' || answer === 'crash') void end();
      return answer;
    },
  };
}

function answerOf<Answer>(
  worker: Worker,
  task: unknown,
  { ms, megabytes }: Limits,
): Promise<Answer | GivenUp> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const began = performance.now();
    const look = setInterval(() => {
      if (performance.now() - began > ms) settle('slow');
      else if (process.memoryUsage.rss() - before > megabytes * MEGABYTE) settle('crash');
    }, LOOK_MS);
    const ended = () => settle('crash');
    const settle = (answer: Answer | GivenUp) => {
      clearInterval(look);
      worker.off('message', settle).off('error', ended).off('exit', ended);
      resolve(answer);
    };
    worker.on('message', settle).on('error', ended).on('exit', ended);
    worker.postMessage(task);
  });
}
