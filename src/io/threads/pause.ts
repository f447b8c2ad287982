/** Called between pieces of work; awaits when something else needs a turn. */
export type Pause = () => Promise<void> | undefined;

/** A pause that lets timers and signals run about ten times a second. */
export function breathing(onBreath: () => void, signal?: AbortSignal): Pause {
  // In seconds. The clock of `performance` is a module that takes a while to load.
  let last = process.uptime();
  return () => {
    const now = process.uptime();
    if (now - last < 0.1) return undefined;
    last = now;
    onBreath();
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        if (signal?.aborted) reject(signal.reason as Error);
        else resolve();
      });
    });
  };
}

/**
 * Let Ctrl-C through, once: before what a run has worked out is written, say.
 *
 * @throws {DanganError} INTERRUPTED
 */
export async function breath(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
