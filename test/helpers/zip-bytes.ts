/** Zips made byte by byte, honest or not: every field can be told otherwise in either place. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  readonly deflate?: boolean;
  /** UTF-8 flag unless told otherwise. */
  readonly flags?: number;
  readonly method?: number;
  readonly attributes?: number;
  readonly extra?: Buffer;
  /** What the local header tells, where it differs. */
  readonly local?: {
    readonly name?: string;
    readonly method?: number;
    readonly sizeBytes?: number;
    readonly packedBytes?: number;
    readonly crc?: number;
  };
  /** What the central directory tells, where it differs from the truth. */
  readonly central?: {
    readonly sizeBytes?: number;
    readonly packedBytes?: number;
    readonly offset?: number;
    readonly crc?: number;
    readonly disk?: number;
    readonly extra?: Buffer;
  };
  /** Version of the format that it takes, times ten; 20 unless told otherwise. */
  readonly needs?: number;
  /** The system it was made on, 3 (Unix) unless told otherwise. */
  readonly host?: number;
  /** Bytes put behind the entry that belong to nothing. */
  readonly behind?: Buffer;
}

export interface ZipEnd {
  readonly prepend?: Buffer;
  readonly comment?: Buffer;
  readonly append?: Buffer;
  readonly disk?: number;
  readonly directoryDisk?: number;
  readonly count?: number;
}

export function zipBytes(files: readonly ZipFile[], end: ZipEnd = {}): Buffer {
  const bodies: Buffer[] = [end.prepend ?? Buffer.alloc(0)];
  const records: Buffer[] = [];
  let offset = bodies[0]?.length ?? 0;
  for (const file of files) {
    const { body, record } = entryBytes(file, offset);
    bodies.push(body);
    records.push(record);
    offset += body.length;
  }
  const directory = Buffer.concat(records);
  return Buffer.concat([
    ...bodies,
    directory,
    endRecord(end.count ?? files.length, directory.length, offset, end),
    end.append ?? Buffer.alloc(0),
  ]);
}

const known = new WeakMap<ArrayBufferLike, Buffer>();

/** Deflated once, however many entries have the same bytes. */
function deflated(data: Buffer): Buffer {
  if (data.length < 1_000_000) return deflateRawSync(data);
  const packed = known.get(data.buffer) ?? deflateRawSync(data);
  known.set(data.buffer, packed);
  return packed;
}

function entryBytes(file: ZipFile, offset: number): { body: Buffer; record: Buffer } {
  const data = Buffer.isBuffer(file.data) ? file.data : Buffer.from(file.data ?? '');
  const packed = file.deflate ? deflated(data) : data;
  const name = Buffer.from(file.name);
  const extra = file.extra ?? Buffer.alloc(0);
  const truth = {
    flags: file.flags ?? 0x800,
    method: file.method ?? (file.deflate ? 8 : 0),
    crc: crc32(data),
    packedBytes: packed.length,
    sizeBytes: data.length,
  };
  const localName = file.local?.name === undefined ? name : Buffer.from(file.local.name);
  const body = Buffer.concat([
    header(0x04034b50, 30, 4, { ...truth, ...file.local }, localName.length, extra.length),
    localName,
    extra,
    packed,
    file.behind ?? Buffer.alloc(0),
  ]);
  const told = file.central?.extra ?? extra;
  const head = header(0x02014b50, 46, 6, { ...truth, ...file.central }, name.length, told.length);
  head.writeUInt16LE(((file.host ?? 3) << 8) + 20, 4);
  head.writeUInt16LE(file.needs ?? 20, 6);
  head.writeUInt16LE(file.central?.disk ?? 0, 34);
  head.writeUInt32LE((file.attributes ?? 0o100644 * 0x10000) >>> 0, 38);
  head.writeUInt32LE(file.central?.offset ?? offset, 42);
  return { body, record: Buffer.concat([head, name, told]) };
}

function header(
  signature: number,
  length: number,
  at: number,
  told: {
    flags: number;
    method: number;
    crc: number;
    packedBytes: number;
    sizeBytes: number;
  },
  nameLength: number,
  extraLength: number,
): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(told.flags, at + 2);
  bytes.writeUInt16LE(told.method, at + 4);
  bytes.writeUInt32LE(told.crc, at + 10);
  bytes.writeUInt32LE(told.packedBytes, at + 14);
  bytes.writeUInt32LE(told.sizeBytes, at + 18);
  bytes.writeUInt16LE(nameLength, at + 22);
  bytes.writeUInt16LE(extraLength, at + 24);
  return bytes;
}

function endRecord(count: number, size: number, offset: number, end: ZipEnd): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(end.disk ?? 0, 4);
  bytes.writeUInt16LE(end.directoryDisk ?? 0, 6);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  bytes.writeUInt16LE(end.comment?.length ?? 0, 20);
  return Buffer.concat([bytes, end.comment ?? Buffer.alloc(0)]);
}

/** Text of which only 档案 is not ASCII, as old Chinese programs on Windows write it. */
export const inGbk = (text: string) =>
  Buffer.from(text.replaceAll('档案', '\u00b5\u00b5\u00b0\u00b8'), 'latin1');

/** An extra field: kind, length, data. */
export function extraField(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

/** The same entry as a writer makes it that does not know sizes before: they follow the data. */
export function descriptor(file: ZipFile, signed = true): ZipFile {
  const data = Buffer.from(file.data ?? '');
  const behind = Buffer.alloc(16);
  behind.writeUInt32LE(0x08074b50, 0);
  behind.writeUInt32LE(crc32(data), 4);
  behind.writeUInt32LE((file.deflate ? deflated(data) : data).length, 8);
  behind.writeUInt32LE(data.length, 12);
  const flags = (file.flags ?? 0x800) | 0x8;
  const local = { sizeBytes: 0, packedBytes: 0, crc: 0 };
  return { ...file, flags, local, behind: signed ? behind : behind.subarray(4) };
}

/** Info-ZIP's field for a name in UTF-8 beside the name itself, which its checksum is of. */
export function unicodePath(raw: Buffer, name: string | Buffer, crc = crc32(raw)): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(crc, 1);
  return extraField(0x7075, Buffer.concat([head, Buffer.from(name)]));
}
