/** Names of zip entries: bytes to text, when the zip does not say in which encoding. */
import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';

/** Where a name's encoding was taken from. The last three are guesses. */
export type NameSource = 'flag' | 'unicode-field' | 'utf-8' | 'gb18030' | 'cp437';

/** Made when it is first asked for: most zips say what their names are in. */
let gb18030: InstanceType<typeof TextDecoder> | undefined;

function fromGb18030(bytes: Buffer): string {
  gb18030 ??= new TextDecoder('gb18030', { fatal: true });
  return gb18030.decode(bytes);
}

/** The upper half of the IBM PC's character set, which is what a zip without any mark is said to use. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/**
 * The name of an entry as it says it is meant.
 *
 * @param directory - The central directory; the name is from `at` to `end`, its extra fields follow.
 * @returns `undefined` when its encoding has to be guessed; `two` when programs would give it two names.
 */
export function declaredName(
  directory: Buffer,
  at: number,
  end: number,
  utf8Flag: boolean,
): readonly [string, NameSource] | 'two' | undefined {
  const text = directory.toString('utf8', at, end);
  // What is no UTF-8 is read as this mark.
  const isMarked = text.includes('\ufffd');
  const isAscii = text.length === end - at && !isMarked;
  const extra = directory.subarray(end, end + directory.readUInt16LE(at - 46 + 30));
  const field = unicodePath(directory.subarray(at, end), extra);
  if (field === '' || !areFieldsSound(extra)) return 'two';
  if (utf8Flag && (!isMarked || isUtf8(directory.subarray(at, end)))) {
    // Programs do not agree on which of two names they use.
    return field === undefined || field === text ? [text, 'flag'] : 'two';
  }
  if (field !== undefined) return [field, 'unicode-field'];
  return isAscii ? [text, 'flag'] : undefined;
}

/**
 * The one encoding that fits all the names which do not say theirs: they come from one program.
 * Strict UTF-8 first: Chinese text in GBK is almost never valid UTF-8; then GB18030; CP437 can always be read.
 */
export function guessEncoding(names: Iterable<Buffer>): 'utf-8' | 'gb18030' | 'cp437' {
  const all = [...names];
  if (all.every((bytes) => isUtf8(bytes))) return 'utf-8';
  if (all.every(isGb18030)) return 'gb18030';
  return 'cp437';
}

export function decodeName(bytes: Buffer, encoding: 'utf-8' | 'gb18030' | 'cp437'): string {
  if (encoding === 'utf-8') return bytes.toString('utf8');
  if (encoding === 'gb18030') return fromGb18030(bytes);
  let text = '';
  for (const byte of bytes)
    text += byte < 128 ? String.fromCharCode(byte) : CP437.charAt(byte - 128);
  return text;
}

/**
 * Info-ZIP's Unicode path field (0x7075): holds only while its CRC is that of the name beside it.
 *
 * @returns empty when it holds and is no name in UTF-8: some programs use it all the same.
 */
export function unicodePath(bytes: Buffer, extra: Buffer): string | undefined {
  const field = extraField(extra, 0x7075);
  if (field === undefined || field.length < 5 || field[0] !== 1) return undefined;
  if (field.readUInt32LE(1) !== crc32(bytes)) return undefined;
  const path = field.subarray(5);
  return isUtf8(path) ? path.toString('utf8') : '';
}

/** Sizes in zip64, and the name: of two fields of such a kind one program takes the first, another the last. */
const TELLING = new Set([0x0001, 0x7075]);

/** Do all programs read the extra fields alike? Up to three bytes behind them fill up the room. */
export function areFieldsSound(extra: Buffer): boolean {
  const told: number[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const id = extra.readUInt16LE(at);
    if (told.includes(id)) return false;
    if (TELLING.has(id)) told.push(id);
    at += 4 + extra.readUInt16LE(at + 2);
  }
  return at <= extra.length;
}

/** @returns the data of the first extra field of that kind; `undefined` when there is none or the fields are cut. */
export function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) return undefined;
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, end);
    at = end;
  }
  return undefined;
}

function isGb18030(bytes: Buffer): boolean {
  try {
    fromGb18030(bytes);
    return true;
  } catch {
    return false;
  }
}
