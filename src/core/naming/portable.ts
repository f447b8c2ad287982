/**
 * What is wrong with a name on Windows, macOS or Linux, judged on whichever of them runs.
 *
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
import { isControl, isInvisible, isLoneSurrogate, isSpace } from './characters.js';

/** Bits of `nameFlags`. */
export const FLAG = {
  /** One of `< > : " / \ | ? *`. */
  illegal: 1,
  /** U+0000 to U+001F, U+007F. */
  control: 2,
  /** Ends with a dot or a space, which Windows drops. */
  trailing: 4,
  /** A device on Windows: CON, NUL, COM1 … */
  reserved: 8,
  /** More than 255 bytes in UTF-8 (Linux). */
  bytes: 16,
  /** More than 255 UTF-16 units (Windows, macOS). */
  units: 32,
  /** Zero width, or changes the direction of the text. */
  invisible: 64,
  /** Not in NFC. */
  form: 128,
  /** Half a surrogate pair, or U+FFFD where bytes could not be read as UTF-8. */
  undecodable: 256,
  /** Nothing, `.` or `..`. */
  empty: 512,
  /** Has a space that is not the usual one: `\u3000`, `\u00a0`. */
  space: 1024,
} as const;

export const LONGEST_NAME = 255;

/** Surely nothing is: 85 characters, of which none takes more than three bytes, of `PORTABLE` below; no device's name. */
const IN_ORDER =
  /^[\d\u3400-\u9fff][-\w .()\u3001-\u3020\u3400-\u9fff\uff01-\uff20]{0,84}(?<![ .])$/;

/** Everything that is wrong with a name, as bits of `FLAG`; 0 when nothing is. One pass. */
export function nameFlags(name: string): number {
  if (IN_ORDER.test(name)) return 0;
  const length = name.length;
  if (length === 0) return FLAG.empty;
  let flags = 0;
  let extraBytes = 0;
  let composed = true;
  for (let at = 0; at < length; at += 1) {
    const code = name.charCodeAt(at);
    if (code < 0x80) {
      if (code < 0x20 || code === 0x7f) flags |= FLAG.control;
      else if (isIllegal(code)) flags |= FLAG.illegal;
    } else if (code >= 0x3400 && code <= 0x9fff) extraBytes += 2;
    else {
      if (code >= 0xd800 && code <= 0xdfff) {
        extraBytes += 1;
        if (isLoneSurrogate(name, at)) flags |= FLAG.undecodable;
      } else extraBytes += code < 0x800 ? 1 : 2;
      if (code === 0xfffd) flags |= FLAG.undecodable;
      // Punctuation of Han and full-width forms end here, but for the two at their ends.
      if (code <= 0x3000 || code === 0xfeff) {
        if (isInvisible(code)) flags |= FLAG.invisible;
        else if (isSpace(code)) flags |= FLAG.space;
      }
      if (composed && !isComposed(code)) composed = false;
    }
  }
  const last = name.charCodeAt(length - 1);
  if (last === 0x2e || isSpace(last)) flags |= FLAG.trailing;
  if (length > LONGEST_NAME) flags |= FLAG.units;
  if (length + extraBytes > LONGEST_NAME) flags |= FLAG.bytes;
  if (!composed && name.normalize('NFC') !== name) flags |= FLAG.form;
  if (isReservedName(name)) flags |= FLAG.reserved;
  return name === '.' || name === '..' ? flags | FLAG.empty : flags;
}

/** Length in UTF-8; a lone surrogate counts as U+FFFD, as it would be written. */
export function byteLength(name: string): number {
  let bytes = name.length;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code < 0x80) continue;
    const pair = code >= 0xd800 && code <= 0xdfff && !isLoneSurrogate(name, at);
    bytes += code < 0x800 || pair ? 1 : 2;
  }
  return bytes;
}

/** Can it be told from the code unit alone that it is in NFC and takes no part in composition? */
function isComposed(code: number): boolean {
  return (
    code < 0x300 ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2160 && code <= 0x218f) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}

function isIllegal(code: number): boolean {
  switch (code) {
    case 0x22: // "
    case 0x2a: // *
    case 0x2f: // /
    case 0x3a: // :
    case 0x3c: // <
    case 0x3e: // >
    case 0x3f: // ?
    case 0x5c: // \
    case 0x7c: // |
      return true;
    default:
      return false;
  }
}

