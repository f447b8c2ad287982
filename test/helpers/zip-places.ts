/** Where the headers of a zip are, as far as they can be followed; for tests that change them. */
export interface ZipPlaces {
  readonly locals: readonly number[];
  readonly records: readonly number[];
  /** The end record; none when the zip has lost it. */
  readonly end: readonly number[];
}

export function zipPlaces(bytes: Buffer): ZipPlaces {
  const end = bytes.lastIndexOf('PK\x05\x06', bytes.length, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return { locals: [], records: [], end: [] };
  const records: number[] = [];
  const locals: number[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at + 46 <= end && bytes.readUInt32LE(at) === 0x02014b50) {
    records.push(at);
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 <= bytes.length) locals.push(local);
    const lengths = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    at = lengths.reduce((sum, length) => sum + length, at + 46);
  }
  return { locals, records, end: [end] };
}
