/** Videos and recordings, by their first bytes: how long they are, and when they were made. */
import type { ReadBytes } from '../read-bytes.js';
import { matroskaFacts } from './matroska.js';
import { movieFacts } from './movie.js';
import { mp3Seconds } from './mp3.js';
import { aviSeconds, waveSeconds } from './riff.js';
import type { MediaFacts } from './types.js';

/** @returns `undefined` when it is none of a known kind. */
export function mediaFacts(read: ReadBytes, sizeBytes: number): MediaFacts | undefined {
  const head = read(0, 12);
  const mark = head.toString('latin1', 0, 4);
  const form = head.toString('latin1', 8, 12);
  if (MOVIES.has(head.toString('latin1', 4, 8))) return movieFacts(read, sizeBytes) ?? NOTHING;
  if (mark === '\x1a\x45\xdf\xa3') return matroskaFacts(read, sizeBytes) ?? NOTHING;
  if ((mark === 'RIFF' || mark === 'RF64') && form === 'WAVE') {
    return { ...NOTHING, seconds: waveSeconds(read, sizeBytes) };
  }
  if (mark === 'RIFF' && form === 'AVI ') return { ...NOTHING, seconds: aviSeconds(read) };
  const seconds = mp3Seconds(read, sizeBytes);
  return seconds === undefined ? undefined : { ...NOTHING, seconds };
}

/** The first box of a file; older QuickTime has no `ftyp`. */
const MOVIES = new Set(['ftyp', 'moov', 'mdat', 'wide', 'pnot']);
const NOTHING: MediaFacts = { seconds: undefined, created: undefined };
