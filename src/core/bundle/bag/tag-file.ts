/** Reading the text files of a BagIt bag: bytes to lines, declaration, bag-info. */
import { Troubles } from './troubles.js';

/** Text of a tag file in the encoding that `bagit.txt` names; `undefined` when it is not valid in it, or unknown. */
export function decodeTagFile(bytes: Uint8Array, encoding: string): string | undefined {
  // What TextDecoder takes for these two is the encoding of Windows, which is not the same.
  if (/^(iso[-_]?8859[-_]1|latin-?1|l1)$/i.test(encoding)) return latin1(bytes);
  if (/^(us-)?ascii$/i.test(encoding)) {
    return bytes.every((byte) => byte < 0x80) ? latin1(bytes) : undefined;
  }
  try {
    // The mark at the start is no part of the text; TextDecoder drops it.
    return new TextDecoder(byteOrder(bytes, encoding), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/**
 * UTF-16 as its mark tells. Without one it is what the name says; `UTF-16` alone is big-endian (RFC 2781, section 4.3),
 * but Windows programs mean little-endian, and tag files begin with an ASCII letter.
 */
function byteOrder(bytes: Uint8Array, encoding: string): string {
  if (!/^utf-?16/i.test(encoding)) return encoding;
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (/^utf-?16$/i.test(encoding)) return second === 0 ? 'utf-16le' : 'utf-16be';
  return encoding.replace(/^utf16/i, 'utf-16');
}

/** Does it begin with the mark that UTF-8 does not need, and bags must not have (RFC 8493, section 2.3)? */
export function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Lines that end in LF, CR or both (RFC 8493, section 2.1.3); the end of the last one makes no further line. */
export function* linesOf(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const lf = text.indexOf('\n', at);
    const end = lf < 0 ? text.length : lf;
    const line = text.slice(at, end);
    if (line.includes('\r')) yield* line.replace(/\r$/, '').split('\r');
    else yield line;
    at = end + 1;
  }
}

/** What `bagit.txt` says. */
export interface Declaration {
  /** `1.0`, as written. */
  readonly version: string;
  readonly major: number;
  readonly minor: number;
  readonly encoding: string;
}

const KNOWN_VERSIONS = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];

/**
 * Read `bagit.txt`.
 *
 * @returns what is wrong with it, in place of the declaration: `mark` for a byte order mark, which it must not have.
 * @see RFC 8493, section 2.1.1
 */
export function parseDeclaration(
  bytes: Uint8Array,
): Declaration | 'mark' | 'lines' | 'version' | 'encoding' {
  if (hasUtf8Mark(bytes)) return 'mark';
  const lines = [...linesOf(decodeTagFile(bytes, 'utf-8') ?? '')];
  const version = /^BagIt-Version: (\d+)\.(\d+)$/.exec(lines[0] ?? '');
  const encoding = /^Tag-File-Character-Encoding: ([A-Za-z0-9][\w.:+-]*)$/.exec(lines[1] ?? '');
  if (!version || !encoding || lines.length !== 2) return 'lines';
  const [major = '', minor = ''] = version.slice(1);
  const known = `${major}.${minor}`;
  if (!KNOWN_VERSIONS.includes(known)) return 'version';
  if (decodeTagFile(new Uint8Array(), encoding[1] ?? '') === undefined) return 'encoding';
  return {
    version: known,
    major: Number(major),
    minor: Number(minor),
    encoding: encoding[1] ?? '',
  };
}

/** Labels and values of `bag-info.txt` in their order; a label may come more than once. */
export interface BagInfo {
  readonly rows: readonly (readonly [label: string, value: string])[];
  /** Lines that are neither `Label: value` nor the rest of the line before; the first of them. */
  readonly badLines: readonly number[];
  readonly moreBadLines: number;
}

/**
 * Read `bag-info.txt`.
 *
 * A line that starts with a space or tab goes on with the value before it. Whether a space belongs between the two
 * cannot be known: one is put there unless there is one already or either neighbour is not ASCII.
 *
 * @param strict - From 1.0 on white space before the colon is wrong, and some must follow it (RFC 8493, section 2.2.2).
 */
export function parseBagInfo(text: string, strict = true): BagInfo {
  const rows: [label: string, parts: string[]][] = [];
  const badLines = new Troubles<'line'>();
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    const last = rows.at(-1);
    if (line.trim() === '') continue;
    if (/^[ \t]/.test(line) && last) goOn(last[1], line.trimStart());
    else {
      const colon = line.indexOf(':');
      if (colon <= 0 || (strict && !/^[^\s:](?:[^:]*[^\s:])?:(?:[ \t]|$)/.test(line))) {
        badLines.add('line', number, '');
      }
      if (colon > 0)
        rows.push([line.slice(0, colon).trim(), [line.slice(colon + 1).replace(/^[ \t]+/, '')]]);
    }
  }
  return {
    rows: rows.map(([label, parts]) => [label, parts.join('').trimEnd()]),
    badLines: badLines.told.map(({ line }) => line),
    moreBadLines: badLines.untold.get('line') ?? 0,
  };
}

/** Parts, and not one text that grows: looking at the end of that would read all of it for each line. */
function goOn(parts: string[], more: string): void {
  const last = parts.at(-1)?.at(-1) ?? '';
  // Nothing yet: the value begins on the line below its label.
  const glued = last === '' || /[\s\u0080-\uffff]/.test(last) || /^[\u0080-\uffff]/.test(more);
  parts.push(glued ? more : ` ${more}`);
}

/** All values of a label; labels are compared without regard to case. */
export function valuesOf(info: BagInfo, label: string): readonly string[] {
  const wanted = label.toLowerCase();
  return info.rows.filter(([each]) => each.toLowerCase() === wanted).map(([, value]) => value);
}

/** A value as it is compared: where a long one was folded, nobody knows how many spaces there were. */
export function spaced(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
