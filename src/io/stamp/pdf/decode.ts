/** What a stream holds, behind its filters. */
import { inflateRawSync, inflateSync, constants } from 'node:zlib';
import {
  fromAscii85,
  fromAsciiHex,
  fromLzw,
  fromRunLength,
  unpredicted,
} from '../../../core/stamp/pdf/filters.js';
import { Dict, Name, type Value } from '../../../core/stamp/pdf/values.js';

/** Of one stream: more are bombs or whole maps, and both are left unread. */
export const MOST_DECODED = 64 * 2 ** 20;

/**
 * @param resolve - What a reference within the dictionary leads to.
 * @returns `undefined` when a filter is one of pictures, or there is too much of it; what is readable of a broken one.
 */
export function decoded(
  dict: Dict,
  bytes: Buffer,
  resolve: (value: Value) => Value,
): Buffer | undefined {
  const filters = listOf(resolve(dict.get('Filter') ?? dict.get('F')), resolve);
  const parms = listOf(resolve(dict.get('DecodeParms') ?? dict.get('DP')), resolve);
  let now: Buffer | undefined = bytes;
  for (const [index, filter] of filters.entries()) {
    const own = parms[index];
    const number = (key: string, otherwise: number) => {
      const value = own instanceof Dict ? resolve(own.get(key)) : null;
      return typeof value === 'number' ? value : otherwise;
    };
    now = filter instanceof Name ? unfiltered(filter.name, now, number) : undefined;
    if (now === undefined || now.length > MOST_DECODED) return undefined;
  }
  return now;
}

function listOf(value: Value, resolve: (value: Value) => Value): readonly Value[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly Value[]).map(resolve) : [value];
}

type Parameter = (key: string, otherwise: number) => number;

function unfiltered(filter: string, bytes: Buffer, number: Parameter): Buffer | undefined {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return predictedBack(inflated(bytes), number);
    case 'LZWDecode':
    case 'LZW':
      return predictedBack(fromLzw(bytes, number('EarlyChange', 1) !== 0, MOST_DECODED), number);
    case 'ASCII85Decode':
    case 'A85':
      return fromAscii85(bytes);
    case 'ASCIIHexDecode':
    case 'AHx':
      return fromAsciiHex(bytes);
    case 'RunLengthDecode':
    case 'RL':
      return fromRunLength(bytes, MOST_DECODED);
    default:
      return undefined;
  }
}

function predictedBack(bytes: Buffer | undefined, number: Parameter): Buffer | undefined {
  if (bytes === undefined) return undefined;
  const [predictor, columns] = [number('Predictor', 1), number('Columns', 1)];
  const [colors, bits] = [number('Colors', 1), number('BitsPerComponent', 8)];
  const isSane = columns > 0 && columns < 2 ** 24 && colors > 0 && colors <= 32 && bits > 0;
  return isSane ? unpredicted(bytes, { predictor, colors, bits, columns }) : bytes;
}

/** Readers show what there is of a broken stream, and so it counts. */
function inflated(bytes: Buffer): Buffer | undefined {
  const options = { maxOutputLength: MOST_DECODED, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    return inflateSync(bytes, options);
  } catch (error) {
    if (isTooMuch(error)) return undefined;
  }
  // Without its head and its sum, and as far as it can be read.
  const raw = bytes.subarray(2);
  let [readable, broken] = [0, raw.length + 1];
  let best: Buffer | undefined;
  while (broken - readable > 1) {
    const length = (readable + broken) >> 1;
    try {
      best = inflateRawSync(raw.subarray(0, length), options);
      readable = length;
    } catch {
      broken = length;
    }
  }
  return best;
}

function isTooMuch(error: unknown): boolean {
  return error instanceof RangeError;
}
