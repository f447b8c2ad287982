/** What a thread can be asked to do. Each task is loaded only where it is needed. */
import type { RingMemory } from './digest-ring.js';
import type { Pause } from './threads.js';

type Run<Job> = (job: Job, pause: Pause) => Promise<void>;

export const TASKS = {
  'digest-ring': async (): Promise<Run<RingMemory>> =>
    (await import('./digest-ring.js')).digestRing,
};

export type TaskName = keyof typeof TASKS;
export type JobOf<T extends TaskName> = Parameters<Awaited<ReturnType<(typeof TASKS)[T]>>>[0];
