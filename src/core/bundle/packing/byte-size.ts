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
  const exact = Number(number) * (binary === '' ? 1000 : 1024) ** (POWER[unit.toUpperCase()] ?? 0);
  // 1.13 times a million is 1129999.9999999998.
  const bytes = Math.floor(Number(exact.toPrecision(15)));
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** A size that is soon typed, and is not smaller: three digits and a unit of 1000, such as `1.24M`. */
export function roundByteSizeUp(bytes: number): string {
  let power = 0;
  let digits = bytes;
  while (digits > 999) {
    digits = Math.ceil(digits / 10);
    power += 1;
  }
  const unit = Math.ceil(power / 3);
  const number = digits / 10 ** (unit * 3 - power);
  return `${number}${'KMGT'.charAt(unit - 1)}`;
}
