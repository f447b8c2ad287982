/**
 * MP3: how long it is. Who wrote it may tell in the first frame; if not, its frames are counted.
 *
 * @see ISO/IEC 11172-3, 2.4.1.3; ISO/IEC 13818-3, 2.4.1; ID3 2.4, 3.1; the frames `Xing` and `VBRI` of its encoders.
 */
import type { ReadBytes } from '../read-bytes.js';

interface Frame {
  readonly bytes: number;
  readonly samples: number;
  readonly rate: number;
  /** Of what stands before `Xing`: the header, and what is told of the sound. */
  readonly before: number;
}

/** In kbit/s, of layer III; MPEG 1 and then the others. */
const BIT_RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const RATES = [44_100, 48_000, 32_000] as const;
const BLOCK = 256 * 1024;
/** Some programs put some zeros, or a picture without its size, before the first frame. */
const LOOKED_THROUGH = 64 * 1024;
/** Tags behind the sound have a picture at most. */
const MOST_PASSED = 4 * 2 ** 20;
/** More would be days. */
const MOST_BYTES = 2 ** 31;

/**
 * @returns `undefined` when it is none: without tags it begins with a frame, and another one follows.
 */
export function mp3Seconds(read: ReadBytes, sizeBytes: number): number | undefined {
  const tagged = behindTags(read);
  const first = firstFrame(read, tagged, tagged === 0 ? 1 : LOOKED_THROUGH);
  if (first === undefined) return undefined;
  const { at, frame } = first;
  const told = toldFrames(read, at, frame);
  if (told !== undefined) return (told * frame.samples) / frame.rate;
  return sizeBytes > MOST_BYTES ? undefined : countedSeconds(read, at, sizeBytes);
}

/** ID3 before the sound, of which there may be several. */
function behindTags(read: ReadBytes): number {
  let at = 0;
  for (let tags = 0; tags < 16; tags += 1) {
    const head = read(at, 10);
    if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') break;
    // Seven bits of each byte.
    const size = head.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
    at += 10 + size + ((head[5] ?? 0) & 0x10 ? 10 : 0);
  }
  return at;
}

/** One behind which another one stands, or the end. */
function firstFrame(read: ReadBytes, from: number, length: number) {
  const bytes = read(from, length + 3);
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const frame = frameAt(bytes, at);
    if (frame === undefined) continue;
    const next = read(from + at + frame.bytes, 4);
    if (next.length === 0 || (next.length === 4 && frameAt(next, 0)?.rate === frame.rate)) {
      return { at: from + at, frame };
    }
  }
  return undefined;
}

function frameAt(bytes: Buffer, at: number): Frame | undefined {
  const [second = 0, third = 0, fourth = 0] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  if (bytes[at] !== 0xff || (second & 0xe6) !== 0xe2) return undefined;
  // 0: MPEG 2.5, 2: MPEG 2, 3: MPEG 1.
  const version = (second >> 3) & 3;
  const rate = RATES[(third >> 2) & 3];
  const kilobits = BIT_RATES[version === 3 ? 0 : 1][third >> 4];
  if (version === 1 || rate === undefined || !kilobits) return undefined;
  const ownRate = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4;
  const samples = version === 3 ? 1152 : 576;
  const bytesOf = Math.floor((samples / 8) * ((kilobits * 1000) / ownRate)) + ((third >> 1) & 1);
  const isMono = fourth >> 6 === 3;
  const before = 4 + (version === 3 ? (isMono ? 17 : 32) : isMono ? 9 : 17);
  return { bytes: bytesOf, samples, rate: ownRate, before };
}

function toldFrames(read: ReadBytes, at: number, { before }: Frame): number | undefined {
  const xing = read(at + before, 12);
  const name = xing.toString('latin1', 0, 4);
  if ((name === 'Xing' || name === 'Info') && xing.length === 12 && xing.readUInt32BE(4) & 1) {
    return xing.readUInt32BE(8) || undefined;
  }
  const vbri = read(at + 36, 18);
  if (vbri.toString('latin1', 0, 4) !== 'VBRI' || vbri.length < 18) return undefined;
  return vbri.readUInt32BE(14) || undefined;
}

/** From frame to frame; what is none is passed over. */
function countedSeconds(read: ReadBytes, from: number, sizeBytes: number): number | undefined {
  let [seconds, passed] = [0, 0];
  let [at, begin] = [from, from];
  let block = read(begin, BLOCK);
  while (at + 4 <= sizeBytes && passed < MOST_PASSED) {
    if (at + 4 > begin + block.length) {
      begin = at;
      block = read(begin, BLOCK);
      if (block.length < 4) break;
    }
    const frame = frameAt(block, at - begin);
    if (frame) seconds += frame.samples / frame.rate;
    else passed += 1;
    at += frame?.bytes ?? 1;
  }
  return seconds > 0 && passed < MOST_PASSED ? seconds : undefined;
}
