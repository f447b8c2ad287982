import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { formatBytes } from '../report/bytes.js';
import { byteProgress } from './byte-progress.js';
import { addLimitOptions, limitsOf, type LimitWords } from './limits.js';
import { publicKeyIn } from './public-key.js';

interface Options extends LimitWords {
  readonly to: string;
  readonly key?: string;
}

/** Verify a bundle while it is written to a new folder. */
export function addUnpackCommand(program: Command, cli: Cli): void {
  const words = cli.say.bundle.unpack;
  const command = program
    .command('unpack')
    .description(words.description)
    .argument('<bundle>', cli.say.bundle.verify.path)
    .requiredOption('--to <folder>', words.to)
    .option('--key <key>', cli.say.bundle.verify.key)
    .action(async (bundle: string, options: Options) => {
      const limits = limitsOf(options, 'unpack', cli);
      const key = await publicKeyIn(options.key, cli);
      const { unpackBundle } = await import('../io/bundle/unpack.js');
      const progress = byteProgress(cli, words.progress);
      const { files, bytes } = await unpackBundle(
        resolve(cli.cwd, bundle),
        resolve(cli.cwd, options.to),
        {
          limits,
          threads: cli.threads,
          signal: cli.signal,
          onProgress: progress.show,
          key,
          keyGiven: options.key,
        },
      ).finally(progress.end);
      cli.out(`${words.done({ files, size: formatBytes(bytes), to: options.to })}\n`);
    });
  addLimitOptions(command, cli);
  addExamples(command, cli, words.examples);
}
