/** Why a zip or a tar is not read any further. Codes are stable; the words are in `messages/<language>/errors-bundle.ts`. */
export type RefusalCode =
  | 'BUNDLE_TRUNCATED'
  | 'BUNDLE_ZIP_DAMAGED'
  | 'BUNDLE_TAR_DAMAGED'
  | 'BUNDLE_SPARSE'
  | 'BUNDLE_MULTI_DISK'
  | 'BUNDLE_HIDDEN_DATA'
  | 'BUNDLE_TOO_MANY_ENTRIES'
  | 'BUNDLE_BOMB'
  | 'BUNDLE_TOTAL_TOO_LARGE'
  | 'BUNDLE_ENCRYPTED'
  | 'BUNDLE_METHOD_UNKNOWN'
  | 'BUNDLE_LINK'
  | 'BUNDLE_PATH_UNSAFE'
  | 'BUNDLE_PATH_TOO_LONG'
  | 'BUNDLE_LIST_TOO_LARGE'
  | 'BUNDLE_ENTRY_DUPLICATE'
  | 'BUNDLE_NAME_COLLISION'
  | 'BUNDLE_FILE_AS_FOLDER'
  | 'BUNDLE_ENTRIES_OVERLAP'
  | 'BUNDLE_HEADERS_DISAGREE'
  | 'BUNDLE_SIZE_WRONG';

export interface Refusal {
  readonly code: RefusalCode;
  /** The entry it is about, as it is shown; empty when it is the whole of it. */
  readonly entry: string;
  /** A name or number that helps a technician: the field, the method, the other entry. */
  readonly detail: string;
}
