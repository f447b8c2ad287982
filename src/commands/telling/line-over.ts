import type { Cli } from '../../cli/context.js';

interface LineOver {
  /** @param text - Asked for when it is shown; given the seconds since the beginning. */
  readonly show: (text: (seconds: number) => string) => void;
  readonly end: () => void;
}

/** One line on stderr that is written over; for people only, and only when it takes longer than so many milliseconds. */
export function lineOver(cli: Cli, afterMs = 0): LineOver {
  // In seconds. The clock of `performance` is a module that takes a while to load.
  const start = process.uptime();
  let shown = '';
  return {
    show: (text) => {
      if (!cli.interactive) return;
      const seconds = process.uptime() - start;
      if (seconds * 1000 < afterMs) return;
      const now = text(seconds);
      if (now === shown) return;
      shown = now;
      cli.note(`\r\u001b[K${now}`);
    },
    end: () => {
      if (shown !== '') cli.note('\r\u001b[K');
    },
  };
}
