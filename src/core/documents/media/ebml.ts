/**
 * A size as Matroska writes it: its first bits tell how many bytes it takes.
 *
 * @returns `value` is `undefined` for one that its writer did not know, all ones; nothing when it is cut off.
 * @see RFC 8794, 4.1
 */
export function ebmlSize(
  bytes: Buffer,
  at: number,
): { readonly width: number; readonly value: number | undefined } | undefined {
  const first = bytes[at] ?? 0;
  const width = ebmlWidth(first);
  if (width > 8 || at + width > bytes.length) return undefined;
  let value = first & (0xff >> width);
  let isUnknown = value === 0xff >> width;
  for (let next = at + 1; next < at + width; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte !== 0xff) isUnknown = false;
    value = value * 256 + byte;
  }
  return { width, value: isUnknown ? undefined : value };
}

/** Of a number with this first byte; 9 when that is zero, which none has. */
export function ebmlWidth(first: number): number {
  return Math.clz32(first) - 23;
}
