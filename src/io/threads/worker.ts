/** The program of the other threads: does the task it was started with, then ends. */
import { workerData } from 'node:worker_threads';
import type { JobOf, TaskName } from './worker-tasks.js';
import { TASKS } from './worker-tasks.js';

const { task, job } = workerData as { task: TaskName; job: JobOf<TaskName> };
const run = (await TASKS[task]()) as (job: unknown, pause: () => undefined) => Promise<void>;
await run(job, () => undefined);
