/**
 * WAV and AVI: how long they are.
 *
 * @see Multimedia Programming Interface and Data Specifications 1.0 (RIFF); EBU Tech 3306 (RF64); OpenDML AVI 1.02.
 */
import { riffChunks } from '../pictures/parts.js';
import type { ReadBytes, Stretch } from '../read-bytes.js';

/** A size that who wrote it did not know. */
const UNKNOWN = 0xffffffff;

export function waveSeconds(read: ReadBytes, sizeBytes: number): number | undefined {
  let rate = 0;
  let long = 0;
  for (const { type, offset, length } of riffChunks(read, 12)) {
    const data = read(offset, 24);
    if (type === 'ds64' && data.length >= 16) long = Number(data.readBigUInt64LE(8));
    if (type === 'fmt ' && data.length >= 16) rate = data.readUInt32LE(8);
    if (type !== 'data') continue;
    const told = length === UNKNOWN && long > 0 ? long : length;
    const bytes = Math.min(told, sizeBytes - offset);
    return rate > 0 && bytes > 0 ? bytes / rate : undefined;
  }
  return undefined;
}

/** The longest of its streams; of one that tells of none, its frames. */
export function aviSeconds(read: ReadBytes): number | undefined {
  for (const chunk of riffChunks(read, 12)) {
    if (chunk.type !== 'LIST' || nameOf(read, chunk) !== 'hdrl') continue;
    const seconds = headerSeconds(read, chunk);
    return seconds > 0 ? seconds : undefined;
  }
  return undefined;
}

function headerSeconds(read: ReadBytes, { offset, length }: Stretch): number {
  let [frames, streams] = [0, 0];
  for (const part of riffChunks(read, offset + 4, offset + length)) {
    const data = read(part.offset, 20);
    if (part.type === 'avih' && data.length === 20) {
      frames = (data.readUInt32LE(0) * data.readUInt32LE(16)) / 1e6;
    } else if (part.type === 'LIST' && nameOf(read, part) === 'strl') {
      streams = Math.max(streams, streamSeconds(read, part));
    }
  }
  return streams > 0 ? streams : frames;
}

function nameOf(read: ReadBytes, { offset }: Stretch): string {
  return read(offset, 4).toString('latin1');
}

function streamSeconds(read: ReadBytes, { offset, length }: Stretch): number {
  for (const part of riffChunks(read, offset + 4, offset + length)) {
    const data = part.type === 'strh' ? read(part.offset, 36) : undefined;
    if (data?.length !== 36) continue;
    const [scale, rate, frames] = [
      data.readUInt32LE(20),
      data.readUInt32LE(24),
      data.readUInt32LE(32),
    ];
    return rate === 0 ? 0 : (frames * scale) / rate;
  }
  return 0;
}
