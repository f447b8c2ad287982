/** Words for bundles that cannot be read, or are not read any further: what is there, and what to do. */
import { inQuotes } from '../quoted.js';
import { counted } from './counted.js';

interface Refused {
  entry: string;
  detail: string;
}

const resend = 'Do not unpack it with other programs. Ask the sender to pack and send it again.';
const remake = 'Ask the sender to pack it again with `dangan pack` or any common zip program.';
const again = 'Copy or download it again; if that does not help, ask the sender for a new one.';

/** What there is instead of a valid signature by the key that was given. */
export const noSignature = {
  unsigned: 'not signed',
  otherKey: 'signed with another key',
  unread: 'signature not checked',
};

/** Where in the zip. */
const places: Readonly<Record<string, string>> = {
  prepended: 'before the first of them',
  appended: 'behind the end',
  trailing: 'behind the end',
  comment: 'in the comment, which looks like a second end',
  zip64: 'between the two end records',
};

/** Names of compression methods (APPNOTE 4.4.5), the same in every language. */
export const METHODS: Readonly<Record<string, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'BZIP2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
  patch: 'PKPatch',
};

export const refusals = {
  BUNDLE_TRUNCATED: () => [
    'The package is cut off: its end is missing',
    'Copy or download it once more first; ask for a new bundle if that does not help.',
  ],
  BUNDLE_ZIP_DAMAGED: (d: Refused) => [
    d.entry
      ? `Entry ${d.entry} of the zip is damaged (${d.detail})`
      : `The zip’s list of entries is damaged (${d.detail})`,
    again,
  ],
  BUNDLE_TAR_DAMAGED: (d: Refused) => [
    d.entry
      ? `Entry ${d.entry} of the tar is damaged, or of a kind that programs do not read alike (${d.detail})`
      : `The tar is damaged (${d.detail})`,
    again,
  ],
  BUNDLE_SPARSE: (d: Refused) => [
    `Entry ${d.entry} is a sparse file, which few programs restore`,
    'Ask the sender to pack it again without the option for sparse files.',
  ],
  BUNDLE_MULTI_DISK: () => [
    'The package is one volume of several',
    'Ask the sender for a single package, or for one bundle per volume.',
  ],
  BUNDLE_HIDDEN_DATA: (d: Refused) => {
    if (d.detail === 'program') {
      return [
        'This is a self-extracting program with a zip behind it, not a zip',
        'Do not run it. Ask the sender for a plain zip.',
      ];
    }
    return [
      d.entry
        ? `Behind entry ${d.entry} there are bytes that belong to no entry`
        : `There are bytes that belong to no entry ${places[d.detail] ?? d.detail}`,
      resend,
    ];
  },
  BUNDLE_TOO_MANY_ENTRIES: (d: Refused) => [
    `The package claims to hold ${d.detail} entries`,
    `${resend} If there are so many, allow them with --max-entries.`,
  ],
  BUNDLE_BOMB: (d: Refused) => [
    `The package would unpack to ${d.detail} times its own size, as a bomb does`,
    `${resend} If it is known to be empty scans or the like, allow it with --max-ratio.`,
  ],
  BUNDLE_TOTAL_TOO_LARGE: (d: Refused) => [
    `The package would unpack to ${d.detail} MB, more than --max-total allows`,
    'Give a larger --max-total if there is room for it.',
  ],
  BUNDLE_ENCRYPTED: (d: Refused) => [
    `Entry ${d.entry} is encrypted`,
    'Evidence is handed over without encryption. Ask the sender for a zip without a password.',
  ],
  BUNDLE_METHOD_UNKNOWN: (d: Refused) => [
    `Entry ${d.entry} is compressed by ${METHODS[d.detail] ?? `method ${d.detail}`}; only “stored” and “deflated” are for hand-over`,
    'Ask the sender to pack it again with `dangan pack`, or with the method Deflate chosen in the zip program.',
  ],
  BUNDLE_LINK: (d: Refused) => [
    `Entry ${d.entry} is a link or a device, not a file`,
    'It could lead out of the folder. Ask the sender to put the file itself in its place.',
  ],
  BUNDLE_PATH_UNSAFE: (d: Refused) => {
    if (d.detail === 'empty') return ['There is an entry without a name', resend];
    if (d.detail === 'dots')
      return [
        `Entry ${d.entry} has a name of dots or spaces alone, which Windows cannot hold and takes for another folder`,
        'Ask the sender to rename it and pack again.',
      ];
    return d.detail === 'backslash'
      ? [`Entry ${d.entry} has a backslash in its name, which is a folder on Windows only`, remake]
      : [`Entry ${d.entry} could be written outside the target folder`, resend];
  },
  BUNDLE_PATH_TOO_LONG: (d: Refused) => [
    `Entry ${d.entry} has a path of ${d.detail} letters, which is longer or deeper than systems hold`,
    resend,
  ],
  BUNDLE_LIST_TOO_LARGE: (d: Refused) => [
    `${d.entry} is ${d.detail} MB long, which no list of files needs; it was not read`,
    resend,
  ],
  BUNDLE_ENTRY_DUPLICATE: (d: Refused) => [`Entry ${d.entry} is in the package twice`, remake],
  BUNDLE_NAME_COLLISION: (d: Refused) => [
    `Entries ${d.entry} and ${d.detail} are one and the same name on Windows or macOS`,
    'Ask the sender to rename one of the two and pack again.',
  ],
  BUNDLE_FILE_AS_FOLDER: (d: Refused) => [
    `${d.entry} is a file, and also the folder of ${d.detail}`,
    remake,
  ],
  BUNDLE_ENTRIES_OVERLAP: (d: Refused) => [
    `Entry ${d.entry} overlaps the one that follows`,
    resend,
  ],
  BUNDLE_HEADERS_DISAGREE: (d: Refused) => [
    d.entry
      ? `Entry ${d.entry} is described in two ways (its headers differ)`
      : 'The zip describes itself in two ways (its two end records differ)',
    resend,
  ],
  BUNDLE_SIZE_WRONG: (d: Refused) => [
    `Entry ${d.entry} does not have the size that the zip tells`,
    resend,
  ],
} satisfies Record<string, (data: Refused) => readonly [string, string]>;

