import type { Cli } from '../../cli/context.js';
import { DanganError } from '../../errors.js';
import { diskSource } from './disk-source.js';
import type { CheckSource, SourceOptions } from './source.js';

/** @throws {DanganError} USAGE, and what finding an archive throws. */
export async function checkSource(
  paths: readonly string[],
  options: SourceOptions,
  cli: Cli,
): Promise<CheckSource> {
  const { ref, staged = false } = options;
  if (ref === undefined && !staged) return diskSource(paths, options.changedSince, cli);
  if (ref !== undefined && staged) {
    throw new DanganError('USAGE', { what: cli.say.check.refOrStaged, command: 'check' });
  }
  return (await import('./git-source.js')).gitSource(paths, options, cli);
}
