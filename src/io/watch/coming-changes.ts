import { setTimeout } from 'node:timers/promises';
import type { ArchivePath } from '../../core/archive/paths.js';
import { Changes } from './changes.js';

/** Saving a file is several events; copying many files is many, with gaps. */
const QUIET_MS = 40;
/** So long is waited for quiet at most. */
const LONGEST_MS = 1000;

/** What changes, as it comes, and who waits for it. */
export class ComingChanges {
  readonly #changes = new Changes();
  #onCome: () => void = () => undefined;

  add(folder: ArchivePath, name: string | undefined): void {
    this.#changes.add(folder, name);
    this.#onCome();
  }

  /** What comes from now on is of the next round. */
  take(): Changes {
    return this.#changes.take();
  }

  /** Resolves when something has changed and nothing more does for a moment. @throws the reason of `signal`. */
  async settled(signal: AbortSignal): Promise<void> {
    while (this.#changes.isEmpty) await this.#come(signal);
    await this.#quiet();
    signal.throwIfAborted();
  }

  async #come(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve) => {
      const end = () => {
        signal.removeEventListener('abort', end);
        resolve();
      };
      signal.addEventListener('abort', end);
      this.#onCome = end;
    });
    signal.throwIfAborted();
  }

  /** Waits until nothing has come for a moment. */
  async #quiet(): Promise<void> {
    const end = Date.now() + LONGEST_MS;
    let last = Date.now();
    this.#onCome = () => (last = Date.now());
    for (;;) {
      const left = Math.min(last + QUIET_MS, end) - Date.now();
      if (left <= 0) return;
      await setTimeout(left);
    }
  }
}
