/** The local header of a zip entry, held against its record in the central directory. */
import { wideNumbers } from './directory.js';
import { areFieldsSound, declaredName, unicodePath } from './names.js';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
/** Encrypted, sizes behind the data, a patch, masked, name in UTF-8: these must be told twice in the same way. */
const SAME_FLAGS = 0x1 | 0x8 | 0x20 | 0x800 | 0x2000;

export const LOCAL_BYTES = 30;

/** Length of the local header at `at`, from its fixed part; -1 when there is none. */
export function localLength(bytes: Buffer, at = 0): number {
  if (bytes.length < at + LOCAL_BYTES || bytes.readUInt32LE(at) !== LOCAL) return -1;
  return LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}

/**
 * Does a local header tell the same as the record? Programs disagree on which of the two they follow.
 *
 * @param bytes - Hold the whole local header at `at`.
 * @param directory - The central directory; `record` is where the entry's record begins in it.
 */
export function localAgrees(bytes: Buffer, at: number, directory: Buffer, record: number): boolean {
  const nameLength = bytes.readUInt16LE(at + 26);
  const [name, told] = [at + LOCAL_BYTES, record + 46];
  return (
    nameLength === directory.readUInt16LE(record + 28) &&
    ((bytes.readUInt16LE(at + 6) ^ directory.readUInt16LE(record + 8)) & SAME_FLAGS) === 0 &&
    bytes.readUInt16LE(at + 8) === directory.readUInt16LE(record + 10) &&
    bytes.compare(directory, told, told + nameLength, name, name + nameLength) === 0 &&
    numbersAgree(bytes, at, directory, record) &&
    fieldsAgree(bytes, at, directory, record)
  );
}

/** Some programs take the name from the extra fields here, and not from those of the record. */
function fieldsAgree(bytes: Buffer, at: number, directory: Buffer, record: number): boolean {
  const [nameLength, extraLength] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
  if (extraLength === 0) return true;
  const nameEnd = at + LOCAL_BYTES + nameLength;
  const extra = bytes.subarray(nameEnd, nameEnd + extraLength);
  const here = unicodePath(bytes.subarray(at + LOCAL_BYTES, nameEnd), extra);
  if (here === undefined) return areFieldsSound(extra);
  const utf8Flag = (directory.readUInt16LE(record + 8) & 0x800) !== 0;
  const told = declaredName(directory, record + 46, record + 46 + nameLength, utf8Flag);
  return areFieldsSound(extra) && Array.isArray(told) && told[0] === here;
}

function numbersAgree(bytes: Buffer, at: number, directory: Buffer, record: number): boolean {
  // Numbers that follow the data: the header may leave each of them empty.
  const later = (bytes.readUInt16LE(at + 6) & 0x8) !== 0;
  const crc = bytes.readUInt32LE(at + 14);
  if (crc !== directory.readUInt32LE(record + 16) && !(later && crc === 0)) return false;
  const packedBytes = bytes.readUInt32LE(at + 18);
  const sizeBytes = bytes.readUInt32LE(at + 22);
  const told = {
    packedBytes: directory.readUInt32LE(record + 20),
    sizeBytes: directory.readUInt32LE(record + 24),
  };
  if (Math.max(packedBytes, sizeBytes, told.packedBytes, told.sizeBytes) === 0xffffffff) {
    return wideNumbersAgree(bytes, at, directory, record, later);
  }
  return (
    (packedBytes === told.packedBytes || (later && packedBytes === 0)) &&
    (sizeBytes === told.sizeBytes || (later && sizeBytes === 0))
  );
}

/** The same where either of the two needs its zip64 field. */
function wideNumbersAgree(
  bytes: Buffer,
  at: number,
  directory: Buffer,
  record: number,
  later: boolean,
): boolean {
  const extraAt = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26);
  const local = wideNumbers(bytes.subarray(extraAt, extraAt + bytes.readUInt16LE(at + 28)), {
    sizeBytes: bytes.readUInt32LE(at + 22),
    packedBytes: bytes.readUInt32LE(at + 18),
  });
  const toldAt = record + 46 + directory.readUInt16LE(record + 28);
  const told = wideNumbers(
    directory.subarray(toldAt, toldAt + directory.readUInt16LE(record + 30)),
    {
      sizeBytes: directory.readUInt32LE(record + 24),
      packedBytes: directory.readUInt32LE(record + 20),
    },
  );
  if (local === undefined || told === undefined) return false;
  const same = (here: number, there: number) => here === there || (later && here === 0);
  return same(local.sizeBytes, told.sizeBytes) && same(local.packedBytes, told.packedBytes);
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
