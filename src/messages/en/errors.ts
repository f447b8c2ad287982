import type { PathMeant } from '../faults.js';
import { inQuotes, quoted } from '../quoted.js';
import { shortened, someOf } from '../lists.js';
import { counted } from './counted.js';
import { bagProfileErrors } from './bag-profile.js';
import { bundleErrors } from './errors-bundle.js';
import { gitErrors } from './errors-git.js';
import { filingErrors } from './errors-filing.js';
import { ledgerErrors } from './ledger.js';
import { mergeErrors } from './merge.js';
import { scoreSetErrors } from './score-set.js';
import { waiverErrors } from './waivers.js';
import { officeErrors } from './errors-office.js';
import { packErrors } from './errors-pack.js';
import { ledgerSheetErrors } from './ledger-sheet.js';
import { reviewErrors } from './review.js';
import { scoreErrors } from './score.js';
import { keyErrors } from './signing.js';
import { settings } from './settings.js';

type Because = 'missing' | 'changed' | 'edited' | 'taken';

const because: Record<Because, (path: string) => string> = {
  missing: (path) => `${path} is no longer there`,
  changed: (path) => `${path} was changed since`,
  edited: (path) => `${path} was edited since`,
  taken: (path) => `${path} is taken by something else by now`,
};

const MOST_LATER = 3;

/** Changes that built on one: each has to be taken back before it. */
function laterFirst(d: { id: string; later: readonly string[] }): string {
  if (d.later.length === 0) return '';
  const more = d.later.length - MOST_LATER;
  const commands = d.later.slice(0, MOST_LATER).map((id) => `\`dangan undo ${id}\``);
  const rest = more > 0 ? `, and ${more} more (see \`dangan log\`)` : '';
  return `First take back what was changed there since, the newest first: ${commands.join(', ')}${rest}; then \`dangan undo ${d.id}\`. `;
}

function stopped(reason: string, path: string): string {
  switch (reason) {
    case 'FILE_IN_USE':
      return `${path} is open in another program`;
    case 'PERMISSION_DENIED':
      return `No permission to change ${path}, or it is open in another program`;
    case 'DISK_FULL':
      return `The disk is full at ${path}`;
    case 'TARGET_EXISTS':
      return `${path} is there already and was left alone`;
    case 'CHANGED_SINCE':
      return `${path} was changed by somebody else in the meantime`;
    case 'FILE_NOT_FOUND':
      return `${path} is no longer there`;
    case 'ANOTHER_DISK':
      return `${path} cannot be moved to another disk as it is`;
    default:
      return `${path} could not be changed`;
  }
}

/** A fault of dangan.yaml: its line, and which of the sentences in settings.ts tells it. */
interface SettingsFault {
  readonly at: { readonly line: number };
  readonly messageId: keyof typeof settings;
  readonly data: object;
}

function faultLine({ at, messageId, data }: SettingsFault): string {
  return `${at.line}: ${(settings[messageId] as (data: object) => string)(data)}`;
}

/** How a change that was begun is gone on with; nobody asked the other commands to. */
function goOn(verb: string): string {
  return `run \`dangan ${verb === 'undo' ? 'undo' : 'fix --write'}\``;
}

/** By error code: what happened, and what to do. */
function pathMeant(meant: PathMeant | undefined): string {
  switch (meant?.is) {
    case 'quotes':
      return 'It has Chinese quotation marks, which no command line knows: use "…", or none where the path has no blanks.';
    case 'dead-link':
      return 'It is a link to a file that is gone: find that file.';
    case 'beside':
      return `There is ${inQuotes(meant.name)}: is it that? Check the path.`;
    case 'indicator':
      return `“${meant.code}” is an indicator and no folder: \`dangan ${meant.command} --indicator ${quoted(meant.code)}\`.`;
    case 'folders':
      return `“${meant.word}” is an indicator; give its folder:\n${someOf(meant.folders.map(inQuotes), (more) => `… and ${more} more`)}`;
    case 'not-indicator':
      return meant.wants === 'file'
        ? `“${meant.word}” is an indicator; give the file of the evidence.`
        : `“${meant.word}” is an indicator, and this command is about the whole archive: run it there without one. The evidence of one indicator is given by \`dangan bind --indicator ${quoted(meant.code)} -o evidence.pdf\`.`;
    case 'owner':
      return `“${meant.owner}” is an owner: \`dangan ${meant.command} --owner ${quoted(meant.owner)}\`.`;
    case 'blanks':
      return `A path with blanks stands in quotation marks: ${inQuotes(meant.path)}`;
    case 'strokes':
      return `Paths are written with / here: ${inQuotes(meant.path)}`;
    case 'pattern':
      return 'No file is called so; it may be in another folder.';
    case 'setting':
      return `system in dangan.yaml is ${meant.written}: write the path of the scoring system there, from the archive's folder${meant.name === undefined ? '' : `. Is it ${meant.name}?`}`;
    case 'new-folder':
      return 'Make that folder first, or give one that is there.';
    case undefined:
    default:
      return 'Check the path.';
  }
}

