/** Tars made byte by byte, honest or not. */
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { temporary, type BagContents } from './bags.js';

export interface TarFile {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  /** `0`, a file, unless told otherwise. */
  readonly type?: string;
  /** What the header tells, where it differs from the truth. */
  readonly size?: number;
  readonly prefix?: string;
  /** `0000644` unless told otherwise. */
  readonly mode?: string;
  /** `posix` unless told otherwise; `gnu` writes a size in base 256. */
  readonly format?: 'posix' | 'gnu' | 'v7';
  /** Records of a pax header before it. */
  readonly pax?: Readonly<Record<string, string>>;
  readonly checksum?: number;
}

const zeros = (length: number) => Buffer.alloc(length);

export function tarHeader(file: TarFile): Buffer {
  const header = zeros(512);
  const { format = 'posix', data = '', type = '0' } = file;
  const size = file.size ?? Buffer.byteLength(data);
  Buffer.from(file.name).copy(header, 0, 0, 100);
  header.write(`${file.mode ?? '0000644'}\0`, 100);
  if (format === 'gnu') {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  } else header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(type, 156, 'latin1');
  if (format === 'posix') header.write('ustar\x0000', 257, 'latin1');
  if (format === 'gnu') header.write('ustar  \0', 257, 'latin1');
  header.write(file.prefix ?? '', 345);
  header.fill(' ', 148, 156);
  const sum = file.checksum ?? header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function tarEntry(file: TarFile): Buffer {
  const data = Buffer.from(file.data ?? '');
  const pax = file.pax ? [tarEntry({ name: 'PaxHeaders', type: 'x', data: paxOf(file.pax) })] : [];
  return Buffer.concat([...pax, tarHeader(file), data, zeros((512 - (data.length % 512)) % 512)]);
}

export function paxOf(records: Readonly<Record<string, string>>): string {
  return Object.entries(records)
    .map(([key, value]) => {
      const rest = Buffer.byteLength(` ${key}=${value}\n`);
      let length = rest + 1;
      while (rest + String(length).length !== length) length += 1;
      return `${length} ${key}=${value}\n`;
    })
    .join('');
}

export function tarBytes(files: readonly TarFile[], end = zeros(1024)): Buffer {
  return Buffer.concat([...files.map(tarEntry), end]);
}

/** The files of a bag as entries, in a top folder; long names as GNU tar writes them. */
export const tarEntriesOf = (files: BagContents, top = 'bag/'): TarFile[] =>
  Object.entries(files).flatMap(([path, data]) => {
    const name = top + path;
    const long: TarFile = { name: '././@LongLink', type: 'L', data: `${name}\0`, format: 'gnu' };
    return [...(Buffer.byteLength(name) > 100 ? [long] : []), { name, data }];
  });

export function tarWith(bytes: Buffer, name = 'bag.tar'): string {
  const path = join(temporary(), name);
  writeFileSync(path, bytes);
  return path;
}

export const tarOf = (files: BagContents) => tarWith(tarBytes(tarEntriesOf(files)));
export const tarGzOf = (files: BagContents) =>
  tarWith(gzipSync(tarBytes(tarEntriesOf(files))), 'bag.tar.gz');
