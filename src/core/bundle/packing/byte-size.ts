/** A size as people write it. */

const POWER: Readonly<Record<string, number>> = { '': 0, K: 1, M: 2, G: 3, T: 4 };

/**
 * `4G`, `700 MB`, `4GiB`, `1.5g`, `4294967295`. K, M, G and T are powers of 1000, as on the labels of disks; Ki, Mi, Gi
 * and Ti of 1024.
 *
 * @returns whole bytes; `undefined` for what is no size above 0.
 */
export function parseByteSize(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,6})?) ?(?:([KMGT])(i?))?B?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, number = '', unit = '', binary = ''] = match;
  const bytes = Math.floor(
    Number(number) * (binary === '' ? 1000 : 1024) ** (POWER[unit.toUpperCase()] ?? 0),
  );
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : undefined;
}
