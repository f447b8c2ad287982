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

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

function reduce({ units, scale }: Decimal): Decimal {
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}
