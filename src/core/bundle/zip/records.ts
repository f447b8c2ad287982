/**
 * The records of a zip file as bytes.
 *
 * Every field that could differ between two machines is fixed: made on Unix, mode 0644 or 0755, one time for all
 * entries, names in UTF-8 with the flag that says so, no extra fields but those of zip64, no data descriptors.
 *
 * @see APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3.
 */

export const STORED = 0;
export const DEFLATED = 8;

/** What stands in a 32-bit field whose value is in the zip64 record. */
const LIMIT_32 = 0xffff_ffff;
const LIMIT_16 = 0xffff;

const UTF8_FLAG = 0x0800;
/** Version 6.3 of the specification, on Unix. */
const MADE_BY = 0x033f;
const NEEDS_DEFLATE = 20;
const NEEDS_ZIP64 = 45;
const FILE_MODE = 0o100644 * 0x1_0000;
/** The lowest bit that is set tells DOS that it is a folder. */
const FOLDER_MODE = 0o040755 * 0x1_0000 + 0x10;

const LOCAL_BYTES = 30;
const LOCAL_ZIP64_BYTES = 20;
/** Where in a local header the CRC-32 stands, followed by the two sizes. */
export const CRC_AT = 14;

export interface ZipEntry {
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where its local header starts. */
  readonly offset: number;
}

/** Date and time as zip has them: DOS words, local to whoever reads them, so that no time zone is in them. */
export interface DosTime {
  readonly date: number;
  readonly time: number;
}

/**
 * Midnight at the start of a day.
 *
 * @param day - `YYYY-MM-DD`, from 1980 to 2107.
 */
export function dosTimeOf(day: string): DosTime {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return { date: ((year - 1980) << 9) | (month << 5) | date, time: 0 };
}

export function localHeaderBytes(nameBytes: number, sizeBytes: number): number {
  return LOCAL_BYTES + nameBytes + (sizeBytes >= LIMIT_32 ? LOCAL_ZIP64_BYTES : 0);
}

/**
 * Write the header that goes before an entry's bytes.
 *
 * @param name - A folder's ends in `/`.
 * @returns where it ends in `out`.
 */
export function writeLocalHeader(
  out: Buffer,
  start: number,
  name: string,
  entry: Omit<ZipEntry, 'offset'>,
  dos: DosTime,
): number {
  const big = entry.sizeBytes >= LIMIT_32;
  const nameBytes = out.write(name, start + LOCAL_BYTES);
  let at = out.writeUInt32LE(0x0403_4b50, start);
  at = writeCommon(out, at, entry, dos, big);
  at = out.writeUInt16LE(nameBytes, at);
  at = out.writeUInt16LE(big ? LOCAL_ZIP64_BYTES : 0, at);
  at += nameBytes;
  if (!big) return at;
  at = out.writeUInt16LE(1, at);
  at = out.writeUInt16LE(16, at);
  at = writeUInt64(out, entry.sizeBytes, at);
  return writeUInt64(out, entry.packedBytes, at);
}

const CENTRAL_BYTES = 46;
const CENTRAL_ZIP64_BYTES_AT_MOST = 28;

/** A row of the central directory has no more, whatever is in it. */
export function centralBytesAtMost(name: string): number {
  return CENTRAL_BYTES + CENTRAL_ZIP64_BYTES_AT_MOST + name.length * UTF8_BYTES_AT_MOST;
}

/**
 * The length of a zip of these entries when none of them gets smaller.
 *
 * @param entries - In the order in which they are written.
 */
export function zipBytesAtMost(
  entries: Iterable<{ readonly name: string; readonly sizeBytes: number }>,
): number {
  let [offset, directory, count] = [0, 0, 0];
  for (const { name, sizeBytes } of entries) {
    const nameBytes = Buffer.byteLength(name);
    const extra = (sizeBytes >= LIMIT_32 ? 16 : 0) + (offset >= LIMIT_32 ? 8 : 0);
    directory += CENTRAL_BYTES + nameBytes + (extra === 0 ? 0 : extra + 4);
    offset += localHeaderBytes(nameBytes, sizeBytes) + sizeBytes;
    count += 1;
  }
  return offset + directory + endRecords(count, directory, offset).length;
}

/** Of one unit of UTF-16. */
export const UTF8_BYTES_AT_MOST = 3;

/**
 * Write an entry's row of the central directory.
 *
 * @param name - As in its local header.
 * @returns where it ends in `out`.
 */
