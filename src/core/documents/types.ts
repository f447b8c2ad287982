/** What a file really is, by its bytes; its name has no say in it. */

/**
 * Kinds of files that are told apart. Those of WPS are not among them: `.wps`, `.et` and `.dps` hold the same bytes as
 * `doc`, `xls` and `ppt`, or as `docx`, `xlsx` and `pptx`.
 */
export const FILE_FORMATS = [
  'docx',
  'docm',
  'dotx',
  'dotm',
  'xlsx',
  'xlsm',
  'xlsb',
  'xltx',
  'xltm',
  'pptx',
  'pptm',
  'ppsx',
  'ppsm',
  'potx',
  'potm',
  'vsdx',
  /** Word, Excel or PowerPoint since 2007, encrypted: which of them only the password tells. */
  'ooxml',
  'doc',
  'xls',
  'ppt',
  'vsd',
  'msg',
  'works',
  'odt',
  'ods',
  'odp',
  'odg',
  'ofd',
  'pdf',
  'xps',
  'epub',
  'rtf',
  'txt',
  'csv',
  'html',
  'xml',
  'eml',
  'mht',
  'url',
  'jpg',
  'png',
  'heic',
  'avif',
  'webp',
  'tiff',
  'gif',
  'bmp',
  'psd',
  'dwg',
  'mp4',
  'mov',
  '3gp',
  'avi',
  'mkv',
  'webm',
  'wmv',
  'flv',
  'mpg',
  'ts',
  'rm',
  'mp3',
  'wav',
  'm4a',
  'aac',
  'flac',
  'ogg',
  'amr',
  'ape',
  'mid',
  'zip',
  'rar',
  '7z',
  'tar',
  'tgz',
  'gz',
  'bz2',
  'xz',
  'exe',
  'lnk',
] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];

export const MARKS = [
  /** Nothing in it. */
  'empty',
  /** Its end is missing. */
  'truncated',
  /** Opens with a password only. */
  'encrypted',
  /** Encrypted, and opens without a password: printing, copying or changing is forbidden. */
  'restricted',
  /** Holds programs. */
  'macros',
  'signed',
  /** Git LFS or git-annex: the text that stands in the repository for a file that is elsewhere. */
  'pointer',
  /** What a cloud's client leaves on the disk for a file that is in the cloud. */
  'placeholder',
  /** Its parts do not fit together. */
  'damaged',
  /** The disk gives nothing of it: no permission, a bad sector, another program that keeps it for itself. */
  'unreadable',
] as const;

export type Mark = (typeof MARKS)[number];

export interface Identified {
  /** `undefined` when the bytes are of no format in the list. */
  readonly format: FileFormat | undefined;
  /** In the order of `MARKS`, each once. */
  readonly marks: readonly Mark[];
}

/** A file of an archive: what it is, and what tells whether another holds the same. */
export interface FileFacts extends Identified {
  readonly sizeBytes: number;
  /**
   * Equal for files that hold the same: SHA-256 in lower-case hex, on a disk only of files that are as long as another
   * and begin alike; in a repository, git's own id of the contents.
   */
  readonly sha256: string | undefined;
  /** Only what is told above is known: what it is, nobody asked. */
  readonly isUnseen?: boolean;
}

/** How a format is used: 文字, 图片, 音频, 视频, 压缩包. */
export type FormatClass = 'document' | 'image' | 'audio' | 'video' | 'archive' | 'other';
