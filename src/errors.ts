import type { errors } from './messages/en/errors.js';

/** Exit codes, the same for every command. */
export const EXIT = {
  inOrder: 0,
  /** Findings at or above `--fail-on`, or a bundle that does not hold. */
  findings: 1,
  /** The question could not be asked: usage, settings or scoring system. */
  usage: 2,
  /** The question could not be answered: unreadable, out of space, internal. */
  couldNotJudge: 3,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Exit code of each error code. Codes are stable: scripts may rely on them. */
const EXIT_OF = {
  // command line
  USAGE: EXIT.usage,
  COMMAND_UNKNOWN: EXIT.usage,
  OPTION_UNKNOWN: EXIT.usage,
  RULE_UNKNOWN: EXIT.usage,
  RULES_IN_ONE: EXIT.usage,
  RULE_ELSEWHERE: EXIT.usage,
  WORKING_FOLDER_GONE: EXIT.usage,
  // archive and settings
  ARCHIVE_NOT_FOUND: EXIT.usage,
  ARCHIVE_UNREADABLE: EXIT.couldNotJudge,
  ARCHIVE_TOO_DEEP: EXIT.couldNotJudge,
  WATCH_LIMIT: EXIT.couldNotJudge,
  SETTINGS_INVALID: EXIT.usage,
  SETTING_UNKNOWN: EXIT.usage,
  PROFILE_INVALID: EXIT.usage,
  BAG_PROFILE_INVALID: EXIT.usage,
  EVIDENCE_FOLDER_MISSING: EXIT.usage,
  ARCHIVE_EXISTS: EXIT.usage,
  ARCHIVE_AROUND: EXIT.usage,
  ARCHIVE_INSIDE: EXIT.usage,
  FOLDER_NOT_EMPTY: EXIT.usage,
  DEMO_FOLDER_NOT_EMPTY: EXIT.usage,
  // filing
  TARGET_UNKNOWN: EXIT.usage,
  TARGET_IS_VETO: EXIT.usage,
  TARGET_WITHOUT_FOLDER: EXIT.usage,
  OWNER_UNKNOWN: EXIT.usage,
  TARGET_AMBIGUOUS: EXIT.usage,
  INDICATOR_AMBIGUOUS: EXIT.usage,
  YEAR_UNKNOWN: EXIT.usage,
  YEAR_NOT_TOLD: EXIT.usage,
  NOTHING_TO_FILE: EXIT.usage,
  FOLDER_FULL: EXIT.usage,
  FILED_NAME_TOO_LONG: EXIT.usage,
  SOURCE_IS_ARCHIVE: EXIT.usage,
  SOURCE_IS_WHOLE: EXIT.usage,
  SOURCE_IS_FILED: EXIT.usage,
  MOVE_NO_EVIDENCE: EXIT.usage,
  MOVE_AMBIGUOUS: EXIT.usage,
  // ledger
  LEDGER_INVALID: EXIT.usage,
  LEDGER_UNEDITABLE: EXIT.usage,
  LEDGER_KEY_UNKNOWN: EXIT.usage,
  LEDGER_VALUE_INVALID: EXIT.usage,
  LEDGER_NO_EVIDENCE: EXIT.usage,
  LEDGER_TWINS: EXIT.usage,
  EXEMPT_REQUIREMENT_UNKNOWN: EXIT.usage,
  EXEMPT_PROOF_MISSING: EXIT.usage,
  EXEMPT_GROUP: EXIT.usage,
  SCORES_INVALID: EXIT.usage,
  SCORES_UNEDITABLE: EXIT.usage,
  SCORE_VALUE_INVALID: EXIT.usage,
  SCORE_VALUE_UNKNOWN: EXIT.usage,
  SCORE_ONLY_RECKONS: EXIT.usage,
  SCORE_VETO_UNKNOWN: EXIT.usage,
  // what is let pass
  WAIVERS_INVALID: EXIT.usage,
  WAIVERS_UNEDITABLE: EXIT.usage,
  WAIVER_VALUE_INVALID: EXIT.usage,
  WAIVER_UNTIL_PAST: EXIT.usage,
  WAIVER_COVERS_NOTHING: EXIT.usage,
  WAIVER_NOT_THERE: EXIT.usage,
  WAIVER_AMBIGUOUS: EXIT.usage,
  FINGERPRINT_UNKNOWN: EXIT.usage,
  BASELINE_EXISTS: EXIT.usage,
  BASELINE_MISSING: EXIT.usage,
  BASELINE_TOO_LARGE: EXIT.usage,
  // scoring system
  SYSTEM_INVALID: EXIT.usage,
  // self score
  SCORE_INDICATOR_UNKNOWN: EXIT.usage,
  // changes and their journal
  ARCHIVE_LOCKED: EXIT.couldNotJudge,
  JOURNAL_DAMAGED: EXIT.couldNotJudge,
  JOURNAL_UNFINISHED: EXIT.couldNotJudge,
  ENTRY_NOT_FOUND: EXIT.usage,
  ENTRY_AMBIGUOUS: EXIT.usage,
  ENTRY_UNDONE: EXIT.usage,
  NOTHING_TO_UNDO: EXIT.usage,
  NOTHING_INTERRUPTED: EXIT.usage,
  UNDO_BLOCKED: EXIT.couldNotJudge,
  CHANGED_SINCE: EXIT.couldNotJudge,
  CHANGE_STOPPED: EXIT.couldNotJudge,
  PLAN_INVALID: EXIT.usage,
  PLAN_STALE: EXIT.usage,
  // bundle: one that does not hold is `findings`, what is no bundle cannot be judged
  BUNDLE_TRUNCATED: EXIT.findings,
  BUNDLE_ZIP_DAMAGED: EXIT.findings,
  BUNDLE_TAR_DAMAGED: EXIT.findings,
  BUNDLE_SPARSE: EXIT.findings,
  BUNDLE_MULTI_DISK: EXIT.findings,
  BUNDLE_HIDDEN_DATA: EXIT.findings,
  BUNDLE_TOO_MANY_ENTRIES: EXIT.findings,
  BUNDLE_BOMB: EXIT.findings,
  BUNDLE_ENCRYPTED: EXIT.findings,
  BUNDLE_METHOD_UNKNOWN: EXIT.findings,
  BUNDLE_LINK: EXIT.findings,
  BUNDLE_PATH_UNSAFE: EXIT.findings,
  BUNDLE_ENTRY_DUPLICATE: EXIT.findings,
  BUNDLE_NAME_COLLISION: EXIT.findings,
  BUNDLE_FILE_AS_FOLDER: EXIT.findings,
  BUNDLE_ENTRIES_OVERLAP: EXIT.findings,
  BUNDLE_HEADERS_DISAGREE: EXIT.findings,
  BUNDLE_SIZE_WRONG: EXIT.findings,
  BUNDLE_DOES_NOT_HOLD: EXIT.findings,
  BUNDLE_NAMES_UNPORTABLE: EXIT.findings,
  BUNDLE_NOT_A_ZIP: EXIT.couldNotJudge,
  BUNDLE_NOT_REVIEWABLE: EXIT.couldNotJudge,
  BUNDLE_ONE_AT_A_TIME: EXIT.usage,
  BUNDLE_IS_ARCHIVE: EXIT.couldNotJudge,
  BUNDLE_NOT_A_BAG: EXIT.couldNotJudge,
  INDICATOR_NOT_IN_BUNDLE: EXIT.usage,
  DIFF_REFUSED: EXIT.findings,
  DIFF_NO_COMMON_DIGEST: EXIT.couldNotJudge,
  SYSTEM_MISSING: EXIT.usage,
  SYSTEM_UNKNOWN: EXIT.usage,
  SYSTEM_IS_SETTINGS: EXIT.usage,
  // disk
  FILE_NOT_FOUND: EXIT.usage,
  FILE_UNREADABLE: EXIT.couldNotJudge,
  LINK_LOOP: EXIT.couldNotJudge,
  NAME_TOO_LONG: EXIT.usage,
  PATH_NOT_UTF8: EXIT.usage,
  NOT_A_FILE: EXIT.usage,
  NOT_A_FOLDER: EXIT.usage,
  FILE_IN_USE: EXIT.couldNotJudge,
  FILES_IN_USE: EXIT.couldNotJudge,
  PERMISSION_DENIED: EXIT.couldNotJudge,
  DISK_FULL: EXIT.couldNotJudge,
  ANOTHER_DISK: EXIT.couldNotJudge,
  TARGET_EXISTS: EXIT.usage,
  OUTPUT_UNWRITABLE: EXIT.couldNotJudge,
  INTERRUPTED: EXIT.interrupted,
  // bundle
  FILE_CHANGED: EXIT.couldNotJudge,
  PACK_OUTDATED: EXIT.usage,
  PACK_INDICATOR_TOO_LARGE: EXIT.usage,
  PACK_FILE_TOO_LARGE: EXIT.usage,
  PACK_LIMIT_TOO_SMALL: EXIT.usage,
  PACK_NAMES_MEET: EXIT.findings,
  PACK_PATHS_TOO_LONG: EXIT.findings,
  PACK_INSIDE_EVIDENCE: EXIT.usage,
  PACK_INSIDE_BUNDLE: EXIT.usage,
  UNPACK_INSIDE_EVIDENCE: EXIT.usage,
  DISK_FILE_LIMIT: EXIT.couldNotJudge,
  // documents
  SOFFICE_NOT_FOUND: EXIT.usage,
  // git
  GIT_MISSING: EXIT.usage,
  GIT_FAILED: EXIT.couldNotJudge,
  GIT_NO_REPOSITORY: EXIT.usage,
  GIT_LFS_MISSING: EXIT.usage,
  MERGE_UNFINISHED: EXIT.usage,
  GIT_UNTRUSTED: EXIT.couldNotJudge,
  GIT_REF_UNKNOWN: EXIT.usage,
  GIT_NO_MERGE_BASE: EXIT.usage,
  GIT_NO_ARCHIVE: EXIT.usage,
  GIT_SEVERAL_ARCHIVES: EXIT.usage,
  GIT_NOT_THERE: EXIT.usage,
  GIT_NO_INDEX: EXIT.usage,
  GIT_UNMERGED: EXIT.couldNotJudge,
  GIT_ELSEWHERE: EXIT.couldNotJudge,
  GIT_OBJECT_MISSING: EXIT.couldNotJudge,
  // keys
  KEY_INVALID: EXIT.usage,
  KEY_PASSWORD_NEEDED: EXIT.usage,
  KEY_PASSWORD_WRONG: EXIT.usage,
  KEY_INSIDE_ARCHIVE: EXIT.usage,
  KEY_MEMORY: EXIT.couldNotJudge,
  // the sheet of the ledgers
  WORKBOOK_KIND: EXIT.usage,
  WORKBOOK_ENCRYPTED: EXIT.couldNotJudge,
  WORKBOOK_DAMAGED: EXIT.couldNotJudge,
  WORKBOOK_TOO_LARGE: EXIT.couldNotJudge,
  REVIEW_UNREADABLE: EXIT.usage,
  REVIEW_OF_OTHER_UNIT: EXIT.usage,
  REVIEW_BY_NOBODY: EXIT.usage,
  REVIEW_OF_OTHER_BUNDLE: EXIT.findings,
  SHEET_NOT_OURS: EXIT.usage,
  SHEET_OF_OTHER_ARCHIVE: EXIT.usage,
  REPORT_OVER_FILE: EXIT.usage,
  SHEET_EXISTS: EXIT.usage,
  SHEET_INSIDE_EVIDENCE: EXIT.usage,
} as const satisfies Record<string, ExitCode>;

export type ErrorCode = keyof typeof EXIT_OF;
export const ERROR_CODES = Object.keys(EXIT_OF) as readonly ErrorCode[];
type ErrorData<C extends ErrorCode> =
  Parameters<(typeof errors)[C]> extends [infer Data] ? Data : object;

/**
 * A run that cannot go on. The words are in `messages/<language>/errors.ts` under the code: first what happened
 * and why it matters, then a hint that says what to do.
 */
export class DanganError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorData<C>;

  constructor(code: C, data: ErrorData<C>, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.name = 'DanganError';
    this.code = code;
    this.data = data;
  }

  get exitCode(): ExitCode {
    return EXIT_OF[this.code];
  }
}

