/** Functions that make an archive and file in it, and those that print what it holds. */
import { STAMP_CONVERSIONS } from '../core/stamp/types.js';
import { documentOf, given } from './asking.js';
import type {
  AddDocument,
  BindDocument,
  CatalogueDocument,
  InitDocument,
  ScaffoldDocument,
  StampDocument,
} from './documents.js';
import { DAY_OPTIONS, OFFICE_OPTIONS, OPTIONS, refuseWrong, type Kinds } from './judged.js';
import type { DayOptions, OfficeOptions, Options } from './options.js';

export interface InitOptions extends Options {
  /** File of the scoring system, or the name of a built-in example. */
  readonly system: string;
  /** Full name of the unit that the archive is about. */
  readonly unit: string;
  /** Facts about the unit that decide what applies to it: `{ staff: '120' }`. */
  readonly profile?: Readonly<Record<string, string>>;
  /** Days that evidence must come from: `2018..2020`, `2018-01-01..2020-12-31`; those of the scoring system otherwise. */
  readonly window?: string;
  /** With the evidence, ledgers and scores that the built-in example has. */
  readonly filled?: boolean;
  /** Make the clone that the folder is in ready for two people. */
  readonly git?: boolean;
  /** With `git`: large files by Git LFS. */
  readonly lfs?: boolean;
  /** Also the files by which these servers check the archive. */
  readonly ci?: readonly ('github' | 'gitlab' | 'gitee' | 'jenkins')[];
}

const INIT: Kinds<InitOptions> = {
  ...OPTIONS,
  system: 'name',
  unit: 'text',
  profile: 'facts',
  window: 'text',
  filled: 'flag',
  git: 'flag',
  lfs: 'flag',
  ci: 'texts',
};

/**
 * Make a new archive with all of its folders, as `dangan init` does.
 *
 * @param folder - New, or without an archive.
 * @throws {DanganError} ARCHIVE_EXISTS, SYSTEM_UNKNOWN, SYSTEM_INVALID, PROFILE_INVALID and others; nothing is left then of
 *   what was made.
 */
export async function init(folder: string, options: InitOptions): Promise<InitDocument> {
  refuseWrong({ command: 'init', kinds: INIT, needed: ['system', 'unit'] }, options, [
    'folder',
    folder,
    'name',
  ]);
  const {
    system,
    unit,
    profile = {},
    window,
    filled,
    git,
    lfs,
    ci = [],
    ...surroundings
  } = options;
  const command = await import('../commands/init.js');
  const facts = Object.entries(profile).map(([field, value]) => `${field}=${value}`);
  const rest = given({ window, filled, git, lfs });
  const asked = { format: 'json', system, unit, profile: facts, ci, ...rest } as const;
  return documentOf(surroundings, (cli) => command.init(folder, asked, cli));
}

export interface ScaffoldOptions extends Options {
  /** Also rename folders that the scoring system calls otherwise by now; without it they are told. */
  readonly write?: boolean;
}

const SCAFFOLD: Kinds<ScaffoldOptions> = { ...OPTIONS, write: 'flag' };

/**
 * Make the folders that are missing in the archive that a place is in, as `dangan scaffold` does; none is deleted.
 *
 * @throws {DanganError} with `write`, ARCHIVE_LOCKED, and CHANGE_STOPPED after some changes.
 */
export async function scaffold(
  place: string,
  options: ScaffoldOptions = {},
): Promise<ScaffoldDocument> {
  refuseWrong({ command: 'scaffold', kinds: SCAFFOLD }, options, ['place', place, 'name']);
  const { write = false, ...surroundings } = options;
  const command = await import('../commands/scaffold.js');
  const asked = { format: 'json', write } as const;
  return documentOf(surroundings, (cli) => command.scaffoldArchive(place, asked, cli));
}

export interface AddOptions extends Options {
  /** Code of the indicator, or its path of codes. */
  readonly to: string;
  /** Of the year folder, where there is one for each year. */
  readonly year?: number;
  /** Instead of what the files are called; several keep behind it what tells them apart. */
  readonly title?: string;
  /** Move the files instead of copying them. */
  readonly move?: boolean;
  /** Only tell what would be filed, and how it would be called. */
  readonly dryRun?: boolean;
}

const ADD: Kinds<AddOptions> = {
  ...OPTIONS,
  to: 'text',
  year: 'integer',
  title: 'text',
  move: 'flag',
  dryRun: 'flag',
};

/**
 * File evidence under an indicator of the archive that a place is in, as `dangan add` does: each with the next ordinal,
 * and none twice.
 *
 * @param files - Files and folders, from the working folder; of a folder all that is in it.
 * @returns what was filed and what was not, with why; `entry` is the id that `undo` takes it back by.
 * @throws {DanganError} TARGET_UNKNOWN, NOTHING_TO_FILE, ARCHIVE_LOCKED and others; CHANGE_STOPPED after some changes.
 */
