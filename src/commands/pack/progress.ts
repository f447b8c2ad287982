import type { Cli } from '../../cli/context.js';
import { formatBytes } from '../../report/bytes.js';
import type { Progress } from './archive.js';

/** One line on stderr that is written over; for people only, and only when packing takes a while. */
export function packProgress(cli: Cli): {
  readonly show: (done: Progress, total: Progress) => void;
  readonly end: () => void;
} {
  const { pack: say } = cli.say;
  const start = performance.now();
  let shown = false;
  return {
    show: (done, total) => {
      cli.onProgress?.({ done: done.bytes, all: total.bytes, of: 'bytes' });
      const seconds = (performance.now() - start) / 1000;
      if (!cli.interactive || seconds < 0.5) return;
      shown = true;
      const share = total.bytes === 0 ? done.files / total.files : done.bytes / total.bytes;
      const line = say.progress({
        percent: Math.min(100, Math.floor(share * 100)),
        files: say.fileOf({ done: done.files, all: total.files }),
        size: formatBytes(total.bytes),
        rate: formatBytes(done.bytes / seconds),
      });
      cli.note(`\r\u001b[K${line}`);
    },
    end: () => {
      if (shown) cli.note('\r\u001b[K');
    },
  };
}
