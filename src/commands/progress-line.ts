import type { Cli } from '../cli/context.js';

export interface ProgressLine {
  /** @param all - Of that many files; left out where nobody knows. */
  readonly show: (text: string, done: number, all?: number) => void;
  readonly end: () => void;
}

/** One line on stderr that is written over; for people only, and only when it takes longer than so many milliseconds. */
export function progressLine(cli: Cli, afterMs = 0): ProgressLine {
  const start = performance.now();
  let shown = '';
  return {
    show: (text, done, all) => {
      cli.onProgress?.({ done, all, of: 'files' });
      if (!cli.interactive || text === shown || performance.now() - start < afterMs) return;
      shown = text;
      cli.note(`\r\u001b[K${text}`);
    },
    end: () => {
      if (shown !== '') cli.note('\r\u001b[K');
    },
  };
}
