const MEGABYTE = 2 ** 20;

/** What threads that work together have taken: nobody tells which of them has what. */
export interface Memory {
  /** A thread is about to begin. */
  readonly began: () => void;
  /** It has ended, and given back what it had. */
  readonly ended: () => void;
  readonly megabytes: () => number;
}

/**
 * What this process has grown by since the first of them began, without the heap of the thread that asks: that grows
 * with the answers, and with whatever else a program does that uses the library.
 */
export function growth(): Memory {
  let [threads, before] = [0, 0];
  return {
    began: () => {
      if (threads === 0) before = besidesHeap();
      threads += 1;
    },
    ended: () => void (threads -= 1),
    megabytes: () => (besidesHeap() - before) / MEGABYTE,
  };
}

function besidesHeap(): number {
  const { rss, heapTotal } = process.memoryUsage();
  return rss - heapTotal;
}
