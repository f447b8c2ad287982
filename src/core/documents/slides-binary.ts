/**
 * The slides of a presentation as it was before 2007, and as WPS writes `.dps`.
 *
 * @see MS-PPT: 2.1.1 and 2.3.2 the current user, 2.3.3 edits, 2.3.4 the directory of parts, 2.4.14.3 the list of slides.
 */

const [EDIT, DIRECTORY, DOCUMENT, LIST, SLIDE] = [0x0ff5, 0x1772, 0x03e8, 0x0ff0, 0x03f3];
const ENCRYPTED = 0xf3d1c4df;
/** Each time that it was saved fast; older programs did so some dozens of times. */
const MOST_EDITS = 1000;

/**
 * @param current - Stream `Current User`.
 * @param main - Stream `PowerPoint Document`.
 * @returns hidden ones, too; `undefined` when its parts do not lead to each other.
 */
export function countSlides(current: Buffer, main: Buffer): number | undefined {
  const document = placeOfDocument(current, main);
  if (document === undefined) return undefined;
  for (const part of recordsIn(main, document.from, document.to)) {
    if (part.type !== LIST || part.instance !== 0) continue;
    let slides = 0;
    for (const { type } of recordsIn(main, part.from, part.to)) slides += Number(type === SLIDE);
    return slides;
  }
  return 0;
}

export function isEncryptedPresentation(current: Buffer): boolean {
  return current.length >= 16 && current.readUInt32LE(12) === ENCRYPTED;
}

interface PptRecord {
  readonly type: number;
  readonly instance: number;
  /** Its content. */
  readonly from: number;
  readonly to: number;
}

function recordAt(bytes: Buffer, at: number): PptRecord | undefined {
  if (at + 8 > bytes.length) return undefined;
  const to = at + 8 + bytes.readUInt32LE(at + 4);
  const [first, type] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)];
  return to > bytes.length ? undefined : { type, instance: first >> 4, from: at + 8, to };
}

function* recordsIn(bytes: Buffer, from: number, to: number): Generator<PptRecord> {
  for (let at = from; at < to;) {
    const record = recordAt(bytes, at);
    if (record === undefined) return;
    yield record;
    at = record.to;
  }
}

/** What the last edit did not write is found by the ones before it. */
function placeOfDocument(current: Buffer, main: Buffer): PptRecord | undefined {
  if (current.length < 20) return undefined;
  let at = current.readUInt32LE(16);
  let wanted: number | undefined;
  for (let edits = 0; edits < MOST_EDITS && at !== 0; edits += 1) {
    const edit = recordAt(main, at);
    if (edit?.type !== EDIT || edit.to - edit.from < 20) return undefined;
    wanted ??= main.readUInt32LE(edit.from + 16);
    const directory = recordAt(main, main.readUInt32LE(edit.from + 12));
    const place = directory?.type === DIRECTORY ? placeOf(main, directory, wanted) : undefined;
    if (place !== undefined) {
      const document = recordAt(main, place);
      return document?.type === DOCUMENT ? document : undefined;
    }
    at = main.readUInt32LE(edit.from + 8);
  }
  return undefined;
}

/** The directory has runs of parts whose numbers follow each other. */
function placeOf(bytes: Buffer, { from, to }: PptRecord, wanted: number): number | undefined {
  for (let at = from; at + 4 <= to;) {
    const head = bytes.readUInt32LE(at);
    const [first, count] = [head & 0xfffff, head >>> 20];
    const place = at + 4 + (wanted - first) * 4;
    if (wanted >= first && wanted < first + count && place + 4 <= to) {
      return bytes.readUInt32LE(place);
    }
    at += 4 + count * 4;
  }
  return undefined;
}
