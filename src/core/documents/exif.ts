/**
 * The moment when a photo was taken, from its EXIF.
 *
 * @see CIPA DC-008 (Exif 2.32), 4.6: tag 0x8769 leads to the directory with 0x9003.
 */
import { findEntry, tiffStart, type ReadBytes } from './tiff.js';

const EXIF_DIRECTORY = 0x8769;
const ORIENTATION = 0x0112;
const TAKEN = 0x9003;

/** @returns `2020:03:12 08:30:00` as it is written; `undefined` when it is not there. */
export function readTaken(read: ReadBytes): string | undefined {
  const start = tiffStart(read);
  if (start === undefined) return undefined;
  const { order } = start;
  const exif = findEntry(read, order, start.at, EXIF_DIRECTORY);
  const taken = exif && findEntry(read, order, order.u32(exif, 8), TAKEN);
  if (taken === undefined) return undefined;
  const length = order.u32(taken, 4);
  // Text of up to four bytes would stand in the entry itself; a date is 20.
  if (length < 10 || length > 64) return undefined;
  return read(order.u32(taken, 8), length).toString('latin1').replaceAll('\0', '');
}

/** Clockwise degrees by which the picture is turned to stand upright; mirrored ones are not mirrored back. */
export function readTurn(read: ReadBytes): 0 | 90 | 180 | 270 {
  const start = tiffStart(read);
  const entry = start && findEntry(read, start.order, start.at, ORIENTATION);
  return (entry && TURNS[start.order.u16(entry, 8)]) ?? 0;
}

/** CIPA DC-008, 4.6.4 A: where the first row and the first column of the picture belong. */
const TURNS: readonly (0 | 90 | 180 | 270)[] = [0, 0, 0, 180, 180, 90, 90, 270, 270];
