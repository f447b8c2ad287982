/** Which paths of a bundle may be trusted with a disk. */
import { folderTurns } from '../../archive/paths.js';
import { FLAG, nameFlags } from '../../naming/portable.js';
import { foldName, foldPlain } from '../../text.js';

/**
 * Would writing `path` below a folder leave it, on any system?
 *
 * Windows drops trailing dots and spaces, so a part of nothing else (`.. `) is `..` or nothing there.
 *
 * @param path - Relative, `/` between the parts; a folder's without its last `/`.
 */
export function isUnsafePath(path: string): boolean {
  if (path === '' || path.startsWith('/') || path.startsWith('~')) return true;
  if (path[1] === ':' && /^[A-Za-z]/.test(path)) return true;
  let onlyDotsAndSpaces = true;
  for (let at = 0; at < path.length; at += 1) {
    const code = path.charCodeAt(at);
    if (code === SLASH) {
      if (onlyDotsAndSpaces) return true;
      onlyDotsAndSpaces = true;
    } else if (code === BACKSLASH || code === 0) return true;
    else if (code !== DOT && code !== SPACE) onlyDotsAndSpaces = false;
  }
  return onlyDotsAndSpaces;
}

/** Of an unsafe path: is all that is wrong a name of dots and spaces alone (`...`) that is not `.` or `..`? */
export function isOnlyDots(path: string): boolean {
  const parts = path.split('/').map((part) => (/^(?! *\.{1,2} *$)[. ]+$/.test(part) ? '_' : part));
  return !isUnsafePath(parts.join('/'));
}

/** Linux allows paths of this length; nothing that people make comes near it. */
const PATH_LETTERS = 4096;
const PATH_PARTS = 256;

/** Longer or deeper than any real path: work on it may take the square of its length. */
export function isTooLong(path: string): boolean {
  if (path.length < 2 * PATH_PARTS) return false;
  return path.length > PATH_LETTERS || path.split('/').length > PATH_PARTS;
}

/** What tells an ASCII letter's lower case from its upper case. */
const CASE_BIT = 0x20;
const [SLASH, BACKSLASH, DOT, SPACE] = [0x2f, 0x5c, 0x2e, 0x20];

/** What Windows and macOS leave in folders that were only looked at. */
const LITTER = new Set([
  '.ds_store',
  'thumbs.db',
  'ehthumbs.db',
  'ehthumbs_vista.db',
  'desktop.ini',
]);

/** Left by a system in a folder it looks at, by its exact name; and the shadow tree of a Mac's zips. */
export function isLitter(path: string): boolean {
  if (path === '__MACOSX' || path.startsWith('__MACOSX/')) return true;
  const at = path.lastIndexOf('/') + 1;
  // Most names are told apart by their length or their last letter; lower case of each would take long.
  const length = path.length - at;
  if (length !== 9 && length !== 11 && length !== 17) return false;
  return LITTER.has(path.slice(at).toLowerCase());
}

/** Further ones, and folders of theirs; as files of a bag they are told, not set aside. */
const SYSTEM = new Set([
  ...LITTER,
  '.spotlight-v100',
  '.trashes',
  '._.trashes',
  '.fseventsd',
  '.temporaryitems',
  '.apdisk',
  'icon\r',
  '$recycle.bin',
  'system volume information',
]);

/** Is it a file that a system makes for itself, which is gone the next time a disk is cleaned? */
export function isSystemFile(path: string): boolean {
  return path.split('/').some(isSystemName);
}

const SYSTEM_STARTS = new Set([...SYSTEM].map((name) => name.charCodeAt(0) | CASE_BIT));

/** Of one part of a path. Most are told by their first letter; lower case of each would take long. */
export function isSystemName(name: string): boolean {
  return SYSTEM_STARTS.has(name.charCodeAt(0) | CASE_BIT) && SYSTEM.has(name.toLowerCase());
}

/** What a Mac packs into a tar beside each file with marks of its own; unpacked on a Mac it vanishes again. */
export function isMacShadow(path: string): boolean {
  return path.startsWith('._', path.lastIndexOf('/') + 1);
}

/** A text from outside, safe to print: control and direction characters are shown, not obeyed. */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : withoutControls(text);
}

/** ASCII, Han and full-width marks; to make ready what tells all others takes longer than to judge a small bundle. */
const PLAIN = /^[ -~\u3000-\u9fff\uff01-\uff60]*$/;

function withoutControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const NOT_ON_WINDOWS =
  FLAG.illegal | FLAG.control | FLAG.trailing | FLAG.reserved | FLAG.units | FLAG.empty;

/** One part of a path: can Windows not hold it under its own name? */
export function isUnportable(name: string): boolean {
  return (nameFlags(name) & NOT_ON_WINDOWS) !== 0;
}

/** `foldName` of whole paths; what comes of a folder is kept for the next path in it. */
export function pathFolder(): (path: string) => string {
  const turns = folderTurns();
  let folder = '';
  return (path) => {
    // Most paths need no new text.
    const plain = foldPlain(path);
    if (plain !== undefined) return plain;
    const slash = path.lastIndexOf('/');
    // Not by recursion: the depth is the sender's choice.
    if (turns(path))
      folder = path
        .slice(0, slash + 1)
        .split('/')
        .map(foldName)
        .join('/');
    return folder + foldName(path.slice(slash + 1));
  };
}