function ownersOf({ option, owners }: { option: string; owners: readonly string[] }): string {
  return owners.length === 0
    ? ''
    : `${option} is an option of ${owners.map((each) => `\`dangan ${each}\``).join(', ')}. `;
}

function named(command: string): string {
  return command === '' ? 'dangan' : `dangan ${command}`;
}

export const errors = {
  ...filingErrors,
  ...gitErrors,
  ...mergeErrors,
  ...ledgerErrors,
  ...scoreSetErrors,
  ...waiverErrors,
  USAGE: (d: { what: string; command: string | undefined }) => [
    d.what,
    `See \`dangan ${d.command === undefined ? '' : `${d.command} `}--help\`.`,
  ],
  ...bundleErrors,
  ...bagProfileErrors,
  COMMAND_UNKNOWN: (d: {
    command: string;
    nearest: string | undefined;
    within?: string | undefined;
  }) => [
    `There is no command “${d.command}”`,
    d.nearest
      ? `Did you mean \`dangan ${d.nearest}\`?`
      : `See \`${named(d.within ?? '')} --help\` for all commands.`,
  ],
  OPTION_UNKNOWN: (d: {
    option: string;
    command: string;
    nearest: string | undefined;
    /** What to do instead, in a sentence. */
    instead?: string | undefined;
    /** Other commands, whose option it is. */
    owners: readonly string[];
  }) => [
    `\`${named(d.command)}\` has no option ${d.option}`,
    d.instead ??
      (d.nearest
        ? `Did you mean ${d.nearest}?`
        : `${ownersOf(d)}See \`${named(d.command)} --help\`.`),
  ],
  RULE_UNKNOWN: (d: {
    rule: string;
    nearest: string | undefined;
    /** The rules of the area that it names. */
    area: readonly string[];
  }) => [
    d.area.length > 0
      ? `“${d.rule}” is an area of rules, and one rule is explained at a time`
      : `There is no rule “${d.rule}”`,
    d.area.length > 0
      ? `In it are:\n${someOf(d.area, (more) => `… and ${more} more (see \`dangan rules\`)`)}`
      : d.nearest
        ? `Did you mean ${d.nearest}? \`dangan rules\` lists them all.`
        : 'See `dangan rules` for all of them.',
  ],
  RULES_IN_ONE: (d: { word: string; several: readonly string[] }) => [
    `Each --rule names one rule; “${d.word}” names ${d.several.length}`,
    `Write: ${d.several.map((each) => `--rule ${each}`).join(' ')}`,
  ],
  SETTING_UNKNOWN: (d: { key: string; nearest: string | undefined; like: readonly string[] }) => [
    `There is no setting “${d.key}”`,
    d.like.length > 0
      ? `There is ${d.like.join(', ')}.`
      : d.nearest
        ? `Did you mean ${d.nearest}? \`dangan config show\` lists them all.`
        : 'See `dangan config show` for all of them.',
  ],
  RULE_ELSEWHERE: (d: { rule: string; command: string }) => [
    `This command does not judge by ${d.rule}`,
    `\`dangan ${d.command}\` does.`,
  ],
  WORKING_FOLDER_GONE: () => [
    'The folder that you are in is no longer there: it was removed, renamed or unmounted',
    'Go to a folder that is there (`cd`) and run the command again.',
  ],
  ARCHIVE_NOT_FOUND: (d: { path: string; bundle?: string | undefined }) =>
    d.bundle === undefined
      ? [
          `No archive at ${d.path} or above it (no dangan.yaml)`,
          'Go to the archive’s folder, give its path, or make one with `dangan init`.',
        ]
      : [
          `${d.path} is a bundle, not an archive`,
          `Judge it with \`dangan verify ${inQuotes(d.bundle)}\`, which also tells what evidence is missing; index.html in it shows the evidence by indicator. The self score is reckoned in the unit’s own archive; those who inspect give their points on index.html, or on the sheet of \`dangan review sheet\`.`,
        ],
  EVIDENCE_FOLDER_MISSING: (d: { path: string; evidence: string }) => [
    `There is no folder ${d.path}, so there is no evidence to check`,
    `Make it with \`dangan scaffold\`; where the evidence is elsewhere, set “evidence” in dangan.yaml (now “${d.evidence}”).`,
  ],
  ARCHIVE_UNREADABLE: (d: { path: string }) => [
    `Cannot read the folder ${d.path}`,
    'Check that it is there and that you may read it.',
  ],
  WATCH_LIMIT: (d: { folders: number; code: string }) => [
    `The system watches no more folders than the ${d.folders} that are watched now (${d.code})`,
    'On Linux the limit is set by `sudo sysctl fs.inotify.max_user_watches=1048576 fs.inotify.max_user_instances=1024`; closing other programs that watch files (editors, cloud drives) helps, too. Without --watch, `dangan check` needs none of this.',
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
    `${d.path} cannot be used as a scoring system: ${counted(d.count, 'error')}`,
    `See them with \`dangan validate ${inQuotes(d.path)}\`.`,
  ],
  ARCHIVE_LOCKED: (d: { pid: number; host: string; path: string }) => [
    `Another dangan is changing this archive (process ${d.pid} on ${d.host})`,
    `Wait until it is done. If none is running, delete ${d.path} and run the command again.`,
  ],
  JOURNAL_DAMAGED: (d: { path: string }) => [
    `The journal cannot be read: ${d.path}`,
    'Bring that file back from a copy of the archive, or move its folder out of .dangan/journal; that change can then not be taken back.',
  ],
  JOURNAL_UNFINISHED: (d: { id: string; verb: string; done: number; steps: number }) => [
    `An earlier change was interrupted: ${d.verb} ${d.id}, ${d.done} of ${d.steps} steps made`,
    `To finish it, ${goOn(d.verb)}${d.verb === 'undo' ? '' : ', or take it back with `dangan undo`'}; then run the command again.`,
  ],
  ENTRY_NOT_FOUND: (d: { id: string }) => [
    `There is no change ${d.id} in the journal`,
    'See all of them with `dangan log`.',
  ],
  ENTRY_AMBIGUOUS: (d: { id: string; entries: readonly { id: string; verb: string }[] }) => [
    `${d.id} may mean any of ${d.entries.length} changes\n${someOf(
      d.entries.map(({ id, verb }) => `${id}  ${verb}`),
      (count) => `… and ${count} more`,
    )}`,
    `Name one in full, such as \`dangan undo ${d.entries[0]?.id ?? ''}\`; \`dangan log\` tells what each was about.`,
  ],
  ENTRY_UNDONE: (d: { id: string; by: string }) => [
    `Change ${d.id} has been taken back already, by ${d.by}`,
    `To bring it back, run \`dangan undo ${d.by}\`.`,
  ],
  NOTHING_TO_UNDO: () => ['There is nothing to take back', 'See all changes with `dangan log`.'],
  NOTHING_INTERRUPTED: () => [
    'No change is interrupted, so there is nothing to leave as it stands',
    '`--leave` is only for a change that was interrupted. To take a finished change back, run `dangan undo` without it.',
  ],
  UNDO_BLOCKED: (d: {
    id: string;
    shown: readonly { path: string; because: Because }[];
    count: number;
    canSkip: boolean;
    edited: boolean;
    later: readonly string[];
  }) => [
    [
      `Change ${d.id} was not taken back: ${counted(d.count, 'thing stands', 'things stand')} in the way`,
      ...d.shown.map((each) => `  ${because[each.because](each.path)}`),
      ...(d.count > d.shown.length
        ? [`  … ${d.count - d.shown.length} more (\`--all\` lists them)`]
        : []),
    ].join('\n'),
    `Nothing was moved. ${laterFirst(d)}${d.edited && d.later.length === 0 ? `\`dangan undo ${d.id} --edited\` takes edited files back too and keeps what was written in them. ` : ''}${d.canSkip ? `\`dangan undo ${d.id} --skip\` takes back everything else and leaves these as they are. ` : ''}${d.later.length > 0 ? '' : 'An earlier change is taken back by its number: see `dangan log`.'}`,
  ],
  CHANGED_SINCE: (d: { path: string }) => [
    `${d.path} was changed by somebody else in the meantime`,
    'Nothing was overwritten. Run the command again to work with what is there now.',
  ],
  CHANGE_STOPPED: (d: {
    id: string;
    verb: string;
    done: number;
    total: number;
    path: string;
    reason: string;
  }) => [
    `${stopped(d.reason, d.path)}: stopped after ${d.done} of ${d.total} steps; nothing is lost`,
    `Put that right and ${goOn(d.verb)} to go on${d.verb === 'undo' ? '' : ', or take it back with `dangan undo`'} (change ${d.id}).`,
  ],
  PLAN_INVALID: (d: { path: string; what: string }) => [
    `${d.path} is not a plan of dangan: ${d.what}`,
    'Make one with `dangan fix -o PLAN.json`.',
  ],
  PLAN_STALE: (d: { path: string }) => [
    `The archive is not what it was when ${d.path} was made`,
    'Make a new plan with `dangan fix -o PLAN.json`.',
  ],
  REPORT_OVER_FILE: (d: { path: string }) => [
    `${d.path} is a file of another kind, and would be lost if it were written over; it was left alone`,
    'Give another name, such as check.json.',
  ],
  FILE_NOT_FOUND: (d: { path: string; meant?: PathMeant }) => [
    `There is no ${d.path}`,
    pathMeant(d.meant),
  ],
  FILE_UNREADABLE: (d: { path: string; reason: string }) => [
    `Cannot read ${d.path} (${d.reason})`,
    'Check the disk or the network drive and try again.',
  ],
  LINK_LOOP: (d: { path: string }) => [
    `${d.path} is a link that leads back to itself`,
    'Put the file or the folder itself in the place of the link.',
  ],
  NAME_TOO_LONG: (d: { path: string }) => [
    `A name in this path is too long for the disk: ${shortened(d.path)}`,
    'Give a shorter name; a name may have 255 bytes, which is about 85 Chinese characters.',
  ],
  PATH_NOT_UTF8: (d: { path: string }) => [
    `Where � is shown, ${shortened(d.path)} has bytes that are not UTF-8 (often GBK of an old system): it cannot be opened`,
    'Rename that folder or file first, then run this again. For many of them, run `convmv -r -f gbk -t utf8 --notest FOLDER` in the folder above.',
  ],
  NOT_A_FILE: (d: { path: string }) => [
    `${d.path} is a folder or a special file, not an ordinary file`,
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
  FILES_IN_USE: (d: { paths: readonly string[]; count: number; denied: boolean }) => [
    [
      `${d.count} files are open in other programs; this run changed nothing`,
      ...d.paths.map((path) => `  ${path}`),
      ...(d.count > d.paths.length ? [`  … and ${d.count - d.paths.length} more`] : []),
    ].join('\n'),
    `Close them there (WPS, Word, Excel, a viewer) and run the command again.${d.denied ? ' What is not open may be a matter of permission.' : ''}`,
  ],
  PERMISSION_DENIED: (d: { path: string }) => [
    `No permission to read or change ${d.path}`,
    'It may be read-only, belong to another user, or be open in another program, as may something in it where it is a folder. Close that, or ask for permission, and run the command again.',
  ],
  DISK_FULL: (d: { path: string }) => [
    `The disk is full: could not finish writing ${d.path}`,
    'Free some space or choose another disk. Nothing that was there has been lost.',
  ],
  TARGET_EXISTS: (d: { path: string }) => [
    `${d.path} is there already and was left alone`,
    'Choose another name, or move it away first.',
  ],
  OUTPUT_UNWRITABLE: (d: { reason: string }) => [
    `The result could not be written out in full (${d.reason})`,
    'See whether the place it goes to is full or read-only, and run it again with another. What was changed stays changed: `dangan log` lists it.',
  ],
  ANOTHER_DISK: (d: { path: string; to?: string }) => [
    d.to === undefined
      ? `${d.path} cannot be moved to another disk as it is`
      : `${d.path} cannot be moved to ${d.to}: they are on two disks`,
    'Folders and links are not moved from one disk to another. Copy it there yourself, compare, remove the original, and run the command again; or use `dangan add` without --move.',
  ],
  INTERRUPTED: (d: { id?: string; verb?: string; resume?: boolean }) =>
    d.id === undefined || d.verb === undefined
      ? [
          'Interrupted',
          d.resume === true
            ? 'Run the same command with --resume to go on.'
            : 'Run the command again to go on.',
        ]
      : [
          'Interrupted; nothing is lost',
          `To go on, ${goOn(d.verb)}${d.verb === 'undo' ? '' : '; to take it back, `dangan undo`'} (change ${d.id}).`,
        ],
  ...officeErrors,
  ...packErrors,
  ...keyErrors,
  ...ledgerSheetErrors,
  ...reviewErrors,
  ...scoreErrors,
} satisfies Record<string, (data: never) => readonly [string, string]>;
