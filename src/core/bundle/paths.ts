/** Which paths of a bundle may be trusted with a disk. */
import { FLAG, nameFlags } from '../naming/portable.js';

/**
 * Would writing `path` below a folder leave it, on any system?
 *
 * Windows drops trailing dots and spaces, so a part of nothing else (`.. `) is `..` or nothing there.
 *
 * @param path - Relative, `/` between the parts; a folder's without its last `/`.
 */
export function isUnsafePath(path: string): boolean {
  if (path === '' || path.includes('\\') || path.includes('\0')) return true;
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z]:/.test(path)) return true;
  return path.split('/').some((part) => isOnlyDotsAndSpaces(part));
}

function isOnlyDotsAndSpaces(part: string): boolean {
  for (let at = 0; at < part.length; at += 1) {
    if (part[at] !== '.' && part[at] !== ' ') return false;
  }
  return true;
}

/** Files that a Mac leaves in every folder it looks at, and the shadow tree of its zips. */
export function isMacLitter(path: string): boolean {
  return (
    path === '__MACOSX' ||
    path.startsWith('__MACOSX/') ||
    path === '.DS_Store' ||
    path.endsWith('/.DS_Store')
  );
}

/** A text from outside, safe to print: control and direction characters are shown, not obeyed. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const NOT_ON_WINDOWS =
  FLAG.illegal | FLAG.control | FLAG.trailing | FLAG.reserved | FLAG.units | FLAG.empty;

/** Can Windows hold every part of the path under its own name? */
export function isWindowsPath(path: string): boolean {
  return path.split('/').every((part) => (nameFlags(part) & NOT_ON_WINDOWS) === 0);
}
