import type { Cli } from '../../cli/context.js';
import { formatBytes } from '../../report/bytes.js';
import { lineOver } from '../telling/line-over.js';
import type { Progress } from './archive.js';

/** How far packing has come, and how fast, in a line that is written over. */
export function packProgress(cli: Cli): {
  readonly show: (done: Progress, total: Progress) => void;
  readonly end: () => void;
} {
  const { pack: say } = cli.say;
  const { show, end } = lineOver(cli, 500);
  return {
    show: (done, total) => {
      cli.onProgress?.({ done: done.bytes, all: total.bytes, of: 'bytes' });
      const share = total.bytes === 0 ? done.files / total.files : done.bytes / total.bytes;
      show((seconds) =>
        say.progress({
          percent: Math.min(100, Math.floor(share * 100)),
          files: say.fileOf({ done: done.files, all: total.files }),
          size: formatBytes(total.bytes),
          rate: formatBytes(done.bytes / seconds),
        }),
      );
    },
    end,
  };
}
