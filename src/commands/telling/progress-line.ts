import type { Cli } from '../../cli/context.js';

interface ProgressLine {
  /** @param all - Of that many files; left out where nobody knows. */
  readonly show: (text: string, done: number, all?: number) => void;
  readonly end: () => void;
}

/** One line on stderr that is written over; for people only, and only when it takes longer than so many milliseconds. */
export function progressLine(cli: Cli, afterMs = 0): ProgressLine {
  // In seconds. The clock of `performance` is a module that takes a while to load.
  const start = process.uptime();
  let shown = '';
  return {
    show: (text, done, all) => {
      cli.onProgress?.({ done, all, of: 'files' });
      if (!cli.interactive || text === shown || (process.uptime() - start) * 1000 < afterMs) return;
      shown = text;
      cli.note(`\r\u001b[K${text}`);
    },
    end: () => {
      if (shown !== '') cli.note('\r\u001b[K');
    },
  };
}
