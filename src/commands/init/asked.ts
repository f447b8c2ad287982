/** What was typed after `init`, as what the new archive is made with. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { FLAG, nameFlags } from '../../core/naming/portable.js';
import { isWindowFault, judgeWindow } from '../../core/system/window-text.js';
import { nearest } from '../../core/text.js';
import { DanganError } from '../../errors.js';
import type { Filled } from '../../io/samples/filled.js';

export interface InitOptions {
  readonly system?: string;
  readonly unit?: string;
  readonly profile: readonly string[];
  readonly window?: string;
  readonly filled?: boolean;
  readonly format: 'text' | 'json';
}

/** The unit of the filled example, as far as the user does not say otherwise. */
export function withDefaults(options: InitOptions, filled: Filled | undefined): InitOptions {
  if (!filled) return options;
  const { unit, window, profile = {} } = filled;
  const facts = Object.entries(profile).map(([field, value]) => `${field}=${value}`);
  return {
    ...(window !== undefined && { window }),
    unit,
    ...options,
    profile: options.profile.length > 0 ? options.profile : facts,
  };
}

/** An archive travels to Windows, whatever it is made on. */
export function refuseName(name: string, cli: Cli): void {
  const { reserved, illegal, control, trailing } = FLAG;
  if ((nameFlags(name) & (reserved | illegal | control | trailing)) === 0) return;
  throw new DanganError('USAGE', { what: cli.say.init.badFolder({ name }), command: 'init' });
}

/** A file, or the id of a built-in example; a file of that name goes first. */
export async function chooseSystem(wanted: string | undefined, cli: Cli): Promise<string> {
  const { readExamples } = await import('../../io/package-files.js');
  const { isFile, refuseMissing } = await import('../../io/archive/is-file.js');
  const examples = await readExamples();
  if (wanted === undefined) throw new DanganError('SYSTEM_MISSING', { examples });
  const path = resolve(cli.cwd, wanted);
  if (isFile(path)) return path;
  const example = examples.find(({ id }) => id === wanted);
  if (example) return example.path;
  const looksLikePath = /[/\\]|\.ya?ml$/i.test(wanted);
  if (looksLikePath) refuseMissing(path, wanted);
  if (existsSync(path)) throw new DanganError('NOT_A_FILE', { path: wanted });
  const beside = ['.yaml', '.yml']
    .map((end) => wanted + end)
    .find((file) => isFile(resolve(cli.cwd, file)));
  const ids = examples.map(({ id }) => id);
  const near = beside ?? nearest(wanted, ids) ?? ids.find((id) => id.startsWith(wanted));
  throw new DanganError('SYSTEM_UNKNOWN', { system: wanted, nearest: near, examples });
}

export function settingsOf({ unit, profile, window }: InitOptions, cli: Cli) {
  return {
    unit: unitOf(unit, cli),
    profile: profileOf(profile, cli),
    window: window === undefined ? undefined : daysOf(window, cli),
  };
}

function unitOf(unit: string | undefined, cli: Cli): string {
  const name = unit?.trim().normalize('NFC') ?? '';
  if (name !== '') return name;
  const what = cli.say.cli.missingOption({ option: '--unit', command: 'init' });
  throw new DanganError('USAGE', { what, command: 'init' });
}

function profileOf(words: readonly string[], cli: Cli): Readonly<Record<string, string>> {
  const profile = new Map<string, string>();
  for (const word of words) {
    const [field, value] = keyAndValue(word, cli);
    if (profile.has(field)) {
      const what = cli.say.init.profileTwice({ field });
      throw new DanganError('USAGE', { what, command: 'init' });
    }
    profile.set(field, value);
  }
  return Object.fromEntries(profile);
}

function keyAndValue(fact: string, cli: Cli): readonly [string, string] {
  const [, key = '', value = ''] = /^([^=＝]+)[=＝](.*)$/s.exec(fact) ?? [];
  if (key.trim() !== '' && value.trim() !== '') {
    return [key.trim().normalize('NFC'), value.trim().normalize('NFC')];
  }
  throw invalid('--profile', fact, cli.say.init.profileForm, cli);
}

/** `2018..2020`, `2020`, `2018-01-01..2020-12-31`: written out as days. */
function daysOf(typed: string, cli: Cli): string {
  const window = judgeWindow(typed);
  if (!isWindowFault(window)) return `${window.from}..${window.to ?? ''}`;
  const what = cli.say.init.badWindow(window);
  throw new DanganError('USAGE', { what, command: 'init' });
}

function invalid(option: string, value: string, allowed: string, cli: Cli): DanganError {
  const what = cli.say.cli.invalidValue({ option, value, allowed });
  return new DanganError('USAGE', { what, command: 'init' });
}
