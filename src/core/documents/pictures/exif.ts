/**
 * What a camera writes into a photo: when it was taken, and how it was held.
 *
 * @see CIPA DC-008 (Exif 2.32), 4.6: tag 0x8769 leads to the directory with 0x9003.
 */
import type { ReadBytes } from '../read-bytes.js';
import { findEntry, tiffStart } from './tiff.js';

const [ORIENTATION, EXIF_DIRECTORY, TAKEN] = [0x0112, 0x8769, 0x9003];
/** `2020:03:12 08:30:00`, and what programs add to it. */
const LONGEST_TIME = 64;

/**
 * When the photo was taken, as it is written: `2020:03:12 08:30:00`.
 *
 * @param read - Bytes of the EXIF, which is a TIFF file of its own.
 */
export function readTaken(read: ReadBytes): string | undefined {
  const start = tiffStart(read);
  if (start === undefined) return undefined;
  const { order, at } = start;
  const directory = findEntry(read, order, at, EXIF_DIRECTORY);
  const entry = directory && findEntry(read, order, order.u32(directory, 8), TAKEN);
  if (entry === undefined || order.u32(entry, 4) > LONGEST_TIME) return undefined;
  return read(order.u32(entry, 8), order.u32(entry, 4)).toString('latin1');
}

/** Clockwise degrees by which the picture is turned to stand upright; mirrored ones are not mirrored back. */
export function readTurn(read: ReadBytes): 0 | 90 | 180 | 270 {
  const start = tiffStart(read);
  const entry = start && findEntry(read, start.order, start.at, ORIENTATION);
  return (entry && TURNS[start.order.u16(entry, 8)]) ?? 0;
}

/** CIPA DC-008, 4.6.4 A: where the first row and the first column of the picture belong. */
const TURNS: readonly (0 | 90 | 180 | 270)[] = [0, 0, 0, 180, 180, 90, 90, 270, 270];
