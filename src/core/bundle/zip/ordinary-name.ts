/** Reading the names that most entries have, and judging them on the way: a bundle may hold a hundred thousand. */

/** Longer ones are read as all others are. */
const NAME_BYTES = 511;
/** The text in UTF-16: V8 takes half as long to copy that as to read UTF-8. */
const text = Buffer.alloc(NAME_BYTES * 2);

const [SLASH, BACKSLASH, COLON, TILDE, DOT, SPACE] = [0x2f, 0x5c, 0x3a, 0x7e, 0x2e, 0x20];

/**
 * A name of Han, their punctuation, and ASCII without capitals, that is a safe path: `foldName` leaves it as it is, and
 * `judgePath` finds nothing. It may be one of a folder, and end in a slash.
 *
 * @param bytes - Hold it, in UTF-8, from `at` to `end`.
 * @returns `undefined` when it is any other.
 */
export function ordinaryName(bytes: Buffer, at: number, end: number): string | undefined {
  const first = bytes[at];
  if (end - at > NAME_BYTES || first === TILDE || bytes[at + 1] === COLON) return undefined;
  let length = 0;
  // Of the part that is being read: has it more than dots and spaces?
  let isNamed = false;
  for (let from = at; from < end;) {
    const byte = bytes[from] ?? 0;
    let unit = byte;
    if (byte >= 0x80) {
      unit = hanAt(bytes, from, end);
      if (unit === 0) return undefined;
      from += 3;
      isNamed = true;
    } else {
      from += 1;
      if (byte === SLASH) {
        if (!isNamed) return undefined;
        isNamed = from === end;
      } else if (byte === 0 || byte === BACKSLASH || isCapital(byte)) return undefined;
      else if (byte !== DOT && byte !== SPACE) isNamed = true;
    }
    text[length] = unit & 0xff;
    text[length + 1] = unit >> 8;
    length += 2;
  }
  return isNamed ? text.toString('utf16le', 0, length) : undefined;
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

/** @returns the letter of three bytes at `from`; 0 when it is no Han and no mark that is used with them. */
function hanAt(bytes: Buffer, from: number, end: number): number {
  const [one = 0, two = 0, three = 0] = [bytes[from], bytes[from + 1], bytes[from + 2]];
  if (from + 3 > end || one >> 4 !== 0xe || two >> 6 !== 2 || three >> 6 !== 2) return 0;
  const unit = ((one & 0xf) << 12) | ((two & 0x3f) << 6) | (three & 0x3f);
  const isKnown =
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0x3001 && unit <= 0x3020) ||
    (unit >= 0xff01 && unit <= 0xff20) ||
    (unit >= 0x2010 && unit <= 0x2027);
  return isKnown ? unit : 0;
}
