/** Chance that can be repeated: the same seed gives the same numbers on every machine. */
import { hash } from 'node:crypto';

/** @returns whole numbers from 0 to below `end`, by sfc32 (PractRand), seeded with the SHA-256 of the seed. */
export function randomOf(seed: string): (end: number) => number {
  const digest = hash('sha256', seed, 'buffer');
  let [a = 0, b = 0, c = 0, count = 0] = [0, 4, 8, 12].map((at) => digest.readUInt32LE(at));
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  return (end) => Math.floor(next() * end);
}

/** In an order of chance (Fisher–Yates); the given list is left as it is. */
export function shuffled<T>(list: readonly T[], random: (end: number) => number): T[] {
  const mixed = [...list];
  for (let left = mixed.length; left > 1; left -= 1) {
    const at = random(left);
    const last = left - 1;
    [mixed[at], mixed[last]] = [mixed[last] as T, mixed[at] as T];
  }
  return mixed;
}
