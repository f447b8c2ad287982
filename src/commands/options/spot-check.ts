/** The options of `verify` that choose what is read. */
import { randomInt } from 'node:crypto';
import { Option, type Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import type { SpotCheck } from '../../core/bundle/judge/spot-check.js';
import { DanganError } from '../../errors.js';
import { collect } from './format.js';

export interface SpotCheckWords {
  readonly sample?: string;
  readonly seed?: string;
  readonly indicator?: readonly string[];
}

export function addSpotCheckOptions(command: Command, cli: Cli): Command {
  const words = cli.say.spotCheck.options;
  return command
    .option('--sample <number>', words.sample)
    .option('--seed <text>', words.seed)
    .addOption(new Option('--indicator <indicator>', words.indicator).argParser(collect));
}

/** @returns `undefined` when everything is to be read. */
export function spotCheckOf(
  { sample, seed, indicator = [] }: SpotCheckWords,
  { say }: Cli,
): SpotCheck | undefined {
  if (sample === undefined) {
    if (seed !== undefined) throw wrong(say.spotCheck.seedAlone);
    return indicator.length === 0 ? undefined : { indicators: indicator, sample: undefined };
  }
  if (!/^[1-9]\d{0,8}$/.test(sample)) throw wrong(say.spotCheck.sampleForm({ value: sample }));
  const chosen = { count: Number(sample), seed: seed ?? newSeed() };
  return { indicators: indicator, sample: chosen };
}

/** Not to be known before by who made the bundle, and short enough to be typed. */
function newSeed(): string {
  return String(randomInt(1_000_000, 1_000_000_000));
}

function wrong(what: string): DanganError {
  return new DanganError('USAGE', { what, command: 'verify' });
}
