/** The local header of a zip entry, held against its record in the central directory. */
import { wideNumbers } from './directory.js';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
/** Encrypted, sizes behind the data, masked, name in UTF-8: these must be told twice in the same way. */
const SAME_FLAGS = 0x1 | 0x8 | 0x800 | 0x2000;

export const LOCAL_BYTES = 30;

/** Length of a local header, from its fixed part; -1 when there is none here. */
export function localLength(header: Buffer): number {
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL) return -1;
  return LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/**
 * Does a local header tell the same as the record? Programs disagree on which of the two they follow.
 *
 * @param header - The whole local header.
 * @param directory - The central directory; `record` is where the entry's record begins in it.
 */
export function localAgrees(header: Buffer, directory: Buffer, record: number): boolean {
  const nameLength = header.readUInt16LE(26);
  const differs =
    nameLength !== directory.readUInt16LE(record + 28) ||
    ((header.readUInt16LE(6) ^ directory.readUInt16LE(record + 8)) & SAME_FLAGS) !== 0 ||
    header.readUInt16LE(8) !== directory.readUInt16LE(record + 10) ||
    header.compare(directory, record + 46, record + 46 + nameLength, 30, 30 + nameLength) !== 0;
  return !differs && numbersAgree(header, directory, record);
}

function numbersAgree(header: Buffer, directory: Buffer, record: number): boolean {
  const local = { sizeBytes: header.readUInt32LE(22), packedBytes: header.readUInt32LE(18) };
  const crc = header.readUInt32LE(14);
  const later = (header.readUInt16LE(6) & 0x8) !== 0;
  // Sizes that follow the data: the header may leave them empty, each on its own.
  const central = {
    sizeBytes: directory.readUInt32LE(record + 24),
    packedBytes: directory.readUInt32LE(record + 20),
  };
  if (!(later && crc === 0) && crc !== directory.readUInt32LE(record + 16)) return false;
  if (
    local.sizeBytes === central.sizeBytes &&
    local.packedBytes === central.packedBytes &&
    central.sizeBytes !== 0xffffffff &&
    central.packedBytes !== 0xffffffff
  )
    return true;
  const wideLocal = wideNumbers(header.subarray(30 + header.readUInt16LE(26)), local);
  const nameEnd = record + 46 + directory.readUInt16LE(record + 28);
  const extra = directory.subarray(nameEnd, nameEnd + directory.readUInt16LE(record + 30));
  const wideCentral = wideNumbers(extra, central);
  if (wideLocal === undefined || wideCentral === undefined) return false;
  const same = (a: number, b: number) => a === b || (later && a === 0);
  return (
    same(wideLocal.sizeBytes, wideCentral.sizeBytes) &&
    same(wideLocal.packedBytes, wideCentral.packedBytes)
  );
}

/**
 * What stands between the data of an entry and the next one must be its data descriptor, or nothing.
 *
 * @param rest - All bytes between them, or a first part that is longer than any descriptor.
 * @param said - What the central directory says.
 * @param later - Is there a descriptor (flag bit 3)?
 */
export function descriptorAgrees(
  rest: Buffer,
  said: { readonly crc: number; readonly sizeBytes: number; readonly packedBytes: number },
  later: boolean,
): boolean {
  if (!later) return rest.length === 0;
  const signed = rest.length === 16 || rest.length === 24;
  if (!signed && rest.length !== 12 && rest.length !== 20) return false;
  if (signed && rest.readUInt32LE(0) !== DESCRIPTOR) return false;
  const at = signed ? 4 : 0;
  if (rest.readUInt32LE(at) !== said.crc) return false;
  if (rest.length < 20) {
    return (
      rest.readUInt32LE(at + 4) === said.packedBytes && rest.readUInt32LE(at + 8) === said.sizeBytes
    );
  }
  return (
    Number(rest.readBigUInt64LE(at + 4)) === said.packedBytes &&
    Number(rest.readBigUInt64LE(at + 12)) === said.sizeBytes
  );
}
