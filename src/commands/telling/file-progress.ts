import type { Cli } from '../../cli/context.js';
import { lineOver } from './line-over.js';

interface FileProgress {
  /** @param all - Of that many files; left out where nobody knows. */
  readonly show: (text: string, done: number, all?: number) => void;
  readonly end: () => void;
}

/** How many files are done, in a line that is written over. */
export function fileProgress(cli: Cli, afterMs = 0): FileProgress {
  const { show, end } = lineOver(cli, afterMs);
  return {
    show: (text, done, all) => {
      cli.onProgress?.({ done, all, of: 'files' });
      show(() => text);
    },
    end,
  };
}
