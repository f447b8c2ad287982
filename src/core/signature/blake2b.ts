/** BLAKE2b with 32 bytes of digest, which node:crypto does not have: minisign's checksum of a secret key. */
const MASK = (1n << 64n) - 1n;
const BLOCK_BYTES = 128;
const DIGEST_BYTES = 32;

const IV = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
] as const;

/** One row a round; the eleventh and the twelfth are the first two again. */
const SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
] as const;

/** The places in the state that each step of a round mixes: columns, then diagonals. */
const MIXED = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

/**
 * For short data: BigInt is slow.
 *
 * @see RFC 7693
 */
export function blake2b256(data: Uint8Array): Buffer {
  const state = BigUint64Array.from(IV);
  state[0] = IV[0] ^ 0x01010000n ^ BigInt(DIGEST_BYTES);
  const blocks = Math.max(1, Math.ceil(data.length / BLOCK_BYTES));
  for (let block = 0; block < blocks; block += 1) {
    const start = block * BLOCK_BYTES;
    const end = Math.min(start + BLOCK_BYTES, data.length);
    const bytes = Buffer.alloc(BLOCK_BYTES);
    bytes.set(data.subarray(start, end));
    compress(state, bytes, BigInt(end), block === blocks - 1);
  }
  const digest = Buffer.alloc(DIGEST_BYTES);
  for (let at = 0; at < DIGEST_BYTES / 8; at += 1) digest.writeBigUInt64LE(state[at] ?? 0n, at * 8);
  return digest;
}

/** @param end - Bytes of data up to the end of this block. */
function compress(state: BigUint64Array, block: Buffer, end: bigint, isLast: boolean): void {
  const words = Array.from({ length: 16 }, (_, at) => block.readBigUInt64LE(at * 8));
  const mixed = [...state, ...IV];
  mixed[12] = IV[4] ^ end;
  if (isLast) mixed[14] = IV[6] ^ MASK;
  for (let round = 0; round < 12; round += 1) {
    const order = SIGMA[round % SIGMA.length] ?? SIGMA[0];
    for (const [step, places] of MIXED.entries()) {
      mix(mixed, places, words[order[step * 2] ?? 0] ?? 0n, words[order[step * 2 + 1] ?? 0] ?? 0n);
    }
  }
  for (let at = 0; at < 8; at += 1) {
    state[at] = (state[at] ?? 0n) ^ (mixed[at] ?? 0n) ^ (mixed[at + 8] ?? 0n);
  }
}

function mix(
  state: bigint[],
  [a, b, c, d]: readonly [number, number, number, number],
  x: bigint,
  y: bigint,
): void {
  const at = (place: number) => state[place] ?? 0n;
  state[a] = (at(a) + at(b) + x) & MASK;
  state[d] = turned(at(d) ^ at(a), 32n);
  state[c] = (at(c) + at(d)) & MASK;
  state[b] = turned(at(b) ^ at(c), 24n);
  state[a] = (at(a) + at(b) + y) & MASK;
  state[d] = turned(at(d) ^ at(a), 16n);
  state[c] = (at(c) + at(d)) & MASK;
  state[b] = turned(at(b) ^ at(c), 63n);
}

function turned(word: bigint, bits: bigint): bigint {
  return ((word >> bits) | (word << (64n - bits))) & MASK;
}
