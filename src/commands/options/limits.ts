/** The options of `verify` and `unpack` for packages that may be made to do harm. */
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { parseByteSize } from '../../core/bundle/packing/byte-size.js';
import type { ZipLimits } from '../../core/bundle/zip/directory.js';
import { DanganError } from '../../errors.js';

export interface LimitWords {
  readonly maxEntries?: string;
  readonly maxTotal?: string;
  readonly maxRatio?: string;
}

export function addLimitOptions(command: Command, cli: Cli): Command {
  const words = cli.say.limits.options;
  return command
    .option('--max-entries <number>', words.entries)
    .option('--max-total <size>', words.total)
    .option('--max-ratio <number>', words.ratio);
}

/** @returns those that were told. */
export function limitsOf(words: LimitWords, command: string, { say }: Cli): Partial<ZipLimits> {
  const wrong = (what: string) => new DanganError('USAGE', { what, command });
  const count = (option: string, value: string) => {
    if (/^[1-9]\d{0,11}$/.test(value)) return Number(value);
    throw wrong(say.limits.countForm({ option, value }));
  };
  const size = (value: string) => {
    const bytes = parseByteSize(value);
    if (bytes === undefined) throw wrong(say.limits.sizeForm({ value }));
    return bytes;
  };
  const { maxEntries, maxTotal, maxRatio } = words;
  return {
    ...(maxEntries !== undefined && { entries: count('--max-entries', maxEntries) }),
    ...(maxTotal !== undefined && { mostBytes: size(maxTotal) }),
    ...(maxRatio !== undefined && { ratio: count('--max-ratio', maxRatio) }),
  };
}
