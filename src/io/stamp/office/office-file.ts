/** A document that is a zip: its parts, read when they are asked for. */
import type { RefusalCode } from '../../../core/bundle/judge/refusal.js';
import { readDirectory, type ZipEntry } from '../../../core/bundle/zip/directory.js';
import { CompoundError, CompoundFile } from '../../../core/documents/compound.js';
import { LeftAlone } from '../../../core/stamp/left-alone.js';
import { ContentTypes } from '../../../core/stamp/package/content-types.js';
import { CONTENT_TYPES, type Parts } from '../../../core/stamp/package/parts.js';
import type { OpenFile } from '../../facts/open-file.js';
import {
  DOCUMENT_LIMITS,
  LONGEST_PART,
  placeOfDirectory,
  unpacked,
} from '../../facts/zip-parts.js';
import { readXmlPart, type XmlPart } from './xml-part.js';

/** Above it, numbers of the zip would need more room than they have. */
const LONGEST_FILE = 2 ** 32 - 2 ** 27;
/** OPC part 2, 10.4: whatever its relations say. */
const SIGNATURES = /^_xmlsignatures\//i;
const END_BYTES = 22;
/** The zip64 end record and its locator, before the end record. */
const END64_BYTES = 76;

/** Names that are unfit for a disk, or a picture packed in another way, speak against a bundle, not against a document. */
const DAMAGE: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'BUNDLE_TRUNCATED',
  'BUNDLE_ZIP_DAMAGED',
  'BUNDLE_MULTI_DISK',
  'BUNDLE_HIDDEN_DATA',
  'BUNDLE_TOO_MANY_ENTRIES',
  'BUNDLE_ENTRY_DUPLICATE',
  'BUNDLE_ENTRIES_OVERLAP',
  'BUNDLE_HEADERS_DISAGREE',
  'BUNDLE_SIZE_WRONG',
]);

export class OfficeFile implements Parts {
  readonly file: OpenFile;
  /** The central directory as it stands in the file. */
  readonly directory: Buffer;
  /** In the order of their bytes in the file. */
  readonly entries: readonly ZipEntry[];
  /** At the end of the zip, mostly empty. */
  readonly comment: Buffer;
  readonly types: ContentTypes;
  readonly #byPath = new Map<string, ZipEntry>();
  readonly #known = new Map<ZipEntry, XmlPart>();

  /**
   * @throws {LeftAlone}
   * @throws {Unread}
   * @throws {XmlError}
   */
  constructor(file: OpenFile) {
    refuseOthers(file);
    const place = placeOfDirectory(file);
    this.file = file;
    const end = place.offset + place.sizeBytes;
    if (end !== place.expectedEnd) throw new LeftAlone('damaged', 'BUNDLE_HIDDEN_DATA');
    this.directory = file.read(place.offset, place.sizeBytes);
    const endRecord = end + (place.end64 === undefined ? 0 : END64_BYTES);
    this.comment = file.read(endRecord + END_BYTES, file.sizeBytes - endRecord - END_BYTES);
    const { entries, refusals } = readDirectory(
      this.directory,
      { ...place, begin: 0 },
      DOCUMENT_LIMITS,
    );
    if (refusals.some(({ code }) => code === 'BUNDLE_ENCRYPTED')) throw new LeftAlone('encrypted');
    const damage = refusals.find(({ code }) => DAMAGE.has(code));
    if (damage) throw new LeftAlone('damaged', damage.code);
    if (entries.some(({ path }) => SIGNATURES.test(path))) throw new LeftAlone('signed');
    this.entries = entries;
    for (const entry of entries) if (entry.kind === 'file') this.#byPath.set(entry.path, entry);
    for (const entry of entries) this.#add(entry.path.toLowerCase(), entry);
    const types = this.xml(CONTENT_TYPES);
    if (types === undefined) throw new LeftAlone('unsupported');
    this.types = new ContentTypes(types);
  }

  has(part: string): boolean {
    return this.entryOf(part) !== undefined;
  }

  xml(part: string): string | undefined {
    const entry = this.entryOf(part);
    return entry && this.#read(entry).text;
  }

  /** The bytes of a part that has another text now. */
  encode(entry: ZipEntry, text: string): Buffer {
    return this.#read(entry).encode(text);
  }

  /** Names of parts are URIs; some programs write them into the zip as they are read (OPC part 2, 7.3.4). */
  entryOf(part: string): ZipEntry | undefined {
    const plain = this.#byPath.get(part) ?? this.#byPath.get(part.toLowerCase());
    return (
      plain ?? (part.includes('%') ? this.#byPath.get(readable(part).toLowerCase()) : undefined)
    );
  }

  #add(path: string, entry: ZipEntry): void {
    if (entry.kind === 'file' && !this.#byPath.has(path)) this.#byPath.set(path, entry);
  }

  #read(entry: ZipEntry): XmlPart {
    const known = this.#known.get(entry);
    if (known) return known;
    if (Math.max(entry.sizeBytes, entry.packedBytes) > LONGEST_PART) {
      throw new LeftAlone('too-large', entry.path);
    }
    if ((this.directory.readUInt16LE(entry.record + 8) & 1) !== 0) throw new LeftAlone('encrypted');
    const part = readXmlPart(unpacked(this.file, this.directory, entry));
    this.#known.set(entry, part);
    return part;
  }
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What is no zip at all: encrypted documents are in the container of Office before 2007. */
function refuseOthers({ read, sizeBytes }: OpenFile): void {
  if (sizeBytes > LONGEST_FILE) throw new LeftAlone('too-large');
  const begin = read(0, 4).toString('latin1');
  if (begin === '\xd0\xcf\x11\xe0') {
    throw new LeftAlone(isEncrypted(read, sizeBytes) ? 'encrypted' : 'unsupported');
  }
  if (begin !== 'PK\x03\x04')
    throw new LeftAlone(begin.startsWith('PK') ? 'damaged' : 'unsupported');
}

function isEncrypted(read: OpenFile['read'], sizeBytes: number): boolean {
  try {
    return new CompoundFile(read, sizeBytes).has('EncryptedPackage');
  } catch (error) {
    if (error instanceof CompoundError) return false;
    throw error;
  }
}