const where =
  'Give the path of a bundle: a .zip, .tar or .tar.gz, or the folder that holds bagit.txt.';

/** What a file that is no bundle is instead, by how it begins. */
export type Looks = 'empty' | 'blank' | 'rar' | '7z' | 'xz' | 'bz2' | 'zst' | 'in-bag' | undefined;

function notAZip(path: string, looks: Looks): readonly [string, string] {
  switch (looks) {
    case 'empty':
      return [`${path} is empty (0 bytes): it was not copied to its end`, again];
    case 'blank':
      return [
        `${path} holds nothing but zeros: it was not copied to its end, or the disk is bad`,
        again,
      ];
    case 'rar':
    case '7z':
    case 'xz':
    case 'bz2':
    case 'zst':
      return [
        `${path} is a ${looks} archive, which dangan does not read`,
        'Unpack it with another program and verify the folder; ask the sender for a zip next time.',
      ];
    case 'in-bag':
      return [
        `${path} is one file of a bundle`,
        'Give the folder that it is in, to verify all of it.',
      ];
    case undefined:
      break;
  }
  return [`${path} is neither a zip nor a tar or tar.gz`, where];
}

export const bundleErrors = {
  ...refusals,
  BUNDLE_NOT_A_ZIP: (d: { path: string; looks: Looks }) => notAZip(d.path, d.looks),
  BUNDLE_NOT_REVIEWABLE: (d: { path: string }) => [
    `${d.path} cannot be scored: it is no bundle of dangan’s, or what tells of its scoring system is missing`,
    'See what is wrong with it: `dangan verify` with the same path.',
  ],
  BUNDLE_IS_ARCHIVE: (d: { path: string }) => [
    `${d.path} is an archive, not a bundle`,
    'Check an archive with `dangan check`; make a bundle of it with `dangan pack`; to compare the two, name the bundle first: `dangan diff BUNDLE.zip ARCHIVE`.',
  ],
  BUNDLE_NOT_A_BAG: (d: {
    path: string;
    inner: string | undefined;
    inside: readonly string[];
    below: readonly string[];
  }) => [
    `${d.path} is not a bundle: ${d.below.length === 0 ? 'there is no bagit.txt in it' : 'no bagit.txt is where it must be, in the one folder at its top'}`,
    d.below.length > 0
      ? `${d.below.length === 1 ? `A bundle is further down in it, in ${d.below[0] ?? ''}` : `${d.below.length} bundles are in it, such as ${d.below[0] ?? ''}`}: unpack it with another program and verify that folder.`
      : d.inside.length > 0
        ? `${d.inside.length === 1 ? 'One thing in it' : `${d.inside.length} things in it`} may be a bundle; verify each by itself, such as \`dangan verify ${inQuotes(d.inside[0] ?? '')}\`.`
        : d.inner === undefined
          ? 'Give the path of a bundle: a .zip, .tar or .tar.gz, or the folder that holds bagit.txt.'
          : `Inside it is ${d.inner}, which may be one: take that out first, as it is, and give its path.`,
  ],
  BUNDLE_ONE_AT_A_TIME: (d: {
    command: string;
    count: number;
    each: readonly string[];
    whole: string | undefined;
  }) => [
    `\`dangan ${d.command}\` takes one bundle at a time, and was given ${d.count}`,
    `Take them one after the other: ${d.each.map((each) => `\`${each}\``).join(', ')}${d.count > d.each.length ? ' …' : '.'}${d.whole === undefined ? '' : ` A path with spaces goes in quotes: \`${d.whole}\`.`}`,
  ],
  INDICATOR_NOT_IN_BUNDLE: (d: { code: string; examples: readonly string[] }) => [
    `No indicator of the bundle has the code or the name “${d.code}”`,
    d.examples.length === 0
      ? 'It has no list of indicators (index.json): read some of it with --sample, or all of it without --indicator.'
      : `Give its name, or the codes from the top, such as ${d.examples.join(', ')}.`,
  ],
  DIFF_REFUSED: (d: { path: string }) => [
    `${d.path} cannot be compared: it is damaged or not safe to read`,
    `See what is wrong with \`dangan verify ${inQuotes(d.path)}\`.`,
  ],
  DIFF_NO_COMMON_DIGEST: (d: { old: string; now: string }) => [
    `The lists of the two have no algorithm in common (${d.old}; ${d.now})`,
    'Have one of them packed again with a manifest in SHA-256.',
  ],
  BUNDLE_DOES_NOT_HOLD: (d: {
    path: string;
    count: number;
    lacking: keyof typeof noSignature | undefined;
    key: string | undefined;
  }) => [
    `${d.path} ${d.lacking === undefined ? `does not hold (${counted(d.count, 'error')})` : `is whole, but ${noSignature[d.lacking]}`}; nothing was written`,
    `See what is wrong with \`dangan verify ${inQuotes(d.path)}${d.key === undefined ? '' : ` --key ${inQuotes(d.key)}`}\`.`,
  ],
  BUNDLE_NAMES_UNPORTABLE: (d: { path: string; names: readonly string[] }) => [
    `${d.path} holds ${d.names.length === 1 ? 'a name' : `${d.names.length} names`} that Windows cannot hold; nothing was written:\n${d.names.map((name) => `    ${name}`).join('\n')}`,
    'Renaming them would break the manifest. Ask the sender to rename them and pack again.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
