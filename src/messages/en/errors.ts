import { bundleErrors } from './errors-bundle.js';
import { packErrors } from './errors-pack.js';
import { settings } from './settings.js';

/** A fault of dangan.yaml: its line, and which of the sentences in settings.ts tells it. */
interface SettingsFault {
  readonly at: { readonly line: number };
  readonly messageId: keyof typeof settings;
  readonly data: object;
}

function faultLine({ at, messageId, data }: SettingsFault): string {
  return `${at.line}: ${(settings[messageId] as (data: object) => string)(data)}`;
}

/** By error code: what happened, and what to do. */
export const errors = {
  USAGE: (d: { what: string; command: string | undefined }) => [
    d.what,
    `See \`dangan ${d.command === undefined ? '' : `${d.command} `}--help\`.`,
  ],
  ...bundleErrors,
  COMMAND_UNKNOWN: (d: { command: string; nearest: string | undefined }) => [
    `There is no command “${d.command}”`,
    d.nearest ? `Did you mean \`dangan ${d.nearest}\`?` : 'See `dangan --help` for all commands.',
  ],
  OPTION_UNKNOWN: (d: { option: string; command: string; nearest: string | undefined }) => [
    `\`dangan ${d.command}\` has no option ${d.option}`,
    d.nearest ? `Did you mean ${d.nearest}?` : `See \`dangan ${d.command} --help\`.`,
  ],
  RULE_UNKNOWN: (d: { rule: string; nearest: string | undefined }) => [
    `There is no rule “${d.rule}”`,
    d.nearest
      ? `Did you mean ${d.nearest}? \`dangan rules\` lists them all.`
      : 'See `dangan rules` for all of them.',
  ],
  ARCHIVE_NOT_FOUND: (d: { path: string }) => [
    `No archive at ${d.path} or above it (no dangan.yaml)`,
    'Go to the archive’s folder, give its path, or make one with `dangan init`.',
  ],
  ARCHIVE_UNREADABLE: (d: { path: string }) => [
    `Cannot read the folder ${d.path}`,
    'Check that it is there and that you may read it.',
  ],
  ARCHIVE_TOO_DEEP: (d: { path: string; deepest: number }) => [
    `More than ${d.deepest} folders inside each other at ${d.path}`,
    'No archive is that deep. See what made these folders, move them out, and run the command again.',
  ],
  SETTINGS_INVALID: (d: { path: string; problems: readonly SettingsFault[] }) => [
    d.problems.length === 1
      ? `${d.path}:${d.problems.map(faultLine).join('')}`
      : `${d.problems.length} settings are wrong in ${d.path}\n${d.problems.map((each) => `  line ${faultLine(each)}`).join('\n')}`,
    'Mend dangan.yaml there and run the command again.',
  ],
  SYSTEM_INVALID: (d: { path: string; count: number }) => [
    `${d.path} cannot be used as a scoring system: ${d.count} ${d.count === 1 ? 'error' : 'errors'}`,
    `See them with \`dangan validate "${d.path}"\`.`,
  ],
  FILE_NOT_FOUND: (d: { path: string }) => [`There is no ${d.path}`, 'Check the path.'],
  FILE_UNREADABLE: (d: { path: string; reason: string }) => [
    `Cannot read ${d.path} (${d.reason})`,
    'Check the disk or the network drive and try again.',
  ],
  NOT_A_FILE: (d: { path: string }) => [
    `${d.path} is a folder, not a file`,
    'Give the path of a file.',
  ],
  NOT_A_FOLDER: (d: { path: string }) => [
    `${d.path} is not a folder`,
    'Give the path of a folder.',
  ],
  FILE_IN_USE: (d: { path: string }) => [
    `${d.path} is open in another program`,
    'Close it there (WPS, Word, Excel, a viewer) and run the command again.',
  ],
  PERMISSION_DENIED: (d: { path: string }) => [
    `No permission to read or change ${d.path}`,
    'It may be read-only or open in another program. Close it, or ask for write permission, and run the command again.',
  ],
  DISK_FULL: (d: { path: string }) => [
    `The disk is full: could not finish writing ${d.path}`,
    'Free some space or choose another disk. Nothing that was there has been lost.',
  ],
  TARGET_EXISTS: (d: { path: string }) => [
    `${d.path} is there already and was left alone`,
    'Choose another name, or move it away first.',
  ],
  INTERRUPTED: () => ['Interrupted', 'Run the command again to go on.'],
  ...packErrors,
} satisfies Record<string, (data: never) => readonly [string, string]>;
