/**
 * Threads that read files, one file at a time each. A file that takes too long, too much memory, or a thread with it,
 * is given up; the next one has a new thread.
 */
import { Worker } from 'node:worker_threads';
import type { ContentFacts } from '../../core/evidence/types.js';

export interface ReadLimits {
  /** For one file. */
  readonly ms: number;
  /** Of all that a thread may hold, and of what this process may grow by. */
  readonly megabytes: number;
}

/**
 * `undefined`: the disk could not read it. `slow`: it took too long. `crash`: the thread ended or took too much memory,
 * perhaps not because of this file.
 */
export type Reading = ContentFacts | 'slow' | 'crash' | undefined;

export interface Reader {
  readonly read: (path: string) => Promise<Reading>;
  /** What is being read is told as `crash`. */
  readonly end: () => Promise<void>;
}

/** How often time and memory are looked at. */
const LOOK_MS = 100;
const MEGABYTE = 2 ** 20;

/** @param program - Of the thread, which is started when it is needed. */
export function newReader(program: URL, limits: ReadLimits): Reader {
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
    // Between two files its end is nobody's fault.
    own.on('error', () => undefined);
    own.on('exit', () => {
      if (worker === own) worker = undefined;
    });
    return own;
  };
  return {
    end,
    read: async (path) => {
      worker ??= started();
      const reading = await answerOf(worker, path, limits);
      // Not waited for: a thread that hangs in a call of the system ends when the call does.
      if (reading === 'slow' || reading === 'crash') void end();
      return reading;
    },
  };
}

function answerOf(worker: Worker, path: string, { ms, megabytes }: ReadLimits): Promise<Reading> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const began = performance.now();
    const look = setInterval(() => {
      if (performance.now() - began > ms) settle('slow');
      else if (process.memoryUsage.rss() - before > megabytes * MEGABYTE) settle('crash');
    }, LOOK_MS);
    const ended = () => settle('crash');
    const settle = (reading: Reading) => {
      clearInterval(look);
      worker.off('message', settle).off('error', ended).off('exit', ended);
      resolve(reading);
    };
    worker.on('message', settle).on('error', ended).on('exit', ended);
    worker.postMessage(path);
  });
}
