import type { Cli } from '../../cli/context.js';
import { formatBytes } from '../../report/bytes.js';

/** One line on stderr that is written over; for people only, and only when it takes a while. */
export function byteProgress(
  cli: Cli,
  words: (d: { percent: number; size: string }) => string,
): { show: (done: number, total: number) => void; end: () => void } {
  let shown = false;
  return {
    show: (done, total) => {
      cli.onProgress?.({ done, all: total, of: 'bytes' });
      if (!cli.interactive || total === 0) return;
      shown = true;
      const percent = Math.min(100, Math.floor((done / total) * 100));
      cli.note(`\r\u001b[K${words({ percent, size: formatBytes(total) })}`);
    },
    end: () => {
      if (shown) cli.note('\r\u001b[K');
    },
  };
}
