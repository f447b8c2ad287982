import { expect, test } from 'vitest';
import type { GivenUp, LimitedThread } from './limited-thread.js';
import { runAll } from './run-all.js';

/** A thread that answers at once, or only when it is ended; it writes down what it is asked. */
function thread(name: string, said: string[], isSlow: boolean): LimitedThread<number, number> {
  let ending: (answer: GivenUp) => void = () => undefined;
  return {
    run: (task) => {
      said.push(`${name} ${task}`);
      return isSlow ? new Promise((resolve) => (ending = resolve)) : Promise.resolve(task);
    },
    end: () => {
      said.push(`${name} ends`);
      ending('crash');
      return Promise.resolve();
    },
  };
}

test('when what came of a job cannot be dealt with, no thread is started anew', async () => {
  const said: string[] = [];
  const threads = [thread('quick', said, false), thread('slow', said, true)];
  const options = { threads, signal: undefined, taskOf: (job: number) => job };
  const run = runAll([1, 2, 3, 4, 5], options, () => {
    throw new Error('the disk is full');
  });
  await expect(run).rejects.toThrow('the disk is full');
  await new Promise(setImmediate);
  expect(said).toEqual(['quick 1', 'slow 2', 'quick ends', 'slow ends']);
});
