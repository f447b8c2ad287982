/** Files of Office before 2007, as MS-CFB has them: every stream in large sectors, which small ones are padded for. */
const SECTOR = 512;
const [END, TABLE, NONE] = [0xfffffffe, 0xfffffffd, 0xffffffff];

export function compoundOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(streams);
  const padded = Object.values(streams).map((bytes) =>
    Buffer.concat([bytes], Math.max(8, sectors(bytes)) * SECTOR),
  );
  const folder = Buffer.alloc(Math.ceil((names.length + 1) / 4) * SECTOR);
  const table: number[] = [TABLE];
  const chain = (count: number) => {
    const first = table.length;
    for (let at = 1; at <= count; at += 1) table.push(at === count ? END : first + at);
    return first;
  };
  const folderAt = chain(sectors(folder));
  entry(folder, 0, 'Root Entry', { kind: 5, child: 1, start: END, sizeBytes: 0, right: NONE });
  for (const [at, bytes] of padded.entries()) {
    const right = at + 2 > names.length ? NONE : at + 2;
    const start = chain(sectors(bytes));
    entry(folder, at + 1, names[at] ?? '', {
      kind: 2,
      child: NONE,
      start,
      sizeBytes: bytes.length,
      right,
    });
  }
  const numbers = Buffer.alloc(SECTOR, 0xff);
  for (const [at, next] of table.entries()) numbers.writeUInt32LE(next, at * 4);
  return Buffer.concat([header(folderAt), numbers, folder, ...padded]);
}

function sectors(bytes: Buffer): number {
  return Math.ceil(bytes.length / SECTOR);
}

function header(folderAt: number): Buffer {
  const head = Buffer.alloc(SECTOR, 0xff);
  head.fill(0, 0, 76);
  head.write('d0cf11e0a1b11ae1', 'hex');
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    head.writeUInt16LE(value, at);
  for (const [at, value] of [
    [44, 1],
    [48, folderAt],
    [56, 4096],
    [60, END],
    [68, END],
    [76, 0],
  ] as const)
    head.writeUInt32LE(value, at);
  return head;
}

interface Fields {
  readonly kind: number;
  readonly child: number;
  readonly start: number;
  readonly sizeBytes: number;
  readonly right: number;
}

function entry(
  folder: Buffer,
  number: number,
  name: string,
  { kind, child, start, sizeBytes, right }: Fields,
): void {
  const at = number * 128;
  folder.write(name, at, 'utf16le');
  folder.writeUInt16LE(name.length * 2 + 2, at + 64);
  folder.writeUInt8(kind, at + 66);
  for (const [place, value] of [
    [68, NONE],
    [72, right],
    [76, child],
    [116, start],
    [120, sizeBytes],
  ] as const) {
    folder.writeUInt32LE(value, at + place);
  }
}

/** A set of properties with the moment of creation; others by the number of their property. */
export function summaryOf(created: string, numbers: Readonly<Record<number, number>> = {}): Buffer {
  const ticks = BigInt(Date.parse(created) + 11_644_473_600_000) * 10_000n;
  const moment = Buffer.alloc(12);
  moment.writeUInt32LE(0x40);
  moment.writeBigUInt64LE(ticks, 4);
  const values = [
    [0x01, Buffer.concat([u32(0x02), u32(936)])] as const,
    [0x0c, moment] as const,
    ...Object.entries(numbers).map(
      ([id, value]) => [Number(id), Buffer.concat([u32(0x03), u32(value)])] as const,
    ),
  ];
  const head = Buffer.alloc(48);
  head.writeUInt32LE(1, 24);
  head.writeUInt32LE(48, 44);
  let at = 8 + values.length * 8;
  const places = values.map(([id, value]) => {
    at += value.length;
    return Buffer.concat([u32(id), u32(at - value.length)]);
  });
  const data = values.map(([, value]) => value);
  return Buffer.concat([head, u32(at), u32(values.length), ...places, ...data]);
}

/** Streams of a Word document: each piece in Unicode, or one byte a character. */
export function wordStreams(
  pieces: readonly (readonly [text: string, encoding: 'utf16le' | 'latin1'])[],
  flags = 0,
) {
  const main = [Buffer.alloc(1024)];
  const [places, records] = [[0], [] as Buffer[]];
  for (const [text, encoding] of pieces) {
    const at = main.reduce((sum, { length }) => sum + length, 0);
    main.push(Buffer.from(text, encoding));
    places.push((places.at(-1) ?? 0) + text.length);
    const record = Buffer.alloc(8);
    record.writeUInt32LE(encoding === 'latin1' ? at * 2 + 0x40000000 : at, 2);
    records.push(record);
  }
  const format = Buffer.from([1, 2, 0, 9, 9]);
  const list = Buffer.concat([...places.map(u32), ...records]);
  const table = Buffer.concat([format, Buffer.from([2]), u32(list.length), list]);
  const bytes = Buffer.concat(main);
  bytes.writeUInt16LE(0xa5ec, 0);
  bytes.writeUInt16LE(flags, 10);
  bytes.writeUInt32LE(places.at(-1) ?? 0, 0x4c);
  bytes.writeUInt32LE(table.length, 0x1a6);
  return { WordDocument: bytes, '0Table': table };
}

/** A record of MS-PPT. */
export function record(type: number, ...content: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 2);
  const data = Buffer.concat(content);
  return Buffer.concat([head, u32(data.length), data]);
}

/** Streams of a presentation with this list of slides, saved once: the edit before it is itself. */
export function slideStreams(
  list: readonly Buffer[],
  { document = 1, token = 0xe391c05f }: { document?: number; token?: number } = {},
) {
  const slides = record(0x03e8, record(0x03e9, Buffer.alloc(40)), record(0x0ff0, ...list));
  const directory = record(0x1772, u32(0x00100001), u32(0));
  const at = slides.length + directory.length;
  const edit = record(0x0ff5, u32(0), u32(0), u32(at), u32(slides.length), u32(document), u32(9));
  return {
    'Current User': record(0x0ff6, u32(0x14), u32(token), u32(at), u32(0)),
    'PowerPoint Document': Buffer.concat([slides, directory, edit]),
  };
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
