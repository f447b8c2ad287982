import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples, helpAlone } from '../cli/help.js';
import type { Settings } from '../core/archive/settings.js';
import { settingsTold, type SettingTold } from '../core/archive/settings/told.js';
import { rulesIn } from '../core/rules/rules-in.js';
import { nearest } from '../core/text.js';
import { DanganError } from '../errors.js';
import { findArchive } from '../io/archive/read-archive.js';
import { readSettings, SETTINGS_FILE } from '../io/archive/read-settings.js';
import { diskStore } from '../io/store/disk-store.js';
import { configJson, configText, settingText } from '../report/config.js';
import { formatOption } from './options/format.js';
import {
  addSaidOptions,
  saidInEnvironment,
  saidInOptions,
  type SaidOptions,
} from './options/settings.js';

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
    .addOption(formatOption(cli.say.check.options.format))
    .action((path: string | undefined, options: Options) => showConfig(path ?? '.', options, cli));
  const get = group
    .command('get')
    .description(say.get)
    .argument('<setting>', say.setting)
    .argument('[archive]', say.archive)
    .addOption(formatOption(cli.say.check.options.format))
    .action((key: string, path: string | undefined, options: Options) =>
      getSetting(key, path ?? '.', options, cli),
    );
  addExamples(group, cli, [...say.examples.show, ...say.examples.get]);
  addExamples(addSaidOptions(show, cli), cli, say.examples.show);
  addExamples(addSaidOptions(get, cli), cli, say.examples.get);
}

/** Show what holds for a check that was started here and now. */
async function showConfig(path: string, options: Options, cli: Cli): Promise<void> {
  const { told, file } = await toldAt(path, 'config show', options, cli);
  cli.out(
    options.format === 'json'
      ? configJson(told, file)
      : configText(told, file, options.origin === true, cli),
  );
}

/** Print one setting, for a script. @throws {DanganError} SETTING_UNKNOWN */
async function getSetting(word: string, path: string, options: Options, cli: Cli): Promise<void> {
  const { told, file, settings } = await toldAt(path, 'config get', options, cli);
  const found = told.find(({ key }) => key === word) ?? levelOf(word, settings);
  if (!found) {
    const keys = told.map(({ key }) => key);
    const like = keys.filter((key) => key.startsWith(`${word}.`) || key.endsWith(`.${word}`));
    const known = [...keys, ...rulesIn(settings).map(({ id }) => `rules.${id}`)];
    throw new DanganError('SETTING_UNKNOWN', { key: word, nearest: nearest(word, known), like });
  }
  cli.out(options.format === 'json' ? configJson([found], file) : settingText(found));
}

/** Of a rule that the settings do not name, `rules.tree-link`. */
function levelOf(key: string, settings: Settings): SettingTold | undefined {
  const rule = rulesIn(settings).find(({ id }) => `rules.${id}` === key);
  return rule && { key, value: rule.severity, origin: { from: 'default' } };
}

async function toldAt(path: string, command: string, options: SaidOptions, cli: Cli) {
  const store = diskStore(findArchive(resolve(cli.cwd, path)), cli.cwd);
  const { settings, source } = await readSettings(store);
  const ids = rulesIn(settings).map(({ id }) => id);
  const told = settingsTold(settings, source, [
    { from: 'environment', said: saidInEnvironment(command, cli), names: VARIABLE_OF },
    { from: 'option', said: saidInOptions(options, command, ids, cli), names: OPTION_OF },
  ]);
  return { told, settings, file: store.shown(SETTINGS_FILE) };
}