export async function add(
  place: string,
  files: readonly string[],
  options: AddOptions,
): Promise<AddDocument> {
  refuseWrong(
    { command: 'add', kinds: ADD, needed: ['to'] },
    options,
    ['place', place, 'name'],
    ['files', files, 'names'],
  );
  const { to, year, title, move, dryRun, ...surroundings } = options;
  const command = await import('../commands/add.js');
  const text = year === undefined ? undefined : String(year);
  const rest = given({ year: text, title, move, dryRun });
  const asked = { format: 'json', to, archive: place, ...rest } as const;
  return documentOf(surroundings, (cli) => command.add(files, asked, cli));
}

export interface StampOptions extends OfficeOptions {
  /** Write the names into the footers; without it, only what would be done is told. */
  readonly write?: boolean;
  /** Of the text in the footer; what the archive's `dangan.yaml` says otherwise. */
  readonly template?: string;
  /** By LibreOffice, so that old Word files can be stamped, too. */
  readonly convert?: 'docx';
}

const STAMP: Kinds<StampOptions> = {
  ...OFFICE_OPTIONS,
  write: 'flag',
  template: 'text',
  convert: STAMP_CONVERSIONS,
};

/**
 * The names of documents in their footers, as `dangan stamp` writes them.
 *
 * @param places - A folder or file of one archive; of several, only documents below them.
 * @returns what becomes of each document; with `write`, `entry` is the id that `undo` takes it back by.
 * @throws {DanganError} SOFFICE_NOT_FOUND; with `write` ARCHIVE_LOCKED, and CHANGE_STOPPED after some changes.
 */
export async function stamp(
  places: string | readonly string[],
  options: StampOptions = {},
): Promise<StampDocument> {
  refuseWrong({ command: 'stamp', kinds: STAMP }, options, ['places', places, 'places']);
  const { write = false, template, convert, ...surroundings } = options;
  const command = await import('../commands/stamp.js');
  const asked = { format: 'json', write, ...given({ template, convert }) } as const;
  return documentOf(surroundings, (cli) => command.stamp([places].flat(), asked, cli));
}

export interface CatalogueOptions extends Options {
  /** The file to write: `.xlsx`, `.docx`, `.pdf`, `.html` or `.csv`, outside of the evidence. */
  readonly output: string;
  /** 卷内目录, 归档文件目录, 照片目录, 案卷目录; the first unless told otherwise. */
  readonly kind?: 'volume' | 'filed' | 'photos' | 'volumes';
  /** What a volume is. */
  readonly per?: 'folder' | 'indicator' | 'part' | 'archive';
  /** Code of an indicator: it and what is below it. */
  readonly indicator?: string;
  /** Key or name of a department. */
  readonly owner?: string;
  /** Over a file that is there. */
  readonly force?: boolean;
}

const CATALOGUE: Kinds<CatalogueOptions> = {
  ...OPTIONS,
  output: 'name',
  kind: 'text',
  per: 'text',
  indicator: 'text',
  owner: 'text',
  force: 'flag',
};

/**
 * Write a list of what the archive that a place is in holds, as `dangan catalogue` does.
 *
 * @throws {DanganError} SHEET_EXISTS, SHEET_INSIDE_EVIDENCE, TARGET_UNKNOWN, OWNER_UNKNOWN
 */
export async function catalogue(
  place: string,
  options: CatalogueOptions,
): Promise<CatalogueDocument> {
  refuseWrong({ command: 'catalogue', kinds: CATALOGUE, needed: ['output'] }, options, [
    'place',
    place,
    'name',
  ]);
  const { output, kind, per, indicator, owner, force, ...surroundings } = options;
  const command = await import('../commands/catalogue.js');
  const rest = given({ kind, per, indicator, owner, force });
  const asked = { format: 'json', output, ...rest } as const;
  return documentOf(surroundings, (cli) => command.catalogue(place, asked, cli));
}

export interface BindOptions extends DayOptions, OfficeOptions {
  /** The PDF to write, outside of the evidence. */
  readonly output: string;
  /** Code of an indicator: it and what is below it. */
  readonly indicator: string;
  /** Key or name of a department. */
  readonly owner?: string;
  /** Over a file that is there. */
  readonly force?: boolean;
}

const BIND: Kinds<BindOptions> = {
  ...DAY_OPTIONS,
  ...OFFICE_OPTIONS,
  output: 'name',
  indicator: 'text',
  owner: 'text',
  force: 'flag',
};

/**
 * Bind what is filed for an indicator into one PDF with a cover and a list, as `dangan bind` does. What cannot be a page
 * has one that stands for it; so have documents of office programs without LibreOffice.
 *
 * @throws {DanganError} SHEET_EXISTS, SHEET_INSIDE_EVIDENCE, TARGET_UNKNOWN, OWNER_UNKNOWN, SOFFICE_NOT_FOUND
 */
export async function bind(place: string, options: BindOptions): Promise<BindDocument> {
  refuseWrong({ command: 'bind', kinds: BIND, needed: ['output', 'indicator'] }, options, [
    'place',
    place,
    'name',
  ]);
  const { output, indicator, owner, force, today, ...surroundings } = options;
  const command = await import('../commands/bind.js');
  const asked = { format: 'json', output, indicator, ...given({ owner, force, today }) } as const;
  return documentOf(surroundings, (cli) => command.bind(place, asked, cli));
}
