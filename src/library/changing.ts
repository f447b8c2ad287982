/** Functions that write: into the archive, with its journal, or where they are told to. */
import { documentOf, given } from './asking.js';
import type { LogDocument, PackDocument, PlanDocument, UnpackDocument } from './documents.js';
import { DAY_OPTIONS, OPTIONS, refuseWrong, type Kinds } from './judged.js';
import type { DayOptions, Options } from './options.js';

export interface FixOptions extends Options {
  /** Carry the plan out; without it, it is worked out and nothing is changed. */
  readonly write?: boolean;
  /** Also mends that are not safe: renumbering, moving to another indicator, putting aside. */
  readonly unsafe?: boolean;
  /** Rules or areas of them; all of them when there are none. */
  readonly rules?: readonly string[];
}

const FIX: Kinds<FixOptions> = { ...OPTIONS, write: 'flag', unsafe: 'flag', rules: 'texts' };

/**
 * What would mend the archive that a place is in, or with `write` mend it, as `dangan fix` does.
 *
 * @returns the plan, and what it leaves; with `write`, `entry` is the id that `undo` takes it back by.
 * @throws {DanganError} with `write`, before any change: ARCHIVE_LOCKED, DISK_FULL, PERMISSION_DENIED; after some:
 *   CHANGE_STOPPED, from which `undo` or another `fix` goes on.
 */
export async function fix(place: string, options: FixOptions = {}): Promise<PlanDocument> {
  refuseWrong({ command: 'fix', kinds: FIX }, options, ['place', place, 'name']);
  const { write = false, unsafe = false, rules = [], ...surroundings } = options;
  const command = await import('../commands/fix.js');
  const asked = { format: 'json', write, unsafe, rule: rules } as const;
  return documentOf(surroundings, (cli) => command.fix(place, asked, cli));
}

export interface UndoOptions extends Options {
  /** Of the change, from `fix` or `log`; the newest that is not undone when left out. */
  readonly id?: string;
  /** Take back all but what something stands in the way of. */
  readonly skip?: boolean;
  /** Also files that somebody wrote into since. */
  readonly edited?: boolean;
}

const UNDO: Kinds<UndoOptions> = { ...OPTIONS, id: 'text', skip: 'flag', edited: 'flag' };

/**
 * Take back a change of the archive that a place is in, as `dangan undo` does.
 *
 * @returns the entry of the undo, which is a change too and can be taken back.
 * @throws {DanganError} UNDO_BLOCKED - nothing was moved; NOTHING_TO_UNDO, ENTRY_NOT_FOUND and others.
 */
export async function undo(place: string, options: UndoOptions = {}): Promise<LogDocument> {
  refuseWrong({ command: 'undo', kinds: UNDO }, options, ['place', place, 'name']);
  const { id, skip = false, edited = false, ...surroundings } = options;
  const command = await import('../commands/undo.js');
  const asked = { format: 'json', skip, edited } as const;
  return documentOf(surroundings, (cli) => command.takeBack(id, place, asked, cli));
}

export interface PackOptions extends DayOptions {
  /** The file or folder to write; a file in the archive's folder unless told otherwise. */
  readonly output?: string;
  /** A folder instead of a zip. */
  readonly folder?: boolean;
  /** Pack although there are errors; they are told in the bundle. */
  readonly allowErrors?: boolean;
  /** `2GB`: several bundles, none of them larger. */
  readonly maxSize?: string;
  /** Go on with a packing that was interrupted. */
  readonly resume?: boolean;
  /** File of the secret key (minisign) to sign the bundle with. */
  readonly sign?: string;
  /** Of that key, where it has one. */
  readonly password?: string;
}

const PACK: Kinds<PackOptions> = {
  ...DAY_OPTIONS,
  output: 'name',
  folder: 'flag',
  allowErrors: 'flag',
  maxSize: 'text',
  resume: 'flag',
  sign: 'text',
  password: 'text',
};

/**
 * Check the archive that a place is in, and write its bundle, as `dangan pack` does.
 *
 * @returns `ok: false`, with the errors, when some stand in the way: then nothing was written.
 * @throws {DanganError} TARGET_EXISTS, DISK_FULL, FILE_CHANGED, KEY_PASSWORD_NEEDED and others.
 */
export async function pack(place: string, options: PackOptions = {}): Promise<PackDocument> {
  refuseWrong({ command: 'pack', kinds: PACK }, options, ['place', place, 'name']);
  const {
    output,
    folder,
    allowErrors,
    maxSize,
    resume,
    today,
    sign,
    password: keyPassword,
    ...rest
  } = options;
  const command = await import('../commands/pack.js');
  const asked = given({ output, folder, allowErrors, maxSize, resume, today, sign });
  const surroundings = { ...rest, ...given({ keyPassword }) };
  return documentOf(surroundings, (cli) => command.pack(place, { format: 'json', ...asked }, cli));
}

export interface UnpackOptions extends Options {
  /** File of a minisign public key, or the key itself: whose signature there must be. */
  readonly key?: string;
}

const UNPACK: Kinds<UnpackOptions> = { ...OPTIONS, key: 'text' };

/**
 * Verify a bundle while it is written to a new folder, as `dangan unpack` does.
 *
 * @param folder - New or empty; it is there only when all of the bundle holds.
 * @throws {DanganError} BUNDLE_DOES_NOT_HOLD, BUNDLE_NAMES_UNPORTABLE, TARGET_EXISTS and others; nothing is left then of
 *   what was written.
 */
export async function unpack(
  bundle: string,
  folder: string,
  options: UnpackOptions = {},
): Promise<UnpackDocument> {
  refuseWrong(
    { command: 'unpack', kinds: UNPACK },
    options,
    ['bundle', bundle, 'name'],
    ['folder', folder, 'name'],
  );
  const { key, ...surroundings } = options;
  const command = await import('../commands/unpack.js');
  const asked = { format: 'json', to: folder, ...given({ key }) } as const;
  return documentOf(surroundings, (cli) => command.unpack(bundle, asked, cli));
}
