import { dayOfW3c } from '../../core/documents/days.js';
import { mediaFacts as readMedia } from '../../core/documents/media/media.js';
import { found, type Found } from './found.js';
import type { OpenFile } from './open-file.js';

/** @returns `undefined` when it is neither video nor recording. */
export function mediaFacts({ read, sizeBytes }: OpenFile): Found | undefined {
  const facts = readMedia(read, sizeBytes);
  return (
    facts &&
    found({
      seconds: facts.seconds === undefined ? undefined : Math.round(facts.seconds * 1000) / 1000,
      created: dayOfMoment(facts.created),
    })
  );
}

function dayOfMoment(ms: number | undefined): string | undefined {
  if (ms === undefined || !(ms > 0 && ms < LAST_MS)) return undefined;
  return dayOfW3c(`${new Date(ms).toISOString().slice(0, 19)}Z`);
}

/** 9999-12-31: later ones have more digits. */
const LAST_MS = 253_402_300_799_000;
