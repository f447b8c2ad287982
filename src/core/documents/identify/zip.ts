/**
 * Zips and what is made as one: Office since 2007, OpenDocument, OFD.
 *
 * @see APPNOTE.TXT 4.3; ECMA-376 part 2 (OPC); ODF 1.3 part 2, 3.3; GB/T 33190.
 */
import { inflateRawSync } from 'node:zlib';
import { recordLength } from '../../bundle/zip/directory.js';
import {
  checkEnd64,
  findDirectory,
  TAIL_BYTES,
  type DirectoryPlace,
} from '../../bundle/zip/end.js';
import { localLength, LOCAL_BYTES } from '../../bundle/zip/local.js';
import { found, tailOf, type FileBytes, type Found } from './file.js';
import type { FileFormat, Mark } from '../types.js';

/** Most directories of documents, and no comment. */
const SHORT_TAIL = 8192;
const LONGEST_DIRECTORY = 16 * 2 ** 20;
/** Of a part that tells what the others are. */
const LONGEST_PART = 2 ** 20;

export function byZip(head: Buffer, file: FileBytes): Found | undefined {
  const begin = head.length < 4 ? 0 : head.readUInt32LE(0);
  // An empty zip is its end alone. One that was to be split begins with a mark (APPNOTE 8.5.4).
  if (begin === END) return found('zip');
  if (begin !== LOCAL && begin !== SPLIT) return undefined;
  const directory = readDirectory(file);
  if (directory === undefined) return found(byFirstNames(head), 'truncated');
  if (directory === 'unsure') return found(byFirstNames(head));
  if (directory === 'damaged') return found(byFirstNames(head), 'damaged');
  return byParts(new Parts(file, directory), head);
}

const [LOCAL, END, SPLIT] = [0x04034b50, 0x06054b50, 0x08074b50];

/** The records of the central directory, and by how much all places in it are off. */
interface Directory {
  readonly bytes: Buffer;
  readonly shift: number;
}

/** @returns `undefined` when the end of the file is missing; `unsure` when something stands behind it. */
function readDirectory(file: FileBytes): Directory | 'unsure' | 'damaged' | undefined {
  let tail = tailOf(file, SHORT_TAIL);
  let place = findDirectory(tail, file.sizeBytes);
  if ((place === undefined || 'code' in place) && tail.length < file.sizeBytes) {
    tail = tailOf(file, TAIL_BYTES);
    place = findDirectory(tail, file.sizeBytes);
  }
  if (place && 'end64' in place && place.end64 !== undefined) {
    place = checkEnd64(file.read(place.end64, 56), place);
  }
  if (place === undefined) return undefined;
  if ('code' in place) {
    if (place.code === 'BUNDLE_TRUNCATED') return undefined;
    return place.code === 'BUNDLE_ZIP_DAMAGED' ? 'damaged' : 'unsure';
  }
  return directoryAt(place, tail, file);
}

/** What stands before a zip moves everything in it; its end still knows how long the directory is. */
function directoryAt(
  place: DirectoryPlace,
  tail: Buffer,
  file: FileBytes,
): Directory | 'unsure' | 'damaged' {
  const { sizeBytes, expectedEnd, offset } = place;
  const at = expectedEnd - sizeBytes;
  if (at < 0 || sizeBytes > LONGEST_DIRECTORY) return 'damaged';
  const inTail = at - (file.sizeBytes - tail.length);
  const bytes = inTail >= 0 ? tail.subarray(inTail, inTail + sizeBytes) : file.read(at, sizeBytes);
  if (place.entries > 0 && recordLength(bytes, 0) === undefined) return 'damaged';
  return { bytes, shift: at - offset };
}

/** The names in a directory, and the parts that are behind them. */
class Parts {
  /** By name, where its record begins. */
  readonly records = new Map<string, number>();
  encrypted = false;
  readonly #file: FileBytes;
  readonly #directory: Directory;

  constructor(file: FileBytes, directory: Directory) {
    this.#file = file;
    this.#directory = directory;
    const { bytes } = directory;
    for (let at = 0; ;) {
      const length = recordLength(bytes, at);
      if (length === undefined) break;
      const name = bytes.toString('latin1', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
      this.records.set(name, at);
      if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) this.encrypted = true;
      at += length;
    }
  }

  has(name: string): boolean {
    return this.records.has(name);
  }

  hasBelow(folder: string): boolean {
    for (const name of this.records.keys()) if (name.startsWith(folder)) return true;
    return false;
  }

