import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { identifyPlaces } from '../io/facts/identify-places.js';
import { printable } from '../report/printable.js';
import { formatOption } from './options/format.js';

type Format = 'text' | 'json';

/** Tell what files really are. Reads, never writes; that a file is not what its name says is no failure here. */
export function addIdentifyCommand(program: Command, cli: Cli): void {
  const { identify: say } = cli.say;
  const command = program
    .command('identify')
    .description(say.description)
    .argument('[paths...]', say.paths)
    .addOption(formatOption(say.format))
    .action((paths: readonly string[], { format }: { format: Format }) =>
      identify(paths.length > 0 ? paths : ['.'], format, cli),
    );
  addExamples(command, cli, say.examples);
}

export async function identify(paths: readonly string[], format: Format, cli: Cli): Promise<void> {
  const places = paths.map((shown) => ({ path: resolve(cli.cwd, shown), shown }));
  const { files, garbled } = await identifyPlaces(places, cli.signal);
  const { identifyJson, identifyText } = await import('../report/identify.js');
  cli.out(format === 'json' ? identifyJson(files, garbled) : identifyText(files, cli));
  const [first] = garbled;
  if (first === undefined) return;
  const words = cli.say.identify.garbled({ count: garbled.length, first: printable(first) });
  cli.note(`${cli.notePaint.yellow(words)}\n`);
}
