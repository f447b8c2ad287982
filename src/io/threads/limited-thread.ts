/**
 * Threads that do what may go wrong, one task at a time each: a file that takes too long, too much memory, or a thread
 * with it, is given up; the next one has a new thread.
 */
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { growth, type Memory } from './memory.js';

export interface Limits {
  /** For one task. */
  readonly ms: number;
  /** What they may take, all that work together. */
  readonly megabytes: number;
}

/**
 * `slow`: it took too long. `crash`: the thread ended or there was too much memory, perhaps not because of this task.
 */
export type GivenUp = 'slow' | 'crash';

export interface LimitedThread<Task, Answer> {
  readonly run: (task: Task) => Promise<Answer | GivenUp>;
  /** What is under way is told as `crash`. */
  readonly end: () => Promise<void>;
}

/** With what the program has before, and what is taken between two looks, 400 MB whatever the files. */
export const MOST_MEGABYTES = 230;
/** How often time and memory are looked at: a thread may take a megabyte in a millisecond. */
const LOOK_MS = 10;
/** Of that, when threads are let go of between two tasks: what one does not use any more comes back only so. */
const GROWN = 0.8;
const MOST_ENDING_MS = 5000;
const RESOURCES = {
  // More than it may have: a thread that asks for too much at once ends the whole process.
  maxOldGenerationSizeMb: 4096,
  maxYoungGenerationSizeMb: 16,
};

/** @param program - Of the threads, which answer each message with one; they are started when they are needed. */
export function limitedThreads<Task, Answer>(
  count: number,
  program: URL,
  limits: Limits,
  memory: Memory = growth(),
): readonly LimitedThread<Task, Answer>[] {
  return Array.from({ length: count }, () => limitedThread<Task, Answer>(program, limits, memory));
}

function limitedThread<Task, Answer>(
  program: URL,
  limits: Limits,
  memory: Memory,
): LimitedThread<Task, Answer> {
  let worker: Worker | undefined;
  const end = async () => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const started = () => {
    memory.began();
    // What a library prints is kept out of the results.
    const own = new Worker(program, { resourceLimits: RESOURCES, stdout: true, stderr: true });
    // Between two tasks its end is nobody's fault.
    own.on('error', () => undefined);
    own.on('exit', () => {
      memory.ended();
      if (worker === own) worker = undefined;
    });
    return own;
  };
  return {
    end,
    run: async (task) => {
      worker ??= started();
      const answer = await answerOf<Answer>(worker, task, limits, memory);
      const isGivenUp = answer === 'slow' || answer === 'crash';
      if (isGivenUp || memory.megabytes() > GROWN * limits.megabytes) {
        // One that hangs in a call of the system ends when the call does.
        await Promise.race([end(), setTimeout(MOST_ENDING_MS, undefined, { ref: false })]);
      }
      return answer;
    },
  };
}

function answerOf<Answer>(
  worker: Worker,
  task: unknown,
  { ms, megabytes }: Limits,
  memory: Memory,
): Promise<Answer | GivenUp> {
  return new Promise((resolve) => {
    const began = performance.now();
    const look = setInterval(() => {
      if (performance.now() - began > ms) settle('slow');
      else if (memory.megabytes() > megabytes) settle('crash');
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
