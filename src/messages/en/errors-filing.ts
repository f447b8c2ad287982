import { quoted } from '../quoted.js';
import type { NotMeant, ProfileFault } from '../faults.js';
import { add } from './add.js';
import { counted } from './counted.js';
import { askedFor, exampleList, someOf, type Example } from '../lists.js';
import { profileFault } from './profile.js';

interface Unfit {
  readonly shown: string;
  readonly because: keyof typeof add.unfit;
}

function builtIn(examples: readonly Example[]): string {
  const list = exampleList(examples, (base) => ` (adds to ${base})`);
  return `Built-in examples:\n${list}\n    Such as: \`dangan init my-archive --system ${examples.at(-1)?.id ?? 'criteria.yaml'} --unit NAME\``;
}

/** Errors of starting an archive and filing into it. */
function oneOf(by: 'year' | 'code' | 'path'): string {
  if (by === 'path') return 'Name one of them by its path';
  return by === 'code'
    ? 'Name one of them by its code, or more of its name'
    : 'Say which year with --year, or name one of them';
}

export const filingErrors = {
  SYSTEM_MISSING: (d: { examples: readonly Example[] }) => [
    'Say which scoring system the archive is for: --system FILE, or --system with a built-in example',
    builtIn(d.examples),
  ],
  SYSTEM_UNKNOWN: (d: {
    system: string;
    /** A file beside, or an example. */
    nearest: string | undefined;
    examples: readonly Example[];
  }) => [
    `There is no file and no built-in example called “${d.system}”`,
    d.nearest === undefined ? builtIn(d.examples) : `Did you mean ${quoted(d.nearest)}?`,
  ],
  SYSTEM_IS_SETTINGS: (d: { path: string; system: string | undefined }) => [
    `${d.path} has the settings of an archive, and is no scoring system`,
    `${d.system === undefined ? 'Name the file of the scoring system, as in `dangan validate criteria.yaml`' : `The scoring system is ${d.system}: \`dangan validate ${quoted(d.system)}\``}. Whether the settings are in order is told by \`dangan check\`.`,
  ],
  ARCHIVE_EXISTS: (d: { path: string }) => [
    `There is an archive in ${d.path} already; it was left alone`,
    'To bring its folders up to date, run `dangan scaffold` there.',
  ],
  ARCHIVE_AROUND: (d: { path: string; outer: string }) => [
    `${d.path} is inside the archive ${d.outer}; one archive cannot hold another`,
    'Choose a folder outside it.',
  ],
  ARCHIVE_INSIDE: (d: { path: string }) => [
    `${d.path} holds a dangan.yaml, so it is an archive of its own; one archive cannot hold another, and nothing was changed`,
    'Move that folder out of the archive; if its evidence belongs here, file it with `dangan add` afterwards.',
  ],
  FOLDER_NOT_EMPTY: (d: { path: string; first: string; count: number }) => [
    `${d.path} is not empty: it has ${d.first}${d.count > 1 ? ` and ${d.count - 1} more` : ''}; nothing was changed`,
    'Name a folder that does not exist yet, and file what is here afterwards with `dangan add`.',
  ],
  DEMO_FOLDER_NOT_EMPTY: (d: { path: string }) => [
    `There is something in ${d.path} already; nothing was changed`,
    'Name another folder after --keep, or leave it out: the demo then makes a temporary one. What an earlier demo made is still there to look at.',
  ],
  PROFILE_INVALID: (d: { faults: readonly ProfileFault[] }) => [
    `--profile does not fit the scoring system:\n${d.faults.map((fault) => `  ${profileFault(fault)}`).join('\n')}`,
    'Nothing was made. Write the fields and values as the scoring system has them, such as --profile field=value.',
  ],
  TARGET_UNKNOWN: (d: { to: string } & NotMeant) => [
    `No indicator has the code or name “${d.to}”`,
    d.asking.length > 0
      ? `It is in what these indicators ask for; give the code:\n${someOf(askedFor(d.asking), (more) => `… and ${more} more`)}`
      : `${d.nearest === undefined ? `Give a code${d.example === undefined ? '' : ` such as ${d.example}`}, or a part of the name` : `Did you mean “${d.nearest}”`}${d.nearest === undefined ? '.' : '?'} \`dangan scaffold --all\` lists all codes.`,
  ],
  TARGET_WITHOUT_FOLDER: (d: {
    code: string;
    name: string;
    methods: readonly string[];
    takesFiles: boolean;
  }) => [
    d.takesFiles
      ? `${d.code} ${d.name} does not apply to this unit and has no folder`
      : `${d.code} ${d.name} takes no evidence${d.methods.length === 0 ? '' : ` (${d.methods.join(', ')})`} and has no folder`,
    d.takesFiles
      ? 'What it applies to is said by applies in the scoring system, and what the unit is by unit.profile in dangan.yaml; see whether either is wrong.'
      : `What a person decides is written by \`dangan score set ${d.code} POINTS --by WHO --why WHY\`; evidence goes under the indicator that asks for it.`,
  ],
  /** @param d.proof - That the scoring system asks for, to show that it was not triggered. */
  TARGET_IS_VETO: (d: { code: string; proof: string | undefined }) => [
    `“${d.code}” is a veto and has no folder of its own`,
    `${d.proof === undefined ? '' : `Its proof “${d.proof}” goes into the folder of an indicator that it belongs to, under that title, or with requirements=${d.proof} in the ledger. `}Whether it was triggered is said with \`dangan score set ${d.code} no\`.`,
  ],
  INDICATOR_AMBIGUOUS: (d: {
    name: string;
    isCode: boolean;
    found: readonly { readonly code: string; readonly name: string }[];
  }) => [
    `${d.found.length} indicators have ${d.isCode ? `the code “${d.name}”` : `“${d.name}” in their names`}: it cannot be told which one is meant`,
    `Give one of these codes:\n${someOf(
      d.found.map(({ code, name }) => `${code}  ${name}`),
      (more) => `… and ${more} more`,
    )}`,
  ],
  OWNER_UNKNOWN: (d: { owner: string; nearest: string | undefined; known: readonly string[] }) => [
    `The scoring system names no department “${d.owner}”`,
    d.known.length === 0
      ? 'It names none at all: leave --owner out, or give the indicators an `owner`.'
      : `${d.nearest === undefined ? '' : `Did you mean “${d.nearest}”? `}There are:\n${someOf(d.known, (more) => `… and ${more} more`)}`,
  ],
  TARGET_AMBIGUOUS: (d: {
    to: string;
    folders: readonly string[];
    by: 'year' | 'code' | 'path';
  }) => [
    `“${d.to}” could mean ${d.folders.length} folders`,
    `${oneOf(d.by)}:\n${someOf(d.folders, (more) => `… and ${more} more`)}`,
  ],
  YEAR_UNKNOWN: (d: { year: number; years: readonly number[] }) => [
    d.years.length === 0
      ? 'This archive has no year folders, so --year has nothing to choose from'
      : `This archive has no folder for ${d.year}; its years are ${d.years.join(', ')}`,
    d.years.length === 0
      ? 'Leave --year out; or set `folders: { years: leaf }` in dangan.yaml and run `dangan scaffold` first.'
      : 'Give one of these years. They follow `window` in dangan.yaml or the scoring system.',
  ],
  /** `year` is one that has no folder. */
  YEAR_NOT_TOLD: (d: {
    files: readonly { readonly path: string; readonly year: number | undefined }[];
    years: readonly number[];
  }) => [
    `${counted(d.files.length, 'file')} of no year that has a folder; nothing was filed:\n${someOf(
      d.files.map(({ path, year }) => `${path}${year === undefined ? '' : ` (${year})`}`),
      (more) => `… and ${more} more`,
    )}`,
    `File year by year with --year; or write the date into the file names first, and file all at once. Years with folders: ${d.years.join(', ')}.`,
  ],
  NOTHING_TO_FILE: (d: { unfit: readonly Unfit[] }) => [
    d.unfit[0] === undefined
      ? 'There is no file to file'
      : `There is nothing to file: ${d.unfit[0].shown} ${add.unfit[d.unfit[0].because]}${d.unfit.length > 1 ? ` (and ${d.unfit.length - 1} more cannot be filed)` : ''}`,
    d.unfit[0]?.because === 'garbled'
      ? 'Rename the files first; for many of them on Linux, `convmv -r -f gbk -t utf8 --notest FOLDER`.'
      : 'Give files or folders (`dangan add *.docx --to 1.1`), or a list on standard input.',
  ],
  FILED_NAME_TOO_LONG: (d: {
    name: string;
    bytes: number;
    longest: number;
    count: number;
    /** The first of several files whose names are too long, and where it is to go. */
    alone: { path: string; to: string } | undefined;
  }) => [
    `${d.count === 1 ? 'One name' : `${d.count} names`} would be longer than ${d.longest} bytes (${d.name}: ${d.bytes}); nothing was filed`,
    d.alone === undefined
      ? 'Give a shorter title with --title, or shorten the file name first. Titles are never cut.'
      : `File this one by itself first, with a shorter title: \`dangan add ${quoted(d.alone.path)} --to ${quoted(d.alone.to)} --title "A shorter title"\`; then the others, which will not file it again. Titles are never cut.`,
  ],
  FOLDER_FULL: (d: { folder: string; highest: number; count: number; isEverFull: boolean }) => [
    `${d.folder} has no ordinal left for ${d.count} more: they end at ${d.highest}; nothing was filed`,
    d.isEverFull
      ? 'Ordinals of three digits end at 999, too. File some of it under another indicator; where it is of several years, put `folders: { years: leaf }` into dangan.yaml, which gives each year a folder, and file again.'
      : 'Put `naming: { digits: 3 }` into dangan.yaml, then run `dangan fix` and this again.',
  ],
  SOURCE_IS_ARCHIVE: (d: { path: string }) => [
    `${d.path} is the archive itself or a part that keeps it together; nothing was filed`,
    'Name the files that you want to file.',
  ],
  SOURCE_IS_WHOLE: (d: { path: string; mark: string; evidence: string }) => [
    `${d.path} is ${d.mark === 'bagit.txt' ? 'a bundle' : 'another archive'} (there is a ${d.mark} in it), and no evidence as a whole; nothing was filed`,
    `${d.mark === 'bagit.txt' ? '' : `If it is a copy of this archive, \`dangan merge ${quoted(d.path)}\` brings in what is new, with its ledger entries. `}For some of its files, which are in ${d.evidence}: \`dangan add ${quoted(`${d.evidence}/folder/file.pdf`)} --to CODE\`.`,
  ],
  SOURCE_IS_FILED: (d: { path: string; to: string }) => [
    `${d.path} is in the archive already; nothing was moved`,
    `To file it under another indicator: \`dangan move ${quoted(d.path)} --to ${quoted(d.to)}\`. It shows its plan first, and the ledger follows.`,
  ],
  MOVE_NO_EVIDENCE: (d: { path: string }) => [
    `${d.path} is no evidence of this archive; nothing was moved`,
    'Name a file in the folder of an indicator, or the code and the ordinal, as in `2.2/05`. What is not in the archive yet is filed with `dangan add`.',
  ],
  MOVE_AMBIGUOUS: (d: { path: string; names: readonly string[] }) => [
    `${d.path} could be any of ${d.names.length}: ${d.names.join(', ')}`,
    'Give the name of the file.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
