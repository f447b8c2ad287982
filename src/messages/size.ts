/** A size as people write it, by thousands: `50 MB`, `1.5 GB`. */
export function sizeWords(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  // Never less than it is: what is over a limit is to look so.
  return `${Math.ceil(value * 10 - 1e-6) / 10} ${UNITS[unit] ?? ''}`;
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];
