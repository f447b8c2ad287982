import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples, helpAlone } from '../cli/help.js';
import { settingsTold } from '../core/archive/settings-told.js';
import { rulesIn } from '../core/rules/rules-in.js';
import { findArchive } from '../io/archive/read-archive.js';
import { readSettings, SETTINGS_FILE } from '../io/archive/read-settings.js';
import { diskStore } from '../io/store/disk-store.js';
import { configJson, configText } from '../report/config.js';
import {
  addSaidOptions,
  saidInEnvironment,
  saidInOptions,
  type SaidOptions,
} from './settings-said.js';

interface Options extends SaidOptions {
  readonly origin?: boolean;
  readonly format: 'text' | 'json';
}

const VARIABLE_OF = { preset: 'DANGAN_PRESET', failOn: 'DANGAN_FAIL_ON', rules: '' } as const;
const OPTION_OF = { preset: '--preset', failOn: '--fail-on', rules: '--severity' } as const;

export function addConfigCommand(program: Command, cli: Cli): void {
  const { config: say } = cli.say;
  const group = program.command('config').description(say.description);
  helpAlone(group, cli);
  const show = group
    .command('show')
    .description(say.show)
    .argument('[archive]', say.archive)
    .option('--origin', say.origin)
    .addOption(
      new Option('--format <format>', cli.say.check.options.format)
        .choices(['text', 'json'])
        .default('text'),
    )
    .action((path: string | undefined, options: Options) => showConfig(path ?? '.', options, cli));
  addSaidOptions(show, cli);
  addExamples(group, cli, say.examples);
  addExamples(show, cli, say.examples);
}

/** What holds for a check that was started here and now. */
async function showConfig(path: string, options: Options, cli: Cli): Promise<void> {
  const store = diskStore(findArchive(resolve(cli.cwd, path)), cli.cwd);
  const { settings, source } = await readSettings(store);
  const ids = rulesIn(settings).map(({ id }) => id);
  const told = settingsTold(settings, source, [
    { from: 'environment', said: saidInEnvironment('config show', cli), names: VARIABLE_OF },
    {
      from: 'option',
      said: saidInOptions(options, 'config show', ids, cli),
      names: OPTION_OF,
    },
  ]);
  const file = store.shown(SETTINGS_FILE);
  cli.out(
    options.format === 'json'
      ? configJson(told, file)
      : configText(told, file, options.origin === true, cli),
  );
}