export function writeCentralHeader(
  out: Buffer,
  start: number,
  name: string,
  entry: ZipEntry,
  dos: DosTime,
): number {
  const big = entry.sizeBytes >= LIMIT_32;
  const far = entry.offset >= LIMIT_32;
  const extra = (big ? 16 : 0) + (far ? 8 : 0);
  const nameBytes = out.write(name, start + CENTRAL_BYTES);
  let at = out.writeUInt32LE(0x0201_4b50, start);
  at = out.writeUInt16LE(MADE_BY, at);
  at = writeCommon(out, at, entry, dos, big || far);
  at = out.writeUInt16LE(nameBytes, at);
  at = out.writeUInt16LE(extra === 0 ? 0 : extra + 4, at);
  at = out.writeUInt32LE(0, at); // no comment, on the first disk
  at = out.writeUInt16LE(0, at); // no internal attributes
  at = out.writeUInt32LE(name.endsWith('/') ? FOLDER_MODE : FILE_MODE, at);
  at = out.writeUInt32LE(far ? LIMIT_32 : entry.offset, at);
  at += nameBytes;
  if (extra === 0) return at;
  at = out.writeUInt16LE(1, at);
  at = out.writeUInt16LE(extra, at);
  if (big) at = writeUInt64(out, entry.sizeBytes, at);
  if (big) at = writeUInt64(out, entry.packedBytes, at);
  return far ? writeUInt64(out, entry.offset, at) : at;
}

/**
 * The end of a zip file: the zip64 records where a number needs them, then the record that every reader looks for.
 *
 * @param offset - Where the central directory starts.
 */
export function endRecords(entries: number, directoryBytes: number, offset: number): Buffer {
  const big = entries >= LIMIT_16 || directoryBytes >= LIMIT_32 || offset >= LIMIT_32;
  const out = Buffer.alloc(22);
  out.writeUInt32LE(0x0605_4b50, 0);
  out.writeUInt16LE(Math.min(entries, LIMIT_16), 8);
  out.writeUInt16LE(Math.min(entries, LIMIT_16), 10);
  out.writeUInt32LE(Math.min(directoryBytes, LIMIT_32), 12);
  out.writeUInt32LE(Math.min(offset, LIMIT_32), 16);
  return big ? Buffer.concat([zip64End(entries, directoryBytes, offset), out]) : out;
}

function zip64End(entries: number, directoryBytes: number, offset: number): Buffer {
  const out = Buffer.alloc(56 + 20);
  out.writeUInt32LE(0x0606_4b50, 0);
  writeUInt64(out, 44, 4); // bytes of this record after this field
  out.writeUInt16LE(MADE_BY, 12);
  out.writeUInt16LE(NEEDS_ZIP64, 14);
  writeUInt64(out, entries, 24);
  writeUInt64(out, entries, 32);
  writeUInt64(out, directoryBytes, 40);
  writeUInt64(out, offset, 48);
  out.writeUInt32LE(0x0706_4b50, 56); // the locator: where the record above is
  writeUInt64(out, offset + directoryBytes, 64);
  out.writeUInt32LE(1, 72); // of one disk
  return out;
}

/** The fields that the local and the central header share, from “version needed” to the uncompressed size. */
function writeCommon(
  out: Buffer,
  start: number,
  entry: Omit<ZipEntry, 'offset'>,
  dos: DosTime,
  zip64: boolean,
): number {
  let at = out.writeUInt16LE(zip64 ? NEEDS_ZIP64 : NEEDS_DEFLATE, start);
  at = out.writeUInt16LE(UTF8_FLAG, at);
  at = out.writeUInt16LE(entry.method, at);
  at = out.writeUInt16LE(dos.time, at);
  at = out.writeUInt16LE(dos.date, at);
  return writeCrcAndSizes(out, at, entry);
}

export function writeCrcAndSizes(
  out: Buffer,
  start: number,
  { crc, packedBytes, sizeBytes }: Pick<ZipEntry, 'crc' | 'packedBytes' | 'sizeBytes'>,
): number {
  const big = sizeBytes >= LIMIT_32;
  const at = out.writeUInt32LE(crc, start);
  out.writeUInt32LE(big ? LIMIT_32 : packedBytes, at);
  return out.writeUInt32LE(big ? LIMIT_32 : sizeBytes, at + 4);
}

/** What stands at `CRC_AT` in a local header, for when it becomes known after the header was written. */
export function crcAndSizes(entry: Pick<ZipEntry, 'crc' | 'packedBytes' | 'sizeBytes'>): Buffer {
  const out = Buffer.alloc(12);
  writeCrcAndSizes(out, 0, entry);
  return out;
}

function writeUInt64(out: Buffer, value: number, at: number): number {
  return out.writeBigUInt64LE(BigInt(value), at);
}
