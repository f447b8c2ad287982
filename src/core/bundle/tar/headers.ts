/**
 * The headers of a tar: what each says of the bytes behind it.
 *
 * Read here and not by a library: the formats are a page each, and libraries settle in silence what this must refuse:
 * a size told in two ways (CVE-2025-62518), a checksum that does not fit, a sparse file, bytes behind the end.
 *
 * @see POSIX.1-2017, pax, “ustar Interchange Format” and “pax Interchange Format”; GNU tar manual, “Basic Tar Format”.
 */
import { isUtf8 } from 'node:buffer';
import type { Refusal, RefusalCode } from '../judge/refusal.js';
import { visible } from '../bag/paths.js';
import { numberIn, parsePax, textIn } from './fields.js';

export const TAR_BLOCK = 512;

/** Something in a tar that has a name. */
export interface TarEntry {
  /** As it is there. */
  readonly name: Buffer;
  /** Does the tar say that it is in UTF-8? */
  readonly isUtf8: boolean;
  readonly kind: 'file' | 'folder' | 'link';
  /** Of its contents, which follow the header and are filled up to whole blocks. */
  readonly sizeBytes: number;
}

type TarStep =
  | { readonly do: 'entry'; readonly entry: TarEntry }
  /** Its contents belong to the next header: they go to `addMeta`. */
  | { readonly do: 'meta'; readonly sizeBytes: number }
  | { readonly do: 'end' }
  | { readonly do: 'refuse'; readonly refusal: Refusal };

/** Names and attributes are shorter; only a hostile tar wants memory for more. */
const META_BYTES = 2 ** 20;
/** What the field of a size has room for. Above it the size is told elsewhere. */
const LARGEST_OCTAL = 0o77777777777;

const PLACE = { name: [0, 100], size: [124, 12], prefix: [345, 155] } as const;

/** Is it a header, and whole? Its checksum is of all its bytes, itself counted as spaces. */
export function isTarHeader(block: Buffer): boolean {
  if (block.length < TAR_BLOCK) return false;
  const said = numberIn(block.subarray(148, 156));
  let plain = 8 * 0x20;
  let signed = plain;
  for (let at = 0; at < TAR_BLOCK; at += 1) {
    if (at >= 148 && at < 156) continue;
    const byte = block[at] ?? 0;
    plain += byte;
    // Some old programs summed up signed bytes.
    signed += byte < 0x80 ? byte : byte - 0x100;
  }
  return said !== undefined && plain > 8 * 0x20 && (said === plain || said === signed);
}

/** Mode, owner, group, time, device: nothing here asks for them, but Python takes a bad one for the end of the tar. */
const OTHER_NUMBERS = [
  [100, 8],
  [108, 8],
  [116, 8],
  [136, 12],
  [329, 8],
  [337, 8],
] as const;

function areNumbersSound(block: Buffer): boolean {
  return OTHER_NUMBERS.every(([at, length]) => {
    const first = block[at];
    // Base 256; a time before 1970 is negative.
    if (first === 0x80 || first === 0xff) return true;
    return /^ *[0-7]* *$/.test(textIn(block.subarray(at, at + length)).toString('latin1'));
  });
}

/** Takes the headers one after another. */
export class TarHeaders {
  #metaType = '';
  #longName: Buffer | undefined;
  #pax: ReadonlyMap<string, Buffer> | undefined;

  /** @param block - 512 bytes. */
  take(block: Buffer): TarStep {
    if (block.every((byte) => byte === 0)) {
      return this.#isOpen() ? refuse('BUNDLE_TAR_DAMAGED', '', 'pax') : { do: 'end' };
    }
    const size = numberIn(block.subarray(PLACE.size[0], PLACE.size[0] + PLACE.size[1]));
    if (!isTarHeader(block) || size === undefined || !areNumbersSound(block)) {
      return refuse('BUNDLE_TAR_DAMAGED', '', 'header');
    }
    const type = String.fromCharCode(block[156] ?? 0);
    if (!'xgXLK'.includes(type)) return this.#entry(block, type, size);
    if (size > META_BYTES) return refuse('BUNDLE_TAR_DAMAGED', '', `${type} ${size}`);
    this.#metaType = type;
    return { do: 'meta', sizeBytes: size };
  }

