/** The program of the threads that work on documents: what a document makes of it, the others are not touched. */
import { parentPort } from 'node:worker_threads';
import { lookAtFooters } from './look-at-footers.js';
import { stampDocument } from './stamp-document.js';
import type { LookTask, StampTask } from './stamp-task.js';

parentPort?.on('message', (task: StampTask | LookTask) => {
  const work = 'text' in task ? stampDocument(task) : lookAtFooters(task);
  void work.then((answer) => parentPort?.postMessage(answer));
});

// What a library still does for a document after it has failed is no reason to end.
process.on('unhandledRejection', () => undefined);
