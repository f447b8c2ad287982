import { dayOfW3c } from '../../core/documents/days.js';
import { matroskaCreated } from '../../core/documents/media/matroska.js';
import { movieCreated } from '../../core/documents/media/movie.js';
import { found, type Found } from './found.js';
import type { OpenFile } from './open-file.js';

/** @returns `undefined` when it is no video. */
export function mediaFacts({ read, sizeBytes }: OpenFile): Found | undefined {
  const head = read(0, 8).toString('latin1');
  const isMovie = MOVIES.has(head.slice(4));
  if (!isMovie && !head.startsWith('\x1a\x45\xdf\xa3')) return undefined;
  const created = isMovie ? movieCreated(read, sizeBytes) : matroskaCreated(read, sizeBytes);
  return found({ created: dayOfMoment(created) });
}

/** The first box of a file; older QuickTime has no `ftyp`. */
const MOVIES = new Set(['ftyp', 'moov', 'mdat', 'wide', 'pnot']);

function dayOfMoment(ms: number | undefined): string | undefined {
  if (ms === undefined || !(ms > 0 && ms < LAST_MS)) return undefined;
  return dayOfW3c(`${new Date(ms).toISOString().slice(0, 19)}Z`);
}

/** 9999-12-31: later ones have more digits. */
const LAST_MS = 253_402_300_799_000;
