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

/** A thread that ends with its first task. */
function threadThatEndsOnce(name: string, said: string[]): LimitedThread<number, number> {
  let asked = 0;
  return {
    run: (task) => {
      said.push(`${name} ${task}`);
      asked += 1;
      return Promise.resolve(asked === 1 ? 'crash' : task);
    },
    end: () => Promise.resolve(void said.push(`${name} ends`)),
  };
}

test('what ended is done once more when all threads have ended, one after the other', async () => {
  const said: string[] = [];
  const threads = [threadThatEndsOnce('a', said), threadThatEndsOnce('b', said)];
  const told: unknown[] = [];
  const options = { threads, signal: undefined, taskOf: (job: number) => job };
  await runAll([1, 2], options, (job, answer) => told.push([job, answer]));
  expect(said).toEqual(['a 1', 'b 2', 'a ends', 'b ends', 'a 1', 'a 2', 'a ends', 'b ends']);
  expect(told).toEqual([
    [1, 1],
    [2, 2],
  ]);
});