export function isDanganError(error: unknown): error is DanganError {
  return error instanceof DanganError;
}

/** NTFS, APFS and the others: UTF-16 units, or bytes, which are no fewer. */
const LONGEST_NAME = 255;

/** What stands for bytes that are no UTF-8: such a path leads to nothing under the name that we were told. */
const NO_TEXT = '\uFFFD';

/** There is no such path. Windows says only that of names that are too long to be there. */
export function notFound(path: string, options?: { cause?: unknown }): DanganError {
  if (path.includes(NO_TEXT)) return new DanganError('PATH_NOT_UTF8', { path }, options);
  const isTooLong = path.split(/[\\/]/).some((name) => name.length > LONGEST_NAME);
  return new DanganError(isTooLong ? 'NAME_TOO_LONG' : 'FILE_NOT_FOUND', { path }, options);
}

/** There is no folder in which something is to be written: most have not been made yet. */
export function noFolder(path: string): DanganError {
  const error = notFound(path);
  return error.code === 'FILE_NOT_FOUND'
    ? new DanganError(error.code, { path, meant: { is: 'new-folder' } })
    : error;
}

/** What Node calls an error of the system or of one of its libraries: `ENOENT`, `Z_BUF_ERROR`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** The error for what the operating system refused, in the words of this project. */
export function diskError(path: string, cause: unknown): Error {
  const code = errorCode(cause);
  switch (code) {
    case 'ENOENT':
      return notFound(path, { cause });
    case 'EISDIR':
      return new DanganError('NOT_A_FILE', { path }, { cause });
    case 'ENOTDIR':
      return new DanganError('NOT_A_FOLDER', { path }, { cause });
    case 'EBUSY':
    case 'ETXTBSY':
      return new DanganError('FILE_IN_USE', { path }, { cause });
    case 'EPERM':
    case 'EACCES':
    case 'EROFS':
      return new DanganError('PERMISSION_DENIED', { path }, { cause });
    case 'ENOSPC':
    case 'EDQUOT':
      return new DanganError('DISK_FULL', { path }, { cause });
    case 'EXDEV':
      return new DanganError('ANOTHER_DISK', { path }, { cause });
    case 'EFBIG':
      return new DanganError('DISK_FILE_LIMIT', { path }, { cause });
    case 'ELOOP':
      return new DanganError('LINK_LOOP', { path }, { cause });
    case 'ENAMETOOLONG':
      return new DanganError('NAME_TOO_LONG', { path }, { cause });
    case 'EEXIST':
      return new DanganError('TARGET_EXISTS', { path }, { cause });
    case undefined:
      return cause instanceof Error ? cause : new Error(String(cause));
    default:
      return new DanganError('FILE_UNREADABLE', { path, reason: code }, { cause });
  }
}

/**
 * What went wrong, in the words of this project where the operating system refused something.
 *
 * @param place - Where it was, for calls that do not tell.
 */
export function knownError(error: unknown, place?: string): unknown {
  if (!(error instanceof Error) || isDanganError(error) || !('syscall' in error)) return error;
  if (error.syscall === 'uv_cwd')
    return new DanganError('WORKING_FOLDER_GONE', {}, { cause: error });
  const path = 'path' in error ? error.path : (place ?? error.syscall);
  return diskError(String(path), error);
}
