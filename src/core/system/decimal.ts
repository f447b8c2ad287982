/** An exact decimal number: `units` × 10^−`scale`. Points are added in it, never in binary floating point. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

/** `-12.50` and the like; no exponent, no thousands separator. More than 18 digits after the point is refused. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return reduce({ units: sign === '-' ? -units : units, scale: fraction.length });
}

/** Shortest form: `2.5`, never `2.50`. */
export function formatDecimal({ units, scale }: Decimal): string {
  if (scale === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function addDecimals(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) {
    const scale = Math.max(total.scale, value.scale);
    total = { units: unitsAt(total, scale) + unitsAt(value, scale), scale };
  }
  return reduce(total);
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals([a, negateDecimal(b)]);
}

function negateDecimal({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return reduce({ units: a.units * b.units, scale: a.scale + b.scale });
}

/** With so many zeros more, or fewer. */
export function timesTen({ units, scale }: Decimal, zeros: number): Decimal {
  return zeros < 0
    ? reduce({ units, scale: scale - zeros })
    : reduce({ units: units * 10n ** BigInt(zeros), scale });
}

/**
 * The quotient to so many places, cut and not rounded: a third of ten is `3.33`, and three of them are never more
 * than ten. Below zero it is cut downwards too, so that nobody gains by it.
 *
 * @throws RangeError when `b` is zero.
 */
export function divideDecimals(a: Decimal, b: Decimal, places: number): Decimal {
  const dividend = a.units * 10n ** BigInt(b.scale + places);
  const divisor = b.units * 10n ** BigInt(a.scale);
  return reduce({ units: floorOf(dividend, divisor), scale: places });
}

/** Cut to so many places, downwards. */
export function cutDecimal(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return value;
  const beyond = 10n ** BigInt(value.scale - places);
  return reduce({ units: floorOf(value.units, beyond), scale: places });
}

/** To so many places: cut downwards, or rounded, a half away from zero. */
export interface Rounding {
  readonly places: number;
  readonly isHalfUp: boolean;
}

export function quotientOf(a: Decimal, b: Decimal, { places, isHalfUp }: Rounding): Decimal {
  if (!isHalfUp) return divideDecimals(a, b, places);
  const dividend = a.units * 10n ** BigInt(b.scale + places);
  const divisor = b.units * 10n ** BigInt(a.scale);
  const isLess = dividend < 0n !== divisor < 0n;
  const [above, below] = [absolute(dividend), absolute(divisor)];
  const units = (2n * above + below) / (2n * below);
  return reduce({ units: isLess ? -units : units, scale: places });
}

export function roundDecimal(value: Decimal, { places, isHalfUp }: Rounding): Decimal {
  if (value.scale <= places) return value;
  return isHalfUp ? quotientOf(value, ONE, { places, isHalfUp }) : cutDecimal(value, places);
}

const ONE: Decimal = { units: 1n, scale: 0 };

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

export function minDecimal(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) <= 0 ? a : b;
}

export function maxDecimal(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) >= 0 ? a : b;
}

export function isNegative({ units }: Decimal): boolean {
  return units < 0n;
}

export function isZero({ units }: Decimal): boolean {
  return units === 0n;
}

/** `66%` as `0.66`; the sign may be full width. */
export function parsePercent(text: string): Decimal | undefined {
  const match = /^\s*(\d{1,9}(?:\.\d{1,9})?)\s*[%％]\s*$/.exec(text);
  const percent = parseDecimal(match?.[1] ?? '');
  return percent && multiplyDecimals(percent, HUNDREDTH);
}

/** `-2%` too: what grows may shrink. */
export function parseSignedPercent(text: string): Decimal | undefined {
  const share = parsePercent(text.replace('-', ''));
  return share && /^\s*-/.test(text) ? subtractDecimals(ZERO, share) : share;
}

/** `0.66` as `66%`. */
export function formatPercent(share: Decimal): string {
  return `${formatDecimal(multiplyDecimals(share, { units: 100n, scale: 0 }))}%`;
}

const HUNDREDTH: Decimal = { units: 1n, scale: 2 };

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

/** Division of whole numbers, towards minus infinity. */
function floorOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const exact = quotient * divisor === dividend;
  return exact || dividend < 0n === divisor < 0n ? quotient : quotient - 1n;
}

function reduce({ units, scale }: Decimal): Decimal {
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}
