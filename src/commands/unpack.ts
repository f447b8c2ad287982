import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { formatBytes } from '../report/bytes.js';
import { byteProgress } from './telling/byte-progress.js';
import { formatOption } from './options/format.js';
import { addLimitOptions, limitsOf, type LimitWords } from './options/limits.js';
import { publicKeyIn } from './keys/public-key.js';

interface UnpackOptions extends LimitWords {
  readonly to: string;
  readonly key?: string;
  readonly format: 'text' | 'json';
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
    .addOption(formatOption(cli.say.bundle.verify.format))
    .action((bundle: string, options: UnpackOptions) => unpack(bundle, options, cli));
  addLimitOptions(command, cli);
  addExamples(command, cli, words.examples);
}

export async function unpack(bundle: string, options: UnpackOptions, cli: Cli): Promise<void> {
  const words = cli.say.bundle.unpack;
  const folder = resolve(cli.cwd, options.to);
  const limits = limitsOf(options, 'unpack', cli);
  const key = await publicKeyIn(options.key, cli);
  const { unpackBundle } = await import('../io/bundle/reading/unpack.js');
  const progress = byteProgress(cli, words.progress);
  const { files, bytes, cleared } = await unpackBundle(resolve(cli.cwd, bundle), folder, {
    limits,
    threads: cli.threads,
    signal: cli.signal,
    onProgress: progress.show,
    key,
    keyGiven: options.key,
  }).finally(progress.end);
  if (cleared > 0) cli.note(`${words.cleared({ count: cleared })}\n`);
  if (options.format === 'json') {
    const document = { schema: 'dangan/unpack@1', ok: true, folder, files, bytes };
    cli.out(`${JSON.stringify(document, null, 2)}\n`);
  } else cli.out(`${words.done({ files, size: formatBytes(bytes), to: options.to })}\n`);
}
