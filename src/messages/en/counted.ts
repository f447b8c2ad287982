import { thousands } from '../thousands.js';

/** `1 file`, `12345 files`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${value} ${value === 1 ? one : many}`;
}

/** `1 file`, `12,345 files`: where there may be many thousands. */
export function countedLarge(value: number, one: string, many = `${one}s`): string {
  return `${thousands(value)} ${value === 1 ? one : many}`;
}
