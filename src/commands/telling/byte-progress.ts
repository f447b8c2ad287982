import type { Cli } from '../../cli/context.js';
import { formatBytes } from '../../report/bytes.js';
import { lineOver } from './line-over.js';

/** How many bytes are done, in a line that is written over. */
export function byteProgress(
  cli: Cli,
  words: (d: { percent: number; size: string }) => string,
): { show: (done: number, total: number) => void; end: () => void } {
  const { show, end } = lineOver(cli);
  return {
    show: (done, total) => {
      cli.onProgress?.({ done, all: total, of: 'bytes' });
      if (total === 0) return;
      const percent = Math.min(100, Math.floor((done / total) * 100));
      show(() => words({ percent, size: formatBytes(total) }));
    },
    end,
  };
}
