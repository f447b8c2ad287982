/**
 * What is written behind a PDF to change it (PDF 32000-1, 7.5.6): new and changed objects, and where they are. Nothing
 * is compressed, so that the same change is the same bytes whatever the library for it.
 */
import { Dict } from './values.js';

export interface NewObject {
  readonly number: number;
  readonly generation: number;
  readonly bytes: Buffer;
}

interface Behind {
  /** Of what stands before it. */
  readonly size: number;
  /** From where its offsets are counted. */
  readonly base: number;
  /** Where the section before is; `undefined` when this one tells of all objects. */
  readonly previous: number | undefined;
  /** In which form the sections are: readers stumble over a chain of both. */
  readonly isStream: boolean;
  readonly trailer: Dict;
}

/** Where an object is that the update does not bring. */
export interface KnownObject {
  readonly number: number;
  readonly generation: number;
  readonly place: { readonly offset: number } | { readonly stream: number; readonly index: number };
}

/** Entries of a trailer that belong to its section alone, and those of a stream that was one. */
const OF_SECTION = [
  ...['Prev', 'XRefStm', 'Size', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms', 'F'],
  ...['FFilter', 'FDecodeParms', 'DL'],
];

/**
 * @param objects - By number, rising.
 * @param free - A number for the section itself, when it is a stream; above all others.
 * @param known - All the other objects, by number, rising, when the section has to tell of them.
 * @param marks - Entries of ours for the trailer, as they are written, and of the bytes between the original and the section.
 */
export function writeUpdate(
  behind: Behind,
  {
    objects,
    free,
    known,
    marks,
  }: {
    readonly objects: readonly NewObject[];
    readonly free: number;
    readonly known: readonly KnownObject[];
    readonly marks: (bytes: Buffer) => Readonly<Record<string, string>>;
  },
): Buffer {
  const parts: Buffer[] = [Buffer.from('\n')];
  let at = behind.size + 1 - behind.base;
  const rows: Row[] = known.map(({ number, generation, place }) =>
    'offset' in place
      ? { number, type: 1, second: place.offset - behind.base, third: generation }
      : { number, type: 2, second: place.stream, third: place.index },
  );
  for (const { number, generation, bytes } of objects) {
    const head = Buffer.from(`${number} ${generation} obj\n`);
    const tail = Buffer.from('\nendobj\n');
    parts.push(head, bytes, tail);
    rows.push({ number, type: 1, second: at, third: generation });
    at += head.length + bytes.length + tail.length;
  }
  rows.sort((one, other) => one.number - other.number);
  const body = Buffer.concat(parts);
  const trailer = { ...trailerOf(behind), ...marks(body) };
  const section = behind.isStream
    ? xrefStream(rows, { number: free, offset: at }, trailer, behind.trailer)
    : xrefTable(rows, free, trailer, behind.trailer);
  return Buffer.concat([body, section, Buffer.from(`startxref\n${at}\n%%EOF\n`)]);
}

interface Row {
  readonly number: number;
  readonly type: 0 | 1 | 2;
  readonly second: number;
  readonly third: number;
}

type Changes = Record<string, string | undefined>;

function trailerOf({ previous }: Behind): Changes {
  const own: Changes = Object.fromEntries(OF_SECTION.map((key) => [key, undefined]));
  if (previous !== undefined) own['Prev'] = String(previous);
  return own;
}

const ZERO: Row = { number: 0, type: 0, second: 0, third: 65535 };

function xrefTable(rows: readonly Row[], size: number, changes: Changes, trailer: Dict): Buffer {
  const lines = ['xref\n'];
  for (const run of runsOf([ZERO, ...rows])) {
    lines.push(`${run[0]?.number ?? 0} ${run.length}\n`);
    for (const { type, second, third } of run) {
      const [offset, generation] = [digits(second, 10), digits(third, 5)];
      lines.push(`${offset} ${generation} ${type === 0 ? 'f' : 'n'} \n`);
    }
  }
  const dict = trailer.written({ ...changes, Size: String(size) });
  return Buffer.from(`${lines.join('')}trailer\n${dict}\n`, 'latin1');
}

function xrefStream(
  rows: readonly Row[],
  own: { readonly number: number; readonly offset: number },
  changes: Changes,
  trailer: Dict,
): Buffer {
  const all: Row[] = [ZERO, ...rows, { number: own.number, type: 1, second: own.offset, third: 0 }];
  const width = own.offset > 0xffffffff ? 5 : 4;
  const bytes = Buffer.alloc(all.length * (width + 5));
  for (const [index, { type, second, third }] of all.entries()) {
    const at = index * (width + 5);
    bytes.writeUInt8(type, at);
    bytes.writeUIntBE(second, at + 1, width);
    bytes.writeUInt32BE(third, at + 1 + width);
  }
  const index = runsOf(all).map((run) => `${run[0]?.number ?? 0} ${run.length}`);
  const dict = trailer.written({
    ...changes,
    Type: '/XRef',
    Size: String(own.number + 1),
    W: `[1 ${width} 4]`,
    Index: `[${index.join(' ')}]`,
    Length: String(bytes.length),
  });
  const head = `${own.number} 0 obj\n${dict}\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream\nendobj\n')]);
}

function runsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.at(-1)?.number === row.number - 1) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

function digits(number: number, count: number): string {
  return String(number).padStart(count, '0');
}
