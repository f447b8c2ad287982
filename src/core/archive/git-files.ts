/** What git has to be told of an archive: the texts of `.gitattributes`, `.gitignore` and of the hook after a merge. */
import { anyCase } from '../text.js';
import type { ArchivePath } from './paths.js';

export interface GitWords {
  readonly attributes: readonly string[];
  readonly bytes: string;
  readonly evidence: string;
  readonly entries: string;
  readonly lines: string;
  readonly large: string;
  readonly own: string;
  readonly left: string;
  readonly hook: readonly string[];
}

/** Extensions of pictures, recordings and films: large, and never merged. */
const MEDIA = [
  ...['jpg', 'jpeg', 'png', 'tif', 'tiff', 'bmp', 'heic', 'webp', 'gif', 'psd'],
  ...['mp3', 'wav', 'm4a', 'flac', 'amr', 'wma', 'aac'],
  ...['mp4', 'mov', 'avi', 'mkv', 'wmv', 'm4v', 'mpg', 'mpeg', 'mts', '3gp', 'flv'],
];

/** What programs leave behind, as git writes patterns: each matches what `isJunk` knows, and nothing else. */
export const IGNORED = [
  '[Tt]humbs.db',
  '[Ee]hthumbs.db',
  '[Ee]hthumbs_vista.db',
  '[Dd]esktop.ini',
  '.DS_Store',
  '.localized',
  '.Spotlight-V100/',
  '.Trashes/',
  '.fseventsd/',
  '__MACOSX/',
  '@eaDir/',
  // At the beginning of a line it would be a remark.
  '\\#recycle/',
  '._*',
  '~$*',
  '.~*',
  '*.tmp',
  '*.crdownload',
  '*.part',
  '*.swp',
];

/**
 * Not a byte of an archive is changed on its way; evidence is never merged line by line; ledgers are merged by this
 * program where git was told how, and as text elsewhere.
 *
 * @param lfs - Pictures, recordings and films are kept apart, which takes git-lfs on every computer and a server for it.
 */
export function attributesText(
  { evidence, lfs }: { readonly evidence: string; readonly lfs: boolean },
  words: GitWords,
): string {
  // `*.MP4` as cameras write it, too: git tells capitals apart on some systems and not on others.
  const media = MEDIA.map((each) => `*.${anyCase(each)} filter=lfs diff=lfs -merge -text`);
  return lines([
    ...words.attributes.map(remark),
    remark(words.bytes),
    '* -text',
    remark(words.evidence),
    `${patternBelow(`/${evidence}/`)} -merge`,
    ...(lfs ? [remark(words.large), ...media] : []),
    remark(words.entries),
    'ledger.yaml merge=dangan',
    '/scores.yaml merge=dangan',
    '/waivers.yaml merge=dangan',
    remark(words.lines),
    '/baseline.yaml merge=union',
  ]);
}

export function ignoreText(words: GitWords): string {
  return lines([remark(words.own), '/.dangan/', remark(words.left), ...IGNORED]);
}

/** The hooks that git runs when the work of two people has come together: by a merge, and by a rebase (`git pull --rebase`). */
export const HOOKS = ['post-merge', 'post-rewrite'] as const;

/** The first lines of a hook; each archive of the repository has a line below. */
export function hookHead(hook: (typeof HOOKS)[number], words: GitWords): string {
  return lines([
    '#!/bin/sh',
    ...words.hook.map(remark),
    // A commit that is amended has brought nothing of others.
    ...(hook === 'post-rewrite' ? ['[ "$1" = rebase ] || exit 0'] : []),
    'unset $(git rev-parse --local-env-vars)',
    'command -v dangan >/dev/null 2>&1 || exit 0',
  ]);
}

/** @param place - Of the archive in the repository; empty where it is the whole of it. */
export function hookLine(place: ArchivePath): string {
  const folder = place === '' ? '.' : place;
  return `(cd '${folder.replaceAll("'", "'\\''")}' && dangan merge --quiet) || :\n`;
}

/**
 * What git runs for a ledger. Where that does not come to a result, git's merge of lines does, so that both versions
 * are in the file and not only one.
 */
export const MERGE_DRIVER = [
  'dangan merge driver %O %A %B %P; s=$?',
  'if [ $s -gt 1 ]; then git merge-file -q %A %O %B; s=$?; fi',
  'exit $s',
].join('; ');

/** A pattern of all that is under a folder. */
function patternBelow(folder: string): string {
  const pattern = `${folder.replace(/[\\*?[\]]/g, '\\$&')}**`;
  return /[\s"]/.test(pattern) ? `"${pattern.replace(/[\\"]/g, '\\$&')}"` : pattern;
}

function remark(text: string): string {
  return `# ${text}`;
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
