/** The program of the threads that put names into documents: what a document makes of it, the others are not touched. */
import { parentPort } from 'node:worker_threads';
import { stampDocument } from './stamp-document.js';
import type { StampTask } from './stamp-task.js';

parentPort?.on('message', (task: StampTask) => {
  void stampDocument(task).then((answer) => parentPort?.postMessage(answer));
});

// What a library still does for a document after it has failed is no reason to end.
process.on('unhandledRejection', () => undefined);
