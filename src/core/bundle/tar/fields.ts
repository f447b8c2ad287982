/** The fields of tar headers: numbers, texts, and the records of pax. */

/** Up to its first NUL. */
export function textIn(field: Buffer): Buffer {
  const end = field.indexOf(0);
  return end < 0 ? field : field.subarray(0, end);
}

/**
 * A number in octal, or in base 256 when its first bit is set.
 *
 * @returns `undefined` when it is neither, is negative, or is too large to count with.
 */
export function numberIn(field: Buffer): number | undefined {
  const [first = 0] = field;
  if (first === 0x80) {
    let value = 0;
    for (const byte of field.subarray(1)) value = value * 0x100 + byte;
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const text = field.toString('latin1');
  const [, octal] = /^ *([0-7]*)[\0 ]*$/.exec(text) ?? [];
  return octal === undefined ? undefined : Number.parseInt(octal || '0', 8);
}

/**
 * The records of a pax header, `length key=value` and LF each; the length is of the whole record.
 *
 * @returns the last value of each key; `undefined` when they do not fill the header exactly.
 */
export function parsePax(bytes: Buffer): ReadonlyMap<string, Buffer> | undefined {
  const records = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    if (space < 0 || space > at + 10) return undefined;
    const digits = bytes.toString('latin1', at, space);
    const end = at + Number(digits);
    if (!/^[1-9]\d*$/.test(digits) || end > bytes.length || bytes[end - 1] !== 0x0a)
      return undefined;
    const equals = bytes.indexOf(0x3d, space);
    if (equals <= space + 1 || equals >= end) return undefined;
    records.set(
      bytes.toString('utf8', space + 1, equals),
      Buffer.from(bytes.subarray(equals + 1, end - 1)),
    );
    at = end;
  }
  return records;
}