  /** The contents of a `meta` step. @returns why it is not read any further, if it is not. */
  addMeta(bytes: Buffer): Refusal | undefined {
    const bad = (detail: string): Refusal => ({ code: 'BUNDLE_TAR_DAMAGED', entry: '', detail });
    if (this.#metaType === 'K') return undefined;
    if (this.#metaType === 'L') {
      if (this.#longName !== undefined) return bad('L');
      this.#longName = Buffer.from(textIn(bytes));
      return undefined;
    }
    const records = parsePax(bytes);
    if (records === undefined) return bad('pax');
    if (this.#metaType !== 'g') {
      if (this.#pax !== undefined) return bad('pax');
      this.#pax = records;
      return undefined;
    }
    // What is meant for all that follows may be a remark, never a name or a size.
    return ['path', 'size', 'linkpath'].some((key) => records.has(key)) ? bad('pax g') : undefined;
  }

  #isOpen(): boolean {
    return this.#longName !== undefined || this.#pax !== undefined;
  }

  #entry(block: Buffer, type: string, told: number): TarStep {
    const pax = this.#pax;
    const long = this.#longName;
    this.#pax = undefined;
    this.#longName = undefined;
    const own = pax?.get('path');
    const name = own ?? long ?? nameOf(block);
    const shown = shownName(name);
    if (own !== undefined && long !== undefined && !own.equals(long)) {
      return refuse('BUNDLE_HEADERS_DISAGREE', shown);
    }
    const size = sizeOf(pax?.get('size'), told);
    if (size === undefined) return refuse('BUNDLE_HEADERS_DISAGREE', shown);
    if (type === 'S' || hasSparse(pax)) return refuse('BUNDLE_SPARSE', shown);
    if (name !== own && name !== long && hasOddPrefix(block)) {
      return refuse('BUNDLE_TAR_DAMAGED', shown, 'prefix');
    }
    if (type === 'M') return refuse('BUNDLE_MULTI_DISK');
    const kind = kindOf(type, name);
    if (kind === undefined) return refuse('BUNDLE_TAR_DAMAGED', shown, `type ${visible(type)}`);
    // Programs do not agree on whether such bytes follow.
    if (kind !== 'file' && size > 0) return refuse('BUNDLE_TAR_DAMAGED', shown, `${kind} ${size}`);
    const declared = own !== undefined && pax?.get('hdrcharset')?.toString() !== 'BINARY';
    return { do: 'entry', entry: { name, isUtf8: declared && isUtf8(own), kind, sizeBytes: size } };
  }
}

function refuse(code: RefusalCode, entry = '', detail = ''): TarStep {
  return { do: 'refuse', refusal: { code, entry, detail } };
}

/** Only POSIX has a prefix there; GNU keeps times in that place. */
function nameOf(block: Buffer): Buffer {
  const prefix = isPosix(block) ? field(block, 'prefix') : Buffer.alloc(0);
  return prefix.length === 0
    ? Buffer.from(field(block, 'name'))
    : Buffer.concat([prefix, Buffer.from('/'), field(block, 'name')]);
}

/** Python and 7-Zip take what stands there for a prefix in tars of any kind. */
function hasOddPrefix(block: Buffer): boolean {
  return !isPosix(block) && field(block, 'prefix').length > 0;
}

function isPosix(block: Buffer): boolean {
  return block.toString('latin1', 257, 263) === 'ustar\0';
}

function field(block: Buffer, key: 'name' | 'prefix'): Buffer {
  const [at, length] = PLACE[key];
  return textIn(block.subarray(at, at + length));
}

/** @returns `undefined` when it is told in two ways: programs that read only one of them see other files. */
function sizeOf(pax: Buffer | undefined, told: number): number | undefined {
  if (pax === undefined) return told;
  const size = /^\d{1,16}$/.test(pax.toString('latin1')) ? Number(pax.toString('latin1')) : NaN;
  if (!Number.isSafeInteger(size)) return undefined;
  return size === told || size > LARGEST_OCTAL ? size : undefined;
}

function hasSparse(pax: ReadonlyMap<string, Buffer> | undefined): boolean {
  return [...(pax?.keys() ?? [])].some((key) => key.startsWith('GNU.sparse.'));
}

const FILE_TYPES = new Set(['0', '\0', '7']);

function kindOf(type: string, name: Buffer): TarEntry['kind'] | undefined {
  if (type === '5') return 'folder';
  if ('12346'.includes(type)) return 'link';
  if (!FILE_TYPES.has(type)) return undefined;
  return name.at(-1) === 0x2f ? 'folder' : 'file';
}

function shownName(name: Buffer): string {
  return visible(name.toString(isUtf8(name) ? 'utf8' : 'latin1'));
}
