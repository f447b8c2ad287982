/** The program of the threads that read files: what a file makes of it, the others are not touched. */
import { parentPort } from 'node:worker_threads';
import { readFileFacts } from './read-file-facts.js';
import type { ReadTask } from './read-task.js';

parentPort?.on('message', ({ path, bytes, wanted }: ReadTask) => {
  void readFileFacts(bytes ? { path, bytes } : path, wanted).then((facts) =>
    parentPort?.postMessage(facts),
  );
});

// What a library still does for a file after it has failed is no reason to end.
process.on('unhandledRejection', () => undefined);
