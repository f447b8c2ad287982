/**
 * MKV and WebM: when they were made.
 *
 * @see RFC 8794 (EBML), 4 and 5; RFC 9559 (Matroska), 5.1.2.
 */
import type { ReadBytes } from '../read-bytes.js';
import { ebmlSize, ebmlWidth } from './ebml.js';

const [SEGMENT, INFO, CLUSTER] = [0x18538067, 0x1549a966, 0x1f43b675];
const DATE = 0x4461;
/** What is looked for stands before the pictures. */
const MOST_ELEMENTS = 4096;
const SINCE_2001_MS = 978_307_200_000;

/** @returns milliseconds since 1970. */
export function matroskaCreated(read: ReadBytes, sizeBytes: number): number | undefined {
  const segment = findElement(read, { from: 0, to: sizeBytes }, SEGMENT);
  const info = segment && findElement(read, segment, INFO);
  const date = info && findElement(read, info, DATE);
  if (date?.to !== (date?.from ?? NaN) + 8) return undefined;
  return Number(read(date.from, 8).readBigInt64BE(0) / 1_000_000n) + SINCE_2001_MS;
}

interface Element {
  readonly id: number;
  /** Its content. */
  readonly from: number;
  readonly to: number;
}

function findElement(
  read: ReadBytes,
  place: Pick<Element, 'from' | 'to'>,
  wanted: number,
): Element | undefined {
  for (const element of elementsIn(read, place)) {
    if (element.id === wanted) return element;
    if (element.id === CLUSTER) return undefined;
  }
  return undefined;
}

function* elementsIn(
  read: ReadBytes,
  { from, to }: Pick<Element, 'from' | 'to'>,
): Generator<Element> {
  let at = from;
  for (let count = 0; count < MOST_ELEMENTS && at < to; count += 1) {
    const head = read(at, 12);
    const idWidth = ebmlWidth(head[0] ?? 0);
    const size = idWidth > 4 ? undefined : ebmlSize(head, idWidth);
    if (size === undefined) return;
    const begin = at + idWidth + size.width;
    const end = size.value === undefined ? to : Math.min(begin + size.value, to);
    yield { id: numberIn(head.subarray(0, idWidth)), from: begin, to: end };
    at = end;
  }
}

function numberIn(bytes: Buffer): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
