/** `dangan.yaml` as it is first written. */
import { schemaLine } from '../schema-line.js';

/** What a new archive is told about itself. */
export interface NewSettings {
  readonly unit: string;
  readonly profile: Readonly<Record<string, string>>;
  /** Path of the scoring system, relative to the archive. */
  readonly system: string;
  /** `2018-01-01..2020-12-31`; `undefined` leaves it to the scoring system. */
  readonly window: string | undefined;
}

/** The remarks that stand in the file, one line each. */
export interface SettingsRemarks {
  readonly head: string;
  readonly unit: string;
  readonly profile: string;
  readonly system: string;
  readonly window: string;
  readonly naming: string;
  readonly folders: string;
  readonly catalogue: string;
  readonly rules: string;
}

/** The file's text: what is set, and what could be, as lines that only need their `#` taken away. */
export function settingsText(settings: NewSettings, remarks: SettingsRemarks): string {
  const profile = Object.entries(settings.profile);
  return [
    schemaLine('dangan.yaml', 'settings'),
    `# ${remarks.head}`,
    '',
    `# ${remarks.unit}`,
    'unit:',
    `  name: ${scalar(settings.unit)}`,
    `  # ${remarks.profile}`,
    ...(profile.length === 0
      ? ['  # profile: { 人数: 120 }']
      : ['  profile:', ...profile.map(([key, value]) => `    ${scalar(key)}: ${scalar(value)}`)]),
    '',
    `# ${remarks.system}`,
    `system: ${scalar(settings.system)}`,
    '',
    `# ${remarks.window}`,
    settings.window === undefined
      ? '# window: 2018-01-01..2020-12-31'
      : `window: ${settings.window}`,
    '',
    `# ${remarks.naming}`,
    '# naming: { digits: 2 }',
    '',
    `# ${remarks.folders}`,
    '# folders: { years: none }',
    '',
    `# ${remarks.catalogue}`,
    '# catalogue: { fonds: Z109, retention: 永久, organ: BGS }',
    '',
    `# ${remarks.rules}`,
    '# rules: { name-title-vague: off }',
    '',
  ].join('\n');
}

/** Plain when nobody could take it for anything else, in double quotes when somebody could. */
function scalar(text: string): string {
  const plain = /^(?:\p{Script=Han}[\p{L}\p{N}（）·—]*|[a-z][\w-]*(?:\/[a-z][\w-]*)*\.yaml)$/u;
  return plain.test(text) ? text : JSON.stringify(text);
}
