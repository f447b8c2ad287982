/** Functions that read and judge. None of them changes an archive, but for what they remember in `.dangan/cache`. */
import { PRESETS } from '../core/rules/presets.js';
import { SEVERITIES } from '../core/rules/levels.js';
import { documentOf, given } from './asking.js';
import type {
  CheckDocument,
  IdentifyDocument,
  LogDocument,
  ScoreDocument,
  StatusDocument,
  StatusState,
  ValidateDocument,
  VerifyDocument,
} from './documents.js';
import { DAY_OPTIONS, OPTIONS, refuseWrong, type Kinds } from './judged.js';
import type { DayOptions, Options } from './options.js';

export interface CheckOptions extends DayOptions {
  /** Rules or areas of them (`name-pattern`, `name`); all of them when there are none. */
  readonly rules?: readonly string[];
  /** From which level on a finding makes `ok` false; what the archive's `dangan.yaml` says, else `error`. */
  readonly failOn?: 'error' | 'warning' | 'info';
  /** Which findings are told; what the archive's `dangan.yaml` says, else `clerk`: all of them. */
  readonly preset?: 'clerk' | 'ci' | 'inspector';
  /** A commit, judged as git holds it: nothing is checked out. */
  readonly ref?: string;
  /** What is staged for the next commit; of single files those that are staged are told. */
  readonly staged?: boolean;
  /** Of single files only those are told that changed since the history parted from this commit. */
  readonly changedSince?: string;
}

const CHECK: Kinds<CheckOptions> = {
  ...DAY_OPTIONS,
  rules: 'texts',
  failOn: SEVERITIES,
  preset: PRESETS,
  ref: 'text',
  staged: 'flag',
  changedSince: 'text',
};

/**
 * Judge a scoring system, as `dangan validate` does.
 *
 * @param file - Of a scoring system. A faulty one is a result with `ok: false`, and is not thrown.
 */
export async function validate(file: string, options: Options = {}): Promise<ValidateDocument> {
  refuseWrong({ command: 'validate', kinds: OPTIONS }, options, ['file', file, 'name']);
  const command = await import('../commands/validate.js');
  return documentOf(options, (cli) => command.validate(file, { format: 'json' }, cli));
}

/**
 * Check the archive that a place is in, as `dangan check` does.
 *
 * @param places - A folder or file of one archive; of several, only findings below them are told.
 * @throws {DanganError} RULE_UNKNOWN; with `ref`, `staged` and `changedSince` GIT_NO_REPOSITORY, GIT_REF_UNKNOWN and
 *   others that begin with `GIT_`.
 */
export async function check(
  places: string | readonly string[],
  options: CheckOptions = {},
): Promise<CheckDocument> {
  refuseWrong({ command: 'check', kinds: CHECK }, options, ['places', places, 'places']);
  const { rules = [], failOn, preset, ref, staged, changedSince, today, ...surroundings } = options;
  const command = await import('../commands/check.js');
  const rest = given({ today, failOn, preset, ref, staged, changedSince });
  const asked = { format: 'json', report: [], rule: rules, ...rest } as const;
  return documentOf(surroundings, (cli) => command.check([places].flat(), asked, cli));
}

export interface StatusOptions extends DayOptions {
  /** Everything unless told otherwise. */
  readonly states?: readonly StatusState[];
  /** Code of an indicator: it and what is below it. */
  readonly indicator?: string;
  /** Key or name of a department. */
  readonly owner?: string;
}

const STATUS: Kinds<StatusOptions> = {
  ...DAY_OPTIONS,
  states: 'texts',
  indicator: 'text',
  owner: 'text',
};

/**
 * What is owed in the archive that a place is in, as `dangan status` tells it.
 *
 * @throws {DanganError} TARGET_UNKNOWN, OWNER_UNKNOWN - of the indicator or the department that is asked about.
 */
export async function status(place: string, options: StatusOptions = {}): Promise<StatusDocument> {
  refuseWrong({ command: 'status', kinds: STATUS }, options, ['place', place, 'name']);
  const { states, indicator, owner, today, ...surroundings } = options;
  const command = await import('../commands/status.js');
  const state = states?.join(',');
  const asked = { format: 'json', ...given({ state, indicator, owner, today }) } as const;
  return documentOf(surroundings, (cli) => command.status(place, asked, cli));
}

export interface ScoreOptions extends DayOptions {
  /** Code of an indicator: only what is told of it. */
  readonly indicator?: string;
  /** Also by department. */
  readonly byOwner?: boolean;
}

const SCORE: Kinds<ScoreOptions> = { ...DAY_OPTIONS, indicator: 'text', byOwner: 'flag' };

/**
 * The self score of the archive that a place is in, with what is behind each point, as `dangan score` reckons it.
 *
 * @throws {DanganError} TARGET_UNKNOWN, INDICATOR_AMBIGUOUS, SCORE_INDICATOR_UNKNOWN
 */
export async function score(place: string, options: ScoreOptions = {}): Promise<ScoreDocument> {
  refuseWrong({ command: 'score', kinds: SCORE }, options, ['place', place, 'name']);
  const { indicator, byOwner = false, today, ...surroundings } = options;
  const command = await import('../commands/score.js');
  const asked = { format: 'json', byOwner, ...given({ indicator, today }) } as const;
  return documentOf(surroundings, (cli) => command.score(place, asked, cli));
}

export interface VerifyOptions extends DayOptions {
  /** File of a minisign public key, or the key itself: whose signature there must be. */
  readonly key?: string;
  /** File of the scoring system that the bundle is to be made for. */
  readonly system?: string;
  /** File of a BagIt profile to judge by. */
  readonly profile?: string;
  /** Read only the evidence of these indicators; lists are judged in any case. */
  readonly indicators?: readonly string[];
}

const VERIFY: Kinds<VerifyOptions> = {
  ...DAY_OPTIONS,
  key: 'text',
  system: 'text',
  profile: 'text',
  indicators: 'texts',
};

/**
 * Judge a bundle where it lies, or any BagIt bag, in a folder, a zip or a tar, as `dangan verify` does.
 *
 * @returns `ok: false` for one that does not hold, also where its zip is made to do harm.
 * @throws {DanganError} BUNDLE_NOT_A_BAG, BUNDLE_NOT_A_ZIP and others: it is no bundle, or cannot be read.
 */
export async function verify(bundle: string, options: VerifyOptions = {}): Promise<VerifyDocument> {
  refuseWrong({ command: 'verify', kinds: VERIFY }, options, ['bundle', bundle, 'name']);
  const { key, system, profile, indicators = [], today, ...surroundings } = options;
  const command = await import('../commands/verify.js');
  const rest = given({ key, system, profile, today });
  const asked = { format: 'json', indicator: indicators, ...rest } as const;
  return documentOf(surroundings, (cli) => command.verify(bundle, asked, cli));
}

/** What files really are, by their bytes, as `dangan identify` tells; of folders, all files below. */
export async function identify(
  places: readonly string[],
  options: Options = {},
): Promise<IdentifyDocument> {
  refuseWrong({ command: 'identify', kinds: OPTIONS }, options, ['places', places, 'names']);
  const command = await import('../commands/identify.js');
  return documentOf(options, (cli) => command.identify(places, 'json', cli));
}

/** The changes that were made to the archive that a place is in, the oldest first, as `dangan log` lists them. */
export async function log(place: string, options: Options = {}): Promise<LogDocument> {
  refuseWrong({ command: 'log', kinds: OPTIONS }, options, ['place', place, 'name']);
  const command = await import('../commands/log.js');
  return documentOf(options, (cli) => command.log(place, 'json', cli));
}
