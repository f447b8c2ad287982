/** Hex digits of a digest, by algorithm as node names it. */
export const DIGEST_DIGITS = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
  'sha3-224': 56,
  'sha3-256': 64,
  'sha3-384': 96,
  'sha3-512': 128,
  sm3: 64,
  blake2b512: 128,
  blake2s256: 64,
} as const;

export type Algorithm = keyof typeof DIGEST_DIGITS;