/**
 * A device on Windows: CON, PRN, AUX, NUL, CONIN$, CONOUT$, COM0 to COM9, LPT0 to LPT9 (also with ¹ ² ³), in any
 * case, with any extension and with spaces before the dot.
 */
export function isReservedName(name: string): boolean {
  // C, P, A, N or L first; there is nothing more to look at in most names.
  const first = name.charCodeAt(0) | 0x20;
  if (first !== 0x63 && first !== 0x70 && first !== 0x61 && first !== 0x6e && first !== 0x6c)
    return false;
  let to = name.indexOf('.');
  if (to < 0) to = name.length;
  while (to > 0 && name.charCodeAt(to - 1) === 0x20) to -= 1;
  if (to < 3 || to > 7) return false;
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i.test(name.slice(0, to));
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
  '%': '％',
};

/** What of a name Windows refuses, without repeats, in order; control characters as `U+0009`. */
export function illegalCharacters(name: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (isIllegal(code)) found.add(name.charAt(at));
    else if (isControl(code)) found.add(codePoint(code));
  }
  return [...found];
}

/** Characters of a name that take no room, and spaces that are not the usual one: as `U+200B`, each once, in order. */
export function unseenCharacters(name: string): {
  readonly invisible: readonly string[];
  readonly spaces: readonly string[];
} {
  const invisible = new Set<string>();
  const spaces = new Set<string>();
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (isInvisible(code)) invisible.add(codePoint(code));
    else if (code !== 0x20 && isSpace(code)) spaces.add(codePoint(code));
  }
  return { invisible: [...invisible], spaces: [...spaces] };
}

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Most names: ASCII letters and digits, Han, and marks that every system can hold. */
const PORTABLE = /^[-\w .()\u3001-\u3020\u3400-\u9fff\uff01-\uff20]*$/;

/**
 * The text as it may stand in a name on every system: full-width forms for what Windows forbids, a space for each
 * tab and line break, other control and invisible characters gone, NFC. The ends are left as they are.
 *
 * @param percent - Also `％` for `%`, which `cmd` and addresses take for something else.
 */
export function toPortableText(text: string, { percent = false } = {}): string {
  if (PORTABLE.test(text)) return text;
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const replaced = replacement(text, at, percent);
    if (replaced === undefined) continue;
    result += text.slice(from, at) + replaced;
    from = at + 1;
  }
  const whole = from === 0 ? text : result + text.slice(from);
  return isAllComposed(whole) ? whole : whole.normalize('NFC');
}

function replacement(text: string, at: number, percent: boolean): string | undefined {
  const code = text.charCodeAt(at);
  if (code < 0x80) {
    if (isControl(code)) return code >= 0x09 && code <= 0x0d ? ' ' : '';
    if (isIllegal(code) || (percent && code === 0x25)) return FULL_WIDTH[text.charAt(at)];
    return undefined;
  }
  if (code >= 0x3400 && code <= 0x9fff) return undefined;
  if (isInvisible(code)) return '';
  if (isSpace(code)) return ' ';
  return code >= 0xd800 && code <= 0xdfff && isLoneSurrogate(text, at) ? '\ufffd' : undefined;
}

function isAllComposed(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x300 && !(code >= 0x3400 && code <= 0x9fff) && !isComposed(code)) return false;
  }
  return true;
}

/**
 * A name that may stand on every system and is as like to this one as can be: `toPortableText`, no blanks at the
 * ends, no dot at the end, `_` after the name of a device. Length is left alone.
 */
export function toPortable(name: string, options: { percent?: boolean } = {}): string {
  const text = trimName(toPortableText(name, options));
  if (text === '') return '_';
  if (!isReservedName(text)) return text;
  const dot = text.indexOf('.');
  const stem = dot < 0 ? text : text.slice(0, dot);
  return `${stem.trimEnd()}_${text.slice(stem.length)}`;
}

/** Without spaces at the ends and dots at the end. */
export function trimName(text: string): string {
  let from = 0;
  let to = text.length;
  while (to > 0 && isDropped(text.charCodeAt(to - 1))) to -= 1;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  return text.slice(from, to);
}

function isDropped(code: number): boolean {
  return code === 0x2e || isSpace(code);
}