  /** @returns `undefined` when there is none; `damaged` when it is not what the zip says of it. */
  text(name: string): string | undefined {
    const record = this.records.get(name);
    if (record === undefined) return undefined;
    const { bytes, shift } = this.#directory;
    const method = bytes.readUInt16LE(record + 10);
    const [packed, size] = [bytes.readUInt32LE(record + 20), bytes.readUInt32LE(record + 24)];
    if (Math.max(packed, size) > LONGEST_PART) return undefined;
    const at = bytes.readUInt32LE(record + 42) + shift;
    const length = localLength(this.#file.read(at, LOCAL_BYTES));
    if (length < 0) throw new DamagedPart();
    return unpacked(this.#file.read(at + length, packed), method, size);
  }
}

class DamagedPart extends Error {}

const ENCRYPTED = 0x1;

function unpacked(packed: Buffer, method: number, size: number): string {
  try {
    const bytes = method === 8 ? inflateRawSync(packed, { maxOutputLength: size + 1 }) : packed;
    const isUtf16 = bytes.length > 1 && bytes.readUInt16BE(0) === 0xfffe;
    return bytes.toString(isUtf16 ? 'utf16le' : 'utf8');
  } catch (cause) {
    throw new DamagedPart('', { cause });
  }
}

function byParts(parts: Parts, head: Buffer): Found {
  try {
    return byOffice(parts) ?? byOfd(parts) ?? byOpenDocument(parts, head) ?? byPlain(parts);
  } catch (error) {
    if (!(error instanceof DamagedPart)) throw error;
    return found(byNames([...parts.records.keys()]), 'damaged');
  }
}

const TYPES = '[Content_Types].xml';

/** By the type of the main part; Strict documents have the same types as the others. */
function byOffice(parts: Parts): Found | undefined {
  if (!parts.has(TYPES)) return undefined;
  const types = parts.text(TYPES) ?? '';
  const format = MAIN_PARTS.find(([, type]) => types.includes(type))?.[0];
  if (format === undefined) return undefined;
  const names = [...parts.records.keys()];
  const marks: (Mark | false)[] = [
    parts.encrypted && 'encrypted',
    names.some((name) => MACROS.test(name)) && 'macros',
    parts.hasBelow('_xmlsignatures/') && 'signed',
  ];
  return found(format, ...marks);
}

/** @see ECMA-376 part 1, 11.3, 12.3 and 13.3; MS-OE376 for those with macros. */
const MAIN_PARTS: readonly (readonly [FileFormat, string])[] = [
  ['docx', '.wordprocessingml.document.main+xml'],
  ['docm', 'ms-word.document.macroEnabled.main+xml'],
  ['dotx', '.wordprocessingml.template.main+xml'],
  ['dotm', 'ms-word.template.macroEnabledTemplate.main+xml'],
  ['xlsx', '.spreadsheetml.sheet.main+xml'],
  ['xlsm', 'ms-excel.sheet.macroEnabled.main+xml'],
  ['xlsb', 'ms-excel.sheet.binary.macroEnabled.main'],
  ['xltx', '.spreadsheetml.template.main+xml'],
  ['xltm', 'ms-excel.template.macroEnabled.main+xml'],
  ['pptx', '.presentationml.presentation.main+xml'],
  ['pptm', 'ms-powerpoint.presentation.macroEnabled.main+xml'],
  ['ppsx', '.presentationml.slideshow.main+xml'],
  ['ppsm', 'ms-powerpoint.slideshow.macroEnabled.main+xml'],
  ['potx', '.presentationml.template.main+xml'],
  ['potm', 'ms-powerpoint.template.macroEnabled.main+xml'],
  ['vsdx', 'ms-visio.drawing.main+xml'],
  ['xps', 'xps-fixeddocumentsequence+xml'],
];

const MACROS = /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\//i;

function byOfd(parts: Parts): Found | undefined {
  if (!parts.has('OFD.xml')) return undefined;
  const names = [...parts.records.keys()];
  return found(
    'ofd',
    // GB/T 33190 has no encryption; the versions that came after keep what they need for it in this file.
    (parts.encrypted || names.some((name) => /(?:^|\/)Encryptions?\.xml$/i.test(name))) &&
      'encrypted',
    names.some((name) => /(?:^|\/)Signatures?\.xml$/i.test(name)) && 'signed',
  );
}

const KINDS: readonly (readonly [FileFormat, string])[] = [
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['odp', 'application/vnd.oasis.opendocument.presentation'],
  ['odg', 'application/vnd.oasis.opendocument.graphics'],
  ['epub', 'application/epub+zip'],
];

function byOpenDocument(parts: Parts, head: Buffer): Found | undefined {
  const manifest = parts.has('META-INF/manifest.xml')
    ? (parts.text('META-INF/manifest.xml') ?? '')
    : '';
  const kind = parts.text('mimetype') ?? /:media-type="([^"]*)"/.exec(manifest)?.[1] ?? '';
  const format = KINDS.find(([, type]) => kind.startsWith(type))?.[0] ?? byFirstKind(head);
  if (format === undefined || format === 'epub') return format && found(format);
  const isLocked =
    parts.encrypted || manifest.includes(':encryption-data') || parts.has('encrypted-package');
  return found(
    format,
    isLocked && 'encrypted',
    (parts.hasBelow('Basic/') || parts.hasBelow('Scripts/')) && 'macros',
    parts.has('META-INF/documentsignatures.xml') && 'signed',
  );
}

function byPlain(parts: Parts): Found {
  return found('zip', parts.encrypted && 'encrypted');
}

/** Of a zip whose directory cannot be read: the entries in its first bytes. */
function byFirstNames(head: Buffer): FileFormat {
  const kind = byFirstKind(head);
  if (kind) return kind;
  const names: string[] = [];
  for (let at = 0; ;) {
    const length = localLength(head, at);
    if (length < 0 || at + length > head.length) break;
    names.push(head.toString('latin1', at + 30, at + 30 + head.readUInt16LE(at + 26)));
    at = head.indexOf('PK\x03\x04', at + length + head.readUInt32LE(at + 18), 'latin1');
    if (at < 0) break;
  }
  return byNames(names);
}

/** OpenDocument and EPUB have their kind as the first entry, not packed. */
function byFirstKind(head: Buffer): FileFormat | undefined {
  const begin = head.toString('latin1', 30, 120);
  if (!begin.startsWith('mimetype')) return undefined;
  return KINDS.find(([, type]) => begin.includes(type))?.[0];
}

function byNames(names: readonly string[]): FileFormat {
  const below = (folder: string) => names.some((name) => name.startsWith(folder));
  if (names.includes('OFD.xml')) return 'ofd';
  if (below('word/')) return 'docx';
  if (below('xl/')) return 'xlsx';
  return below('ppt/') ? 'pptx' : 'zip';
}
