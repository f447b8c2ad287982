import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { formatBytes } from '../report/bytes.js';
import { bundleProgress } from './bundle-progress.js';

/** Verify a bundle, then write it to a new folder. */
export function addUnpackCommand(program: Command, cli: Cli): void {
  const words = cli.say.bundle.unpack;
  const command = program
    .command('unpack')
    .description(words.description)
    .argument('<bundle>', cli.say.bundle.verify.path)
    .requiredOption('--to <folder>', words.to)
    .action(async (bundle: string, options: { to: string }) => {
      const { unpackBundle } = await import('../io/bundle/unpack.js');
      const verifying = bundleProgress(cli, words.verifying);
      const writing = bundleProgress(cli, words.writing);
      const { files, bytes } = await unpackBundle(
        resolve(cli.cwd, bundle),
        resolve(cli.cwd, options.to),
        {
          threads: cli.threads,
          signal: cli.signal,
          onProgress: verifying.show,
          onWriting: writing.show,
        },
      ).finally(writing.end);
      cli.out(`${words.done({ files, size: formatBytes(bytes), to: options.to })}\n`);
    });
  addExamples(command, cli, words.examples);
}
