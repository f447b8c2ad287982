/**
 * The properties of a document before 2007: stream `\x05SummaryInformation`.
 *
 * @see MS-OLEPS: 2.20 and 2.21 the stream and its set, 3.1 the numbers of the properties.
 */
import type { Day } from '../system/types.js';
import { dayOfFileTime } from './days.js';

export const SUMMARY = '\u0005SummaryInformation';

const CREATED = 0x0c;
const FILE_TIME = 0x40;

export function createdIn(stream: Buffer): Day | undefined {
  if (stream.length < 48) return undefined;
  const set = stream.subarray(stream.readUInt32LE(44));
  if (set.length < 8) return undefined;
  const count = Math.min(set.readUInt32LE(4), Math.floor((set.length - 8) / 8));
  for (let number = 0; number < count; number += 1) {
    const [id, at] = [set.readUInt32LE(8 + number * 8), set.readUInt32LE(12 + number * 8)];
    if (id !== CREATED || at + 12 > set.length || set.readUInt32LE(at) !== FILE_TIME) continue;
    return dayOfFileTime(set.readBigUInt64LE(at + 4));
  }
  return undefined;
}
